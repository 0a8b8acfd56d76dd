// SPDX-License-Identifier: Apache-2.0
#include "read/excel/references.hpp"

#include <tidytracker/workbook.hpp>

#include <algorithm>
#include <cstdint>

#include "base/little_endian.hpp"
#include "base/text.hpp"

namespace tidytracker::excel {
namespace {

/// Tokens by their number without the class of their operand (2.5.198.3).
enum Token : unsigned {
    token_string = 0x17,
    token_name = 0x23,
    token_cell = 0x24,
    token_area = 0x25,
    token_cell_of_sheet = 0x3A,
    token_area_of_sheet = 0x3B,
};

unsigned take_token(ByteReader& in) {
    constexpr unsigned k_class = 0x60;
    constexpr unsigned k_reference = 0x20;
    const unsigned token = in.take<std::uint8_t>();
    return (token & k_class) != 0 ? (token & ~k_class) | k_reference : token;
}

struct Corner {
    std::uint32_t row{};
    unsigned column{};  ///< with flags
};

std::string written(const Corner& corner) {
    constexpr unsigned k_column = 0x3FFF;
    constexpr unsigned k_relative_column = 0x4000;
    constexpr unsigned k_relative_row = 0x8000;
    std::string out = (corner.column & k_relative_column) == 0 ? "$" : "";
    out += column_letters(corner.column & k_column);
    if ((corner.column & k_relative_row) == 0) out += '$';
    return out += std::to_string(std::uint64_t{corner.row} + 1);
}

std::string take_cells(ByteReader& in, bool area, TokenStrings strings) {
    const auto take_row = [&in, strings]() -> std::uint32_t {
        return strings == TokenStrings::of_biff12 ? in.take<std::uint32_t>()
                                                  : in.take<std::uint16_t>();
    };
    Corner first;
    Corner last;
    first.row = take_row();
    if (area) last.row = take_row();
    first.column = in.take<std::uint16_t>();
    if (area) last.column = in.take<std::uint16_t>();
    return area ? written(first) + ":" + written(last) : written(first);
}

/// "Lists!", "'Who''s who'!".
std::string written_sheet(std::string_view name) {
    const bool plain =
        std::ranges::all_of(name, [](char c) { return is_word_byte(c) || c == '_'; });
    if (plain) return std::string(name).append("!");
    return std::string("'").append(replace_all(name, "'", "''")).append("'!");
}

}  // namespace

std::string choices_source(std::string_view tokens, TokenStrings strings,
                           const References& references) {
    ByteReader in(tokens);
    std::string source;
    const unsigned token = take_token(in);
    if (token == token_string) {
        source = take_token_string(in, strings);
        // Excel 97 to 2003 separates the values so.
        std::ranges::replace(source, '\0', ',');
    } else if (token == token_name) {
        const std::size_t number = in.take<std::uint32_t>();
        if (number > 0 && number <= references.names.size()) source = references.names[number - 1];
    } else if (token == token_cell || token == token_area) {
        source = take_cells(in, token == token_area, strings);
    } else if (token == token_cell_of_sheet || token == token_area_of_sheet) {
        const std::size_t sheet = in.take<std::uint16_t>();
        const bool known = sheet < references.sheets.size() && !references.sheets[sheet].empty();
        const std::string cells = take_cells(in, token == token_area_of_sheet, strings);
        if (known) source = written_sheet(references.sheets[sheet]) + cells;
    }
    return in.overrun() || !in.rest().empty() ? std::string() : source;
}

}  // namespace tidytracker::excel
