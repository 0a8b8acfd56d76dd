// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx/tables.hpp"

#include <string>
#include <string_view>

#include "read/choice_lists.hpp"
#include "read/xlsx/text.hpp"

namespace tidytracker::xlsx {
namespace {

/// Ranges with blanks between them (ST_Sqref).
void add_choices(std::string_view ranges, const std::string& source,
                 std::vector<ChoiceList>& choices) {
    while (!ranges.empty()) {
        const std::size_t end = std::min(ranges.find(' '), ranges.size());
        if (const auto range = range_from_a1(ranges.substr(0, end))) {
            add_choice_list(*range, source, choices);
        }
        ranges.remove_prefix(std::min(end + 1, ranges.size()));
    }
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
    if (by_list) add_choices(ranges, choices_source(formula), choices);
}

void read_table(XmlScanner& xml, std::vector<DefinedTable>& tables) {
    if (!xml.next_element(0) || xml.name() != "table") return;
    const auto range = range_from_a1(xml.raw_attribute("ref"));
    if (!range) return;
    DefinedTable table{.at = *range};
    append_string(xml.attribute("displayName"), table.name);
    tables.push_back(std::move(table));
}

Result<void> read_tables(Package& package, const Relationships& relationships, ReadTable* read_part,
                         Sheet& sheet) {
    for (const Relationship& relationship : relationships) {
        if (relationship.type != "table") continue;
        const Result<bool> read = read_part(package, relationship.target, sheet.name, sheet.tables);
        if (!read) return tl::unexpected(read.error());
    }
    return {};
}

}  // namespace tidytracker::xlsx
