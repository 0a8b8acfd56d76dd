// SPDX-License-Identifier: Apache-2.0
#include "locate/action_lines.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "locate/bullets.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

constexpr auto k_dashes =
    std::to_array<std::string_view>({" \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", ": "});

std::string whole_line(const GridRow& row) {
    std::string text;
    for (const GridCell& cell : row.cells) {
        if (!text.empty()) text += ' ';
        text += squeeze(cell.text);
    }
    return text;
}

void append_addresses(const GridRow& row, std::vector<CellAddress>& cells) {
    for (const GridCell& cell : row.cells) cells.push_back(cell.at);
}

/// Length of the reference and the dash that open a line; 0 if none do. A number alone numbers
/// paragraphs.
std::size_t opening_reference(std::string_view line, std::string& reference) {
    for (const std::string_view dash : k_dashes) {
        const std::size_t at = line.find(dash);
        constexpr std::size_t k_longest_reference = 16;
        if (at > k_longest_reference) continue;  // or nowhere
        const std::string_view front = trim(line.substr(0, at));
        const bool letters = std::ranges::any_of(front, is_upper);
        if (!letters || !is_reference_shaped(front) || is_date_shaped(front)) continue;
        reference = front;
        return at + dash.size();
    }
    return 0;
}

/// The parts of a line of a list.
struct ListItem {
    std::string reference{};
    std::string action{};
    std::string lead{};
    std::string status{};
};

/// Takes " – Closed" off the end.
void take_status(std::string& text, ListItem& item) {
    for (const std::string_view dash : k_dashes) {
        const std::size_t at = text.rfind(dash);
        if (at == std::string::npos) continue;
        const std::string_view tail = trim(std::string_view(text).substr(at + dash.size()));
        if (words_of(tail).size() > 4 || !status_of_wording(tail)) continue;
        item.status = tail;
        text = std::string(trim(std::string_view(text).substr(0, at)));
        return;
    }
}

/// Takes "(SL)" off the end.
void take_lead(std::string& text, ListItem& item) {
    while (text.ends_with('.')) text.pop_back();
    if (!text.ends_with(')')) return;
    const std::size_t open = text.rfind('(');
    if (open == std::string::npos || open == 0) return;
    const std::string_view inside =
        trim(std::string_view(text).substr(open + 1, text.size() - open - 2));
    if (!is_initials_shaped(inside) && !is_name_shaped(inside)) return;
    item.lead = inside;
    text = std::string(trim(std::string_view(text).substr(0, open)));
}

std::optional<ListItem> list_item(const std::string& line) {
    ListItem item;
    const std::size_t behind = opening_reference(line, item.reference);
    if (behind == 0) return std::nullopt;
    std::string rest(trim(std::string_view(line).substr(behind)));
    take_status(rest, item);
    take_lead(rest, item);
    if (item.status.empty()) take_status(rest, item);
    item.action = rest;
    if (item.action.empty() || (item.lead.empty() && item.status.empty())) return std::nullopt;
    return item;
}

constexpr std::size_t k_parts = 4;
constexpr auto k_part_members = std::to_array<std::string ListItem::*>(
    {&ListItem::reference, &ListItem::action, &ListItem::lead, &ListItem::status});

void finish_range(Table& table) {
    table.range = {{table.rows.front().sheet_rows.front(), 0},
                   {table.rows.back().sheet_rows.back(), 0}};
}

/// Leaves columns out in which nothing stands.
void drop_empty_columns(Table& table) {
    for (std::size_t i = table.columns.size(); i-- > 0;) {
        const bool empty = std::ranges::all_of(
            table.rows, [i](const TableRow& row) { return row.cells[i].text.empty(); });
        if (!empty) continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        table.columns.erase(table.columns.begin() + at);
        for (TableRow& row : table.rows) row.cells.erase(row.cells.begin() + at);
    }
}

/// What a line of minutes says behind "Action:"; none for other lines.
std::optional<std::string> behind_action_label(const std::string& line) {
    constexpr auto k_labels = std::to_array<std::string_view>(
        {"action", "actions", "action point", "agreed action", "action agreed"});
    constexpr std::size_t k_longest_label = 16;
    const std::string_view bare = trim(std::string_view(line).substr(bullet_length(line)));
    for (const std::string_view mark : {":", " \xE2\x80\x93 ", " - "}) {
        const std::size_t at = bare.find(mark);
        if (at > k_longest_label) continue;  // or nowhere
        const std::string_view label = trim(bare.substr(0, at));
        if (std::ranges::none_of(k_labels, [label](std::string_view known) {
                return equals_ignoring_case(label, known);
            })) {
            continue;
        }
        return std::string(trim(bare.substr(at + mark.size())));
    }
    return std::nullopt;
}

/// "Chief Executive", "TK/LM": who, and not what.
bool names_only_parties(std::string_view text) {
    constexpr std::size_t k_longest_party_words = 6;
    const auto words = words_of(text);
    if (words.empty() || words.size() > k_longest_party_words || text.ends_with('.')) return false;
    if (std::ranges::any_of(words, [](std::string_view word) { return word == "to"; }))
        return false;
    return is_initials_shaped(text) || is_name_shaped(text) || words.size() == 1;
}

/// Length of the number of a heading: "3. " or "2/24 "; 0 if the line is a sentence or has none.
std::size_t heading_number(const std::string& line) {
    constexpr std::size_t k_longest_heading_words = 10;
    const auto words = words_of(line);
    if (words.size() < 2 || words.size() > k_longest_heading_words) return 0;
    if (!is_digit(line[0]) || ends_sentence(line)) return 0;
    const std::size_t number = bullet_length(line);
    if (number > 0) return number;
    // "2/24" is the second minute of 2024; a date has one stroke more.
    const bool minute = std::ranges::count(words[0], '/') == 1 && is_reference_shaped(words[0]);
    return minute && is_upper(words[1][0]) ? words[0].size() : 0;
}

/// Who is to act by "The Clerk to write to the county": what stands before the first "to". Empty if
/// that does not read so.
std::string_view who_is_to_act(std::string_view said) {
    constexpr std::size_t k_most_words = 8;
    const std::size_t at = said.find(" to ");
    if (at == std::string_view::npos || at == 0) return {};
    const std::string_view who = trim(said.substr(0, at));
    const auto words = words_of(who);
    const bool upper = is_upper(who[0]);
    if (!upper || words.size() > k_most_words || ends_sentence(who)) return {};
    // "Agree with the county to ..." begins with what is to be done.
    const bool named = std::ranges::all_of(words, [](std::string_view word) {
        return !is_lower(word[0]) || word == "and" || word == "of" || word == "the" ||
               word == "for";
    });
    return named ? who : std::string_view();
}

/// "Ann Teal / Rob Finch - draft a letter": the length of who, and of the dash behind it; none of
/// both if the text does not open so.
struct DashedOff {
    std::size_t who{};
    std::size_t dash{};
};
DashedOff dashed_off(std::string_view said) {
    for (const std::string_view dash : k_dashes) {
        const std::size_t at = said.find(dash);
        if (at == 0 || at == std::string_view::npos) continue;
        // One word may as well say how urgent it is.
        const std::string_view who = said.substr(0, at);
        const bool several = words_of(who).size() > 1 && names_only_parties(who);
        if (several || is_initials_shaped(who)) return {at, dash.size()};
    }
    return {};
}

/// Collects the actions of minutes. Columns: what, who, under which heading.
class MinuteReader {
  public:
    explicit MinuteReader(std::span<const GridRow> rows) : rows_(rows), roles_(rows.size()) {
        table_.shape = TableShape::list;
        table_.columns.resize(k_columns);
        table_.columns[0].caption = "Action";
        table_.columns[1].caption = "Lead";
        table_.columns[2].caption = "Agenda item";
    }

    void read() {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const std::string line = whole_line(rows_[i]);
            const std::optional<std::string> said = behind_action_label(line);
            if (said && !said->empty()) {
                take_action(i, *said);
                paragraph_ = i + 1;
            } else if (const std::size_t number = heading_number(line); number > 0) {
                heading_ = {.text = std::string(trim(std::string_view(line).substr(number)))};
                append_addresses(rows_[i], heading_.cells);
                roles_[i] = RowRole::section;
                paragraph_ = i + 1;
                goes_on_ = false;
            } else if (goes_on_ && is_right_below(rows_, i) &&
                       (begins_lower_case(line) ||
                        !ends_sentence(table_.rows.back().cells[0].text))) {
                append_to(table_.rows.back().cells[0], i);
            } else {
                goes_on_ = false;
                if (i > 0 && !is_right_below(rows_, i)) paragraph_ = i;
            }
        }
    }
    [[nodiscard]] std::size_t actions() const { return table_.rows.size(); }
    [[nodiscard]] Table take(std::vector<RowLabel>& labels) {
        for (std::size_t i = 0; i < roles_.size(); ++i) {
            if (roles_[i] != RowRole::empty) labels[i].role = roles_[i];
        }
        finish_range(table_);
        drop_empty_columns(table_);
        return std::move(table_);
    }

  private:
    static constexpr std::size_t k_columns = 3;

    std::span<const GridRow> rows_;
    std::vector<RowRole> roles_;
    Table table_{};
    TableCell heading_{};
    std::size_t paragraph_{};  ///< first line of the paragraph above
    bool goes_on_{};           ///< the last action may be continued below

    void append_to(TableCell& cell, std::size_t row) {
        if (!cell.text.empty()) cell.text += '\n';
        cell.text += whole_line(rows_[row]);
        append_addresses(rows_[row], cell.cells);
        table_.rows.back().sheet_rows.push_back(rows_[row].row);
        roles_[row] = RowRole::data;
    }
    void take_action(std::size_t row, const std::string& said) {
        table_.rows.emplace_back().cells.resize(k_columns);
        auto& cells = table_.rows.back().cells;
        const bool only_who = names_only_parties(said) && paragraph_ < row;
        if (only_who) {
            for (std::size_t i = paragraph_; i < row; ++i) append_to(cells[0], i);
        }
        const DashedOff dashed = only_who ? DashedOff{} : dashed_off(said);
        TableCell& cell = cells[only_who ? 1 : 0];
        cell.text = said.substr(dashed.who + dashed.dash);
        append_addresses(rows_[row], cell.cells);
        table_.rows.back().sheet_rows.push_back(rows_[row].row);
        roles_[row] = RowRole::data;
        const std::string_view who =
            dashed.who > 0 ? std::string_view(said).substr(0, dashed.who) : who_is_to_act(said);
        if (!only_who && !who.empty()) cells[1] = {std::string(who), cell.cells};
        cells[2] = heading_;
        goes_on_ = !only_who;
    }
};

}  // namespace

std::vector<Table> locate_action_list(std::span<const GridRow> rows,
                                      std::vector<RowLabel>& labels) {
    Table table{.shape = TableShape::list};
    table.columns.resize(k_parts);
    std::vector<std::size_t> taken;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::string line = whole_line(rows[i]);
        std::string reference;
        if (opening_reference(line, reference) == 0) continue;
        // A line may be wrapped: what follows it without reference belongs to it.
        std::size_t end = i + 1;
        constexpr std::size_t k_most_lines = 8;
        while (end < rows.size() && end < i + k_most_lines && is_right_below(rows, end)) {
            const std::string next = whole_line(rows[end]);
            if (opening_reference(next, reference) > 0) break;
            line.append(" ").append(next);
            ++end;
        }
        std::optional<ListItem> item = list_item(line);
        if (!item) continue;
        TableRow made;
        std::vector<CellAddress> cells;
        for (std::size_t row = i; row < end; ++row) {
            made.sheet_rows.push_back(rows[row].row);
            append_addresses(rows[row], cells);
            taken.push_back(row);
        }
        for (const auto part : k_part_members) {
            std::string& text = (*item).*part;
            made.cells.push_back(text.empty() ? TableCell{} : TableCell{std::move(text), cells});
        }
        table.rows.push_back(std::move(made));
        i = end - 1;
    }
    if (table.rows.size() < 2) return {};
    for (const std::size_t row : taken) labels[row].role = RowRole::data;
    finish_range(table);
    drop_empty_columns(table);
    std::vector<Table> tables;
    tables.push_back(std::move(table));
    return tables;
}

std::vector<Table> locate_minuted_actions(std::span<const GridRow> rows,
                                          std::vector<RowLabel>& labels) {
    MinuteReader reader(rows);
    reader.read();
    if (reader.actions() < 2) return {};
    std::vector<Table> tables;
    tables.push_back(reader.take(labels));
    return tables;
}

}  // namespace tidytracker
