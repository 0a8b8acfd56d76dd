// SPDX-License-Identifier: Apache-2.0
#include "locate/bullets.hpp"

#include <array>

#include "base/text.hpp"

namespace tidytracker {
namespace {

constexpr std::array<std::string_view, 7> k_bullets{
    "\xE2\x80\xA2", "\xC2\xB7", "\xEF\x82\xB7", "\xE2\x96\xAA", "\xE2\x97\x8F", "-", "*"};

}  // namespace

std::size_t bullet_length(std::string_view text) {
    for (const std::string_view bullet : k_bullets) {
        if (text.starts_with(bullet) && text.size() > bullet.size() &&
            (is_space(text[bullet.size()]) || bullet.size() > 1)) {
            return bullet.size();
        }
    }
    std::size_t at = text.starts_with('(') ? 1 : 0;
    const std::size_t first = at;
    while (at < text.size() && at - first < 4 && (is_digit(text[at]) || is_lower(text[at]))) ++at;
    const bool closed = at > first && at < text.size() && (text[at] == ')' || text[at] == '.') &&
                        at + 1 < text.size() && is_space(text[at + 1]);
    return closed ? at + 1 : 0;
}

}  // namespace tidytracker
