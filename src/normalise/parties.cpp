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
#include "normalise/party_kinds.hpp"
#include "normalise/party_words.hpp"
#include "normalise/text_repair.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// What joins two parties, if both sides are such.
constexpr std::array<std::string_view, 8> k_conjunctions{
    " supported by ", " alongside ", " and ", " & ", " with ", " - ", " \xE2\x80\x93 ", " plus "};

/// What may stand before a name, with a colon.
constexpr std::array<std::string_view, 7> k_labels_of_people{
    "lead officer", "lead", "owner", "action owner", "responsible", "support", "action"};

/// What a bracket, or the end of a text, says of somebody's part in the action instead of the post
/// or body.
constexpr std::array<std::string_view, 12> k_remarks{
    "lead", "co-lead", "joint lead", "joint", "support",  "supporting",
    "main", "sponsor", "vacant",     "new",   "on leave", "left"};

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

/// Does a bracket say something else than the post or body: "(lead)", "(TBC)", "(from 1 April)"?
bool is_remark(std::string_view inside) {
    if (is_placeholder(inside)) return true;
    const std::string folded = fold(inside);
    const bool listed = std::ranges::find(k_remarks, folded) != k_remarks.end();
    const std::vector<std::string_view> words = words_of(inside);
    const bool dated = !words.empty() && (words[0] == "from" || words[0] == "until" ||
                                          words[0] == "to" || words[0] == "w/e");
    return listed || dated;
}

/// "Ada Birch (AB)": the letters are her own.
bool are_initials_of(std::string_view text, std::string_view name) {
    std::string initials;
    for (const std::string_view word : words_of(name)) initials += to_lower(word[0]);
    return lower_ascii(text) == initials;
}

void set_affiliation(Party& party, std::string text) {
    if (text.empty() || is_remark(text) || are_initials_of(text, party.person)) return;
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

/// Is it a person that stands in the bracket behind a post or body: "Legal (A. Stone)"? Letters
/// may be short for what stands before: "Public Health (PH)".
bool is_holder(std::string_view bracket, std::string_view before, PartyKind kind) {
    const bool letters = are_initials(bracket);
    const bool own = letters && to_lower(bracket[0]) == to_lower(before[0]);
    if (kind == PartyKind::post || kind == PartyKind::organisation) {
        return is_person(bracket) || (letters && !own);
    }
    return false;
}

/// "ada.birch@wexbury.example" as a name; empty if it is rather the address of an office.
std::string name_in_address(std::string_view address) {
    const std::string_view local = address.substr(0, address.find('@'));
    std::string name;
    for (const std::string_view part : tidytracker::split(local, '.')) {
        if (part.empty() || !std::ranges::all_of(part, is_letter)) return {};
        if (name.empty() && !is_forename(lower_ascii(part))) return {};
        name += name.empty() ? "" : " ";
        name += is_lower(part[0]) ? static_cast<char>(part[0] - 'a' + 'A') : part[0];
        name += part.substr(1);
    }
    return name.find(' ') == std::string::npos ? std::string() : name;
}

/// The text without an address behind a name, and without the sign of a mention: "Ada Birch
/// <ada.birch@wexbury.example>", "@Ada Birch".
std::string without_address(std::string_view text) {
    if (text.starts_with('@')) text = trim(text.substr(1));
    if (text.find('@') == std::string_view::npos) return std::string(text);
    const std::vector<std::string_view> words = words_of(text);
    if (words.size() == 1) {
        std::string name = name_in_address(text);
        return name.empty() ? std::string(text) : name;
    }
    std::string out;
    for (const std::string_view word : words) {
        if (word.find('@') != std::string_view::npos) continue;
        out.append(out.empty() ? "" : " ").append(word);
    }
    return out;
}

/// One party without separators in it.
Party read_party(std::string_view printed) {
    std::string text = without_address(printed);
    if (std::string titles = take_titles(text); !titles.empty()) {
        return read_person(std::move(text), printed, std::move(titles));
    }
    std::string without_bracket = text;
    const std::string bracket = take_bracket(without_bracket);
    const PartyKind kind = classify(without_bracket);
    if (is_holder(bracket, without_bracket, kind)) {
        Party holder = read_party(bracket);
        if (holder.person.empty()) holder = Party{.person = bracket};
        // "AB (Ada Birch)": the letters are hers.
        set_affiliation(holder, std::move(without_bracket));
        holder.text = printed;
        return holder;
    }
    if (are_initials(without_bracket) && !bracket.empty()) {
        return read_person(std::move(text), printed, {});
    }
    if (!bracket.empty() && is_remark(bracket)) text = std::move(without_bracket);
    switch (kind) {
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

/// Is the "and" between the two a list's rather than a name's ("Health and Safety Team")?
bool and_parts(std::string_view left, std::string_view right) {
    if (is_person(right) || (is_forename_alone(left) && is_forename_alone(right))) return true;
    if (is_whole_body(left) && is_whole_body(right)) return true;
    const PartyKind before = classify(left);
    const PartyKind behind = classify(right);
    if (behind == PartyKind::post) return before != PartyKind::organisation;
    return before == PartyKind::person && words_of(left).size() >= 2;
}

/// The parts between separators outside brackets, of a text that has been squeezed.
std::vector<std::string> split_at(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    const auto add = [&parts](std::string_view part) {
        if (part = trim(part); !part.empty()) parts.emplace_back(part);
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

/// Where a conjunction, which begins with a space, stands last.
std::size_t last_joint(std::string_view text, std::string_view between) {
    std::size_t at = text.rfind(' ');
    while (at != std::string_view::npos && !text.substr(at).starts_with(between)) {
        at = at == 0 ? std::string_view::npos : text.rfind(' ', at - 1);
    }
    return at;
}

/// Splits at "and" and "&" where they part a list.
void split_at_and(std::string_view text, bool list, std::vector<std::string>& out) {
    // There are spaces on both sides of each.
    const bool possible = std::ranges::count(text, ' ') >= 2;
    for (const std::string_view between : k_conjunctions) {
        if (!possible) break;
        const std::size_t at = last_joint(text, between);
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

/// "Ada Birch - Wexbury Council", "Head of Legal: Ada Birch".
std::vector<std::string> split_in_two(std::string_view text) {
    for (const std::string_view mark : {" - ", " \xE2\x80\x93 ", ": "}) {
        const std::size_t at = text.find(mark);
        if (at == std::string_view::npos) continue;
        return {squeeze(text.substr(0, at)), squeeze(text.substr(at + mark.size()))};
    }
    return {};
}

/// "Name, Body", "Name, Post", "Post, Unit" and "Unit, Body" are one party; only where there are
/// just the two.
bool is_affiliated(const std::vector<std::string>& parts) {
    if (parts.size() != 2 || opening_title(parts[1])) return false;
    const PartyKind behind = classify(parts[1]);
    if (is_person(parts[0])) return behind == PartyKind::post || behind == PartyKind::organisation;
    const PartyKind before = classify(parts[0]);
    // "Clerk, WCC" may be two.
    const bool named_body = !all_words(words_of(parts[1]), is_acronym);
    if (before == PartyKind::post) return behind == PartyKind::organisation && named_body;
    const bool unit = before == PartyKind::organisation && !is_whole_body(parts[0]);
    return unit && is_whole_body(parts[1]) && words_of(parts[1]).size() > 1;
}

/// The two parts of "Ada Birch - Town Clerk", also in the other order; else nothing.
std::vector<std::string> affiliated_by_mark(std::string_view group) {
    std::vector<std::string> parts = split_in_two(group);
    if (is_affiliated(parts)) return parts;
    if (parts.size() != 2 || !is_person(parts[1])) return {};
    const PartyKind before = classify(parts[0]);
    if (before != PartyKind::post && before != PartyKind::organisation) return {};
    std::swap(parts[0], parts[1]);
    return parts;
}

/// "Birch, Ada": a forename behind what is none.
bool is_turned_round(const std::vector<std::string>& parts) {
    if (parts.size() != 2 || words_of(parts[0]).size() != 1) return false;
    if (!is_forename_alone(parts[1]) || is_forename_alone(parts[0])) return false;
    // "SMITH, John".
    const bool surname = parts[0].size() > k_longest_acronym &&
                         !is_body_word(bare_word(parts[0])) && !is_post_word(bare_word(parts[0]));
    return surname || classify(parts[0]) == PartyKind::person;
}

/// "and Eve Fox" behind a comma.
std::string_view without_joint(std::string_view text) {
    for (const std::string_view joint : {"and ", "& "}) {
        if (text.starts_with(joint)) return trim(text.substr(joint.size()));
    }
    return text;
}

void read_group(std::string_view group, std::vector<Party>& parties) {
    std::vector<std::string> commas = split_at(group, ",");
    std::vector<std::string> marked;
    if (commas.size() == 1) marked = affiliated_by_mark(group);
    const bool by_mark = !marked.empty();
    if (by_mark) commas = std::move(marked);
    if (by_mark || is_affiliated(commas)) {
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
        split_at_and(without_joint(comma), list, names);
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

/// Without the mark or number of a list: "- Ada Birch", "2. Ada Birch".
std::string_view without_bullet(std::string_view group) {
    for (const std::string_view mark : {"-", "*", "\xE2\x80\xA2", "\xE2\x80\x93", "\xC2\xB7"}) {
        if (group.starts_with(mark)) return trim(group.substr(mark.size()));
    }
    const std::size_t digits = std::min(group.find_first_not_of("0123456789"), group.size());
    const bool numbered = digits > 0 && digits <= 2 && digits + 1 < group.size() &&
                          (group[digits] == '.' || group[digits] == ')');
    return numbered ? trim(group.substr(digits + 1)) : group;
}

/// "Lead: Ada Birch" without what it says of its column, and without a mark of doubt behind it.
std::string_view without_label(std::string_view group) {
    group = without_bullet(group);
    for (const std::string_view label : k_labels_of_people) {
        if (!starts_with_ignoring_case(group, label)) continue;
        const std::string_view rest = trim(group.substr(label.size()));
        if (rest.starts_with(':')) group = trim(rest.substr(1));
    }
    for (const std::string_view mark : {"?", " et al", " et al."}) {
        while (group.ends_with(mark)) group = trim(group.substr(0, group.size() - mark.size()));
    }
    return group;
}

/// Does a name, or what somebody is called, go on in the next line: "Nell Penhale-", "Director
/// of", "Ada" above "Birch"?
bool goes_on(std::string_view line, std::string_view next) {
    constexpr std::array<std::string_view, 6> k_joints{"and", "&", "of", "for", "the", "with"};
    const std::vector<std::string_view> words = words_of(line);
    const std::vector<std::string_view> behind = words_of(next);
    if (words.empty() || behind.empty()) return false;
    const auto joins = [&](std::string_view word) {
        return std::ranges::find(k_joints, word) != k_joints.end();
    };
    const bool hyphen = line.size() > 1 && line.ends_with('-') && is_letter(line[line.size() - 2]);
    if (hyphen) return is_capitalised(behind[0]);
    if (words.size() > 1 && joins(words.back())) return true;
    if (behind.size() > 1 && joins(behind[0])) return true;
    const std::string surname = bare_word(next);
    return is_forename_alone(line) && behind.size() == 1 && is_capitalised(next) &&
           !is_acronym(next) && !is_forename(surname) && !is_post_word(surname) &&
           !is_body_word(surname);
}

/// The lines of a cell, with those joined that a wrap parted.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::string& line : split_at(text, "\n")) {
        if (lines.empty() || !goes_on(lines.back(), line)) {
            lines.push_back(std::move(line));
            continue;
        }
        lines.back() += (lines.back().ends_with('-') ? "" : " ") + line;
    }
    return lines;
}

/// Letters that stand for people, as long as nobody of the cell is named in full: then they are of
/// a body.
void name_initials(std::vector<Party>& parties) {
    const bool named = std::ranges::any_of(
        parties, [](const Party& party) { return party.person.find(' ') != std::string::npos; });
    if (named) return;
    for (Party& party : parties) {
        if (are_initials(party.organisation) && party.person.empty() && party.post.empty()) {
            party.person.swap(party.organisation);
        }
    }
}

/// "Ada Birch; ada.birch@wexbury.example": an address of somebody who has just been named.
void join_addresses(std::vector<Party>& parties) {
    for (std::size_t i = 1; i < parties.size();) {
        Party& before = parties[i - 1];
        const bool address = parties[i].text.find('@') != std::string::npos;
        if (!address || before.person.empty() || parties[i].person != before.person) {
            ++i;
            continue;
        }
        before.text += " " + parties[i].text;
        parties.erase(parties.begin() + static_cast<std::ptrdiff_t>(i));
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
    for (const std::string& lines : split_at(squeeze_lines(text), "/;+|")) {
        const std::vector<std::string> groups = lines_of(lines);
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
    name_initials(parties);
    join_addresses(parties);
    return parties;
}

}  // namespace tidytracker
