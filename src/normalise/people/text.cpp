// SPDX-License-Identifier: Apache-2.0
// In: the text of one party or of several. Out: its parts without what stands around a name. Who
// or what is named is for others to say.
#include "normalise/people/text.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "normalise/people/kinds.hpp"
#include "normalise/people/words.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// What may stand before a name with a colon or a dash or, if it is `plain`, by itself.
struct KnownLabel {
    std::string_view words{};
    PartyRole role{};
    bool plain{};
};
/// Longer ones stand before their beginnings.
constexpr auto k_party_labels = std::to_array<KnownLabel>({
    {"lead officer", PartyRole::lead},
    {"lead member", PartyRole::lead},
    {"lead councillor", PartyRole::lead},
    {"lead contact", PartyRole::lead},
    {"lead", PartyRole::lead},
    {"leads", PartyRole::lead},
    {"led by", PartyRole::lead, true},
    {"co-lead", PartyRole::lead},
    {"joint lead", PartyRole::lead},
    {"joint leads", PartyRole::lead},
    {"joint", PartyRole::lead},
    {"action owner", PartyRole::lead},
    {"action by", PartyRole::lead, true},
    {"action", PartyRole::lead},
    {"owner", PartyRole::lead},
    {"responsible officer", PartyRole::lead},
    {"responsible", PartyRole::lead},
    {"accountable", PartyRole::lead},
    {"contact officer", PartyRole::lead},
    {"contact", PartyRole::lead},
    {"supporting officer", PartyRole::support},
    {"supporting", PartyRole::support},
    {"supported by", PartyRole::support, true},
    {"support officer", PartyRole::support},
    {"support from", PartyRole::support, true},
    {"support", PartyRole::support},
    {"with support from", PartyRole::support, true},
    {"with help from", PartyRole::support, true},
    {"with input from", PartyRole::support, true},
    {"assisted by", PartyRole::support, true},
});

/// What a bracket, or the end of a text, says of somebody's part in the action instead of the post
/// or body.
struct KnownRemark {
    std::string_view words{};
    PartyRole role{};
};
constexpr auto k_party_remarks = std::to_array<KnownRemark>({
    {"lead", PartyRole::lead},
    {"co-lead", PartyRole::lead},
    {"joint lead", PartyRole::lead},
    {"joint leads", PartyRole::lead},
    {"co-leads", PartyRole::lead},
    {"joint", PartyRole::lead},
    {"support", PartyRole::support},
    {"supporting", PartyRole::support},
    {"main", PartyRole::lead},
    {"sponsor", PartyRole::none},
    {"vacant", PartyRole::none},
    {"new", PartyRole::none},
    {"on leave", PartyRole::none},
    {"left", PartyRole::none},
});

/// Open a remark on the time or the cause of somebody's part: "(from 1 April)", "(was Col Drew)".
constexpr auto k_remark_openings = std::to_array<std::string_view>(
    {"cover", "covering", "ext", "formerly", "from", "left", "maternity", "not", "on", "previously",
     "since", "tel", "to", "until", "w/e", "was"});

/// What opens a bracket with somebody else in it: "(contact Ada Birch)", "(with Ada Birch)".
struct BracketOpening {
    std::string_view words{};
    bool holds{};  ///< the one in the bracket holds the post, or stands for the body, before it
};
constexpr auto k_bracket_openings = std::to_array<BracketOpening>({
    {"contact ", true},
    {"lead ", true},
    {"via ", true},
    {"c/o ", true},
    {"attn ", true},
    {"with ", false},
    {"and ", false},
    {"plus ", false},
    {"+ ", false},
    {"& ", false},
});

/// Length of `label` at the start of `text` as whole words; 0 if it is not there.
std::size_t label_length(std::string_view text, const KnownLabel& label) {
    if (!starts_with_ignoring_case(text, label.words)) return 0;
    const std::string_view rest = text.substr(label.words.size());
    return rest.empty() || !is_word_byte(rest[0]) ? label.words.size() : 0;
}

/// The mark between a label and the name, with the spaces around it; 0 if there is none.
std::size_t label_mark_length(std::string_view rest) {
    const std::string_view behind = trim(rest);
    const auto before = static_cast<std::size_t>(behind.data() - rest.data());
    if (behind.empty()) return 0;
    for (const std::string_view mark : {":", "=", "- ", "\xE2\x80\x93 ", "\xE2\x80\x94 "}) {
        if (!behind.starts_with(mark)) continue;
        const std::string_view name = trim(behind.substr(mark.size()));
        // "Lead - Housing" is what somebody is.
        const bool dash = mark.back() == ' ';
        if (name.empty() || (dash && (before == 0 || !is_person(name)))) return 0;
        return static_cast<std::size_t>(name.data() - rest.data());
    }
    return 0;
}

/// "01234", "567890", "x204".
bool is_telephone_word(std::string_view word) {
    if (word.starts_with('x') && word.size() > 1) word.remove_prefix(1);
    return word.size() >= 3 &&
           std::ranges::all_of(word, [](char c) { return is_digit(c) || c == '+' || c == '-'; });
}

bool names_telephone(std::string_view word) {
    const std::string bare = bare_word(word);
    return bare == "ext" || bare == "tel" || bare == "telephone" || bare == "mobile";
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

std::string_view without_bullet(std::string_view group) {
    for (const std::string_view mark : {"-", "*", "\xE2\x80\xA2", "\xE2\x80\x93", "\xC2\xB7"}) {
        if (group.starts_with(mark)) return trim(group.substr(mark.size()));
    }
    const std::size_t digits = std::min(group.find_first_not_of("0123456789"), group.size());
    const bool numbered = digits > 0 && digits <= 2 && digits + 1 < group.size() &&
                          (group[digits] == '.' || group[digits] == ')');
    return numbered ? trim(group.substr(digits + 1)) : group;
}

/// Without marks of doubt, of a footnote, or that there are others.
std::string_view without_doubt(std::string_view text) {
    for (const std::string_view mark : {"?", " et al", " et al.", "*", "\xE2\x80\xA0"}) {
        while (text.ends_with(mark)) text = trim(text.substr(0, text.size() - mark.size()));
    }
    return text;
}

}  // namespace

PartyLabel opening_party_label(std::string_view text) {
    // Most texts are names.
    constexpr std::string_view k_first_letters = "lcjarsowLCJARSOW";
    if (text.empty() || k_first_letters.find(text[0]) == std::string_view::npos) return {};
    for (const KnownLabel& label : k_party_labels) {
        const std::size_t words = label_length(text, label);
        if (words == 0) continue;
        const std::string_view rest = text.substr(words);
        if (const std::size_t mark = label_mark_length(rest); mark > 0) {
            return {words + mark, label.role};
        }
        const std::string_view name = trim(rest);
        if (label.plain && !name.empty()) {
            return {static_cast<std::size_t>(name.data() - text.data()), label.role};
        }
    }
    return {};
}

bool has_small_word(std::string_view text) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at - 1] == ' ' && !is_upper(text[at])) return true;
    }
    return false;
}

bool may_hold_labels(std::string_view text) {
    return has_small_word(text) || text.find_first_of(":=") != std::string_view::npos;
}

std::vector<std::string_view> split_at_labels(std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t first = 0;
    int depth = 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '(') ++depth;
        if (text[at] == ')' && depth > 0) --depth;
        const bool begins = depth == 0 && (text[at - 1] == ' ' || text[at - 1] == ',');
        if (!begins || opening_party_label(text.substr(at)).length == 0) continue;
        std::string_view before = trim(text.substr(first, at - first));
        while (before.ends_with(',')) before = trim(before.substr(0, before.size() - 1));
        // "with support from" is one label.
        if (before.empty() || before == "with" || before.ends_with(" with")) continue;
        parts.push_back(before);
        first = at;
    }
    parts.push_back(trim(text.substr(first)));
    return parts;
}

std::string take_bracket(std::string& text) {
    const bool square = text.ends_with(']');
    if (!square && !text.ends_with(')')) return {};
    const std::size_t open = text.rfind(square ? '[' : '(');
    if (open == std::string::npos || open == 0) return {};
    std::string inside = squeeze(std::string_view(text).substr(open + 1, text.size() - open - 2));
    text = trim(std::string_view(text).substr(0, open));
    return inside;
}

bool is_party_remark(std::string_view inside) {
    if (is_placeholder(inside)) return true;
    const std::string folded = fold(inside);
    if (std::ranges::find(k_party_remarks, folded, &KnownRemark::words) != k_party_remarks.end()) {
        return true;
    }
    const std::vector<std::string_view> words = words_of(folded);
    if (words.empty()) return false;
    const bool opened = std::ranges::find(k_remark_openings, words[0]) != k_remark_openings.end();
    return opened || names_telephone(words[0]) || all_words(words, is_telephone_word);
}

PartyRole role_of_remark(std::string_view inside) {
    const auto known = std::ranges::find(k_party_remarks, fold(inside), &KnownRemark::words);
    return known == k_party_remarks.end() ? PartyRole::none : known->role;
}

std::string_view behind_bracket_opening(std::string_view inside, bool& holds) {
    for (const BracketOpening& opening : k_bracket_openings) {
        if (!starts_with_ignoring_case(inside, opening.words)) continue;
        const std::string_view rest = trim(inside.substr(opening.words.size()));
        if (!is_person(rest)) continue;
        holds = opening.holds;
        return rest;
    }
    holds = true;
    return inside;
}

std::string_view without_plain_lead(std::string_view text) {
    constexpr std::string_view k_lead = "lead";
    const bool possible = starts_with_ignoring_case(text, k_lead) || text.ends_with(" lead") ||
                          text.ends_with(" Lead");
    if (!possible) return text;
    const std::vector<std::string_view> words = words_of(text);
    if (words.size() < 3) return text;
    const auto is_given = [](std::string_view word) {
        return is_forename(bare_word(word)) || (word.size() == 1 && is_upper(word[0]));
    };
    if (equals_ignoring_case(words[0], k_lead) && is_given(words[1])) {
        return trim(text.substr(k_lead.size()));
    }
    if (equals_ignoring_case(words.back(), k_lead) && is_given(words[0])) {
        return trim(text.substr(0, text.size() - k_lead.size()));
    }
    return text;
}

std::string without_address(std::string_view text) {
    if (text.starts_with('@')) text = trim(text.substr(1));
    text = without_doubt(text);
    const bool address = text.find('@') != std::string_view::npos;
    const bool number = text.find_first_of("0123456789") != std::string_view::npos;
    if (!address && !number) return std::string(text);
    const std::vector<std::string_view> words = words_of(text);
    if (words.size() == 1) {
        std::string name = address ? name_in_address(text) : std::string();
        return name.empty() ? std::string(text) : name;
    }
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (word.find('@') != std::string_view::npos) continue;
        // "Section 106 Officer": only what ends a text is a telephone number.
        const auto rest = words.begin() + static_cast<std::ptrdiff_t>(i);
        const bool called = names_telephone(word) || (word.size() > 3 && is_telephone_word(word));
        if (i >= 2 && called && std::all_of(rest + 1, words.end(), is_telephone_word)) break;
        out.append(out.empty() ? "" : " ").append(word);
    }
    return out;
}

std::string_view without_marks(std::string_view text) {
    return without_doubt(without_bullet(text));
}

}  // namespace tidytracker
