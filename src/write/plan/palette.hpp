// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

#include "write/plan/workbook_plan.hpp"

// The colours of a workbook, RRGGBB. They only repeat what words say.
namespace tidytracker {

struct Colours {
    std::string_view fill{};
    std::string_view text{};
};

/// Dark text on a pale fill: each pair has a contrast above 7 to 1.
inline constexpr std::array<Colours, 6> k_tones{{
    {"E2EFDA", "1E4620"},  // good
    {"FFE699", "4F3B00"},  // poor
    {"F8CBAD", "6B0F0F"},  // bad
    {"DDEBF7", "1F3864"},  // calm
    {"EDEDED", "404040"},  // muted
    {"E4DFEC", "3F2A56"},  // special
}};
[[nodiscard]] constexpr const Colours& colours_of(Tone tone) {
    return k_tones[static_cast<std::size_t>(tone)];
}

inline constexpr std::string_view k_header_fill = "1F3864";
inline constexpr std::string_view k_header_text = "FFFFFF";
inline constexpr std::string_view k_grid = "BFBFBF";
inline constexpr std::string_view k_link = "0563C1";

/// Bars of charts, told apart by how dark they are, too; white figures on them can be read.
inline constexpr std::string_view k_open_bars = "1F3864";
inline constexpr std::string_view k_closed_bars = "6C7F93";
inline constexpr std::string_view k_overdue_bars = "B3261E";

}  // namespace tidytracker
