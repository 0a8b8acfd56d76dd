// SPDX-License-Identifier: Apache-2.0
#include "normalise/lexicon.hpp"

#include <tidytracker/normalise.hpp>

#include <algorithm>
#include <array>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/colours.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

constexpr std::array<std::string_view, 7> k_blank_signs{
    "blank", "(blank)", "no colour", "no color", "no fill", "uncoloured", "empty"};

/// Initials without their full stops and spaces: "P. T." is "PT".
std::string bare_initials(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != '.' && !is_space(c)) out += c;
    }
    return out;
}

/// The one that a name belongs to, without the body or post that the key adds: the cell says none.
std::optional<Party> person_of(std::string_view meaning) {
    const std::vector<Party> parties = parse_parties(meaning);
    if (parties.empty() || parties.front().person.empty()) return std::nullopt;
    return Party{.person = parties.front().person, .title = parties.front().title};
}

/// Initials are the first letters of a name; a sign of a status is not.
bool abbreviates(std::string_view sign, const Party& party) {
    const std::string initials = fold(bare_initials(sign));
    const std::vector<std::string_view> words = words_of(party.person);
    if (initials.empty() || words.size() < 2) return false;
    const std::string first = fold(words.front());
    return first.starts_with(initials.substr(0, 1)) ||
           fold(words.back()).starts_with(initials.back());
}

void add_entry(const KeyEntry& entry, Lexicon& lexicon) {
    const std::string sign = fold(entry.sign);
    const std::string_view meaning = entry.meaning.empty() ? entry.sign : entry.meaning;
    if (const std::optional<Party> person = person_of(meaning);
        person && !sign.empty() && abbreviates(entry.sign, *person)) {
        lexicon.people.emplace(bare_initials(entry.sign), *person);
        return;
    }
    const std::optional<Status> status = status_said_in(meaning);
    if (!status) return;
    const bool blank = std::ranges::find(k_blank_signs, sign) != k_blank_signs.end();
    if (blank) lexicon.blank = status;
    if (!blank && !sign.empty() && !entry.meaning.empty()) lexicon.statuses.emplace(sign, *status);
    if (entry.fill) lexicon.fills.emplace(*entry.fill, *status);
    Rag rag = rag_of_wording(entry.sign).value_or(Rag::none);
    if (rag == Rag::none && entry.fill) rag = rag_of_fill(*entry.fill);
    if (rag != Rag::none && !blank) lexicon.rags.emplace(rag, *status);
}

}  // namespace

Lexicon lexicon_of(std::span<const Key> keys, const Wording& people) {
    Lexicon lexicon;
    for (const auto& [initials, name] : people) {
        lexicon.people[bare_initials(initials)] = person_of(name).value_or(Party{.person = name});
    }
    for (const Key& key : keys) {
        for (const KeyEntry& entry : key.entries) add_entry(entry, lexicon);
    }
    return lexicon;
}

const Party* find_person(const Lexicon& lexicon, std::string_view initials) {
    // Nobody has longer ones, and a name need not be looked up.
    constexpr std::size_t k_longest = 12;
    if (lexicon.people.empty() || initials.size() > k_longest) return nullptr;
    const auto found = lexicon.people.find(bare_initials(initials));
    return found == lexicon.people.end() ? nullptr : &found->second;
}

}  // namespace tidytracker
