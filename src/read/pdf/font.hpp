// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "read/pdf/character_map.hpp"

namespace tidytracker::pdf {

/// One character of a shown string.
struct ShownGlyph {
    std::string_view text{};  ///< UTF-8, owned by the font; empty if the font does not tell
    double width{};           ///< of the advance, in text space at size 1
    bool word_space{};        ///< the one-byte code 32, to which word spacing applies
};

/// A font as far as extracting text needs it: what its codes mean and how far they advance.
struct Font {
    std::string name{};
    bool bold{};
    bool italic{};
    bool composite{};
    bool vertical{};
    double ascent{0.75};                   ///< of the em, above the baseline
    double descent{-0.25};                 ///< below it, negative
    std::array<std::string, 256> texts{};  ///< simple fonts
    std::array<double, 256> widths{};      ///< simple fonts
    CharacterMap codes{};                  ///< composite fonts: code -> CID
    std::unordered_map<std::uint32_t, std::string>
        code_texts{};  ///< composite fonts, filled in use
    std::unordered_map<std::uint32_t, double> cid_widths{};
    double default_width{1};
    CharacterMap to_unicode{};
    bool has_to_unicode{};

    /// Takes the next character off the front of `bytes`, which must not be empty.
    ShownGlyph take_glyph(std::string_view& bytes);
};

}  // namespace tidytracker::pdf
