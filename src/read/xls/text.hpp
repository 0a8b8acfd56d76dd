// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/excel/strings.hpp"
#include "read/xls/records.hpp"

namespace tidytracker::biff {

/// The width of the number of characters in front of a string.
enum class LengthField : std::uint8_t { one_byte, two_bytes };

/// Reads strings: Unicode in BIFF8 ([MS-XLS] 2.5.293 and 2.5.294), bytes of a code page before.
class TextReader {
  public:
    explicit TextReader(Version version) : version_(version) {}
    /// As the CODEPAGE record gives it (2.4.52).
    void set_code_page(std::uint16_t number);

    /// Appends the string that `in` stands at, as UTF-8. NUL characters, which Excel does not
    /// show, are left out.
    void append(ContinuedReader& in, LengthField length, std::string& out) const;
    [[nodiscard]] std::string read(std::string_view bytes, LengthField length) const;
    /// Appends bytes of the code page.
    void append_bytes(std::string_view bytes, std::string& out) const;

    [[nodiscard]] Version version() const { return version_; }

  private:
    Version version_{};
    std::string encoding_{"WINDOWS-1252"};
};

/// Reads a shared string table (2.4.265): SST and its CONTINUE records.
[[nodiscard]] excel::SharedStrings read_shared_strings(std::span<const std::string_view> parts,
                                                       std::span<const excel::FontStyle> fonts,
                                                       Workbook& workbook);

}  // namespace tidytracker::biff
