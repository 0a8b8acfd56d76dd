// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include "base/xml_scanner.hpp"
#include "read/excel/strings.hpp"
#include "read/xlsx/sheet.hpp"

namespace tidytracker::xlsx {

/// A cell's value as ST_CellType says what it is (ECMA-376 part 1, 18.18.11).
enum class CellType : std::uint8_t { number, boolean, error, text, shared_string, iso_date };

[[nodiscard]] CellType cell_type(std::string_view written);

/// Turns what a cell element holds into a Cell.
class CellReader {
  public:
    explicit CellReader(SharedParts& shared)
        : shared_(shared), texts_(shared.workbook, shared.strings) {}

    /// Reads the value of the `<c>` element just opened; address, style and type were in the tag.
    void read(XmlScanner& xml, CellType type, Cell& cell);
    /// The same for a cell that has only a value, if any.
    void read_plain(std::string_view written, CellType type, Cell& cell);
    /// Did the last cell refer to a shared string that does not exist?
    [[nodiscard]] bool lost_string() const { return lost_string_; }
    /// Where the HYPERLINK formula of the last cell leads; empty if it had none.
    [[nodiscard]] const std::string& formula_link() const { return formula_link_; }

  private:
    void read_formula(XmlScanner& xml);
    void set_value(std::string_view written, CellType type, Cell& cell);
    void set_number(std::string_view written, Cell& cell);
    void set_shared_string(std::string_view written, Cell& cell);
    void set_rich_text(XmlScanner& xml, Cell& cell);
    void set_date(std::string_view written, Cell& cell);

    SharedParts& shared_;
    excel::CellTexts texts_;
    RichTextReader rich_text_{};
    std::string text_{};
    std::string formula_link_{};
    bool lost_string_{};
};

}  // namespace tidytracker::xlsx
