// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstddef>
#include <functional>
#include <string_view>

#include "base/text.hpp"

namespace tidytracker {

/// The first two letters of the phrases of a list. Nearly every text is of no list, and most show
/// that by their first two letters, long before they would have to be folded and looked up.
class OpeningLetters {
  public:
    template <class Phrases, class Projection>
    OpeningLetters(const Phrases& phrases, Projection projection) {
        // ASCII folds to ASCII, so that phrases with other characters rule out nothing.
        for (const auto& phrase : phrases)
            known_.set(letters_of(std::invoke(projection, phrase)).index);
    }
    /// False only if folding the text gives none of the phrases.
    [[nodiscard]] bool may_be_among(std::string_view text) const {
        const Letters letters = letters_of(text);
        return letters.unsure || known_[letters.index];
    }

  private:
    static constexpr std::size_t k_letters = 26;
    static constexpr std::size_t k_kinds = k_letters + 2;  ///< a letter, none, none but a figure

    struct Letters {
        std::size_t index{};
        bool unsure{};  ///< who knows what it folds to
    };
    static Letters letters_of(std::string_view text) {
        std::size_t found[2] = {k_letters, k_letters};
        std::size_t count = 0;
        for (const char c : text) {
            // Behind a first letter these stand for words, or go with what is in brackets.
            const bool changes = count == 1 && (c == '(' || c == '#' || c == '&');
            if (changes || static_cast<unsigned char>(c) >= 0x80) return {.unsure = true};
            if (is_letter(c)) {
                found[count++] = static_cast<std::size_t>(to_lower(c) - 'a');
                if (count == 2) break;
            } else if (is_digit(c) && count == 0) {
                found[0] = k_letters + 1;
            }
        }
        return {.index = found[0] * k_kinds + found[1]};
    }

    std::bitset<k_kinds * k_kinds> known_{};
};

}  // namespace tidytracker
