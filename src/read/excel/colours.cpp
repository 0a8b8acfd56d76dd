// SPDX-License-Identifier: Apache-2.0
#include "read/excel/colours.hpp"

#include <algorithm>
#include <cmath>

namespace tidytracker::excel {
namespace {

/// ECMA-376 part 1, 18.8.27; 0 to 7 repeat 8 to 15. 64 and 65 are the system's own colours.
constexpr std::uint32_t k_standard_palette[] = {
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
    0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080,
    0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF,
    0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
    0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
    0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696,
    0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333};

/// What Office 2013 and later give a new workbook.
constexpr std::array<std::uint32_t, 12> k_office_theme = {0xFFFFFF, 0x000000, 0xE7E6E6, 0x44546A,
                                                          0x4472C4, 0xED7D31, 0xA5A5A5, 0xFFC000,
                                                          0x5B9BD5, 0x70AD47, 0x0563C1, 0x954F72};

/// Hue in sixths of the circle, saturation and lightness from 0 to 1.
struct Hsl {
    double hue{};
    double saturation{};
    double lightness{};
};

Hsl hsl_from(std::uint32_t colour) {
    const double red = (colour >> 16 & 0xFF) / 255.0;
    const double green = (colour >> 8 & 0xFF) / 255.0;
    const double blue = (colour & 0xFF) / 255.0;
    const double most = std::max({red, green, blue});
    const double least = std::min({red, green, blue});
    const double spread = most - least;
    Hsl out{.lightness = (most + least) / 2};
    if (!(spread > 0)) return out;
    out.saturation = spread / (out.lightness > 0.5 ? 2 - most - least : most + least);
    if (most <= red) {
        out.hue = (green - blue) / spread;
    } else if (most <= green) {
        out.hue = 2 + (blue - red) / spread;
    } else {
        out.hue = 4 + (red - green) / spread;
    }
    return out;
}

/// One of red, green, blue: `hue` is turned by a third of the circle for red and blue.
double channel(double low, double high, double hue) {
    hue = std::fmod(hue + 6, 6);
    if (hue < 1) return low + (high - low) * hue;
    if (hue < 3) return high;
    if (hue < 4) return low + (high - low) * (4 - hue);
    return low;
}

std::uint32_t rgb_from(const Hsl& colour) {
    const double product = colour.lightness * colour.saturation;
    const double high = colour.lightness < 0.5 ? colour.lightness + product
                                               : colour.lightness + colour.saturation - product;
    const double low = 2 * colour.lightness - high;
    std::uint32_t out = 0;
    for (const double turn : {2.0, 0.0, -2.0}) {
        const double share = std::clamp(channel(low, high, colour.hue + turn), 0.0, 1.0);
        out = out << 8 | static_cast<std::uint32_t>(std::lround(share * 255));
    }
    return out;
}

}  // namespace

std::uint32_t tinted(std::uint32_t colour, double tint) {
    if (!(std::abs(tint) > 0)) return colour;
    tint = std::clamp(tint, -1.0, 1.0);
    Hsl hsl = hsl_from(colour);
    hsl.lightness *= tint < 0 ? 1 + tint : 1 - tint;
    if (tint > 0) hsl.lightness += tint;
    return rgb_from(hsl);
}

Colours::Colours()
    : theme_(k_office_theme),
      palette_(std::begin(k_standard_palette), std::end(k_standard_palette)) {}

void Colours::set_theme(std::size_t slot, std::uint32_t colour) {
    if (slot < theme_.size()) theme_[slot] = colour;
}

void Colours::set_indexed(std::size_t index, std::uint32_t colour) {
    if (index < palette_.size()) palette_[index] = colour;
}

std::optional<std::uint32_t> Colours::resolve(const ColourReference& reference) const {
    std::optional<std::uint32_t> colour = reference.rgb;
    if (reference.theme && *reference.theme < theme_.size()) colour = theme_[*reference.theme];
    if (reference.indexed && *reference.indexed < palette_.size()) {
        colour = palette_[*reference.indexed];
    }
    if (!colour) return std::nullopt;
    return tinted(*colour, reference.tint);
}

}  // namespace tidytracker::excel
