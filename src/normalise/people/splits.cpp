// SPDX-License-Identifier: Apache-2.0
// In: the text of several parties. Out: the texts of each. A separator counts only where both of
// its sides can stand by themselves.
#include "normalise/people/splits.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "normalise/people/kinds.hpp"
#include "normalise/people/text.hpp"
#include "normalise/people/words.hpp"

namespace tidytracker {
namespace {

/// What joins two parties, if both sides are such.
constexpr auto k_conjunctions = std::to_array<std::string_view>(
    {" supported by ", " alongside ", " and ", " & ", " with ", " - ", " \xE2\x80\x93 ",
     " \xE2\x80\x94 ", " plus ", " or ", " then ", " -> ", " \xE2\x86\x92 "});

/// What parts a party from its post or body.
constexpr auto k_affiliation_marks =
    std::to_array<std::string_view>({" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ": ",
                                     " on behalf of ", " obo ", " c/o ", " representing "});

PartyKind kind_without_bracket(std::string_view text) {
    if (!text.ends_with(')') && !text.ends_with(']')) return classify(text);
    std::string bare(text);
    const std::string bracket = take_bracket(bare);
    return classify(bracket.empty() ? text : bare);
}

/// Is what somebody is said to its end, so that more than a topic of theirs must follow: "Parks
/// Manager", not "Head of Parks" or "Member" (of "Member and Democratic Services")?
bool is_whole_post(std::string_view text) {
    const std::vector<std::string_view> words = words_of(text);
    return words.size() >= 2 && is_post_word(bare_word(words.back()));
}

/// Is the "and" between the two a list's rather than a name's ("Health and Safety Team")?
bool and_parts(std::string_view left, std::string_view right) {
    if (is_person(right)) return true;
    if (is_forename_alone(left) && is_name_word(right)) return true;
    if (is_forename_alone(right) && is_name_word(left)) return true;
    if (is_whole_body(left) && is_whole_body(right)) return true;
    const PartyKind before = kind_without_bracket(left);
    const PartyKind behind = kind_without_bracket(right);
    if (behind == PartyKind::post) return before != PartyKind::organisation;
    if (before == PartyKind::post && behind == PartyKind::organisation) return is_whole_post(left);
    if (before == PartyKind::person && words_of(left).size() >= 2) return true;
    // "SL and others", but not "HR and Finance".
    return are_initials(left) && behind == PartyKind::organisation && !is_capitalised(right);
}

/// "SL&TH".
bool joins_initials(std::string_view text, std::size_t at) {
    return at != std::string_view::npos && text.find(' ') == std::string_view::npos &&
           are_initials(text.substr(0, at)) && are_initials(text.substr(at + 1));
}

/// The slash of "c/o", "w/c": single small letters on both sides.
bool is_slash_of_abbreviation(std::string_view text, std::size_t at) {
    if (text[at] != '/' || at == 0 || at + 1 >= text.size()) return false;
    const bool alone_before = is_lower(text[at - 1]) && (at < 2 || text[at - 2] == ' ');
    const bool alone_behind =
        is_lower(text[at + 1]) && (at + 2 >= text.size() || text[at + 2] == ' ');
    return alone_before && alone_behind;
}

/// Where a conjunction, which begins with a space, stands last outside brackets.
std::size_t last_joint(std::string_view text, std::string_view between) {
    const auto in_bracket = [text](std::size_t at) {
        const std::string_view before = text.substr(0, at);
        return std::ranges::count(before, '(') > std::ranges::count(before, ')');
    };
    std::size_t at = text.rfind(' ');
    while (at != std::string_view::npos &&
           (!text.substr(at).starts_with(between) || in_bracket(at))) {
        at = at == 0 ? std::string_view::npos : text.rfind(' ', at - 1);
    }
    return at;
}

/// "Ada Birch - Wexbury Council", "Head of Legal: Ada Birch". A mark within a bracket is none.
std::vector<std::string> split_in_two(std::string_view text) {
    if (!has_small_word(text) && text.find(':') == std::string_view::npos) return {};
    const std::size_t bracket = text.find('(');
    for (const std::string_view mark : k_affiliation_marks) {
        const std::size_t at = text.find(mark);
        if (at == std::string_view::npos || at > bracket) continue;
        return {squeeze(text.substr(0, at)), squeeze(text.substr(at + mark.size()))};
    }
    return {};
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

/// "Ada Birch (AB)": the letters are her own.
bool are_initials_of(std::string_view text, std::string_view name) {
    std::string initials;
    for (const std::string_view word : words_of(name)) initials += to_lower(word[0]);
    return lower_ascii(text) == initials;
}

/// "Licensing and Ada Birch": a person among others.
bool lists_a_person(std::string_view text) {
    std::vector<std::string> names;
    append_split_at_and(text, false, names);
    return names.size() > 1 &&
           std::ranges::any_of(names, [](const std::string& name) { return is_person(name); });
}

}  // namespace

bool is_name_word(std::string_view text) {
    const std::string bare = bare_word(text);
    return words_of(text).size() == 1 && is_capitalised(text) && !is_acronym(text) &&
           !is_post_word(bare) && !is_body_word(bare);
}

std::vector<std::string> split_outside_brackets(std::string_view text,
                                                std::string_view separators) {
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
        if (is_slash_of_abbreviation(text, at)) continue;
        add(text.substr(first, at - first));
        first = at + 1;
    }
    add(text.substr(first));
    return parts;
}

void append_split_at_and(std::string_view text, bool list, std::vector<std::string>& out) {
    if (const std::size_t at = text.find('&'); joins_initials(text, at)) {
        out.emplace_back(text.substr(0, at));
        out.emplace_back(text.substr(at + 1));
        return;
    }
    const bool possible = has_small_word(text);
    for (const std::string_view between : k_conjunctions) {
        if (!possible) break;
        const std::size_t at = last_joint(text, between);
        if (at == std::string_view::npos || at == 0) continue;
        const std::string_view left = trim(text.substr(0, at));
        const std::string_view right = trim(text.substr(at + between.size()));
        if (left.empty() || right.empty() || !(list || and_parts(left, right))) continue;
        append_split_at_and(left, list, out);
        out.emplace_back(right);
        return;
    }
    out.emplace_back(text);
}

std::vector<std::string> lines_of_parties(std::string_view text) {
    std::vector<std::string> lines;
    for (std::string& line : split_outside_brackets(text, "\n")) {
        if (lines.empty() || !goes_on(lines.back(), line)) {
            lines.push_back(std::move(line));
            continue;
        }
        lines.back() += (lines.back().ends_with('-') ? "" : " ") + line;
    }
    return lines;
}

bool is_affiliated(const std::vector<std::string>& parts) {
    if (parts.size() != 2 || opening_title(parts[1])) return false;
    // "Cllrs Osei, Brand and Clerk" is a list.
    const auto title = opening_title(parts[0]);
    if (title && title->plural) return false;
    const PartyKind behind = kind_without_bracket(parts[1]);
    if (is_person(parts[0])) {
        const bool named = behind == PartyKind::post || behind == PartyKind::organisation;
        return named && !lists_a_person(parts[1]);
    }
    const PartyKind before = classify(parts[0]);
    // "Clerk, WCC" may be two.
    const bool named_body = !all_words(words_of(parts[1]), is_acronym);
    if (before == PartyKind::post) return behind == PartyKind::organisation && named_body;
    const bool unit = before == PartyKind::organisation && !is_whole_body(parts[0]);
    return unit && is_whole_body(parts[1]) && words_of(parts[1]).size() > 1;
}

std::vector<std::string> affiliated_by_mark(std::string_view group) {
    std::vector<std::string> parts = split_in_two(group);
    if (is_affiliated(parts)) return parts;
    if (parts.size() != 2) return {};
    const PartyKind behind = classify(parts[1]);
    const bool of_initials = behind == PartyKind::post || behind == PartyKind::organisation;
    if (are_initials(parts[0]) && of_initials) return parts;
    if (!is_person(parts[1])) return {};
    const PartyKind before = classify(parts[0]);
    if (before != PartyKind::post && before != PartyKind::organisation) return {};
    std::swap(parts[0], parts[1]);
    return parts;
}

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

bool is_title_alone(std::string_view text) {
    const std::string before_name = std::string(text).append(" X");
    const auto title = opening_title(before_name);
    return title && title->length + 2 >= before_name.size();
}

void set_affiliation(Party& party, std::string text) {
    if (text.empty() || is_party_remark(text) || are_initials_of(text, party.person)) return;
    (classify(text) == PartyKind::post ? party.post : party.organisation) = std::move(text);
}

}  // namespace tidytracker
