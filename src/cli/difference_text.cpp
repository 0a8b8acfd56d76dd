// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/fields.hpp>

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "base/display.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/difference.hpp"

namespace tidytracker::cli {
namespace {

constexpr std::string_view k_green = "32";
constexpr std::string_view k_red = "31";
constexpr std::string_view k_blue = "34";

std::string painted(std::string_view text, std::string_view code, bool colour) {
    return colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string caption_of_change(const std::string& field) {
    const auto known = field_from_name(field);
    return lower_ascii(known ? info(*known).caption : std::string_view(field));
}

/// "A-013  Replace the hose".
std::string heading_of(const Record& record, int width) {
    const std::string text = record.action.empty() ? record.item : record.action;
    const std::string ref = record.ref.empty() ? std::string() : printable(record.ref) + "  ";
    return ref + clip(printable(text), std::max(20, width - 4 - display_width(ref)));
}

std::string shown(const std::string& text, int width) {
    return text.empty() ? "-" : clip(printable(text), width);
}

/// "(Dana Holt, due 2024-07-01)".
std::string who_and_when(const Record& record) {
    std::vector<std::string> parts;
    if (!record.leads.empty()) parts.push_back(record.leads.front().text);
    if (record.due && !record.due->date.empty()) parts.push_back("due " + record.due->date);
    if (record.status == Status::complete) parts.emplace_back("complete");
    return parts.empty() ? std::string() : fmt::format("  ({})", printable(join(parts, ", ")));
}

void append_changed(const ChangedRecord& changed, const Comparison& comparison, bool colour,
                    int width, std::string& out) {
    constexpr int k_label = 12;
    const Record& record = comparison.after.records[changed.after];
    out += painted("~ ", k_blue, colour) + heading_of(record, width) + "\n";
    const std::string news = news_of(changed);
    if (!news.empty()) out += fmt::format("    {}\n", news);
    const int side = std::max(12, (width - 4 - k_label - 6) / 2);
    for (const FieldChange& change : changed.changes) {
        const std::string label = caption_of_change(change.field);
        if (change.field == "progress" && change.before.empty()) {
            out +=
                fmt::format("    {:<12}  + {}\n", label, shown(change.after, width - 8 - k_label));
            continue;
        }
        out += fmt::format("    {:<12}  {}  ->  {}\n", label, shown(change.before, side),
                           shown(change.after, side));
    }
}

void append_cell(const std::string& text, std::string& out) {
    out += ' ';
    out += replace_all(replace_all(printable(text), "\\", "\\\\"), "|", "\\|");
    out += " |";
}

void append_rows(std::string_view heading, const std::vector<std::size_t>& indexes,
                 const std::vector<Record>& records, std::string& out) {
    if (indexes.empty()) return;
    out += fmt::format("\n## {}\n\n| Ref | Action | Lead | Due |\n|---|---|---|---|\n", heading);
    for (const std::size_t index : indexes) {
        const Record& record = records[index];
        out += '|';
        append_cell(record.ref, out);
        append_cell(record.action.empty() ? record.item : record.action, out);
        append_cell(record.leads.empty() ? std::string() : record.leads.front().text, out);
        append_cell(record.due ? record.due->text : std::string(), out);
        out += '\n';
    }
}

}  // namespace

std::string counts_of(const Comparison& comparison) {
    const Difference& difference = comparison.difference;
    const auto count = [&difference](auto has) {
        return std::ranges::count_if(difference.changed, has);
    };
    std::string out =
        fmt::format("{}: {} unchanged, {} changed, {} added, {} removed",
                    count_of(comparison.after.records.size(), "action"), difference.unchanged,
                    difference.changed.size(), difference.added.size(), difference.removed.size());
    const auto closed = count([](const ChangedRecord& one) { return one.closed; });
    const auto reopened = count([](const ChangedRecord& one) { return one.reopened; });
    const auto slipped =
        count([](const ChangedRecord& one) { return one.slipped_days.value_or(0) > 0; });
    if (closed > 0) out += fmt::format("; {} closed", closed);
    if (reopened > 0) out += fmt::format("; {} reopened", reopened);
    if (slipped > 0) out += fmt::format("; {} put off", slipped);
    return out;
}

std::string news_of(const ChangedRecord& changed) {
    std::vector<std::string> parts;
    if (changed.closed) parts.emplace_back("closed");
    if (changed.reopened) parts.emplace_back("reopened");
    if (changed.slipped_days) {
        const int days = *changed.slipped_days;
        std::string moved =
            fmt::format("due {} {}", count_of(static_cast<std::size_t>(std::abs(days)), "day"),
                        days > 0 ? "later" : "sooner");
        if (days > 0 && changed.slips > 1) {
            moved += fmt::format(" (put off {} times)", changed.slips);
        }
        parts.push_back(std::move(moved));
    }
    return join(parts, ", ");
}

std::string difference_text(const Comparison& comparison, bool colour, int width) {
    std::string out;
    for (const ChangedRecord& changed : comparison.difference.changed) {
        append_changed(changed, comparison, colour, width, out);
    }
    for (const std::size_t index : comparison.difference.added) {
        const Record& record = comparison.after.records[index];
        out += painted("+ ", k_green, colour) + heading_of(record, width - 30) +
               who_and_when(record) + "\n";
    }
    for (const std::size_t index : comparison.difference.removed) {
        const Record& record = comparison.before.records[index];
        out += painted("- ", k_red, colour) + heading_of(record, width - 30) +
               who_and_when(record) + "\n";
    }
    if (!out.empty()) out += '\n';
    return out + counts_of(comparison) + "\n";
}

std::string difference_markdown(const Comparison& comparison) {
    const Difference& difference = comparison.difference;
    std::string out = fmt::format("# Changes\n\n{}.\n", counts_of(comparison));
    if (!difference.changed.empty()) {
        out += "\n## Changed\n\n| Ref | Action | Field | Before | After |\n|---|---|---|---|---|\n";
    }
    for (const ChangedRecord& changed : difference.changed) {
        const Record& record = comparison.after.records[changed.after];
        for (const FieldChange& change : changed.changes) {
            out += '|';
            append_cell(record.ref, out);
            append_cell(record.action.empty() ? record.item : record.action, out);
            append_cell(caption_of_change(change.field), out);
            append_cell(change.before, out);
            append_cell(change.after, out);
            out += '\n';
        }
    }
    append_rows("Added", difference.added, comparison.after.records, out);
    append_rows("Removed", difference.removed, comparison.before.records, out);
    return out;
}

}  // namespace tidytracker::cli
