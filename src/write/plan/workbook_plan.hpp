// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// A workbook for officers as plain data: what stands in which cell, before any file format. Every
// sheet is a title, some lines of text and one table. After the guidance "Releasing statistics in
// spreadsheets" of the Government Analysis Function: one table a sheet, no merged cells, no blank
// rows, unique captions, and no meaning in colour alone.
namespace tidytracker {

struct PlannedCell {
    enum class Kind : std::uint8_t { text, day, number };
    std::string text{};  ///< an ISO day, and a number, in digits
    Kind kind{Kind::text};
    std::string link{};  ///< web address, or "#Sheet" for the top of a sheet
};

/// What a word says about a record, told by colour besides.
enum class Tone : std::uint8_t { good, poor, bad, calm, muted, special };

struct Mark {
    std::string_view word{};  ///< the whole text of the cell
    Tone tone{};
};

struct PlannedColumn {
    std::string caption{};
    int width{};                         ///< at most, in characters; narrower if the texts are
    std::vector<std::string> choices{};  ///< of a drop-down list; without: anything can be typed
    std::vector<Mark> marks{};
    bool days{};  ///< what is typed into its blank cells is shown as a day
};

using PlannedRow = std::vector<PlannedCell>;

/// How a cell of the table is computed, in the notation of Office Open XML: "C5-E5",
/// "COUNTIFS(Actions[Status],$B5)". The cell's own text is the value that it has now.
struct PlannedFormula {
    std::size_t row{};  ///< among the sheet's rows
    std::size_t column{};
    std::string text{};
};

/// A column of figures that a chart shows.
struct PlannedSeries {
    std::size_t column{};
    std::string_view colour{};  ///< RRGGBB
};

/// A chart of some rows of the table beside it: bars named down its side, or columns along its foot
/// in which the series stand on one another.
struct PlannedChart {
    enum class Kind : std::uint8_t { bars, columns };
    Kind kind{};
    std::string title{};
    std::string description{};  ///< says in words what the chart shows, for those who do not see it
    std::size_t first_row{};
    std::size_t row_count{};
    std::size_t name_column{};
    std::vector<PlannedSeries> series{};
};

struct PlannedSheet {
    std::string name{};   ///< at most 31 characters, none of []:*?/\.
    std::string about{};  ///< a sentence for the list of contents
    std::string title{};
    std::vector<std::string> notes{};  ///< lines between title and table
    std::string
        note_day{};  ///< stands beside the first note, in B2, for formulas to name; or empty
    std::vector<PlannedColumn> columns{};
    std::vector<PlannedRow> rows{};
    std::size_t blank_rows{};                ///< of the table, after the others
    std::uint16_t fixed_columns{};           ///< that stay in view when the sheet is moved sideways
    std::vector<PlannedFormula> formulas{};  ///< by rows, then by columns
    std::vector<PlannedChart> charts{};
};

/// Rows above the table's own: the title, the notes and the captions.
[[nodiscard]] inline std::size_t rows_above(const PlannedSheet& sheet) {
    return sheet.notes.size() + 2;
}

struct WorkbookPlan {
    std::string title{};
    std::string day{};  ///< stands for the time at which the file was made; may be empty
    std::vector<PlannedSheet> sheets{};
};

/// The most UTF-16 units that a cell can hold.
inline constexpr std::size_t k_cell_limit = 32'767;

/// The rows that a work sheet has.
inline constexpr std::size_t k_sheet_rows = 1'048'576;

/// Parts tables that are longer than a work sheet: "Actions", "Actions 2". Each part says which it
/// is. `most` is the rows that a sheet holds.
void part_long_tables(WorkbookPlan& plan, std::size_t most = k_sheet_rows);

/// Cuts texts that no cell can hold. What is cut off goes to a sheet of its own at the end, and the
/// cell says so.
void part_long_texts(WorkbookPlan& plan);

/// Puts a list of the sheets in front, each with a link.
void add_contents(WorkbookPlan& plan, std::vector<std::string> notes);

/// Does each sheet fit into a work sheet's 1,048,576 rows? Errors: too_large.
[[nodiscard]] Result<void> check_rows(const WorkbookPlan& plan);

/// The bytes of the workbook as Office Open XML. The same plan gives the same bytes.
/// Errors: too_large (rows), unwritable.
[[nodiscard]] Result<std::string> render_xlsx(const WorkbookPlan& plan);

}  // namespace tidytracker
