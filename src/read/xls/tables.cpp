// SPDX-License-Identifier: Apache-2.0
#include "read/xls/tables.hpp"

#include <utility>

#include "base/little_endian.hpp"
#include "read/choice_lists.hpp"

namespace tidytracker::biff {
namespace {

/// A Ref8U (2.5.211); none if its ends are in the wrong order.
std::optional<CellRange> take_range(ByteReader& in) {
    CellRange range;
    range.first.row = in.take<std::uint16_t>();
    range.last.row = in.take<std::uint16_t>();
    range.first.column = in.take<std::uint16_t>();
    range.last.column = in.take<std::uint16_t>();
    const bool ordered =
        range.first.row <= range.last.row && range.first.column <= range.last.column;
    return ordered && !in.overrun() ? std::optional(range) : std::nullopt;
}

void skip_string(ByteReader& in) {
    const std::size_t count = in.take<std::uint16_t>();
    const bool wide = (in.take<std::uint8_t>() & 1U) != 0;
    in.skip(wide ? 2 * count : count);
}

/// The tokens of a formula, counted by two bytes of four.
std::string_view take_formula(ByteReader& in) {
    const std::size_t size = in.take<std::uint16_t>();
    in.skip(2);
    return in.take_bytes(size);
}

}  // namespace

void read_choices(std::string_view body, const excel::References& references,
                  std::vector<ChoiceList>& choices) {
    constexpr int k_texts = 4;  // for the reader of the cells
    ByteReader in(body);
    if (!excel::is_list_validation(in.take<std::uint32_t>())) return;
    for (int i = 0; i < k_texts; ++i) skip_string(in);
    const std::string_view tokens = take_formula(in);
    (void)take_formula(in);
    const std::string source =
        excel::choices_source(tokens, excel::TokenStrings::of_biff8, references);
    for (auto count = in.take<std::uint16_t>(); count > 0 && !in.rest().empty(); --count) {
        const std::optional<CellRange> range = take_range(in);
        if (range) add_choice_list(*range, source, choices);
    }
}

std::optional<DefinedTable> table_from(std::string_view body, const TextReader& text) {
    constexpr std::size_t k_header = 12;
    constexpr std::uint16_t k_list_feature = 5;
    constexpr std::size_t k_unused = 5;
    constexpr std::size_t k_size_and_rest = 6;
    constexpr std::size_t k_before_name = 64;
    ByteReader in(body);
    in.skip(k_header);
    if (in.take<std::uint16_t>() != k_list_feature) return std::nullopt;
    in.skip(k_unused);
    const std::size_t ranges = in.take<std::uint16_t>();
    in.skip(k_size_and_rest);
    const std::optional<CellRange> range = take_range(in);
    if (ranges != 1 || !range) return std::nullopt;
    in.skip(k_before_name);
    return DefinedTable{text.read(in.rest(), LengthField::two_bytes), *range};
}

}  // namespace tidytracker::biff
