// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/workbook.hpp>

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace tidytracker {
namespace {

/// Reads letters and digits of one address off `text`, with or without "$".
std::optional<CellAddress> take_address(std::string_view& text) {
    const auto skip_dollar = [&text] {
        if (text.starts_with('$')) text.remove_prefix(1);
    };
    skip_dollar();
    std::uint32_t column = 0;
    std::size_t letters = 0;
    while (letters < text.size() && is_letter(text[letters]) && letters < 3) {
        column = column * 26 + static_cast<std::uint32_t>(to_lower(text[letters]) - 'a' + 1);
        ++letters;
    }
    text.remove_prefix(letters);
    skip_dollar();
    std::uint32_t row = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), row);
    if (letters == 0 || error != std::errc{} || row == 0) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return CellAddress{row - 1, column - 1};
}

}  // namespace

std::string column_letters(std::uint32_t column) {
    std::string letters;
    for (std::uint64_t rest = std::uint64_t{column} + 1; rest > 0; rest = (rest - 1) / 26) {
        letters += static_cast<char>('A' + (rest - 1) % 26);
    }
    std::ranges::reverse(letters);
    return letters;
}

std::string to_a1(CellAddress at) {
    return column_letters(at.column) + std::to_string(std::uint64_t{at.row} + 1);
}

std::string to_a1(CellRange range) {
    if (range.first == range.last) return to_a1(range.first);
    return to_a1(range.first) + ":" + to_a1(range.last);
}

std::optional<CellAddress> address_from_a1(std::string_view text) {
    const std::optional<CellAddress> at = take_address(text);
    return text.empty() ? at : std::nullopt;
}

std::optional<CellRange> range_from_a1(std::string_view text) {
    const std::optional<CellAddress> first = take_address(text);
    if (!first) return std::nullopt;
    if (text.empty()) return CellRange{*first, *first};
    if (!text.starts_with(':')) return std::nullopt;
    const std::optional<CellAddress> last = address_from_a1(text.substr(1));
    if (!last) return std::nullopt;
    return CellRange{{std::min(first->row, last->row), std::min(first->column, last->column)},
                     {std::max(first->row, last->row), std::max(first->column, last->column)}};
}

}  // namespace tidytracker
