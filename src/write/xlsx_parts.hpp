// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "write/workbook_plan.hpp"

// The parts of an Office Open XML workbook besides its sheets (ECMA-376 part 1, 18).
namespace tidytracker {

/// The looks of cells: indices into cellXfs of the styles part.
enum class CellLook : std::uint8_t { plain, title, header, link, text, day };

inline constexpr std::string_view k_xml_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
inline constexpr std::string_view k_sheet_namespace =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
inline constexpr std::string_view k_relation_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Appends formatted text.
template <class... Parts>
void append(std::string& out, fmt::format_string<Parts...> form, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out), form, std::forward<Parts>(parts)...);
}

/// Appends text that is good for XML otherwise (excel_text) with markup escaped; `attribute`
/// also escapes what white space would become of line breaks there.
void append_xml(std::string_view text, std::string& out);
[[nodiscard]] std::string xml_attribute(std::string_view text);

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

[[nodiscard]] std::string content_types_part(std::size_t sheets);
[[nodiscard]] std::string package_relations_part();
[[nodiscard]] std::string workbook_relations_part(std::size_t sheets);
[[nodiscard]] std::string workbook_part(const WorkbookPlan& plan);
[[nodiscard]] std::string styles_part();
[[nodiscard]] std::string core_properties_part(const WorkbookPlan& plan);
[[nodiscard]] std::string application_part();

}  // namespace tidytracker
