// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// A number of actions that a document says it has, and which of them it means.
struct Declared {
    std::size_t count{};
    std::optional<bool> finished{};  ///< only the open or only the finished ones
};

constexpr auto k_counted_nouns =
    std::to_array<std::string_view>({"action", "actions", "recommendation", "recommendations"});
constexpr auto k_open_words = std::to_array<std::string_view>({"open", "outstanding", "live"});
constexpr auto k_finished_words =
    std::to_array<std::string_view>({"closed", "complete", "completed"});
constexpr auto k_filling_words = std::to_array<std::string_view>(
    {"total", "number", "of", "in", "all", "no", "count", "there", "are", "the"});

template <std::size_t N>
bool lists_word(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// "Total actions: 12", "(19 recommendations)", "5 open actions". Every word must be known: in a
/// sentence, a number and a noun may say anything.
std::optional<Declared> declared_in(std::string_view text) {
    std::string plain;
    for (const char c : lower_ascii(text)) plain += is_word_byte(c) ? c : ' ';
    Declared declared;
    bool number = false;
    bool noun = false;
    for (const std::string_view word : words_of(plain)) {
        const std::int64_t value = whole_number(word);
        if (value >= 0) {
            if (number) return std::nullopt;
            number = true;
            declared.count = static_cast<std::size_t>(value);
        } else if (lists_word(k_counted_nouns, word)) {
            noun = true;
        } else if (lists_word(k_open_words, word)) {
            declared.finished = false;
        } else if (lists_word(k_finished_words, word)) {
            declared.finished = true;
        } else if (!lists_word(k_filling_words, word)) {
            return std::nullopt;
        }
    }
    return number && noun && declared.count > 0 ? std::optional(declared) : std::nullopt;
}

/// A heading may end with the count: "Communications (20 recommendations)".
std::string_view last_brackets(std::string_view text) {
    const std::size_t open = text.rfind('(');
    return open == std::string_view::npos || !trim(text).ends_with(')') ? text : text.substr(open);
}

bool is_counted(const Record& record, const Declared& declared) {
    return !declared.finished || is_finished(record) == *declared.finished;
}

/// How many records there are in the whole source, and by table and section: a count is right if it
/// is right for any of them.
class CountedRecords {
  public:
    CountedRecords(const Subject& subject, const Source& source, const Declared& declared) {
        for (std::size_t i = 0; i < subject.records().size(); ++i) {
            const Record& record = subject.records()[i];
            if (record.source != source.id || !is_counted(record, declared)) continue;
            ++total_;
            ++parts_[fmt::format("{}", subject.table_of[i])];
            ++parts_[record.section + '\n'];
            if (record.meeting) ++parts_[record.meeting->date + '\t'];
        }
    }
    [[nodiscard]] bool any(std::size_t count) const {
        return count == total_ || std::ranges::any_of(parts_, [count](const auto& part) {
                   return part.second == count;
               });
    }
    [[nodiscard]] std::size_t total() const { return total_; }

  private:
    std::size_t total_{};
    std::unordered_map<std::string, std::size_t> parts_{};
};

/// Rows beside the actions are looked at only if they are short: a count is a line of its own.
std::string text_of_row(const SourceReading& reading, const Row& row, const Sheet& sheet,
                        CellAddress& first) {
    std::string text;
    for (const Cell& cell : sheet.cells_of(row)) {
        if (cell.kind == CellKind::empty) continue;
        if (text.empty()) {
            first = {row.index, cell.column};
        } else {
            text += ' ';
        }
        reading.workbook.append_displayed(cell, text);
        constexpr std::size_t k_longest_line = 120;
        if (text.size() > k_longest_line) return {};
    }
    return text;
}

void check_row(const Subject& subject, const SourceReading& reading, std::uint32_t sheet_index,
               const Row& row, Findings& findings) {
    CellAddress first;
    const Sheet& sheet = reading.workbook.sheets[sheet_index];
    const std::string text = text_of_row(reading, row, sheet, first);
    std::optional<Declared> declared = declared_in(text);
    if (!declared) declared = declared_in(last_brackets(text));
    if (!declared) return;
    const CountedRecords counted(subject, reading.source, *declared);
    if (counted.any(declared->count)) return;
    Finding finding = about_cells(
        k_declared_count_differs, reading, sheet_index, std::array{first},
        fmt::format("the document says {}, but has {}", declared->count, counted.total()));
    finding.text = text;
    finding.note = "no table or section of it has that many either";
    finding.help = "look for a row that was lost, or correct the number";
    findings.push_back(std::move(finding));
}

void check_declared_count_differs(const Subject& subject, Findings& findings) {
    for (const SourceReading& reading : subject.sources) {
        const bool any = std::ranges::any_of(
            reading.tables, [](const MappedTable& mapped) { return mapped.mapping.tracker; });
        if (!any) continue;
        for (std::uint32_t i = 0; i < reading.labels.size(); ++i) {
            for (const RowLabel& label : reading.labels[i]) {
                const bool beside = label.role == RowRole::title ||
                                    label.role == RowRole::section ||
                                    label.role == RowRole::total || label.role == RowRole::note;
                const Row* row = beside ? reading.workbook.sheets[i].find_row(label.row) : nullptr;
                if (row != nullptr) check_row(subject, reading, i, *row, findings);
            }
        }
    }
}

}  // namespace

constinit const Rule k_declared_count_differs{
    .name = "declared-count-differs",
    .family = Family::document,
    .severity = Severity::warning,
    .needs_source = true,
    .what =
        "Finds a number of actions that a title, heading or total states and that no table or "
        "section has.",
    .why = "A row was lost when the document was put together, or the number is out of date.",
    .example = "\"Recommendations (20)\" over nineteen rows",
    .remedy = "Look for the row that was lost, or correct the number.",
    .related = "ref-gap, no-tracker",
    .check = check_declared_count_differs,
};

}  // namespace tidytracker
