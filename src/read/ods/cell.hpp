// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/xml_scanner.hpp"
#include "read/ods/table.hpp"
#include "read/ods/text.hpp"

namespace tidytracker::odf {

/// Office:value-type (ODF 1.3 part 3, 19.387). Percentages and amounts of money are numbers.
enum class ValueType : std::uint8_t { none, number, date, time, boolean, text, error };

/// What a cell's tag says; its views hold until the scanner moves on.
struct CellTag {
    std::optional<std::string_view> style{};
    std::optional<std::string_view> validation{};
    ValueType type{ValueType::none};
    std::string_view value{};
    std::string_view formula{};
    bool has_formula{};
    std::uint32_t columns_repeated{1};
    std::uint32_t columns_spanned{1};
    std::uint32_t rows_spanned{1};
};
[[nodiscard]] CellTag read_cell_tag(const XmlScanner& xml);

/// A count of repetitions, at least 1.
[[nodiscard]] std::uint32_t repetitions_of(std::string_view written);

/// Turns a cell element into a Cell, and keeps what else it holds until the next one.
class CellReader {
  public:
    explicit CellReader(SharedParts& shared)
        : shared_(shared), text_(shared.styles), note_text_(shared.styles) {}

    /// Reads the rest of the element whose tag is `tag`; `cell.style` is set already.
    void read(XmlScanner& xml, const CellTag& tag, Cell& cell);
    /// Where the cell leads; empty if nowhere.
    [[nodiscard]] const std::string& link() const { return link_; }
    [[nodiscard]] const std::optional<Note>& note() const { return note_; }

  private:
    void take_value(const CellTag& tag, Cell& cell);
    void read_content(XmlScanner& xml);
    void read_note(XmlScanner& xml);
    void set_text(Cell& cell);
    void set_displayed(Cell& cell);

    SharedParts& shared_;
    TextReader text_;
    TextReader note_text_;
    std::string value_{};  ///< of a text, where no paragraph shows it; of a number, as written
    std::string link_{};
    std::optional<Note> note_{};
};

}  // namespace tidytracker::odf
