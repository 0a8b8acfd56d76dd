// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/xml_markup.hpp"
#include "write/plan/workbook_plan.hpp"

// The parts of an OpenDocument spreadsheet besides its content (ODF 1.3 part 2 and part 3).
namespace tidytracker::ods {

inline constexpr std::string_view k_media_type = "application/vnd.oasis.opendocument.spreadsheet";

/// Opens an element that is the root of a part, with the names spaces that our parts use.
void open_root(std::string_view name, std::string& out);

[[nodiscard]] std::string manifest_part();
[[nodiscard]] std::string meta_part(const WorkbookPlan& plan);
/// Looks of cells, by name: title, header, link, text, day, and one for each tone.
[[nodiscard]] std::string styles_part();
/// Which rows and columns stay in view.
[[nodiscard]] std::string settings_part(const WorkbookPlan& plan);

/// The name of the style that shows a tone: "tone-good".
[[nodiscard]] std::string tone_style(Tone tone);

}  // namespace tidytracker::ods
