// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "read/pdf/page.hpp"

namespace tidytracker::pdf {

/// A character where the page shows it.
struct PlacedGlyph {
    std::string_view text{};
    Point origin{};   ///< on the baseline
    Point advance{};  ///< to the end of the glyph, spacing left out
    Point up{};       ///< one em towards the top of the glyph
    double ascent{};
    double descent{};
    std::uint32_t colour{};
    int mark{k_unmarked};
    bool bold{};
    bool artifact{};
};

/// Puts characters together to words as they are drawn.
class WordBuilder {
  public:
    void add(const PlacedGlyph& glyph);
    /// A word ends where white space is drawn.
    void end_word(bool space);
    [[nodiscard]] std::vector<Word> take();

  private:
    [[nodiscard]] bool continues(const PlacedGlyph& glyph, std::uint8_t turn, double size) const;
    [[nodiscard]] bool is_repeat(const PlacedGlyph& glyph, std::uint8_t turn, double size) const;
    void extend(const PlacedGlyph& glyph, std::uint8_t turn, double size);

    std::vector<Word> words_{};
    Word open_{};
    double end_{};         ///< of the open word, along its direction
    double last_start_{};  ///< of its last glyph
    double base_{};        ///< across its direction
    bool has_open_{};
    bool glued_{};  ///< no space since the word before
    bool repeated_{};
};

/// Drops words that are drawn over again to look bold, and marks the word that stays as bold.
void drop_repeated_words(std::vector<Word>& words);

/// Marks words that a rule strikes through, and takes strikes and underlines off the page's rules.
void mark_struck_words(Page& page);

/// Turns the page if most of its words run down or up it, as a table on its side does.
void turn_upright(Page& page);

}  // namespace tidytracker::pdf
