// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/fields.hpp>
#include <tidytracker/finding.hpp>
#include <tidytracker/table.hpp>

#include <vector>

// What the captions of a table say of its columns, as far as locating must know: which rows are
// whole, which go on with the row above, and which blank cells mean "as above".
namespace tidytracker {

/// The likeliest field of each column by its caption alone; none where the caption says little.
using ColumnHints = std::vector<Field>;
[[nodiscard]] ColumnHints hints_of(const std::vector<Column>& columns);

/// Does the row hold nothing but a number and preset words, as rows that nobody has used yet do?
/// Judged only where the table has a column for the action.
[[nodiscard]] bool is_unused(const TableRow& row, const ColumnHints& hints);

/// Joins a row of a grid that holds only a reference to the row below it, which has the action and
/// no reference of its own. Each is a finding.
void join_references(std::vector<TableRow>& rows, const ColumnHints& hints, const Sheet& sheet,
                     Findings& findings);

/// Joins rows of a grid that hold only the rest of a remark to the row above: nothing in the
/// columns that make a row one of its own. Each is a finding.
void join_remarks(std::vector<TableRow>& rows, const ColumnHints& hints, const Sheet& sheet,
                  Findings& findings);

/// Fills a column of groups (theme, meeting, topic) down where blank means "as above": filled
/// where the value changes and seldom otherwise. The cells stay those of the group's first row.
void fill_down(Table& table, const ColumnHints& hints, const Sheet& sheet, Findings& findings);

/// The same where several actions stand under one recommendation that is printed beside the first
/// of them: with it are filled the columns that speak only where it does (its number, its
/// response).
void fill_recommendations(Table& table, const Sheet& sheet, Findings& findings);

}  // namespace tidytracker
