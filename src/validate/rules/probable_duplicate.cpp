// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/similar.hpp"
#include "base/text.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// Short texts ("Update the website") come again for good reasons; from this many words on, equal
/// texts of actions that are open at the same time are mostly one action entered twice.
constexpr std::size_t k_fewest_words = 5;
/// How many actions of one bucket are compared with each new one, so that a thousand equal rows
/// take no longer than a thousand different ones.
constexpr std::size_t k_most_compared = 8;

/// A word by its hash: two lists are compared a million times, but written out only once.
using WordHash = std::uint64_t;

/// Calls `visit` with each word in lower case and without its marks.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
    std::string plain;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && !is_space(text[at])) {
            if (is_word_byte(text[at])) plain += to_lower(text[at]);
            continue;
        }
        if (!plain.empty()) visit(std::string_view(plain));
        plain.clear();
    }
}

/// The word of the text that has this hash.
std::string word_with(WordHash hash, std::string_view text) {
    std::string found;
    for_each_word(text, [&](std::string_view word) {
        if (std::hash<std::string_view>()(word) == hash) found = word;
    });
    return found;
}

/// An action that may come again, with the hashes of its words in ascending order.
struct Candidate {
    const Record* record{};
    std::vector<WordHash> words{};
};

/// Are the lists equal but for one word that is mistyped in one of them? A number or a short word
/// that differs makes another action of it ("Ward 1", "Ward 2").
bool nearly_equal(const Candidate& a, const Candidate& b) {
    if (a.words.size() != b.words.size()) return false;
    std::vector<WordHash> only_a;
    std::vector<WordHash> only_b;
    std::ranges::set_difference(a.words, b.words, std::back_inserter(only_a));
    if (only_a.empty()) return true;
    if (only_a.size() > 1) return false;
    std::ranges::set_difference(b.words, a.words, std::back_inserter(only_b));
    const std::string word = word_with(only_a[0], a.record->action);
    const std::string other = word_with(only_b[0], b.record->action);
    constexpr std::size_t k_long_word = 6;
    const auto has_digit = [](const std::string& text) {
        return std::ranges::any_of(text, is_digit);
    };
    return word.size() >= k_long_word && !has_digit(word) && !has_digit(other) &&
           is_one_slip_away(word, other);
}

bool differ(const std::optional<When>& a, const std::optional<When>& b) {
    return a && b && (a->date.empty() || b->date.empty() ? a->text != b->text : a->date != b->date);
}

bool share_lead(const Record& a, const Record& b) {
    if (a.leads.empty() || b.leads.empty()) return true;
    return std::ranges::any_of(a.leads, [&b](const Party& lead) {
        return std::ranges::find(b.leads, lead.text, &Party::text) != b.leads.end();
    });
}

/// The same task may come back: for another month or another person.
bool may_be_one_action(const Record& a, const Record& b) {
    if (a.item != b.item || a.parent != b.parent) return false;
    if (!a.ref.empty() && a.ref == b.ref) return false;  // reported as duplicate-ref
    return a.extra == b.extra && share_lead(a, b) && !differ(a.due, b.due) &&
           !differ(a.raised, b.raised);
}

/// A text under a key that it shares with texts that may say the same.
struct Keyed {
    WordHash key{};
    std::size_t candidate{};
};

/// Adds an action under three keys, of which each that says the same shares at least one: the words
/// of its first and of its second half in their order, and all words in any order.
void add_candidate(const Record& record, std::vector<Candidate>& candidates,
                   std::vector<Keyed>& keys) {
    Candidate candidate{.record = &record};
    for_each_word(record.action, [&candidate](std::string_view word) {
        candidate.words.push_back(std::hash<std::string_view>()(word));
    });
    const std::size_t count = candidate.words.size();
    if (count < k_fewest_words) return;
    constexpr WordHash k_spread = 0x9E3779B97F4A7C15;  // an odd number that mixes all bits
    const WordHash source = std::hash<std::string>()(record.source);
    std::array<WordHash, 3> sums{source, source + 1, source + 2};
    for (std::size_t i = 0; i < count; ++i) {
        WordHash& half = sums[2 * i < count ? 0 : 1];
        half = (half ^ candidate.words[i]) * k_spread;
        sums[2] += candidate.words[i] * k_spread;
    }
    for (const WordHash key : sums) keys.push_back({key, candidates.size()});
    std::ranges::sort(candidate.words);
    candidates.push_back(std::move(candidate));
}

/// For each candidate the earlier one that it repeats, or null.
std::vector<const Record*> earlier_of(const std::vector<Candidate>& candidates,
                                      std::vector<Keyed> keys) {
    std::ranges::sort(keys, {}, [](const Keyed& one) { return std::pair(one.key, one.candidate); });
    std::vector<const Record*> earlier(candidates.size());
    std::size_t first = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].key != keys[first].key) first = i;
        const Candidate& one = candidates[keys[i].candidate];
        const std::size_t last = std::min(i, first + k_most_compared);
        for (std::size_t j = first; j < last && earlier[keys[i].candidate] == nullptr; ++j) {
            const Candidate& other = candidates[keys[j].candidate];
            if (may_be_one_action(*other.record, *one.record) && nearly_equal(other, one)) {
                earlier[keys[i].candidate] = other.record;
            }
        }
    }
    return earlier;
}

void check_probable_duplicate(const Subject& subject, Findings& findings) {
    std::vector<Candidate> candidates;
    std::vector<Keyed> keys;
    for (const Record& record : subject.records()) {
        if (!is_finished(record)) add_candidate(record, candidates, keys);
    }
    const std::vector<const Record*> repeated = earlier_of(candidates, std::move(keys));
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (repeated[i] == nullptr) continue;
        const Record& record = *candidates[i].record;
        const Record* earlier = repeated[i];
        Finding finding = about(k_probable_duplicate, record, "action",
                                fmt::format("{} says the same as {}", name_of(record),
                                            earlier->ref.empty() ? "one above" : earlier->ref));
        finding.text = record.action;
        finding.other_place = place_of(*earlier, "action");
        finding.note = "first at " +
                       (finding.other_place.empty() ? earlier->place : finding.other_place) +
                       "; leads and dates do not tell them apart";
        finding.help = "delete one of them, or say in which way they differ";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_probable_duplicate{
    .name = "probable-duplicate",
    .family = Family::identity,
    .severity = Severity::warning,
    .what =
        "Finds two open actions of a document with the same words, of which neither lead nor dates "
        "tell that they are two.",
    .why = "The work is counted twice, and one of the two stays open when the other is closed.",
    .example = "A-007 and A-021, both \"Write to the landlord about the broken gate\"",
    .remedy = "Delete one of them, or say in which way they differ.",
    .related = "duplicate-ref, closed-but-open-elsewhere",
    .check = check_probable_duplicate,
};

}  // namespace tidytracker
