// SPDX-License-Identifier: Apache-2.0
// A cell of people, posts and bodies, taken apart. Separators mean different things in different
// places: "Dilys Ash, NHSE" is one lead, "Dilys Ash, Omar Reid" two, "Licensing and Noise Team"
// one.
#include <tidytracker/normalise.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "normalise/party_words.hpp"
#include "normalise/text_repair.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// What joins two parties, if both sides are such.
constexpr std::array<std::string_view, 6> k_conjunctions{" and ",          " & ",   " with ", " - ",
                                                         " \xE2\x80\x93 ", " plus "};

/// What may stand before a name, with a colon.
constexpr std::array<std::string_view, 7> k_labels_of_people{
    "lead officer", "lead", "owner", "action owner", "responsible", "support", "action"};

enum class PartyKind : std::uint8_t { person, post, organisation, unclear };

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
    while (name > 2 && is_acronym(words[name - 1]) && !is_honour(bare_word(words[name - 1]))) {
        --name;
    }
    const bool needs_more = name + 1 == words.size() && is_body_head(bare_word(words.back()));
    return needs_more ? words.size() : name;
}

bool all_words(const std::vector<std::string_view>& words, bool (*is)(std::string_view)) {
    return std::ranges::all_of(words, is);
}

/// Capitals and particles; without any capital, a forename in front or two words that nothing
/// shows to be something else.
bool reads_as_name(const std::vector<std::string_view>& words) {
    constexpr std::size_t k_longest = 5;
    if (words.size() > k_longest) return false;
    const bool letters = std::ranges::all_of(words, [](std::string_view word) {
        return word.find_first_of("0123456789@:?!") == std::string_view::npos;
    });
    if (!letters) return false;
    if (std::ranges::none_of(words, is_capitalised)) {
        return is_forename(bare_word(words[0])) && words.size() <= 3;
    }
    return is_capitalised(words[0]) && std::ranges::all_of(words, [](std::string_view word) {
               // "O' Brien", "Ja ne": short tails of words that a wrap parted are mended later.
               constexpr std::size_t k_longest_tail = 3;
               return is_capitalised(word) || is_name_particle(word) ||
                      word.size() <= k_longest_tail || !is_word_byte(word[0]);
           });
}

PartyKind classify(std::string_view text) {
    std::vector<std::string_view> words = words_of(text);
    words.resize(words_of_name(words));
    bool post = false;
    bool body = false;
    for (std::size_t i = words.size(); i-- > 0;) {
        const std::string word = bare_word(words[i]);
        if (i + 1 == words.size() && is_body_head(word)) return PartyKind::organisation;
        post = post || is_post_word(word);
        body = body || is_body_word(word);
    }
    if (post) return PartyKind::post;
    if (body || all_words(words, is_acronym)) return PartyKind::organisation;
    return reads_as_name(words) ? PartyKind::person : PartyKind::unclear;
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

bool is_person(std::string_view text) {
    return opening_title(text) ||
           (classify(text) == PartyKind::person && words_of(text).size() >= 2);
}

/// "Bob": nobody's full name, but a name.
bool is_forename_alone(std::string_view text) {
    return words_of(text).size() == 1 && is_forename(bare_word(text));
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

/// "Ada Birch (AB)": the letters are her own.
bool are_initials_of(std::string_view text, std::string_view name) {
    std::string initials;
    for (const std::string_view word : words_of(name)) initials += to_lower(word[0]);
    return lower_ascii(text) == initials;
}

void set_affiliation(Party& party, std::string text) {
    if (text.empty() || are_initials_of(text, party.person)) return;
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

/// All titles in front: "Professor Dame". Takes them off the text.
std::string take_titles(std::string& text) {
    std::string titles;
    while (const auto title = opening_title(text)) {
        // "PC Dana Holt" is a constable, "PC Clerk" is of the parish council.
        const std::string_view rest = trim(std::string_view(text).substr(title->length));
        const bool short_for_more = is_acronym(title->title);
        if (short_for_more && classify(rest) != PartyKind::person) break;
        titles += (titles.empty() ? "" : " ") + std::string(title->title);
        text = std::string(rest);
    }
    return titles;
}

/// One party without separators in it.
Party read_party(std::string_view printed) {
    std::string text(printed);
    if (std::string titles = take_titles(text); !titles.empty()) {
        return read_person(std::move(text), printed, std::move(titles));
    }
    std::string without_bracket = text;
    const std::string bracket = take_bracket(without_bracket);
    if (classify(without_bracket) == PartyKind::post && !bracket.empty() && is_person(bracket)) {
        Party holder = read_party(bracket);
        holder.post = without_bracket;
        holder.text = printed;
        return holder;
    }
    switch (classify(without_bracket)) {
        case PartyKind::person:
            return read_person(std::move(text), printed, {});
        // A bracket belongs to a post's or body's own name: "Assistant Director (Parks)".
        case PartyKind::post:
            return Party{.post = text, .text = std::string(printed)};
        case PartyKind::unclear:
            // A sentence, a remark: nothing says who is meant.
            return Party{.text = std::string(printed)};
        case PartyKind::organisation:
            break;
    }
    return Party{.organisation = std::move(text), .text = std::string(printed)};
}

/// A body's name that is complete: an abbreviation, or one that ends as such names do.
bool is_whole_body(std::string_view text) {
    const std::vector<std::string_view> words = words_of(text);
    if (words.empty() || is_post_word(bare_word(words.front()))) return false;
    return is_body_head(bare_word(words.back())) || all_words(words, is_acronym);
}

/// Is the "and" between the two a list's rather than a name's ("Health and Safety Team")?
bool and_parts(std::string_view left, std::string_view right) {
    if (is_person(right) || (is_forename_alone(left) && is_forename_alone(right))) return true;
    if (is_whole_body(left) && is_whole_body(right)) return true;
    const PartyKind before = classify(left);
    const PartyKind behind = classify(right);
    if (behind == PartyKind::post) return before != PartyKind::organisation;
    return before == PartyKind::person && words_of(left).size() >= 2;
}

/// The parts between separators outside brackets; line breaks inside a part stay.
std::vector<std::string> split_at(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    const auto add = [&parts](std::string_view part) {
        if (std::string clean = squeeze_lines(part); !clean.empty()) {
            parts.push_back(std::move(clean));
        }
    };
    int depth = 0;
    std::size_t first = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        // Most characters are neither.
        if (is_letter(c)) continue;
        if (c == '(') ++depth;
        if (c == ')' && depth > 0) --depth;
        if (depth != 0 || separators.find(c) == std::string_view::npos) continue;
        add(text.substr(first, at - first));
        first = at + 1;
    }
    add(text.substr(first));
    return parts;
}

/// Splits at "and" and "&" where they part a list.
void split_at_and(std::string_view text, bool list, std::vector<std::string>& out) {
    for (const std::string_view between : k_conjunctions) {
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

/// "Ada Birch - Wexbury Council".
std::vector<std::string> split_at_dash(std::string_view text) {
    for (const std::string_view dash : {" - ", " \xE2\x80\x93 "}) {
        const std::size_t at = text.find(dash);
        if (at == std::string_view::npos) continue;
        return {squeeze(text.substr(0, at)), squeeze(text.substr(at + dash.size()))};
    }
    return {};
}

/// "Name, Body", "Name, Post" and "Unit, Body" are one party; only where there are just the two.
bool is_affiliated(const std::vector<std::string>& parts) {
    if (parts.size() != 2) return false;
    const PartyKind behind = classify(parts[1]);
    if (is_person(parts[0])) return behind == PartyKind::post || behind == PartyKind::organisation;
    const bool unit = classify(parts[0]) == PartyKind::organisation && !is_whole_body(parts[0]);
    return unit && is_whole_body(parts[1]) && words_of(parts[1]).size() > 1;
}

/// "Birch, Ada": a forename behind what is none.
bool is_turned_round(const std::vector<std::string>& parts) {
    if (parts.size() != 2 || words_of(parts[0]).size() != 1) return false;
    if (!is_forename_alone(parts[1]) || is_forename_alone(parts[0])) return false;
    // "SMITH, John": no abbreviation of a body is that long.
    constexpr std::size_t k_longest_acronym = 4;
    const bool surname = parts[0].size() > k_longest_acronym &&
                         !is_body_word(bare_word(parts[0])) && !is_post_word(bare_word(parts[0]));
    return surname || classify(parts[0]) == PartyKind::person;
}

void read_group(std::string_view group, std::vector<Party>& parties) {
    std::vector<std::string> commas = split_at(group, ",");
    if (const auto dashed = split_at_dash(group); commas.size() == 1 && is_affiliated(dashed)) {
        commas = dashed;
    }
    if (is_affiliated(commas)) {
        Party party = read_party(commas[0]);
        party.text = group;
        // A unit of a body takes the place of a post there.
        if (party.person.empty() && party.post.empty()) party.post.swap(party.organisation);
        set_affiliation(party, commas[1]);
        parties.push_back(std::move(party));
        return;
    }
    if (commas.size() == 3 && is_person(commas[0]) && classify(commas[1]) == PartyKind::post &&
        classify(commas[2]) == PartyKind::organisation) {
        Party party = read_party(commas[0]);
        party.text = group;
        party.post = commas[1];
        party.organisation = commas[2];
        parties.push_back(std::move(party));
        return;
    }
    if (is_turned_round(commas)) {
        parties.push_back(Party{.person = commas[1] + ' ' + commas[0], .text = std::string(group)});
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

/// Who holds which post, over two lines of a cell: "Monitoring lead" above "Ada Birch", or a post
/// or body below the name.
std::optional<Party> read_two_lines(const std::string& first, const std::string& second) {
    const auto is_plain_name = [](const std::string& line) {
        if (!is_person(line) || line.find(',') != std::string::npos) return false;
        std::vector<Party> parties;
        read_group(line, parties);
        return parties.size() == 1 && parties[0].organisation.empty() && parties[0].post.empty();
    };
    const bool below = is_plain_name(first);
    if (!below && !is_plain_name(second)) return std::nullopt;
    const PartyKind other = classify(below ? second : first);
    const bool belongs = other == PartyKind::post || (below && other == PartyKind::organisation);
    if (!belongs || (below ? second : first).find(',') != std::string::npos) return std::nullopt;
    Party party = read_party(below ? first : second);
    set_affiliation(party, below ? second : first);
    party.text = first + " " + second;
    return party;
}

/// "Lead: Ada Birch" without what it says of its column, and without a mark of doubt behind it.
std::string_view without_label(std::string_view group) {
    for (const std::string_view label : k_labels_of_people) {
        if (!starts_with_ignoring_case(group, label)) continue;
        const std::string_view rest = trim(group.substr(label.size()));
        if (rest.starts_with(':')) group = trim(rest.substr(1));
    }
    while (group.ends_with('?')) group = trim(group.substr(0, group.size() - 1));
    return group;
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
    for (const std::string& lines : split_at(text, "/;+|")) {
        const std::vector<std::string> groups = split_at(lines, "\n");
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const std::string named(without_label(groups[i]));
            if (is_placeholder(named)) continue;
            const bool more = i + 1 < groups.size() && !is_placeholder(groups[i + 1]);
            if (auto holder = more ? read_two_lines(named, groups[i + 1]) : std::nullopt) {
                parties.push_back(std::move(*holder));
                ++i;
            } else {
                read_group(named, parties);
            }
        }
    }
    return parties;
}

}  // namespace tidytracker
