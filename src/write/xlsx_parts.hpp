// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/xml_markup.hpp"
#include "write/workbook_plan.hpp"

// The parts of an Office Open XML workbook besides its sheets (ECMA-376 part 1, 18).
namespace tidytracker {

/// The looks of cells: indices into cellXfs of the styles part.
enum class CellLook : std::uint8_t { plain, title, header, link, text, day };

inline constexpr std::string_view k_sheet_namespace =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
inline constexpr std::string_view k_relation_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Texts of cells, each held once.
class SharedStrings {
  public:
    /// The index of a text, which is made fit for a cell (excel_text) first.
    std::uint32_t index_of(std::string_view text);
    [[nodiscard]] std::string part() const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> indices_{};
    std::string items_{};
    std::size_t uses_{};
};

[[nodiscard]] std::string content_types_part(const WorkbookPlan& plan);
[[nodiscard]] std::string package_relations_part();
[[nodiscard]] std::string workbook_relations_part(std::size_t sheets);
[[nodiscard]] std::string workbook_part(const WorkbookPlan& plan);
[[nodiscard]] std::string styles_part();
[[nodiscard]] std::string core_properties_part(const WorkbookPlan& plan);
[[nodiscard]] std::string application_part();

}  // namespace tidytracker
