// SPDX-License-Identifier: Apache-2.0
// Mending: a source and its records in, changes to cells out. Only what no two readers would
// dispute is changed; formulas and texts in several fonts are left as they are.
#include <tidytracker/place.hpp>
#include <tidytracker/repair.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>

#include "base/calendar.hpp"
#include "base/mojibake.hpp"
#include "base/shape.hpp"
#include "base/similar.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "validate/cells.hpp"
#include "validate/check.hpp"

namespace tidytracker {
namespace {

std::string without_unseen(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t character = take_character(text);
        const bool control =
            (character < 0x20 && character != '\n' && character != '\t') || character == 0x7F;
        const bool unseen = character == 0x200B || character == 0xFEFF;
        if (!control && !unseen) out += before.substr(0, before.size() - text.size());
    }
    return out;
}

/// Single spaces, none at the ends of lines, no empty lines at the ends. Empty lines between
/// paragraphs stay.
std::string with_tidy_spaces(std::string_view text) {
    std::vector<std::string> lines;
    for (const std::string_view line : split(text, '\n')) lines.push_back(squeeze(line));
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    while (!lines.empty() && lines.front().empty()) lines.erase(lines.begin());
    return join(lines, "\n");
}

/// The mended text and the reasons for the change.
std::pair<std::string, std::string> mended(std::string_view text) {
    std::vector<std::string> reasons;
    std::string now(text);
    if (auto letters = mended_mojibake(now)) {
        now = std::move(*letters);
        reasons.emplace_back("letters that went wrong");
    }
    std::string seen = without_unseen(replace_all(now, "\r\n", "\n"));
    if (seen != replace_all(now, "\r\n", "\n")) reasons.emplace_back("characters that nobody sees");
    std::string tidy = with_tidy_spaces(seen);
    if (tidy != seen) reasons.emplace_back("spaces");
    return {std::move(tidy), join(reasons, ", ")};
}

using Repairs = std::map<std::pair<std::uint32_t, CellAddress>, Repair>;

Repair& repair_at(const SourceReading& reading, std::uint32_t sheet, CellAddress at,
                  const Cell& cell, Repairs& repairs) {
    Repair& repair = repairs[{sheet, at}];
    if (repair.place.empty()) {
        repair.edit.sheet = sheet;
        repair.edit.at = at;
        repair.place = place_text(reading.workbook.sheets[sheet], std::array{at});
        repair.before = reading.workbook.displayed(cell);
    }
    return repair;
}

void add_reason(Repair& repair, std::string_view reason) {
    if (!repair.reason.empty()) repair.reason += ", ";
    repair.reason += reason;
}

bool may_be_changed(const SourceReading& reading, const Cell& cell) {
    return cell.kind == CellKind::text && !cell.formula &&
           reading.workbook.rich_text_of(cell) == nullptr;
}

void mend_texts(const SourceReading& reading, Repairs& repairs) {
    const Subject subject{.sources = std::span(&reading, 1)};
    for_each_cell(subject, [&repairs](const SourceReading& from, const MappedTable& mapped,
                                      const Row& row, const Cell& cell) {
        if (!may_be_changed(from, cell)) return;
        auto [text, reason] = mended(text_of(from, cell));
        if (reason.empty() || text.empty()) return;
        Repair& repair =
            repair_at(from, mapped.table.sheet, {row.index, cell.column}, cell, repairs);
        repair.after = text;
        repair.edit.text = std::move(text);
        add_reason(repair, reason);
    });
}

/// The only source cell of a record's field, if it may be changed.
struct OnlyCell {
    std::uint32_t sheet{};
    CellAddress at{};
    const Cell* cell{};
};

OnlyCell only_cell(const SourceReading& reading, const Record& record, std::string_view field) {
    const auto cells = std::ranges::find(record.provenance, field, &FieldCells::field);
    if (cells == record.provenance.end() || cells->cells.size() != 1) return {};
    const Cell* cell = reading.workbook.sheets[cells->sheet].find(cells->cells.front());
    if (cell == nullptr || !may_be_changed(reading, *cell)) return {};
    return {.sheet = cells->sheet, .at = cells->cells.front(), .cell = cell};
}

/// "31/03/2024" and "2024-03-31" can only be one day; "03/04/2024" is two to different readers.
bool is_plain_day(std::string_view text) {
    if (names_month(text) || day_from_iso(text)) return true;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    constexpr std::int64_t k_months = 12;
    return digits <= 2 && whole_number(text.substr(0, digits)) > k_months && is_date_shaped(text);
}

bool has_year(std::string_view text) {
    std::size_t digits = 0;
    for (const char c : text) {
        digits = is_digit(c) ? digits + 1 : 0;
        if (digits == 4) return true;
    }
    return false;
}

/// Mends the dates of a record; the number of those that are left to be decided.
std::size_t mend_dates(const SourceReading& reading, const Record& record, bool order_told,
                       Repairs& repairs) {
    if (reading.workbook.format != "xlsx") return 0;  // elsewhere every date is a text
    std::size_t undecided = 0;
    constexpr std::array<std::pair<std::string_view, std::optional<When> Record::*>, 4> k_fields{
        {{"raised", &Record::raised},
         {"due", &Record::due},
         {"completed", &Record::completed},
         {"review", &Record::review}}};
    for (const auto& [field, member] : k_fields) {
        const std::optional<When>& when = record.*member;
        if (!when || when->date.empty() || when->edtf != when->date || when->text.size() < 6)
            continue;
        const OnlyCell only = only_cell(reading, record, field);
        const std::optional<Day> day = day_from_iso(when->date);
        if (only.cell == nullptr || !day || !has_year(when->text)) continue;
        const bool figures = is_date_shaped(when->text);
        if (!is_plain_day(when->text) && !(order_told && figures)) {
            undecided += figures ? 1 : 0;
            continue;
        }
        // Words beside the day would be lost.
        if (words_of(when->text).size() > 3 || squeeze(text_of(reading, *only.cell)) != when->text)
            continue;
        Repair& repair = repair_at(reading, only.sheet, only.at, *only.cell, repairs);
        repair.edit.text.reset();
        repair.edit.day = serial_from_day(*day, reading.workbook.date_system);
        repair.after = when->date;
        add_reason(repair, "date typed as text");
    }
    return undecided;
}

void mend_status(const SourceReading& reading, const Record& record, Repairs& repairs) {
    if (record.status != Status::unknown || record.status_text.empty()) return;
    const std::string word = lower_ascii(squeeze(record.status_text));
    const std::string_view meant = likely_status(word);
    // A short word is one slip away from several.
    constexpr std::size_t k_long_word = 5;
    if (meant.size() < k_long_word || !is_one_slip_away(word, meant)) return;
    const OnlyCell only = only_cell(reading, record, "status");
    if (only.cell == nullptr ||
        squeeze(text_of(reading, *only.cell)) != squeeze(record.status_text))
        return;
    std::string text(meant);
    if (is_upper(record.status_text.front()))
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    Repair& repair = repair_at(reading, only.sheet, only.at, *only.cell, repairs);
    repair.after = text;
    repair.edit.text = std::move(text);
    add_reason(repair, "mistyped status");
}

}  // namespace

Mending mending_of(const Document& document, const SourceReading& reading,
                   const Setting<DateOrder>& order) {
    Repairs repairs;
    Mending mending;
    const bool told = order.origin > Origin::detected;
    mend_texts(reading, repairs);
    for (const Record& record : document.records) {
        if (record.source != reading.source.id) continue;
        mending.undecided_days += mend_dates(reading, record, told, repairs);
        mend_status(reading, record, repairs);
    }
    for (auto& entry : repairs) mending.repairs.push_back(std::move(entry.second));
    return mending;
}

}  // namespace tidytracker
