// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/xml_scanner.hpp"
#include "read/excel/style_table.hpp"

namespace tidytracker::spreadsheetml {

/// The styles of a workbook by their ID (XML Spreadsheet Reference, element ss:Style).
class Styles {
  public:
    explicit Styles(StyleTable& table) : table_(table) {}
    /// Reads the `<Styles>` just opened. A style that builds on another one stands behind it.
    void read(XmlScanner& xml);
    /// Index into Workbook::styles; that of the default style for an unknown ID.
    [[nodiscard]] std::uint16_t find(std::string_view id) const;

  private:
    void read_style(XmlScanner& xml);

    StyleTable& table_;
    std::map<std::string, CellStyle, std::less<>> styles_{};
    std::map<std::string, std::uint16_t, std::less<>> indices_{};
};

}  // namespace tidytracker::spreadsheetml
