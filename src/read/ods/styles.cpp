// SPDX-License-Identifier: Apache-2.0
#include "read/ods/styles.hpp"

#include "base/parse_number.hpp"
#include "base/text.hpp"

namespace tidytracker::odf {
namespace {

/// Styles that are their own ancestors would never end.
constexpr int k_most_ancestors = 32;
constexpr unsigned k_bold_from = 600;  ///< weight, where 400 is normal and 700 bold

bool is_bold_weight(std::string_view weight) {
    return weight == "bold" || parse_number<unsigned>(weight).value_or(0) >= k_bold_from;
}

void read_font(const XmlScanner& xml, FontChoice& font) {
    for (const XmlScanner::Attribute& attribute : xml.attributes()) {
        const bool none = attribute.value == "none";
        if (attribute.name == "font-weight") {
            font.bold = is_bold_weight(attribute.value);
        } else if (attribute.name == "text-line-through-style" ||
                   attribute.name == "text-line-through-type") {
            font.strike = font.strike.value_or(false) || !none;
        }
    }
}

}  // namespace

auto Styles::styles_of(std::string_view family) -> ByName<Style>* {
    if (family == "table-cell") return &cells_;
    if (family == "text") return &spans_;
    return family == "table" ? &tables_ : nullptr;
}

bool Styles::read(XmlScanner& xml) {
    if (is_data_style(xml.name())) {
        read_data_style(xml, codes_);
        return true;
    }
    if (xml.name() != "style" && xml.name() != "default-style") return false;
    ByName<Style>* const styles = styles_of(xml.raw_attribute("family"));
    std::string name = xml.attribute("name");
    Style style{.parent = xml.attribute("parent-style-name"),
                .data_style = xml.attribute("data-style-name")};
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) read_properties(xml, style);
    if (styles != nullptr) styles->insert_or_assign(std::move(name), std::move(style));
    return true;
}

void Styles::read_properties(XmlScanner& xml, Style& style) {
    if (xml.name() == "text-properties") {
        read_font(xml, style.font);
    } else if (xml.name() == "table-cell-properties") {
        std::string_view colour = xml.raw_attribute("background-color");
        style.no_fill = colour == "transparent";
        if (colour.size() != 7 || !colour.starts_with('#')) return;
        style.fill = parse_hexadecimal<std::uint32_t>(colour.substr(1));
    } else if (xml.name() == "table-properties") {
        style.hidden = xml.raw_attribute("display") == "false";
    }
}

std::uint16_t Styles::cell_style(std::string_view name) {
    const auto known = resolved_.find(name);
    if (known != resolved_.end()) return known->second;
    const std::uint16_t index = resolve(name);
    resolved_.emplace(name, index);
    return index;
}

std::uint16_t Styles::resolve(std::string_view name) {
    CellStyle cell;
    FontChoice font;
    std::string_view data_style;
    bool fill_settled = false;
    for (int ancestors = 0; ancestors < k_most_ancestors; ++ancestors) {
        const auto at = cells_.find(name);
        if (at == cells_.end()) break;
        const Style& style = at->second;
        if (!font.bold) font.bold = style.font.bold;
        if (!font.strike) font.strike = style.font.strike;
        if (!fill_settled && !style.no_fill) cell.fill = style.fill;
        fill_settled = fill_settled || style.no_fill || style.fill;
        if (data_style.empty()) data_style = style.data_style;
        if (name.empty()) break;
        name = style.parent;
    }
    cell.bold = font.bold.value_or(false);
    cell.strike = font.strike.value_or(false);
    const auto code = codes_.find(data_style);
    if (code != codes_.end()) cell.number_format = table_.number_format(code->second);
    return table_.style(cell);
}

FontChoice Styles::span_font(std::string_view name) const {
    FontChoice font;
    for (int ancestors = 0; ancestors < k_most_ancestors && !name.empty(); ++ancestors) {
        const auto at = spans_.find(name);
        if (at == spans_.end()) break;
        if (!font.bold) font.bold = at->second.font.bold;
        if (!font.strike) font.strike = at->second.font.strike;
        name = at->second.parent;
    }
    return font;
}

bool Styles::hides_table(std::string_view name) const {
    const auto at = tables_.find(name);
    return at != tables_.end() && at->second.hidden;
}

}  // namespace tidytracker::odf
