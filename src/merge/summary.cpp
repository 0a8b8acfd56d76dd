// SPDX-License-Identifier: Apache-2.0
// In: a register. Out: its figures for a board. Counts only; no record is judged or changed.
#include <tidytracker/summary.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "base/calendar.hpp"
#include "model/words.hpp"
#include "schema/flat.hpp"
#include "schema/notation.hpp"

namespace tidytracker {
namespace summing {
namespace {

constexpr std::string_view k_none = "(none)";

bool is_done(const Record& record) {
    return record.status == Status::complete || record.status == Status::cancelled;
}

void count_record(const Record& record, SummaryRow& row) {
    ++row.actions;
    ++(is_done(record) ? row.closed : row.open);
    if (record.overdue.value_or(false)) ++row.overdue;
}

/// Counts records by names; each record under each of its names once.
class Counter {
  public:
    void add(const Record& record, const std::string& name) {
        SummaryRow& row = rows_[name];
        row.name = name;
        count_record(record, row);
    }
    /// In the order of their names.
    [[nodiscard]] std::vector<SummaryRow> by_name() const {
        std::vector<SummaryRow> out;
        for (const auto& [name, row] : rows_) out.push_back(row);
        return out;
    }
    /// The most actions first; those without a name last.
    [[nodiscard]] std::vector<SummaryRow> by_size() const {
        std::vector<SummaryRow> out = by_name();
        std::ranges::stable_sort(out, [](const SummaryRow& a, const SummaryRow& b) {
            if ((a.name == k_none) != (b.name == k_none)) return b.name == k_none;
            return a.actions > b.actions;
        });
        return out;
    }

  private:
    std::map<std::string, SummaryRow> rows_{};
};

std::string or_none(const std::string& text) {
    return text.empty() ? std::string(k_none) : text;
}

std::set<std::string> lead_names(const Record& record) {
    std::set<std::string> names;
    for (const Party& party : record.leads) {
        const std::string& name = !party.person.empty() ? party.person
                                  : !party.post.empty() ? party.post
                                                        : party.organisation;
        names.insert(or_none(name.empty() ? party.text : name));
    }
    return names.empty() ? std::set<std::string>{std::string(k_none)} : names;
}

std::set<std::string> body_names(const Record& record) {
    std::set<std::string> names;
    for (const Party& party : record.leads) {
        if (!party.organisation.empty()) names.insert(party.organisation);
    }
    return names.empty() ? std::set<std::string>{std::string(k_none)} : names;
}

std::string meeting_name(const Record& record) {
    if (!record.meeting) return std::string(k_none);
    const Meeting& meeting = *record.meeting;
    if (meeting.date.empty() || meeting.name.empty()) return or_none(meeting.date + meeting.name);
    return meeting.date + " " + meeting.name;
}

/// Rows in the order of a closed list.
template <class Enum, Enum Record::*member>
std::vector<SummaryRow> rows_of_list(const Document& document) {
    std::vector<SummaryRow> rows;
    for (std::size_t i = 0; i < k_words<Enum>.size(); ++i) {
        const std::string_view word = k_words<Enum>[i];
        SummaryRow row{.name = word.empty() ? std::string(k_none) : readable_word(word)};
        for (const Record& record : document.records) {
            if (record.*member == static_cast<Enum>(i)) count_record(record, row);
        }
        if (row.actions > 0) rows.push_back(std::move(row));
    }
    return rows;
}

template <class Names>
std::vector<SummaryRow> rows_by(const Document& document, Names names) {
    Counter counter;
    for (const Record& record : document.records) {
        for (const std::string& name : names(record)) counter.add(record, name);
    }
    return counter.by_size();
}

std::optional<Day> day_of(const std::optional<When>& when) {
    return when ? day_from_iso(when->date) : std::nullopt;
}

/// The day on which an action began: it was raised, or its meeting was held.
std::optional<Day> first_day(const Record& record) {
    if (const auto raised = day_of(record.raised)) return raised;
    return record.meeting ? day_from_iso(record.meeting->date) : std::nullopt;
}

struct AgeBand {
    std::string_view name{};
    int below{};  ///< days
};
constexpr std::array<AgeBand, 5> k_ages{
    AgeBand{"under 1 month", 31}, AgeBand{"1 to 3 months", 92}, AgeBand{"3 to 6 months", 183},
    AgeBand{"6 to 12 months", 366}, AgeBand{"over 1 year", 1 << 30}};

/// Open actions by the time since they were raised.
std::vector<SummaryRow> rows_by_age(const Document& document) {
    const auto today = day_from_iso(document.as_of);
    std::array<SummaryRow, k_ages.size()> rows{};
    for (std::size_t i = 0; i < k_ages.size(); ++i) rows[i].name = k_ages[i].name;
    for (const Record& record : document.records) {
        const auto first = first_day(record);
        if (!today || !first || is_done(record)) continue;
        const auto age = (*today - *first).count();
        const auto band = std::ranges::find_if(
            k_ages, [age](const AgeBand& candidate) { return age < candidate.below; });
        count_record(record, rows[static_cast<std::size_t>(band - k_ages.begin())]);
    }
    std::vector<SummaryRow> out(rows.begin(), rows.end());
    const bool any = std::ranges::any_of(out, [](const auto& row) { return row.actions > 0; });
    return any ? out : std::vector<SummaryRow>{};
}

std::vector<SummaryRow> rows_by_closing_month(const Document& document) {
    Counter counter;
    for (const Record& record : document.records) {
        constexpr std::size_t k_month = 7;  // "2024-05"
        if (!is_done(record) || !record.completed || record.completed->date.empty()) continue;
        counter.add(record, record.completed->date.substr(0, k_month));
    }
    return counter.by_name();
}

std::vector<SummaryRow> rows_by_slips(const Document& document) {
    constexpr std::array<std::string_view, 4> k_names{"never", "once", "twice", "3 times or more"};
    std::array<SummaryRow, k_names.size()> rows{};
    for (std::size_t i = 0; i < k_names.size(); ++i) rows[i].name = k_names[i];
    bool any = false;
    for (const Record& record : document.records) {
        if (!record.due) continue;
        const std::size_t slips = std::min(record.due_history.size(), k_names.size() - 1);
        any = any || slips > 0;
        count_record(record, rows[slips]);
    }
    return any ? std::vector<SummaryRow>(rows.begin(), rows.end()) : std::vector<SummaryRow>{};
}

/// A table is worth showing if it tells records apart.
void add_table(Summary& summary, std::string name, std::string caption,
               std::vector<SummaryRow> rows) {
    const bool says_nothing = rows.empty() || (rows.size() == 1 && rows[0].name == k_none);
    if (says_nothing) return;
    summary.tables.push_back({std::move(name), std::move(caption), std::move(rows)});
}

void add_dated(const Document& document, Summary& summary) {
    const auto today = day_from_iso(document.as_of);
    if (!today) return;
    constexpr int k_week = 7;
    for (std::size_t i = 0; i < document.records.size(); ++i) {
        const Record& record = document.records[i];
        const auto due = day_of(record.due);
        if (!due || is_done(record)) continue;
        const auto days = static_cast<int>((*due - *today).count());
        if (days < 0) summary.overdue.push_back({i, -days});
        if (days >= 0 && days <= summary.weeks * k_week) summary.due_soon.push_back({i, days});
    }
    std::ranges::stable_sort(summary.overdue, std::greater(), &SummaryAction::days);
    std::ranges::stable_sort(summary.due_soon, {}, &SummaryAction::days);
}

}  // namespace
}  // namespace summing

Summary summarise(const Document& document, int weeks) {
    Summary out{.as_of = document.as_of, .total = {.name = "All"}, .weeks = weeks};
    for (const Record& record : document.records) summing::count_record(record, out.total);
    const auto single = [](auto name) {
        return [name](const Record& record) {
            return std::set<std::string>{summing::or_none(name(record))};
        };
    };
    using namespace summing;
    add_table(out, "status", "By status", rows_of_list<Status, &Record::status>(document));
    add_table(out, "lead", "By lead", rows_by(document, lead_names));
    add_table(out, "body", "By body", rows_by(document, body_names));
    add_table(out, "meeting", "By meeting", rows_by(document, single(meeting_name)));
    add_table(out, "section", "By section",
              rows_by(document, single([](const Record& record) { return record.section; })));
    add_table(out, "priority", "By priority", rows_of_list<Priority, &Record::priority>(document));
    add_table(out, "rag", "By RAG", rows_of_list<Rag, &Record::rag>(document));
    add_table(out, "age", "Open actions by age", rows_by_age(document));
    add_table(out, "closed", "Closed by month", rows_by_closing_month(document));
    add_table(out, "slips", "Due dates put off", rows_by_slips(document));
    add_dated(document, out);
    return out;
}

}  // namespace tidytracker
