// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/little_endian.hpp"
#include "read/excel/colours.hpp"
#include "read/excel/strings.hpp"

// The records of XLSB parts ([MS-XLSB] 2.1.4): like BIFF8's, with types and sizes of one byte or
// more, rows and columns of four, and strings counted by four.
namespace tidytracker::biff12 {

/// Record types ([MS-XLSB] 2.3.2).
enum RecordType : std::uint16_t {
    row_header = 0,
    cell_blank = 1,
    cell_rk = 2,
    cell_error = 3,
    cell_bool = 4,
    cell_real = 5,
    cell_string = 6,
    cell_shared_string = 7,
    formula_string = 8,
    formula_number = 9,
    formula_bool = 10,
    formula_error = 11,
    short_blank = 12,
    short_rk = 13,
    short_error = 14,
    short_bool = 15,
    short_real = 16,
    short_string = 17,
    short_shared_string = 18,
    shared_string_item = 19,
    defined_name = 39,
    font = 43,
    format = 44,
    fill = 45,
    cell_format = 47,
    column_info = 60,
    cell_rich_string = 62,
    data_validation = 64,
    end_sheet = 130,
    workbook_properties = 153,
    bundled_sheet = 156,
    begin_shared_strings = 159,
    merged_cell = 176,
    begin_table = 343,
    external_book = 355,
    this_book = 357,
    same_sheet = 358,
    external_sheets = 362,
    indexed_colour = 475,
    hyperlink = 494,
    begin_cell_formats = 617,
    end_cell_formats = 618,
    comment_author = 632,
    begin_comment = 635,
    comment_text = 637,
    external_add_in = 667,
};

struct Record {
    std::uint32_t type{};
    std::string_view body{};
};

/// Walks over the records of a part.
class RecordStream {
  public:
    explicit RecordStream(std::string_view part) : part_(part), rest_(part) {}
    /// False at the end of the part.
    [[nodiscard]] bool next();
    [[nodiscard]] const Record& record() const { return record_; }
    /// Did the last record claim more bytes than there were?
    [[nodiscard]] bool cut_short() const { return cut_short_; }
    /// From 0 to 1.
    [[nodiscard]] double share_read() const;

  private:
    [[nodiscard]] std::uint32_t take_number(int most_bytes);

    std::string_view part_{};
    std::string_view rest_{};
    Record record_{};
    bool cut_short_{};
};

/// Appends an XLWideString (2.5.169); a null one is empty.
void append_string(ByteReader& in, std::string& out);
[[nodiscard]] std::string take_string(ByteReader& in);

/// A RichStr (2.5.122).
struct RichString {
    std::string text{};
    std::vector<TextRun> runs{};
};
/// Reads over what `out` held before.
void take_rich_string(ByteReader& in, std::span<const excel::FontStyle> fonts, RichString& out);

/// An RfX or UncheckedRfX (2.5.153); none if its ends are in the wrong order.
[[nodiscard]] std::optional<CellRange> take_range(ByteReader& in);

/// A BrtColor (2.4.324).
[[nodiscard]] excel::ColourReference take_colour(ByteReader& in);

}  // namespace tidytracker::biff12
