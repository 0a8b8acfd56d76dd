// SPDX-License-Identifier: Apache-2.0
#include "read/spreadsheetml/styles.hpp"

#include <optional>

#include "base/parse_number.hpp"
#include "read/spreadsheetml/named_formats.hpp"

namespace tidytracker::spreadsheetml {
namespace {

constexpr std::string_view k_default = "Default";

/// The colour of a solid fill; hatchings have none that a reader of a tracker would name.
std::optional<std::uint32_t> fill_of(const XmlScanner& xml) {
    const std::string_view colour = xml.raw_attribute("Color");
    if (xml.raw_attribute("Pattern") != "Solid" || !colour.starts_with('#')) return std::nullopt;
    return parse_hexadecimal<std::uint32_t>(colour.substr(1));
}

}  // namespace

void Styles::read(XmlScanner& xml) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "Style") {
            read_style(xml);
        } else {
            xml.skip_element();
        }
    }
}

void Styles::read_style(XmlScanner& xml) {
    const std::string id = xml.attribute("ID");
    const std::string parent = xml.attribute("Parent");
    const auto base = styles_.find(parent.empty() ? k_default : std::string_view(parent));
    CellStyle style = base != styles_.end() ? base->second : CellStyle{};
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "Font") {
            style.bold = xml.raw_attribute("Bold") == "1";
            style.strike = xml.raw_attribute("StrikeThrough") == "1";
        } else if (xml.name() == "Interior") {
            style.fill = fill_of(xml);
        } else if (xml.name() == "NumberFormat") {
            const std::string format = xml.attribute("Format");
            style.number_format = table_.number_format(code_of_named_format(format));
        }
    }
    styles_.insert_or_assign(id, style);
    indices_.insert_or_assign(id, table_.style(style));
}

std::uint16_t Styles::find(std::string_view id) const {
    auto at = indices_.find(id);
    if (at == indices_.end()) at = indices_.find(k_default);
    return at != indices_.end() ? at->second : std::uint16_t{0};
}

}  // namespace tidytracker::spreadsheetml
