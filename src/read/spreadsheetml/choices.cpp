// SPDX-License-Identifier: Apache-2.0
#include "read/spreadsheetml/choices.hpp"

#include <algorithm>
#include <string>

#include "base/parse_number.hpp"
#include "base/text.hpp"
#include "read/choice_lists.hpp"
#include "read/tally.hpp"

namespace tidytracker::spreadsheetml {
namespace {

/// One end of a range; what is not said is 0.
struct R1c1 {
    std::uint32_t row{};
    std::uint32_t column{};
};

std::optional<std::uint32_t> number_behind(char letter, std::string_view& text) {
    if (!text.starts_with(letter)) return 0;
    text.remove_prefix(1);
    const std::size_t size = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto number = parse_number<std::uint32_t>(text.substr(0, size));
    text.remove_prefix(size);
    return number && *number > 0 ? number : std::nullopt;
}

std::optional<R1c1> corner_from(std::string_view text) {
    const auto row = number_behind('R', text);
    const auto column = number_behind('C', text);
    const bool whole = row && column && text.empty();
    if (!whole || (*row == 0 && *column == 0)) return std::nullopt;
    if (*row > k_most_rows || *column > k_most_sheet_columns) return std::nullopt;
    return R1c1{*row, *column};
}

}  // namespace

std::optional<CellRange> range_from_r1c1(std::string_view text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    const auto first = corner_from(text.substr(0, colon));
    const auto last = colon < text.size() ? corner_from(text.substr(colon + 1)) : first;
    if (!first || !last) return std::nullopt;
    const auto behind = [](std::uint32_t number, std::uint32_t most) {
        return (number > 0 ? number : most) - 1;
    };
    const CellRange range{
        {std::max(first->row, 1U) - 1, std::max(first->column, 1U) - 1},
        {behind(last->row, k_most_rows), behind(last->column, k_most_sheet_columns)}};
    const bool ordered =
        range.first.row <= range.last.row && range.first.column <= range.last.column;
    return ordered ? std::optional(range) : std::nullopt;
}

void read_choices(XmlScanner& xml, std::vector<ChoiceList>& choices) {
    std::string ranges;
    std::string formula;
    bool by_list = false;
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "Range") {
            ranges = xml.element_text();
        } else if (xml.name() == "Type") {
            by_list = xml.element_text() == "List";
        } else if (xml.name() == "Value") {
            formula = xml.element_text();
        } else {
            xml.skip_element();
        }
    }
    if (!by_list) return;
    const std::string source = choices_source(formula);
    for (std::string_view rest = ranges; !rest.empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const auto range = range_from_r1c1(trim(rest.substr(0, comma)));
        if (range) add_choice_list(*range, source, choices);
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
}

}  // namespace tidytracker::spreadsheetml
