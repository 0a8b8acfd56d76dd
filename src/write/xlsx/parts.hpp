// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/xml_markup.hpp"
#include "write/plan/workbook_plan.hpp"

// The parts of an Office Open XML workbook besides its sheets (ECMA-376 part 1, 18).
namespace tidytracker {

/// The looks of cells: indices into cellXfs of the styles part.
enum class CellLook : std::uint8_t { plain, title, header, link, text, day };

inline constexpr std::string_view k_sheet_namespace =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
inline constexpr std::string_view k_relation_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

[[nodiscard]] std::string content_types_part(const WorkbookPlan& plan);
[[nodiscard]] std::string package_relations_part();
[[nodiscard]] std::string workbook_relations_part(std::size_t sheets);
[[nodiscard]] std::string workbook_part(const WorkbookPlan& plan);
[[nodiscard]] std::string styles_part();
[[nodiscard]] std::string core_properties_part(const WorkbookPlan& plan);
[[nodiscard]] std::string application_part();

}  // namespace tidytracker
