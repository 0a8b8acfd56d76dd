// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx/regular_cell.hpp"

#include <cstring>

#include "base/text.hpp"
#include "base/xml_bytes.hpp"

namespace tidytracker::xlsx {
namespace {

/// No tag of a regular cell is longer, so that the bounds need to be looked at only once.
constexpr std::ptrdiff_t k_longest_tag = 64;
constexpr std::ptrdiff_t k_longest_type = 3;  // "str"

/// Moves `at` behind `expected` if that stands there.
template <std::size_t size>
bool take(const char*& at, const char (&expected)[size]) {
    if (std::memcmp(at, expected, size - 1) != 0) return false;
    at += size - 1;
    return true;
}

/// As many digits as `most`; none is 0, more leave a digit behind.
std::uint32_t take_digits(const char*& at, int most) {
    std::uint32_t value = 0;
    for (; most > 0 && is_digit(*at); --most) {
        value = value * 10 + static_cast<std::uint32_t>(*at++ - '0');
    }
    return value;
}

/// `B7"`
bool take_address(const char*& at, CellAddress& address) {
    std::uint32_t column = 0;
    for (int letters = 0; letters < 3 && is_upper(*at); ++letters) {
        column = column * 26 + static_cast<std::uint32_t>(*at++ - 'A' + 1);
    }
    const std::uint32_t row = take_digits(at, 7);
    if (column == 0 || row == 0 || !take(at, "\"")) return false;
    address = {row - 1, column - 1};
    return true;
}

/// `s"` or `str"`
bool take_type(const char*& at, CellType& type) {
    const char* const first = at;
    while (is_lower(*at) && at - first < k_longest_type) ++at;
    type = cell_type({first, static_cast<std::size_t>(at - first)});
    return take(at, "\"");
}

}  // namespace

std::optional<RegularCell> regular_cell(std::string_view ahead) {
    const char* at = ahead.data();
    const char* const end = at + ahead.size();
    if (end - at < k_longest_tag || !take(at, "<c r=\"")) return std::nullopt;
    RegularCell cell;
    if (!take_address(at, cell.at)) return std::nullopt;
    if (take(at, " s=\"")) {
        cell.style = take_digits(at, 6);
        if (!take(at, "\"")) return std::nullopt;
    }
    if (take(at, " t=\"") && !take_type(at, cell.type)) return std::nullopt;
    if (take(at, "><v>")) {
        const char* const value = at;
        at = find_markup(at, end);
        cell.value = {value, static_cast<std::size_t>(at - value)};
        constexpr std::ptrdiff_t k_closing_tags = 8;
        if (end - at < k_closing_tags || !take(at, "</v></c>")) return std::nullopt;
    } else if (!take(at, "/>")) {
        return std::nullopt;
    }
    cell.size = static_cast<std::size_t>(at - ahead.data());
    return cell;
}

}  // namespace tidytracker::xlsx
