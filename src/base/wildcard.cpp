// SPDX-License-Identifier: Apache-2.0
#include "base/wildcard.hpp"

#include <cstddef>

#include "base/text.hpp"

namespace tidytracker {

bool matches_wildcard(std::string_view text, std::string_view pattern) {
    std::size_t at = 0;
    std::size_t wanted = 0;
    // The last star and the text that it has taken so far: what to go back to.
    std::size_t star = std::string_view::npos;
    std::size_t taken = 0;
    while (at < text.size()) {
        const bool here = wanted < pattern.size();
        if (here && pattern[wanted] == '*') {
            star = wanted++;
            taken = at;
        } else if (here &&
                   (pattern[wanted] == '?' || to_lower(pattern[wanted]) == to_lower(text[at]))) {
            ++wanted;
            ++at;
        } else if (star != std::string_view::npos) {
            wanted = star + 1;
            at = ++taken;
        } else {
            return false;
        }
    }
    while (wanted < pattern.size() && pattern[wanted] == '*') ++wanted;
    return wanted == pattern.size();
}

}  // namespace tidytracker
