// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/csv_cell.hpp"
#include "base/display.hpp"
#include "base/json_text.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/csv_text.hpp"
#include "cli/summary.hpp"

namespace tidytracker::cli {
namespace {

/// Rows of a table, or actions of a list, that a terminal shows; a file shows all.
constexpr std::size_t k_most_rows = 15;
constexpr int k_widest_name = 36;

std::string padded(std::string_view text, int width) {
    std::string out = clip(printable(text), width);
    const int gap = width - display_width(out);
    return out.append(static_cast<std::size_t>(std::max(0, gap)), ' ');
}

/// '#' for what is open, '.' for what is closed.
std::string bar_of(const SummaryRow& row, std::size_t most, int width) {
    const auto scaled = [&](std::size_t count) {
        return (count * static_cast<std::size_t>(width) + most / 2) /
               std::max<std::size_t>(1, most);
    };
    const std::size_t all = scaled(row.actions);
    const std::size_t open = std::min(all, scaled(row.open));
    return std::string(open, '#') + std::string(all - open, '.');
}

void append_table(const SummaryTable& table, int width, std::string& out) {
    int name_width = 12;
    std::size_t most = 0;
    for (const SummaryRow& row : table.rows) {
        name_width = std::max(name_width, std::min(k_widest_name, display_width(row.name)));
        most = std::max(most, row.actions);
    }
    const int bar_width = std::clamp(width - name_width - 38, 8, 40);
    out += fmt::format("\n{}{:>9}{:>8}{:>8}{:>9}\n", padded(table.caption, name_width), "actions",
                       "open", "closed", "overdue");
    const std::size_t shown = std::min(table.rows.size(), k_most_rows);
    for (std::size_t i = 0; i < shown; ++i) {
        const SummaryRow& row = table.rows[i];
        out +=
            fmt::format("{}{:>9}{:>8}{:>8}{:>9}  {}\n", padded(row.name, name_width), row.actions,
                        row.open, row.closed, row.overdue, bar_of(row, most, bar_width));
    }
    if (table.rows.size() > shown) out += fmt::format("and {} more\n", table.rows.size() - shown);
}

std::string lead_of(const Record& record) {
    return record.leads.empty() ? std::string() : record.leads.front().text;
}

std::string text_of_action(const Record& record) {
    return record.action.empty() ? record.item : record.action;
}

void append_actions(std::string_view caption, std::string_view unit,
                    const std::vector<SummaryAction>& actions, const Document& document, int width,
                    std::string& out) {
    if (actions.empty()) return;
    constexpr int k_ref = 10;
    constexpr int k_lead = 22;
    const int text_width = std::max(20, width - 8 - k_ref - k_lead - 2);
    out += fmt::format("\n{}\n{:>6}  {:<{}}{:<{}}{}\n", caption, unit, "ref", k_ref, "lead", k_lead,
                       "action");
    const std::size_t shown = std::min(actions.size(), k_most_rows);
    for (std::size_t i = 0; i < shown; ++i) {
        const Record& record = document.records[actions[i].record];
        out += fmt::format("{:>6}  {}{}{}\n", actions[i].days, padded(record.ref + " ", k_ref),
                           padded(lead_of(record) + " ", k_lead),
                           clip(printable(text_of_action(record)), text_width));
    }
    if (actions.size() > shown) out += fmt::format("and {} more\n", actions.size() - shown);
}

std::string headline(const Summary& summary) {
    const SummaryRow& total = summary.total;
    return fmt::format("{}: {} open, {} closed, {} overdue, as of {}",
                       count_of(total.actions, "action"), total.open, total.closed, total.overdue,
                       summary.as_of);
}

std::string due_soon_caption(const Summary& summary) {
    return fmt::format("Due in the next {}",
                       count_of(static_cast<std::size_t>(summary.weeks), "week"));
}

std::string markdown_cell(const std::string& text) {
    return replace_all(replace_all(printable(text), "\\", "\\\\"), "|", "\\|");
}

void append_markdown_actions(std::string_view caption, std::string_view unit,
                             const std::vector<SummaryAction>& actions, const Document& document,
                             std::string& out) {
    if (actions.empty()) return;
    out += fmt::format("\n## {}\n\n| {} | Ref | Lead | Action | Due |\n|--:|---|---|---|---|\n",
                       caption, unit);
    for (const SummaryAction& action : actions) {
        const Record& record = document.records[action.record];
        out += fmt::format("| {} | {} | {} | {} | {} |\n", action.days, markdown_cell(record.ref),
                           markdown_cell(lead_of(record)), markdown_cell(text_of_action(record)),
                           record.due->date);
    }
}

void append_json_row(const SummaryRow& row, std::string& out) {
    out += "{\"name\": ";
    append_json(row.name, out);
    out += fmt::format(", \"actions\": {}, \"open\": {}, \"closed\": {}, \"overdue\": {}}}",
                       row.actions, row.open, row.closed, row.overdue);
}

void append_json_actions(std::string_view name, const std::vector<SummaryAction>& actions,
                         const Document& document, std::string& out) {
    out += fmt::format(",\n \"{}\": [", name);
    for (const SummaryAction& action : actions) {
        const Record& record = document.records[action.record];
        out += &action == actions.data() ? "\n  {\"id\": " : ",\n  {\"id\": ";
        append_json(record.id, out);
        out += ", \"ref\": ";
        append_json_or_null(record.ref, out);
        out += ", \"action\": ";
        append_json_or_null(text_of_action(record), out);
        out += ", \"lead\": ";
        append_json_or_null(lead_of(record), out);
        out += fmt::format(", \"due\": \"{}\", \"days\": {}}}", record.due->date, action.days);
    }
    out += ']';
}

}  // namespace

std::string summary_text(const Summary& summary, const Document& document, int width) {
    std::string out = headline(summary) + "\n";
    for (const SummaryTable& table : summary.tables) append_table(table, width, out);
    append_actions("Overdue", "days", summary.overdue, document, width, out);
    append_actions(due_soon_caption(summary), "days", summary.due_soon, document, width, out);
    return out;
}

std::string summary_markdown(const Summary& summary, const Document& document) {
    std::string out = fmt::format("# Actions\n\n{}.\n", headline(summary));
    for (const SummaryTable& table : summary.tables) {
        out += fmt::format(
            "\n## {}\n\n| | Actions | Open | Closed | Overdue |\n"
            "|---|--:|--:|--:|--:|\n",
            table.caption);
        for (const SummaryRow& row : table.rows) {
            out += fmt::format("| {} | {} | {} | {} | {} |\n", markdown_cell(row.name), row.actions,
                               row.open, row.closed, row.overdue);
        }
    }
    append_markdown_actions("Overdue", "Days late", summary.overdue, document, out);
    append_markdown_actions(due_soon_caption(summary), "Days left", summary.due_soon, document,
                            out);
    return out;
}

std::string summary_csv(const Summary& summary) {
    std::string out = "table,name,actions,open,closed,overdue\n";
    const auto append = [&out](std::string_view table, const SummaryRow& row) {
        out.append(table).append(",");
        append_csv_cell(row.name, out);
        out += fmt::format(",{},{},{},{}\n", row.actions, row.open, row.closed, row.overdue);
    };
    append("all", summary.total);
    for (const SummaryTable& table : summary.tables) {
        for (const SummaryRow& row : table.rows) append(table.name, row);
    }
    return out;
}

std::string summary_json(const Summary& summary, const Document& document) {
    std::string out = fmt::format("{{\"as_of\": \"{}\",\n \"total\": ", summary.as_of);
    append_json_row(summary.total, out);
    out += ",\n \"tables\": {";
    for (const SummaryTable& table : summary.tables) {
        out +=
            fmt::format("{}\n  \"{}\": [", &table == summary.tables.data() ? "" : ",", table.name);
        for (const SummaryRow& row : table.rows) {
            out += &row == table.rows.data() ? "\n   " : ",\n   ";
            append_json_row(row, out);
        }
        out += ']';
    }
    out += '}';
    append_json_actions("overdue", summary.overdue, document, out);
    append_json_actions("due_soon", summary.due_soon, document, out);
    return out + fmt::format(",\n \"weeks\": {}}}\n", summary.weeks);
}

}  // namespace tidytracker::cli
