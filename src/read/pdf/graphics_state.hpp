// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "read/pdf/font.hpp"
#include "read/pdf/geometry.hpp"

namespace tidytracker::pdf {

/// A colour as far as it matters here. Patterns and shadings have none.
struct Paint {
    std::uint32_t rgb{};
    bool pattern{};
    /// White on white paper shows nothing; a table's "invisible" borders are often drawn so.
    [[nodiscard]] bool visible() const {
        constexpr std::uint32_t k_nearly_white = 0xF7;
        return !pattern &&
               !((rgb >> 16U) >= k_nearly_white && ((rgb >> 8U) & 0xFFU) >= k_nearly_white &&
                 (rgb & 0xFFU) >= k_nearly_white);
    }
};

/// Text state parameters (ISO 32000-1, 9.3); they are part of the graphics state.
struct TextState {
    Font* font{};
    double size{};
    double character_space{};
    double word_space{};
    double scale{1};
    double leading{};
    double rise{};
};

/// What `q` saves and `Q` restores.
struct GraphicsState {
    Matrix matrix{};
    Box clip{};
    double line_width{1};
    Paint fill{};
    Paint stroke{};
    TextState text{};
};

}  // namespace tidytracker::pdf
