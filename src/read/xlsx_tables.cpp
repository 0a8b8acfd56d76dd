// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx_tables.hpp"

#include <string>
#include <string_view>

#include "base/text.hpp"
#include "read/xlsx_text.hpp"

namespace tidytracker::xlsx {
namespace {

/// Ranges with blanks between them (ST_Sqref). A sheet may have them by the thousand.
void add_choices(std::string_view ranges, const std::string& source,
                 std::vector<ChoiceList>& choices) {
    constexpr std::size_t k_most = 10'000;
    while (!ranges.empty() && choices.size() < k_most) {
        const std::size_t end = std::min(ranges.find(' '), ranges.size());
        if (const auto range = range_from_a1(ranges.substr(0, end))) {
            choices.push_back({*range, source});
        }
        ranges.remove_prefix(std::min(end + 1, ranges.size()));
    }
}

/// Values stand in quotation marks as one text; anything else says where they stand.
std::string source_of(std::string_view formula) {
    const std::string_view text = trim(formula);
    if (text.size() < 2 || !text.starts_with('"') || !text.ends_with('"')) return std::string(text);
    return std::string(text.substr(1, text.size() - 2));
}

}  // namespace

void read_choices(XmlScanner& xml, std::vector<ChoiceList>& choices) {
    const bool by_list = xml.raw_attribute("type") == "list";
    std::string ranges = xml.attribute("sqref");
    std::string formula;
    // In the extension of Excel 2010 ranges and formula stand in further elements.
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "sqref") {
            append_string(xml.element_text(), ranges);
        } else if (xml.name() == "formula1") {
            const std::size_t inner = xml.depth();
            for (XmlToken token = xml.next(); token != XmlToken::end; token = xml.next()) {
                if (token == XmlToken::text) xml.append_text(formula);
                if (token == XmlToken::close && xml.depth() < inner) break;
            }
        }
    }
    if (by_list) add_choices(ranges, source_of(formula), choices);
}

Result<void> read_tables(Package& package, const Relationships& relationships, Sheet& sheet) {
    for (const Relationship& relationship : relationships) {
        // The binary format has tables of the same type in parts of another kind.
        if (relationship.type != "table" || !relationship.target.ends_with(".xml")) continue;
        const auto take = [&sheet](XmlScanner& xml) {
            if (!xml.next_element(0) || xml.name() != "table") return;
            const auto range = range_from_a1(xml.raw_attribute("ref"));
            if (!range) return;
            DefinedTable table{.at = *range};
            append_string(xml.attribute("displayName"), table.name);
            sheet.tables.push_back(std::move(table));
        };
        const Result<bool> read = package.scan(relationship.target, sheet.name, take);
        if (!read) return tl::unexpected(read.error());
    }
    return {};
}

}  // namespace tidytracker::xlsx
