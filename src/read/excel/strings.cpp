// SPDX-License-Identifier: Apache-2.0
#include "read/excel/strings.hpp"

#include <algorithm>

namespace tidytracker::excel {
namespace {

/// Bytes of the UTF-8 character that begins with `lead`, and its UTF-16 code units.
std::size_t bytes_of_character(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Moves `at`, a byte of `text`, on to the code unit `unit`, from `units` which it stands at.
void advance_to(std::uint32_t unit, std::string_view text, std::size_t& at, std::uint32_t& units) {
    while (units < unit && at < text.size()) {
        const std::size_t size = bytes_of_character(text[at]);
        units += size == 4 ? 2 : 1;
        at = std::min(at + size, text.size());
    }
}

}  // namespace

void make_room_for_strings(double share, StringPool& pool) {
    constexpr double k_least_share = 1.0 / 256;
    // Generous: room that is never touched costs no memory.
    const double more = 1.5 / std::clamp(share, k_least_share, 1.0);
    pool.reserve(static_cast<std::size_t>(static_cast<double>(pool.size()) * more),
                 static_cast<std::size_t>(static_cast<double>(pool.bytes()) * more));
}

void append_shared_string(std::string_view text, std::span<const TextRun> runs,
                          SharedStrings& strings, Workbook& workbook) {
    const std::uint32_t handle = workbook.strings.add(text);
    if (strings.count == 0) strings.first = handle;
    if (!runs.empty()) workbook.rich_texts.push_back({handle, {runs.begin(), runs.end()}});
    strings.some_empty = strings.some_empty || text.empty();
    ++strings.count;
}

std::vector<TextRun> runs_from(std::string_view text, std::span<const FontChange> changes,
                               std::span<const FontStyle> fonts) {
    std::vector<TextRun> runs;
    std::size_t at = 0;
    std::uint32_t units = 0;
    TextRun run;
    const auto finish = [&runs, &run, &at] {
        run.length = static_cast<std::uint32_t>(at) - run.first;
        if (run.length > 0) runs.push_back(run);
    };
    for (const FontChange& change : changes) {
        advance_to(change.first, text, at, units);
        finish();
        const FontStyle font = change.font < fonts.size() ? fonts[change.font] : FontStyle{};
        run = {.first = static_cast<std::uint32_t>(at), .bold = font.bold, .strike = font.strike};
    }
    at = text.size();
    finish();
    const auto plain = [](const TextRun& some) { return !some.bold && !some.strike; };
    if (std::ranges::all_of(runs, plain)) runs.clear();
    return runs;
}

void CellTexts::set(std::string_view text, CellKind kind, Cell& cell) {
    if (text.empty()) return;
    cell.kind = kind;
    cell.text = recent_.intern(text);
}

void CellTexts::set_rich(std::string_view text, std::span<const TextRun> runs, Cell& cell) {
    if (text.empty() || runs.empty()) return set(text, CellKind::text, cell);
    cell.kind = CellKind::text;
    cell.text = workbook_.strings.add(text);
    workbook_.rich_texts.push_back({cell.text, {runs.begin(), runs.end()}});
}

bool CellTexts::set_shared(std::uint64_t index, Cell& cell) {
    if (index >= shared_.count) return false;
    const std::uint32_t handle = shared_.first + static_cast<std::uint32_t>(index);
    if (shared_.some_empty && workbook_.strings[handle].empty()) return true;
    cell.kind = CellKind::text;
    cell.text = handle;
    return true;
}

}  // namespace tidytracker::excel
