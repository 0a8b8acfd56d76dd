// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/finding.hpp>
#include <tidytracker/mapping.hpp>
#include <tidytracker/result.hpp>
#include <tidytracker/settings.hpp>
#include <tidytracker/table.hpp>
#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidytracker {

/// A change to one cell of a workbook. What is not given stays as it is.
struct CellEdit {
    std::uint32_t sheet{};  ///< index into Workbook::sheets
    CellAddress at{};
    std::optional<Severity> mark{};     ///< a fill in the colour of the severity
    std::string note{};                 ///< a comment
    std::optional<std::string> text{};  ///< a new text
    std::optional<double> day{};        ///< instead of a text: a date, as its day number
    std::optional<double> number{};     ///< instead of a text
    std::optional<CellAddress> like{};  ///< gives its format to a cell that has none
};

/// A line of the sheet in front that lists the edits; it is a link to the cell.
struct EditLine {
    std::uint32_t sheet{};
    CellAddress at{};
    bool placed{};                     ///< has it a cell to link to?
    std::optional<Severity> mark{};    ///< a fill in the colour of the severity
    std::vector<std::string> cells{};  ///< one for each caption
};

/// The sheet that is put in front of the others.
struct EditSheet {
    std::string name{};  ///< another is made of it where a sheet has it already
    std::string title{};
    std::vector<std::string> captions{};
    std::vector<int> widths{};    ///< of the columns, in characters
    std::size_t marked_column{};  ///< the one that takes the colours of the lines
    std::vector<EditLine> lines{};
};

/// A copy of a workbook with the edits and a sheet in front that lists them; no such sheet where
/// `list` has no name. A file of Office Open
/// XML keeps everything else as it was: formats, formulas, other sheets. Of any other document
/// `workbook` becomes a new workbook, with each cell as displayed.
/// Errors: damaged or too_large, where the file cannot be taken apart.
[[nodiscard]] Result<std::string> edit_workbook(std::string_view bytes, const Workbook& workbook,
                                                const std::vector<CellEdit>& edits,
                                                const EditSheet& list, const Limits& limits);

/// The first sheet as CSV (RFC 4180, UTF-8) with the new texts of edits, its values parted as they
/// were in the file that it was read from.
[[nodiscard]] std::string edit_csv(const Workbook& workbook, const std::vector<CellEdit>& edits);

/// A workbook of the user's own that the records were filled into.
struct FilledWorkbook {
    std::string bytes{};
    /// Captions of what the records hold and the workbook has no column for.
    std::vector<std::string> left_out{};
};

/// Fills records into the rows below the header of a table, each value in the column that is bound
/// to its field, and a source's own column under the same caption. Rows take the format of the
/// first one; tables, drop-down lists and conditional formats reach down to the last record. Texts
/// that stood in these columns are replaced, formulas and everything else are kept.
/// Errors: unsupported (a file that is no .xlsx), damaged, too_large.
[[nodiscard]] Result<FilledWorkbook> fill_workbook(const Document& document, std::string_view bytes,
                                                   const Workbook& workbook, const Table& table,
                                                   const Mapping& mapping, const Limits& limits);

/// Findings as edits: a marked fill and a comment on each faulty cell, and a sheet that lists them.
struct Annotation {
    std::vector<CellEdit> edits{};
    EditSheet list{};
};
[[nodiscard]] Annotation annotation_of(const Findings& findings, const Workbook& workbook,
                                       std::string_view title);

}  // namespace tidytracker
