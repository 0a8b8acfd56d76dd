// SPDX-License-Identifier: Apache-2.0
// A cell of people, posts and bodies, taken apart. Separators mean different things in different
// places: "Karen Ash, NHSE" is one lead, "Karen Ash, Omar Reid" two, "Licensing and Noise Team"
// one.
#include <tidytracker/normalise.hpp>

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "normalise/party_words.hpp"
#include "normalise/text_repair.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

enum class PartyKind : std::uint8_t { person, post, organisation };

std::string bare_word(std::string_view word) {
    while (!word.empty() && !is_word_byte(word.back())) word.remove_suffix(1);
    while (!word.empty() && !is_word_byte(word.front())) word.remove_prefix(1);
    std::string folded = fold(word);
    if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
    return folded;
}

/// "NHSE", "BOB", "OCC": an abbreviation, two letters or more.
bool is_acronym(std::string_view word) {
    const auto upper = std::ranges::count_if(word, is_upper);
    return upper >= 2 && std::ranges::none_of(word, is_lower) &&
           std::ranges::all_of(word, [](char c) { return is_word_byte(c) || c == '&'; });
}

bool is_capitalised(std::string_view word) {
    return !word.empty() && is_upper_case(take_character(word));
}

/// "Name ORG ORG": the abbreviations behind a name are its body. One that only ends names of
/// bodies ("North Wex DC") is no body of its own.
std::size_t words_of_name(const std::vector<std::string_view>& words) {
    std::size_t name = words.size();
    while (name > 2 && is_acronym(words[name - 1])) --name;
    const bool needs_more = name + 1 == words.size() && is_body_head(bare_word(words.back()));
    return needs_more ? words.size() : name;
}

bool all_words(const std::vector<std::string_view>& words, bool (*is)(std::string_view)) {
    return std::ranges::all_of(words, is);
}

bool any_word(const std::vector<std::string_view>& words, bool (*is)(std::string_view)) {
    return std::ranges::any_of(words, [is](std::string_view word) { return is(bare_word(word)); });
}

PartyKind classify(std::string_view text) {
    std::vector<std::string_view> words = words_of(text);
    words.resize(words_of_name(words));
    if (is_body_head(bare_word(words.back()))) return PartyKind::organisation;
    if (any_word(words, is_post_word)) return PartyKind::post;
    if (all_words(words, is_acronym) || any_word(words, is_body_word)) {
        return PartyKind::organisation;
    }
    const bool name = words.size() <= 5 && is_capitalised(words[0]);
    return name ? PartyKind::person : PartyKind::organisation;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t first,
                   std::size_t last) {
    std::string out;
    for (std::size_t i = first; i < last; ++i) {
        if (i > first) out += ' ';
        out += words[i];
    }
    return out;
}

/// Takes "(...)" off the end; returns what was inside.
std::string take_bracket(std::string& text) {
    if (!text.ends_with(')')) return {};
    const std::size_t open = text.rfind('(');
    if (open == std::string::npos || open == 0) return {};
    std::string inside = squeeze(std::string_view(text).substr(open + 1, text.size() - open - 2));
    text = trim(std::string_view(text).substr(0, open));
    return inside;
}

void set_affiliation(Party& party, std::string text) {
    if (text.empty()) return;
    (classify(text) == PartyKind::post ? party.post : party.organisation) = std::move(text);
}

Party read_person(std::string text, std::string_view printed, std::string title) {
    Party party{.title = std::move(title), .text = std::string(printed)};
    std::string affiliation = take_bracket(text);
    const std::string repaired = repair_name(text);
    const auto words = words_of(repaired);
    const std::size_t name = words_of_name(words);
    party.person = joined(words, 0, name);
    party.organisation = joined(words, name, words.size());
    set_affiliation(party, std::move(affiliation));
    return party;
}

/// One party without separators in it.
Party read_party(std::string_view printed) {
    std::string text(printed);
    if (const auto title = opening_title(text)) {
        return read_person(std::string(trim(std::string_view(text).substr(title->length))), printed,
                           std::string(title->title));
    }
    std::string without_bracket = text;
    take_bracket(without_bracket);
    switch (classify(without_bracket)) {
        case PartyKind::person:
            return read_person(std::move(text), printed, {});
        // A bracket belongs to a post's or body's own name: "Assistant Director (Parks)".
        case PartyKind::post:
            return Party{.post = text, .text = std::string(printed)};
        case PartyKind::organisation:
            break;
    }
    return Party{.organisation = std::move(text), .text = std::string(printed)};
}

bool is_person(std::string_view text) {
    return opening_title(text) ||
           (classify(text) == PartyKind::person && words_of(text).size() >= 2);
}

/// Is the "and" between the two a list's rather than a name's ("Health and Safety Team")?
bool and_parts(std::string_view left, std::string_view right) {
    if (is_person(right)) return true;
    const PartyKind before = classify(left);
    const PartyKind behind = classify(right);
    if (behind == PartyKind::post) return before != PartyKind::organisation;
    if (before == PartyKind::person && words_of(left).size() >= 2) return true;
    return is_acronym(left) && is_acronym(right);
}

/// The parts between separators outside brackets.
std::vector<std::string> split_at(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts(1);
    int depth = 0;
    for (const char c : text) {
        if (c == '(') ++depth;
        if (c == ')' && depth > 0) --depth;
        if (depth == 0 && separators.find(c) != std::string_view::npos) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    for (std::string& part : parts) part = squeeze(part);
    std::erase_if(parts, [](const std::string& part) { return part.empty(); });
    return parts;
}

/// Splits at "and" and "&" where they part a list.
void split_at_and(std::string_view text, bool list, std::vector<std::string>& out) {
    for (const std::string_view between : {std::string_view(" and "), std::string_view(" & ")}) {
        const std::size_t at = text.rfind(between);
        if (at == std::string_view::npos || at == 0) continue;
        const std::string_view left = trim(text.substr(0, at));
        const std::string_view right = trim(text.substr(at + between.size()));
        if (left.empty() || right.empty() || !(list || and_parts(left, right))) continue;
        split_at_and(left, list, out);
        out.emplace_back(right);
        return;
    }
    out.emplace_back(text);
}

/// "Name, Body" and "Name, Post" is one party; only where there are just the two.
bool is_affiliated(const std::vector<std::string>& parts) {
    return parts.size() == 2 && is_person(parts[0]) && (classify(parts[1]) != PartyKind::person);
}

void read_group(std::string_view group, std::vector<Party>& parties) {
    const std::vector<std::string> commas = split_at(group, ",");
    if (is_affiliated(commas)) {
        Party party = read_party(commas[0]);
        party.text = group;
        // A unit of a body takes the place of a post there.
        if (party.person.empty() && party.post.empty()) party.post.swap(party.organisation);
        set_affiliation(party, commas[1]);
        parties.push_back(std::move(party));
        return;
    }
    const auto plural = opening_title(group);
    const bool list = plural && plural->plural;
    for (const std::string& comma : commas) {
        std::vector<std::string> names;
        split_at_and(comma, list, names);
        for (const std::string& name : names) {
            Party party = read_party(name);
            const bool surname = party.title.empty() && words_of(name).size() == 1;
            if (list && surname) {
                party = Party{.person = name, .title = std::string(plural->title), .text = name};
            }
            parties.push_back(std::move(party));
        }
    }
}

}  // namespace

std::vector<Party> parse_parties(std::string_view text) {
    std::vector<Party> parties;
    if (is_placeholder(text)) return parties;
    // Nobody lists so many people in a cell; a text of this length is something else and is kept
    // whole.
    constexpr std::size_t k_longest = 2000;
    if (text.size() > k_longest) {
        return {Party{.organisation = std::string(text), .text = std::string(text)}};
    }
    for (const std::string& group : split_at(text, "/;\n+|")) {
        if (!is_placeholder(group)) read_group(group, parties);
    }
    return parties;
}

}  // namespace tidytracker
