// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/xml_scanner.hpp"

namespace tidytracker::xlsx {

/// A colour as a style sheet gives it, CT_Color (ECMA-376 part 1, 18.8.19).
struct ColourReference {
    std::optional<std::uint32_t> rgb{};
    std::optional<std::size_t> theme{};
    std::optional<std::size_t> indexed{};
    double tint{};
};

/// Reads the CT_Color tag just opened.
[[nodiscard]] ColourReference colour_reference(const XmlScanner& xml);

/// The colours that a workbook's style sheet refers to by number, as 0xRRGGBB.
class Colours {
  public:
    /// With the Office theme and the standard palette.
    Colours();
    /// Reads a theme part (ECMA-376 part 1, 20.1.6.2).
    void read_theme(XmlScanner& xml);
    /// Reads `<indexedColors>`, the tag just opened (18.8.21).
    void read_palette(XmlScanner& xml);
    /// As 0xRRGGBB; none if it is automatic or unknown.
    [[nodiscard]] std::optional<std::uint32_t> resolve(const ColourReference& reference) const;

  private:
    std::array<std::uint32_t, 12> theme_{};
    std::vector<std::uint32_t> palette_{};
};

/// The colour made lighter (tint 0 to 1) or darker (0 to -1), as 18.8.19 says.
[[nodiscard]] std::uint32_t tinted(std::uint32_t colour, double tint);

}  // namespace tidytracker::xlsx
