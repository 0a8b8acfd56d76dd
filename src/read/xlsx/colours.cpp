// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx/colours.hpp"

#include <algorithm>
#include <string_view>

#include "base/parse_number.hpp"

namespace tidytracker::xlsx {
namespace {

/// The order in which style sheets count theme colours: light before dark, unlike the theme part.
constexpr std::string_view k_theme_names[] = {"lt1",     "dk1",     "lt2",     "dk2",
                                              "accent1", "accent2", "accent3", "accent4",
                                              "accent5", "accent6", "hlink",   "folHlink"};
/// "FF00B050" or "00B050"; the first two of eight digits are opacity, which Excel ignores.
std::optional<std::uint32_t> colour_from_hex(std::string_view text) {
    const std::optional<std::uint32_t> value = parse_hexadecimal<std::uint32_t>(text);
    return value ? std::optional(*value & 0xFFFFFF) : std::nullopt;
}

}  // namespace

ColourReference colour_reference(const XmlScanner& xml) {
    return {.rgb = colour_from_hex(xml.raw_attribute("rgb")),
            .theme = parse_number<std::size_t>(xml.raw_attribute("theme")),
            .indexed = parse_number<std::size_t>(xml.raw_attribute("indexed")),
            .tint = parse_number<double>(xml.raw_attribute("tint")).value_or(0)};
}

void read_theme(XmlScanner& xml, Colours& colours) {
    while (xml.next_element(0)) {
        if (xml.name() != "clrScheme") continue;
        const std::size_t scheme = xml.depth();
        while (xml.next_element(scheme)) {
            const auto* const name = std::ranges::find(k_theme_names, xml.name());
            const std::size_t slot = xml.depth();
            while (xml.next_element(slot)) {
                // A system colour says what it was when the file was saved.
                const bool system = xml.name() == "sysClr";
                const auto colour = colour_from_hex(xml.raw_attribute(system ? "lastClr" : "val"));
                if (!colour || name == std::end(k_theme_names)) continue;
                colours.set_theme(static_cast<std::size_t>(name - std::begin(k_theme_names)),
                                  *colour);
            }
        }
        return;
    }
}

void read_palette(XmlScanner& xml, Colours& colours) {
    const std::size_t depth = xml.depth();
    for (std::size_t index = 0; xml.next_element(depth);) {
        if (xml.name() != "rgbColor") continue;
        const auto colour = colour_from_hex(xml.raw_attribute("rgb"));
        if (colour) colours.set_indexed(index, *colour);
        ++index;
    }
}

}  // namespace tidytracker::xlsx
