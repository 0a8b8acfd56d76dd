// SPDX-License-Identifier: Apache-2.0
#include "merge/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker::matching {
namespace {

using std::string_view;

struct KindOfWords {
    WordKind kind{};
    string_view words{};
};

constexpr auto k_kinds_of_words = std::to_array<KindOfWords>({
    // Tell nothing of what an action is about.
    {WordKind::filler,
     "a all also an and any are as at be been by can each every for from has have in into is it "
     "its "
     "may need of on or our out per please shall should so that the their them there these this "
     "those to up upon was we were which will with would"},
    // What one does with an action of any subject. Partners word these as they like.
    {WordKind::verb,
     "agree arrange ask bring check circulate complete confirm consider contact create develop "
     "discuss distribute do draft ensure explore find follow get give hold identify implement "
     "inform investigate invite issue liaise look make obtain organise prepare present produce "
     "progress provide publish put raise report review run send set share speak submit take "
     "update work write"},
    // One instead of another makes another action.
    {WordKind::number,
     "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
     "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
     "hundred thousand first second third fourth fifth sixth seventh eighth ninth tenth "
     "jan january feb february mar march apr april june jun july jul aug august sept september "
     "oct october nov november dec december spring summer autumn winter monday tuesday wednesday "
     "thursday friday saturday sunday north northern south southern east eastern west western "
     "upper lower"},
});

WordKind kind_from(const std::string& stem) {
    static const std::unordered_map<std::string, WordKind> k_kinds = [] {
        std::unordered_map<std::string, WordKind> kinds;
        for (const KindOfWords& entry : k_kinds_of_words) {
            for (const string_view word : words_of(entry.words)) {
                kinds.emplace(stem_of(word), entry.kind);
            }
        }
        return kinds;
    }();
    if (std::ranges::any_of(stem, is_digit)) return WordKind::number;
    const auto found = k_kinds.find(stem);
    return found == k_kinds.end() ? WordKind::plain : found->second;
}

/// Takes an ending off if enough is left.
bool take_ending(std::string& word, string_view ending, std::size_t least) {
    if (!word.ends_with(ending) || word.size() < ending.size() + least) return false;
    word.resize(word.size() - ending.size());
    return true;
}

bool is_vowel(char c) {
    return string_view("aeiouy").find(c) != string_view::npos;
}

/// A character of a word: letters and digits, and everything beyond ASCII but general punctuation
/// (U+2000 to U+206F) and the signs of Latin-1 (U+0080 to U+00BF).
bool is_word_character(char32_t c) {
    if (c < 0x80) return is_word_byte(static_cast<char>(c));
    return c >= 0xC0 && !(c >= 0x2000 && c <= 0x206F);
}

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019;
}

/// Splits a text at everything that is no word character; apostrophes vanish.
template <class Take>
void for_each_word(string_view text, Take take) {
    std::string word;
    bool sentence_start = true;
    bool starts = true;
    const auto end_word = [&] {
        if (!word.empty()) take(word, starts);
        word.clear();
    };
    while (!text.empty()) {
        const std::string_view from = text;
        const char32_t c = take_character(text);
        if (is_word_character(c)) {
            if (word.empty()) starts = sentence_start;
            sentence_start = false;
            word.append(from, 0, from.size() - text.size());
        } else if (!is_apostrophe(c) || word.empty()) {
            end_word();
            if (c == '.' || c == '!' || c == '?' || c == ':' || c == '\n') sentence_start = true;
        }
    }
    end_word();
}

/// Optimal string alignment distance, given up above `most`.
std::size_t typing_distance(string_view a, string_view b, std::size_t most) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > most || b.size() > 40) return most + 1;
    std::array<std::array<std::uint8_t, 41>, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<std::uint8_t>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const auto& last = rows[(i - 1) % 3];
        const auto& before = rows[(i + 1) % 3];
        auto& now = rows[i % 3];
        now[0] = static_cast<std::uint8_t>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            int least = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                least = std::min(least, before[j - 2] + 1);
            }
            now[j] = static_cast<std::uint8_t>(least);
        }
    }
    return rows[a.size() % 3][b.size()];
}

}  // namespace

std::string stem_of(string_view printed) {
    const bool ascii =
        std::ranges::all_of(printed, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    std::string word = ascii ? lower_ascii(printed) : fold(printed);
    if (word.size() < 4 || std::ranges::any_of(word, is_digit)) return word;
    word = replace_all(word, "iz", "is");
    if (take_ending(word, "ies", 2)) {
        word += 'y';
    } else if (!word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")) {
        take_ending(word, "s", 3);
    }
    if (take_ending(word, "ing", 3) || take_ending(word, "ed", 3)) {
        const std::size_t size = word.size();
        const bool doubled = size > 3 && word[size - 1] == word[size - 2] &&
                             !is_vowel(word.back()) && word.back() != 's' && word.back() != 'l';
        if (doubled) word.pop_back();
    }
    if (take_ending(word, "er", 4)) return word;
    take_ending(word, "e", 3);
    return word;
}

bool is_variant(string_view a, string_view b) {
    if (a.size() < b.size()) std::swap(a, b);
    const std::size_t more = a.size() - b.size();
    if (b.empty() || a.size() < 4) return false;
    // "org" for "organisation", "dept" is none; three letters are what people shorten to.
    if (more >= 3) return b.size() >= 3 && a.starts_with(b);
    // People hit a wrong key within a word. Two words that only begin differently ("hall", "mall")
    // are two words.
    const bool turned = a.size() >= 6 && b.size() > 1 && (a[0] == b[1] || a[1] == b[0]);
    if (a[0] != b[0] && !turned) return false;
    const std::size_t most = a.size() < 8 ? 1 : 2;
    return more <= most && typing_distance(a, b, most) <= most;
}

std::uint32_t Vocabulary::id_of(const std::string& printed) {
    const auto known = forms_.find(printed);
    if (known != forms_.end()) return known->second;
    const auto next = static_cast<std::uint32_t>(words_.size());
    const auto [at, is_new] = ids_.try_emplace(stem_of(printed), next);
    if (is_new) words_.push_back({.text = at->first, .kind = kind_from(at->first)});
    forms_.emplace(printed, at->second);
    return at->second;
}

std::vector<Word> Vocabulary::add(string_view text) {
    std::vector<Word> out;
    ++texts_;
    for_each_word(text, [&](const std::string& printed, bool starts_sentence) {
        const std::uint32_t id = id_of(printed);
        Entry& entry = words_[id];
        if (entry.last_text != texts_) ++entry.texts;
        entry.last_text = texts_;
        string_view rest = printed;
        const bool name = !starts_sentence && entry.kind == WordKind::plain &&
                          is_upper_case(take_character(rest));
        const bool passive = !out.empty() && words_[out.back().id].text == "be";
        const bool deed = starts_sentence || passive;
        out.push_back({.id = id,
                       .kind = entry.kind,
                       .name = name,
                       .deed = deed && entry.kind != WordKind::filler});
    });
    return out;
}

std::vector<double> Vocabulary::weights() const {
    // Of few texts nearly every word is in one or two, which says little of how rare it is; the
    // 200 that are added stand for other texts of the kind.
    constexpr double k_other_texts = 200;
    constexpr double k_filler = 0.04;
    constexpr double k_verb = 0.5;
    const double all = std::log(texts_ + k_other_texts);
    std::vector<double> out;
    out.reserve(words_.size());
    for (const Entry& entry : words_) {
        const double rarity = (all - std::log(entry.texts + 0.5)) / all;
        double weight = std::clamp(rarity, 0.15, 1.0);
        if (entry.kind == WordKind::filler) weight = k_filler;
        if (entry.kind == WordKind::verb) weight *= k_verb;
        out.push_back(weight);
    }
    return out;
}

}  // namespace tidytracker::matching
