// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/normalise.hpp>

#include <span>
#include <string>
#include <string_view>

#include "normalise/row_reader.hpp"

// One function for each group of fields that is read together.
namespace tidytracker {

void read_identity(const RowReader& row, Record& record);  ///< ref, parent
/// Meeting, section, item.
void read_context(const RowReader& row, Record& record, Findings& findings);
void read_action(const RowReader& row, Record& record);  ///< action, kind
void read_people(const RowReader& row, Record& record);  ///< leads, support, raised_by
void read_dates(const RowReader& row, Record& record, Findings& findings);
/// Status, rag, percent, progress.
void read_progress_and_status(const RowReader& row, Record& record, Findings& findings);
/// What "x" says among the different texts of a status column: that it is done where it stands
/// alone below "Done", that it is not beside ticks; else nothing.
[[nodiscard]] Status meaning_of_crosses(std::string_view caption,
                                        std::span<const std::string> statuses);
void read_verdicts(const RowReader& row, Record& record);   ///< priority, response
void read_remainder(const RowReader& row, Record& record);  ///< outcome, evidence, links, extra

/// Says once for a table how due dates without a year were read.
void report_assumed_years(const TableContext& table, std::span<const Record> records,
                          Findings& findings);

/// The day of the meeting column, and its printed form.
[[nodiscard]] Text read_meeting_day(const RowReader& row, IsoDay& day, Findings& findings);
/// Meetings, raised dates and progress look for the past, from the day of the report.
[[nodiscard]] DateContext looking_back(const RowReader& row);
[[nodiscard]] When when_of(const DatedPart& part);

/// Columns without a field, notes and links.
void read_other_columns(const RowReader& row, Record& record);

/// The record of a row of the flat register that this tool writes: every field is as it says.
void read_register_row(const RowReader& row, Record& record, Findings& findings);
/// Gives the record of a row of the workbook that this tool writes for people the values that the
/// workbook shows in other words.
void restore_workbook_row(const RowReader& row, Record& record);
/// Gives the people of a row of a data package their printed forms, which stand in a table of their
/// own.
void restore_package_row(const RowReader& row, Record& record);
/// Is the table such a register, with the columns that only it has?
[[nodiscard]] bool is_register(const Mapping& mapping);

}  // namespace tidytracker
