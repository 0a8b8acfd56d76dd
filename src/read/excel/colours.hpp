// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tidytracker::excel {

/// A colour as the style sheets of all Excel formats give it (ECMA-376 part 1, 18.8.19).
struct ColourReference {
    std::optional<std::uint32_t> rgb{};
    std::optional<std::size_t> theme{};
    std::optional<std::size_t> indexed{};
    double tint{};
};

/// The colours that a workbook's style sheet refers to by number, as 0xRRGGBB.
class Colours {
  public:
    /// With the Office theme and the standard palette.
    Colours();
    /// Style sheets count theme colours light before dark: 0 is lt1, 1 dk1, 2 lt2, 3 dk2, then the
    /// accents. Slots beyond the last are passed over.
    void set_theme(std::size_t slot, std::uint32_t colour);
    void set_indexed(std::size_t index, std::uint32_t colour);
    /// As 0xRRGGBB; none if it is automatic or unknown.
    [[nodiscard]] std::optional<std::uint32_t> resolve(const ColourReference& reference) const;

  private:
    std::array<std::uint32_t, 12> theme_{};
    std::vector<std::uint32_t> palette_{};
};

/// The colour made lighter (tint 0 to 1) or darker (0 to -1), as 18.8.19 says.
[[nodiscard]] std::uint32_t tinted(std::uint32_t colour, double tint);

}  // namespace tidytracker::excel
