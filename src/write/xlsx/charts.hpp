// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "base/zip_writer.hpp"
#include "write/plan/workbook_plan.hpp"

// The parts of an Office Open XML workbook that show charts: a drawing for each sheet that has any
// (ECMA-376 part 1, 20.5), and a part for each chart (21.2). Sheets are numbered from 1.
namespace tidytracker {

/// Adds the drawing of a sheet and its charts, which hold the figures that their cells have now,
/// for programs that compute none. Nothing for a sheet without charts.
void add_chart_parts(const PlannedSheet& sheet, std::size_t number, ZipWriter& zip);

/// The relation from the sheet to its drawing, whose id is "drawing".
void append_drawing_relation(std::size_t number, std::string& out);

/// The types of all drawings and charts, for the list of contents of the package.
void append_chart_types(const WorkbookPlan& plan, std::string& out);

}  // namespace tidytracker
