// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml_scanner.hpp"
#include "read/spreadsheetml/sheet.hpp"
#include "read/styled_text.hpp"

namespace tidytracker::spreadsheetml {

/// Turns what a cell element holds into a Cell, and keeps what else it holds until the next one.
class CellReader {
  public:
    explicit CellReader(SharedParts& shared) : shared_(shared) {}

    /// Reads the content of the `<Cell>` just opened; `cell.style` is set already.
    void read(XmlScanner& xml, Cell& cell);
    /// Where the cell leads; empty if nowhere.
    [[nodiscard]] const std::string& link() const { return link_; }
    [[nodiscard]] const std::optional<Note>& note() const { return note_; }

  private:
    void read_text(XmlScanner& xml, RunFont font);
    void read_data(XmlScanner& xml, Cell& cell);
    void read_note(XmlScanner& xml);
    void set_date(Cell& cell);

    SharedParts& shared_;
    StyledText text_{};
    std::string piece_{};
    std::string link_{};
    std::optional<Note> note_{};
};

}  // namespace tidytracker::spreadsheetml
