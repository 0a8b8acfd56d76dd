// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <span>
#include <vector>

#include "read/excel/colours.hpp"
#include "read/excel/styles.hpp"
#include "read/xls/records.hpp"
#include "read/xls/text.hpp"

namespace tidytracker::biff {

/// Collects the fonts, number formats, cell formats and colours of a workbook from its records.
class StyleRecords {
  public:
    explicit StyleRecords(const TextReader& text);

    /// Takes the record if it is about styles.
    void take(const Record& record);
    /// Fonts as runs refer to them.
    [[nodiscard]] std::span<const excel::FontStyle> fonts() const { return table_.fonts; }
    /// So that the format number of a cell is an index into Workbook::styles; in BIFF2 the number
    /// is the second byte of the cell's attributes.
    void move_into(Workbook& workbook) const { table_.move_into(workbook, colours_); }

  private:
    void take_font(std::string_view body);
    void take_number_format(const Record& record);
    void take_cell_format(const Record& record);
    void take_extension(std::string_view body);
    void take_palette(std::string_view body);

    const TextReader& text_;
    excel::StyleLists table_{};
    excel::Colours colours_{};
    unsigned next_code_{};  ///< before BIFF5, number formats are counted
};

}  // namespace tidytracker::biff
