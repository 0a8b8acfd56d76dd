// SPDX-License-Identifier: Apache-2.0
// The workbook of a comparison: a row for each change, and the newer register with its changes
// marked in words.
#include <tidytracker/difference.hpp>
#include <tidytracker/write.hpp>

#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "schema/flat.hpp"
#include "write/plan/register_sheets.hpp"

namespace tidytracker {
namespace {

constexpr std::array k_change_marks{Mark{"Added", Tone::good},   Mark{"Removed", Tone::muted},
                                    Mark{"Closed", Tone::good},  Mark{"Reopened", Tone::bad},
                                    Mark{"Put off", Tone::poor}, Mark{"Changed", Tone::calm}};

PlannedColumn change_column() {
    PlannedColumn column{.caption = "Change", .width = 12};
    column.marks.assign(k_change_marks.begin(), k_change_marks.end());
    return column;
}

/// The one word that says most.
std::string_view word_of_change(const ChangedRecord& changed) {
    if (changed.closed) return "Closed";
    if (changed.reopened) return "Reopened";
    return changed.slipped_days.value_or(0) > 0 ? "Put off" : "Changed";
}

std::string caption_of_changed(const std::string& field) {
    const auto known = field_from_name(field);
    return known ? std::string(info(*known).caption) : readable_word(field);
}

PlannedCell change_cell(std::string_view text) {
    return {.text = std::string(text)};
}

PlannedRow row_of(const Record& record, std::string_view change, std::string_view field,
                  std::string_view before, std::string_view after) {
    return {
        change_cell(record.ref), change_cell(record.action.empty() ? record.item : record.action),
        change_cell(change),     change_cell(field),
        change_cell(before),     change_cell(after)};
}

PlannedSheet changes_sheet(const Document& before, const Document& after,
                           const Difference& difference) {
    PlannedSheet sheet{.name = "Changes",
                       .about = "One row for each field that changed.",
                       .title = "Changes",
                       .columns = {{.caption = "Ref", .width = 14},
                                   {.caption = "Action", .width = 60},
                                   change_column(),
                                   {.caption = "Field", .width = 18},
                                   {.caption = "Before", .width = 44},
                                   {.caption = "After", .width = 44}},
                       .fixed_columns = 1};
    for (const ChangedRecord& changed : difference.changed) {
        const Record& record = after.records[changed.after];
        for (const FieldChange& change : changed.changes) {
            sheet.rows.push_back(row_of(record, word_of_change(changed),
                                        caption_of_changed(change.field), change.before,
                                        change.after));
        }
    }
    for (const std::size_t index : difference.added) {
        sheet.rows.push_back(row_of(after.records[index], "Added", "", "", ""));
    }
    for (const std::size_t index : difference.removed) {
        sheet.rows.push_back(row_of(before.records[index], "Removed", "", "", ""));
    }
    return sheet;
}

/// The newer register, each row with what is new about it.
PlannedSheet marked_register(const Document& after, const Difference& difference) {
    std::vector<std::string_view> words(after.records.size());
    std::vector<std::string> fields(after.records.size());
    for (const std::size_t index : difference.added) words[index] = "Added";
    for (const ChangedRecord& changed : difference.changed) {
        words[changed.after] = word_of_change(changed);
        std::vector<std::string> names;
        for (const FieldChange& change : changed.changes) {
            names.push_back(caption_of_changed(change.field));
        }
        fields[changed.after] = join(names, ", ");
    }
    PlannedSheet sheet = actions_sheet(after);
    sheet.columns.insert(sheet.columns.begin(), {.caption = "Changed fields", .width = 24});
    sheet.columns.insert(sheet.columns.begin(), change_column());
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
        PlannedRow& row = sheet.rows[i];
        row.insert(row.begin(), change_cell(fields[i]));
        row.insert(row.begin(), change_cell(words[i]));
    }
    return sheet;
}

}  // namespace

Result<std::string> render_difference(const Document& before, const Document& after,
                                      const Difference& difference) {
    WorkbookPlan plan{.title = "Changes", .day = after.as_of};
    plan.sheets = {changes_sheet(before, after, difference), marked_register(after, difference)};
    part_long_texts(plan);
    add_contents(plan, {fmt::format("{} unchanged, {} changed, {} added, {} removed.",
                                    difference.unchanged, difference.changed.size(),
                                    difference.added.size(), difference.removed.size())});
    return render_xlsx(plan);
}

}  // namespace tidytracker
