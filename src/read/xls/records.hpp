// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/little_endian.hpp"

namespace tidytracker::biff {

/// The versions of the binary format: Excel 2, 3, 4, 5 with 95, and 97 to 2003.
enum class Version : std::uint8_t { biff2 = 2, biff3 = 3, biff4 = 4, biff5 = 5, biff8 = 8 };

/// Record types ([MS-XLS] 2.3). Those with a version in the name have another number in BIFF2 or
/// in BIFF2 to BIFF4.
enum RecordType : std::uint16_t {
    formula = 0x0006,  ///< BIFF2, 5 and 8
    formula3 = 0x0206,
    formula4 = 0x0406,
    end_of_file = 0x000A,
    external_sheets = 0x0017,
    defined_name = 0x0018,
    note = 0x001C,
    format2 = 0x001E,  ///< BIFF2 and 3
    format = 0x041E,
    date_mode = 0x0022,
    file_pass = 0x002F,
    font = 0x0031,  ///< BIFF2, 5 and 8
    font3 = 0x0231,
    continuation = 0x003C,
    code_page = 0x0042,
    object = 0x005D,
    column_info = 0x007D,
    bound_sheet = 0x0085,
    sheet_header4 = 0x008F,  ///< before each sheet of a BIFF4 workbook
    palette = 0x0092,
    mul_rk = 0x00BD,
    mul_blank = 0x00BE,
    rich_string = 0x00D6,
    cell_format = 0x00E0,
    cell_format3 = 0x0243,
    cell_format4 = 0x0443,
    merged_cells = 0x00E5,
    shared_strings = 0x00FC,
    label_shared = 0x00FD,
    external_book = 0x01AE,
    text_object = 0x01B6,
    hyperlink = 0x01B8,
    data_validation = 0x01BE,
    blank2 = 0x0001,
    blank = 0x0201,
    integer2 = 0x0002,
    number2 = 0x0003,
    number = 0x0203,
    label2 = 0x0004,
    label = 0x0204,
    bool_error2 = 0x0005,
    bool_error = 0x0205,
    string2 = 0x0007,
    string = 0x0207,
    row2 = 0x0008,
    row = 0x0208,
    rk = 0x027E,
    array2 = 0x0021,
    array = 0x0221,
    table2 = 0x0036,
    table2_second = 0x0037,
    table = 0x0236,
    shared_formula = 0x04BC,
    table_feature = 0x0872,
    table_feature12 = 0x0878,
    theme = 0x0896,
    cell_format_extension = 0x087D,
    begin2 = 0x0009,
    begin3 = 0x0209,
    begin4 = 0x0409,
    begin = 0x0809,
};

/// What a substream holds, as its first record says (2.4.21).
enum SubstreamType : std::uint16_t {
    globals = 0x0005,
    work_sheet = 0x0010,
    workspace4 = 0x0100,
};

struct Record {
    std::uint16_t type{};
    std::string_view body{};
    std::size_t at{};  ///< of its header in the stream
};

/// Walks over the records of a stream. A record that claims more than there is ends it.
class RecordStream {
  public:
    explicit RecordStream(std::string_view stream, std::size_t at = 0) : stream_(stream), at_(at) {}

    /// False at the end of the stream.
    [[nodiscard]] bool next();
    [[nodiscard]] const Record& record() const { return record_; }
    /// The type of the record that comes next; 0 if none does.
    [[nodiscard]] std::uint16_t next_type() const;
    /// The body of this record and those of the CONTINUE records behind it, which are passed.
    [[nodiscard]] std::vector<std::string_view> with_continuations();
    [[nodiscard]] std::size_t position() const { return at_; }

  private:
    std::string_view stream_{};
    std::size_t at_{};
    Record record_{};
};

/// Reads across the joints of continued records ([MS-XLS] 2.5.293): numbers go on as they stand,
/// characters after a new byte that says how wide they are.
class ContinuedReader {
  public:
    explicit ContinuedReader(std::span<const std::string_view> parts) : parts_(parts) {}

    template <class T>
    [[nodiscard]] T take() {
        settle();
        if (rest_.size() >= sizeof(T)) {
            const T value = number_at<T>(rest_, 0);
            rest_.remove_prefix(sizeof(T));
            return value;
        }
        std::string gathered;
        for (; gathered.size() < sizeof(T) && !rest_.empty(); settle()) {
            gathered += rest_[0];
            rest_.remove_prefix(1);
        }
        gathered.resize(sizeof(T));
        return number_at<T>(gathered, 0);
    }
    void skip(std::uint64_t size);
    /// Appends characters of one byte each, or of two if `wide`, as UTF-8.
    void append_characters(std::size_t count, bool wide, std::string& out);
    [[nodiscard]] bool at_end();

  private:
    void settle();

    std::span<const std::string_view> parts_{};  ///< that come after this one
    std::string_view rest_{};  ///< empty at a joint, until something is taken from the next part
    std::string units_{};
};

}  // namespace tidytracker::biff
