// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace tidytracker {

/// Gives a workbook's styles and number formats their numbers, to each one only.
class StyleTable {
  public:
    /// What the workbook holds already stays. It must outlive the table.
    explicit StyleTable(Workbook& workbook) : workbook_(workbook) {}

    /// Index into Workbook::number_formats; "" and "General" are 0.
    [[nodiscard]] std::uint32_t number_format(std::string_view code);
    /// Index into Workbook::styles; 0 if there are more than cells can count.
    [[nodiscard]] std::uint16_t style(const CellStyle& style);
    /// For a cell that is a date by its type, whatever its style says: the style itself if it shows
    /// what `code` shows, else a copy of it with that format code.
    [[nodiscard]] std::uint16_t with_format(std::uint16_t style, std::string_view code);

  private:
    Workbook& workbook_;
    std::map<std::string, std::uint32_t, std::less<>> formats_{};
    std::map<CellStyle, std::uint16_t> styles_{};
    std::map<std::pair<std::uint16_t, std::string>, std::uint16_t> made_{};
};

}  // namespace tidytracker
