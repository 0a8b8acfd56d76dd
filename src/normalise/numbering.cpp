// SPDX-License-Identifier: Apache-2.0
#include "normalise/numbering.hpp"

#include <algorithm>
#include <set>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {
namespace {

bool is_mark(char c) {
    return c == '.' || c == ':' || c == ')' || c == '-';
}

/// A number of several levels, a number with a mark, or letters with a number.
bool is_opening_ref(std::string_view bare, bool marked, bool bracketed) {
    constexpr std::size_t k_longest = 10;
    const auto allowed = [](char c) {
        return is_letter(c) || is_digit(c) || c == '.' || c == '/' || c == '-';
    };
    if (bare.empty() || bare.size() > k_longest || !std::ranges::all_of(bare, allowed)) {
        return false;
    }
    const bool letter = bare.size() == 1 && is_letter(bare[0]);
    if (letter) return bracketed;
    if (!is_reference_shaped(bare) || is_date_shaped(bare)) return false;
    const bool plain_number = whole_number(bare) >= 0;
    const bool figures = bare.find_first_not_of("0123456789.") == std::string_view::npos;
    return plain_number ? marked : figures || is_upper(bare[0]);
}

}  // namespace

std::optional<OpeningRef> opening_ref(std::string_view text) {
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos || space == 0) return std::nullopt;
    const std::string_view printed = text.substr(0, space);
    std::string_view bare = printed;
    const bool bracketed = bare.back() == ')';
    const bool marked = is_mark(bare.back());
    while (!bare.empty() && is_mark(bare.back())) bare.remove_suffix(1);
    if (bare.starts_with('(')) bare.remove_prefix(1);
    if (!is_opening_ref(bare, marked, bracketed)) return std::nullopt;
    std::string_view rest = trim(text.substr(space));
    for (const std::string_view dash : {"- ", "\xE2\x80\x93 ", ": "}) {
        if (rest.starts_with(dash)) rest = trim(rest.substr(dash.size()));
    }
    std::string_view first = rest;
    if (first.empty() || !is_upper_case(take_character(first))) return std::nullopt;
    return OpeningRef{printed, text.size() - rest.size()};
}

bool is_numbered(const Table& table, std::span<const std::size_t> columns) {
    std::size_t filled = 0;
    std::size_t numbered = 0;
    std::set<std::string_view> distinct;
    for (const TableRow& row : table.rows) {
        for (const std::size_t column : columns) {
            const std::string_view text = row.cells[column].text;
            if (text.empty()) continue;
            ++filled;
            const std::optional<OpeningRef> ref = opening_ref(text);
            if (!ref) continue;
            ++numbered;
            distinct.insert(ref->printed);
        }
    }
    return numbered >= 2 && numbered * 10 >= filled * 8 && distinct.size() == numbered;
}

}  // namespace tidytracker
