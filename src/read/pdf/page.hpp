// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/pdf/geometry.hpp"

// What a page shows, in its own frame: upright as the reader sees it, origin at the top left.
namespace tidytracker::pdf {

/// Marked content that belongs to no structure element.
inline constexpr int k_unmarked = -1;

/// Characters without white space between them.
struct Word {
    std::string text{};
    Box box{};
    double baseline{};
    double size{};  ///< of the font, as shown
    std::uint32_t colour{};
    int mark{k_unmarked};  ///< marked-content identifier
    std::uint8_t turn{};   ///< quarter turns clockwise of its writing direction
    bool bold{};
    bool struck{};
    bool artifact{};  ///< told to be decoration: a running head, a page number
    bool glued{};     ///< no white space parts it from the word before in its line
};

/// A straight horizontal or vertical line.
struct Rule {
    double at{};    ///< y of a horizontal one, x of a vertical one
    double from{};  ///< where it begins along its direction
    double to{};
    double width{};
};

/// A filled rectangle, too large to be a rule.
struct Fill {
    Box box{};
    std::uint32_t colour{};  ///< 0xRRGGBB
};

struct LinkArea {
    Box box{};
    std::string target{};
};

struct Page {
    double width{};
    double height{};
    std::vector<Word> words{};
    std::vector<Rule> horizontal{};
    std::vector<Rule> vertical{};  ///< ascending by x once the page is read
    std::vector<Fill> fills{};
    std::vector<LinkArea> links{};
    std::vector<Point> drawn{};  ///< centres of slanting and curved strokes: diagrams, maps, logos
    double image_area{};         ///< share of the page that images cover, 0 to 1
    std::size_t forms_shown{};   ///< how often content showed a form XObject
    std::size_t unreadable{};    ///< characters whose font does not tell what they are
    bool damaged{};              ///< it could not be read to its end
};

}  // namespace tidytracker::pdf
