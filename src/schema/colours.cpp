// SPDX-License-Identifier: Apache-2.0
#include "schema/colours.hpp"

#include <algorithm>
#include <array>

namespace tidytracker {
namespace {

/// A stretch of hues, in degrees. The bounds lie between the standard and theme colours of Excel,
/// pale "Good", "Neutral" and "Bad" included.
struct HueRange {
    double first{};
    double last{};
    Rag rag{};
};
constexpr std::array k_hues = std::to_array<HueRange>({
    {0, 14, Rag::red},
    {14, 52, Rag::amber},
    {70, 170, Rag::green},
    {187, 252, Rag::blue},
    {252, 305, Rag::purple},
    {344, 360, Rag::red},
});

struct Hue {
    double degrees{};
    double saturation{};  ///< of HSV, 0 to 1
    double value{};
};

Hue hue_of(std::uint32_t fill) {
    const double red = static_cast<double>(fill >> 16U & 0xFFU) / 255;
    const double green = static_cast<double>(fill >> 8U & 0xFFU) / 255;
    const double blue = static_cast<double>(fill & 0xFFU) / 255;
    const double most = std::max({red, green, blue});
    const double range = most - std::min({red, green, blue});
    if (range <= 0) return {.value = most};
    double degrees = 60 * (red - green) / range + 240;
    if (most == red) degrees = 60 * (green - blue) / range;
    if (most == green) degrees = 60 * (blue - red) / range + 120;
    return {.degrees = degrees < 0 ? degrees + 360 : degrees,
            .saturation = range / most,
            .value = most};
}

}  // namespace

Rag rag_of_fill(std::uint32_t fill) {
    const Hue hue = hue_of(fill);
    constexpr double k_colourless = 0.12;
    constexpr double k_black = 0.2;
    constexpr double k_white = 0.97;
    if (hue.value < k_black) return Rag::none;
    if (hue.saturation < k_colourless) return hue.value > k_white ? Rag::none : Rag::grey;
    const auto* found = std::ranges::find_if(k_hues, [&hue](const HueRange& range) {
        return hue.degrees >= range.first && hue.degrees < range.last;
    });
    return found == k_hues.end() ? Rag::none : found->rag;
}

}  // namespace tidytracker
