// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "schema/wording.hpp"

// Tables of printed words, and how a text is looked up in one.
namespace tidytracker {

template <class Value>
struct Phrase {
    std::string_view words{};
    Value value{};
};

/// The text folded, without the marks that people put behind a value.
[[nodiscard]] std::string wording_key(std::string_view text);

/// Length of `phrase` at the start of `text` where case does not count, a run of white space is
/// a space, and any dash is a hyphen; 0 if it is not there.
[[nodiscard]] std::size_t match_opening(std::string_view text, std::string_view phrase);

/// No table holds a phrase this long; long prose need not be folded.
inline constexpr std::size_t k_longest_phrase = 60;

template <class Value>
std::optional<Value> find_key(std::string_view key, std::span<const Phrase<Value>> phrases) {
    const auto found = std::ranges::find(phrases, key, &Phrase<Value>::words);
    return found == phrases.end() ? std::nullopt : std::optional<Value>(found->value);
}

template <class Value>
std::optional<Value> find_phrase(std::string_view text, std::span<const Phrase<Value>> phrases) {
    if (text.size() > k_longest_phrase) return std::nullopt;
    return find_key(wording_key(text), phrases);
}

template <class Value>
std::optional<Opening<Value>> find_opening(std::string_view text,
                                           std::span<const Phrase<Value>> phrases,
                                           std::size_t shortest) {
    std::optional<Opening<Value>> best;
    if (text.empty()) return best;
    const char first = to_lower(text[0]);
    for (const Phrase<Value>& phrase : phrases) {
        if (phrase.words[0] != first || phrase.words.size() < shortest) continue;
        const std::size_t length = match_opening(text, phrase.words);
        if (length > 0 && (!best || length > best->length)) {
            best = Opening<Value>{phrase.value, length};
        }
    }
    return best;
}

}  // namespace tidytracker
