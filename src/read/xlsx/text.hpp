// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml_scanner.hpp"
#include "read/excel/strings.hpp"

namespace tidytracker::xlsx {

/// Appends a string of a workbook: "_x000D_" stands for the character that XML could not hold
/// (ST_Xstring, ECMA-376 part 1, 22.9.2.19), and bytes that are no UTF-8 become U+FFFD.
void append_string(std::string_view written, std::string& out);

/// Reads shared strings, inline strings and the text of notes, which are built alike (CT_Rst,
/// ECMA-376 part 1, 18.4.8). Phonetic hints (`rPh`) are no part of the text.
class RichTextReader {
  public:
    /// Reads the element just opened. The results hold until the next call.
    void read(XmlScanner& xml);
    [[nodiscard]] std::string_view text() const { return text_; }
    /// The runs, all of the text; empty if none is bold or struck through.
    [[nodiscard]] std::span<const TextRun> runs() const { return runs_; }

  private:
    void read_run(XmlScanner& xml);

    std::string text_{};
    std::vector<TextRun> runs_{};
};

using excel::SharedStrings;

/// Reads a shared string part (18.4.9) into the workbook's strings and rich texts.
[[nodiscard]] SharedStrings read_shared_strings(XmlScanner& xml, Workbook& workbook);

}  // namespace tidytracker::xlsx
