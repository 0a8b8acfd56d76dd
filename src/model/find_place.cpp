// SPDX-License-Identifier: Apache-2.0
#include "model/find_place.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"

namespace tidytracker {
namespace {

/// Takes "WORD NUMBER" off the start; `word` may stand in the plural.
std::optional<std::uint32_t> take_number(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return std::nullopt;
    std::string_view rest = text.substr(word.size());
    if (rest.starts_with('s')) rest.remove_prefix(1);
    rest = trim(rest);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc{} || number == 0) return std::nullopt;
    text = trim(rest.substr(static_cast<std::size_t>(end - rest.data())));
    return number;
}

/// `count` counts from 1 among the sheets for which `wanted` holds.
template <class Predicate>
std::optional<std::uint32_t> nth_sheet(const Workbook& workbook, std::uint32_t count,
                                       Predicate wanted) {
    for (std::uint32_t i = 0; i < workbook.sheets.size(); ++i) {
        if (wanted(workbook.sheets[i]) && --count == 0) return i;
    }
    return std::nullopt;
}

std::optional<SheetPlace> whole_row(std::optional<std::uint32_t> sheet, std::uint32_t number) {
    if (!sheet) return std::nullopt;
    const CellAddress at{.row = number - 1, .column = 0};
    return SheetPlace{.sheet = *sheet, .range = {at, at}, .whole_rows = true};
}

std::optional<SheetPlace> find_line(const Workbook& workbook, std::string_view place) {
    const std::optional<std::uint32_t> line = take_number(place, "line");
    if (!line) return std::nullopt;
    const auto sheet = nth_sheet(
        workbook, 1, [](const Sheet& candidate) { return candidate.places == PlaceStyle::line; });
    return whole_row(sheet, *line);
}

/// "page 3 table 2 row 4", "page 3 line 7", "page 3 header".
std::optional<SheetPlace> find_on_page(const Workbook& workbook, std::string_view place) {
    const std::optional<std::uint32_t> page = take_number(place, "page");
    if (!page) return std::nullopt;
    const bool header = place.starts_with("header");
    const std::optional<std::uint32_t> table = take_number(place, "table");
    const std::optional<std::uint32_t> line = take_number(place, "line");
    const BlockKind kind = table    ? BlockKind::table
                           : line   ? BlockKind::paragraphs
                           : header ? BlockKind::page_header
                                    : BlockKind::page_footer;
    for (std::uint32_t i = 0; i < workbook.sheets.size(); ++i) {
        const Sheet& sheet = workbook.sheets[i];
        for (const Block& block : sheet.blocks) {
            if (block.page != *page || block.kind != kind) continue;
            if (table && block.number != *table) continue;
            const std::uint32_t first = line ? block.number : 1;
            const std::uint32_t number = line ? *line : take_number(place, "row").value_or(1);
            if (number < first) continue;
            const std::uint32_t row = block.first_row + number - first;
            if (sheet.block_of(row) == &block) return whole_row(i, row + 1);
        }
    }
    return std::nullopt;
}

/// How a part of a document is called in places, and by which of its rows.
struct BlockWords {
    BlockKind kind{};
    std::string_view word{};
    bool numbered{};
};
constexpr std::array<BlockWords, 5> k_blocks{{{BlockKind::table, "table", true},
                                              {BlockKind::footnote, "footnote", true},
                                              {BlockKind::endnote, "endnote", true},
                                              {BlockKind::page_header, "page header", false},
                                              {BlockKind::page_footer, "page footer", false}}};

/// The row of a document's sheet that "table 2 row 5" or "footnote 1" names.
std::optional<std::uint32_t> row_in_document(const Sheet& sheet, std::string_view place) {
    if (const auto paragraph = take_number(place, "paragraph")) {
        for (const Block& block : sheet.blocks) {
            if (block.kind != BlockKind::paragraphs) continue;
            const std::uint32_t row = block.first_row + *paragraph - block.number;
            if (*paragraph >= block.number && sheet.block_of(row) == &block) return row;
        }
        return std::nullopt;
    }
    for (const BlockWords& words : k_blocks) {
        std::string_view rest = place;
        if (!rest.starts_with(words.word)) continue;
        const std::uint32_t number = words.numbered ? take_number(rest, words.word).value_or(0) : 0;
        const auto block = std::ranges::find_if(sheet.blocks, [&](const Block& candidate) {
            return candidate.kind == words.kind && (!words.numbered || candidate.number == number);
        });
        if (block == sheet.blocks.end()) return std::nullopt;
        return block->first_row + take_number(rest, "row").value_or(1) - 1;
    }
    return std::nullopt;
}

std::optional<SheetPlace> find_in_document(const Workbook& workbook, std::string_view place) {
    const auto sheet = nth_sheet(workbook, 1, [](const Sheet& candidate) {
        return candidate.places == PlaceStyle::document;
    });
    if (!sheet) return std::nullopt;
    const auto row = row_in_document(workbook.sheets[*sheet], place);
    return row ? whole_row(sheet, *row + 1) : std::nullopt;
}

/// The name before the "!" of a place, which is quoted as in a formula where it has to be.
std::string sheet_name(std::string_view text) {
    const bool quoted = text.size() >= 2 && text.front() == '\'' && text.back() == '\'';
    return quoted ? replace_all(text.substr(1, text.size() - 2), "''", "'") : std::string(text);
}

std::optional<SheetPlace> find_cells(const Workbook& workbook, std::string_view place) {
    // A sheet's name may hold a "!" itself; an A1 range cannot. A CSV file's sheet has no name.
    const std::size_t mark = place.rfind('!');
    const std::string name =
        mark == std::string_view::npos ? std::string{} : sheet_name(place.substr(0, mark));
    const auto sheet = nth_sheet(workbook, 1, [&name](const Sheet& candidate) {
        return candidate.places == PlaceStyle::a1 && candidate.name == name;
    });
    const std::optional<CellRange> range =
        range_from_a1(mark == std::string_view::npos ? place : place.substr(mark + 1));
    if (!sheet || !range) return std::nullopt;
    return SheetPlace{.sheet = *sheet, .range = *range};
}

}  // namespace

std::optional<SheetPlace> find_place(const Workbook& workbook, std::string_view place) {
    const std::string_view first = place.substr(0, place.find("; "));
    if (auto found = find_cells(workbook, first)) return found;
    if (auto found = find_line(workbook, first)) return found;
    if (auto found = find_in_document(workbook, first)) return found;
    return find_on_page(workbook, first);
}

std::string located(std::string_view file, std::string_view place) {
    std::string out(file);
    if (place.empty()) return out;
    for (const std::string_view word : {std::string_view("line "), std::string_view("lines ")}) {
        if (place.starts_with(word)) return out.append(":").append(place.substr(word.size()));
    }
    return out.append(":").append(place);
}

}  // namespace tidytracker
