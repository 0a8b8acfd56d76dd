// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <unordered_map>
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

using WordList = std::vector<std::string>;

WordList sorted_words(const Record& record) {
    WordList words;
    for (const std::string_view word : words_of(record.action)) {
        std::string plain;
        for (const char c : word) {
            if (is_word_byte(c)) plain += to_lower(c);
        }
        if (!plain.empty()) words.push_back(std::move(plain));
    }
    std::ranges::sort(words);
    return words;
}

bool has_digit(std::string_view word) {
    return std::ranges::any_of(word, is_digit);
}

/// Are the lists equal but for one word that is mistyped in one of them? A number or a short word
/// that differs makes another action of it ("Ward 1", "Ward 2").
bool nearly_equal(const WordList& a, const WordList& b) {
    if (a == b) return true;
    if (a.size() != b.size()) return false;
    WordList only_a;
    WordList only_b;
    std::ranges::set_difference(a, b, std::back_inserter(only_a));
    std::ranges::set_difference(b, a, std::back_inserter(only_b));
    if (only_a.size() != 1 || only_b.size() != 1) return false;
    constexpr std::size_t k_long_word = 6;
    return only_a[0].size() >= k_long_word && !has_digit(only_a[0]) && !has_digit(only_b[0]) &&
           is_one_slip_away(only_a[0], only_b[0]);
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

/// The same task may come back: for another month, another person, or after it was done.
bool may_be_one_action(const Record& a, const Record& b) {
    if (is_finished(a) || is_finished(b) || a.item != b.item || a.parent != b.parent) return false;
    if (!a.ref.empty() && a.ref == b.ref) return false;  // reported as duplicate-ref
    return a.extra == b.extra && share_lead(a, b) && !differ(a.due, b.due) &&
           !differ(a.raised, b.raised);
}

/// Two keys of which two nearly equal lists share at least one: the words of either half.
std::array<std::string, 2> bucket_keys(const Record& record, const WordList& words) {
    std::array<std::string, 2> keys{record.source + "\n<", record.source + "\n>"};
    for (std::size_t i = 0; i < words.size(); ++i)
        keys[2 * i < words.size() ? 0 : 1] += ' ' + words[i];
    return keys;
}

struct Candidate {
    const Record* record{};
    WordList words{};
};

class DuplicateSearch {
  public:
    /// The earlier record that this one repeats, or null; remembers this one.
    const Record* find_and_add(const Record& record) {
        WordList words = sorted_words(record);
        if (words.size() < k_fewest_words) return nullptr;
        const std::array<std::string, 2> keys = bucket_keys(record, words);
        const Record* found = nullptr;
        for (const std::string& key : keys) {
            for (const std::size_t index : buckets_[key]) {
                const Candidate& candidate = candidates_[index];
                if (found == nullptr && nearly_equal(candidate.words, words) &&
                    may_be_one_action(*candidate.record, record)) {
                    found = candidate.record;
                }
            }
        }
        const std::size_t index = candidates_.size();
        candidates_.push_back({&record, std::move(words)});
        for (const std::string& key : keys) {
            std::vector<std::size_t>& bucket = buckets_[key];
            if (bucket.size() < k_most_compared) bucket.push_back(index);
        }
        return found;
    }

  private:
    std::vector<Candidate> candidates_{};
    std::unordered_map<std::string, std::vector<std::size_t>> buckets_{};
};

void check_probable_duplicate(const Subject& subject, Findings& findings) {
    DuplicateSearch search;
    for (const Record& record : subject.records()) {
        const Record* earlier = search.find_and_add(record);
        if (earlier == nullptr) continue;
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
