// SPDX-License-Identifier: Apache-2.0
#include "schema/captions.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/caption_words.hpp"
#include "schema/opening_letters.hpp"

namespace tidytracker {
namespace {

/// A caption that only shares words with the table is worth at most this much: look-up by loose
/// likeness alone makes one column in four wrong.
constexpr double k_most_for_words = 0.75;

/// "implemen- tation" becomes "implementation"; "sub- group" does too, which does no harm here.
std::string without_broken_words(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool broken = text[i] == '-' && i + 2 < text.size() && text[i + 1] == ' ' && i > 0 &&
                            is_lower(text[i - 1]) && is_lower(text[i + 2]);
        if (broken) {
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// "3. Agreed", "2) Owner": the number that a form gives its columns.
std::string_view without_number(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && is_digit(text[at])) ++at;
    const bool numbered = at > 0 && at <= 2 && at + 1 < text.size() &&
                          (text[at] == '.' || text[at] == ')') && !is_digit(text[at + 1]);
    return numbered ? trim(text.substr(at + 1)) : text;
}

/// "DueDate", as programs export it, is "Due Date"; "eLearning" and "McNab" have no such hump.
std::string with_spaces(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hump = i > 1 && i + 1 < text.size() && is_upper(text[i]) &&
                          is_lower(text[i - 1]) && is_letter(text[i - 2]) &&
                          text.substr(i - 2, 2) != "Mc";
        if (hump) out += ' ';
        out += text[i] == '_' ? ' ' : text[i];
    }
    return out;
}

/// Takes hints such as "(dd/mm/yyyy)" away, but not "officer(s)", nor a caption all in brackets.
std::string without_hints(std::string_view text) {
    if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
    std::string out(text);
    for (std::size_t open = out.find(" ("); open != std::string::npos; open = out.find(" (")) {
        const std::size_t close = out.find(')', open);
        out.erase(open, close == std::string::npos ? std::string::npos : close + 1 - open);
    }
    return out;
}

void add_reading(std::vector<CaptionReading>& readings, Field field, double weight) {
    const auto same = std::ranges::find(readings, field, &CaptionReading::field);
    if (same == readings.end()) {
        readings.push_back(CaptionReading{field, weight});
    } else {
        same->weight += weight;
    }
}

std::vector<CaptionReading> looked_up(std::string_view key) {
    using Index = std::unordered_multimap<std::string_view, CaptionReading>;
    static const Index index = [] {
        Index made;
        for (const CaptionLine& line : k_captions) {
            made.emplace(line.caption, CaptionReading{line.field, line.weight});
        }
        return made;
    }();
    std::vector<CaptionReading> readings;
    const auto [first, last] = index.equal_range(key);
    for (auto at = first; at != last; ++at) readings.push_back(at->second);
    return readings;
}

/// What the table says of a caption; "owner(s)" is "owners" or "owner" there.
std::vector<CaptionReading> from_table(std::string_view key) {
    std::vector<CaptionReading> readings = looked_up(key);
    if (!readings.empty() || key.find("(s)") == std::string_view::npos) return readings;
    readings = looked_up(replace_all(key, "(s)", "s"));
    return readings.empty() ? looked_up(replace_all(key, "(s)", "")) : readings;
}

/// The words of a key, at spaces and between alternatives.
std::vector<std::string> parts_of(std::string_view key) {
    std::vector<std::string> parts;
    const std::string spaced = replace_all(replace_all(key, "/", " "), "-", " ");
    for (std::string_view word : words_of(spaced)) {
        while (word.ends_with(',') || word.ends_with(';')) word.remove_suffix(1);
        if (!word.empty()) parts.emplace_back(word);
    }
    return parts;
}

bool holds_word(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

template <std::size_t count>
bool holds_any(const std::vector<std::string>& words,
               const std::array<std::string_view, count>& wanted) {
    return std::ranges::any_of(wanted,
                               [&words](std::string_view word) { return holds_word(words, word); });
}

/// A date's caption says first that it is one, then of what: "Agreed implementation date".
std::vector<CaptionReading> from_date_words(const std::vector<std::string>& words) {
    const bool dated = holds_any(words, k_date_words);
    // "Progress against original timescale" says how it goes, not when.
    const bool reported = holds_word(words, "progress") || holds_word(words, "update");
    if (!dated || (reported && words.back() != "date")) return {};
    const auto first = std::ranges::find_if(k_date_qualifiers, [&words](const CaptionLine& line) {
        return holds_word(words, line.caption);
    });
    std::vector<CaptionReading> readings;
    for (auto line = first; line != k_date_qualifiers.end() && line->caption == first->caption;
         ++line) {
        readings.push_back(CaptionReading{line->field, line->weight});
    }
    return readings;
}

std::vector<CaptionReading> from_words(std::string_view key) {
    std::vector<std::string> words = parts_of(key);
    // A long caption is a sentence or a value; its words say little.
    if (words.empty() || words.size() > 7) return {};
    std::vector<CaptionReading> readings = from_date_words(words);
    if (!readings.empty()) return readings;
    // "Finding number", "Task ID": whatever it numbers, it refers.
    constexpr auto k_numbers =
        std::to_array<std::string_view>({"no", "number", "ref", "reference", "id"});
    constexpr double k_number_weight = 0.7;
    const bool numbers =
        words.size() > 1 && std::ranges::find(k_numbers, words.back()) != k_numbers.end();
    if (numbers && holds_any(words, k_other_things)) {
        // Values that are not repeated show that it is the reference after all.
        return {{Field::parent, k_number_weight}, {Field::ref, k_number_weight - 0.05}};
    }
    if (numbers && words.front() != "meeting") return {{Field::ref, k_number_weight}};
    // "Comments from the owner" are comments: what follows a preposition says less.
    constexpr auto k_prepositions = std::to_array<std::string_view>(
        {"from", "of", "for", "by", "to", "on", "with", "in", "against"});
    constexpr double k_behind_preposition = 0.5;
    // The last word before it is what the column holds: "Lead comments" are comments.
    constexpr double k_before_head = 0.85;
    // "By when" opens with one.
    const auto preposition = std::find_first_of(words.begin() + 1, words.end(),
                                                k_prepositions.begin(), k_prepositions.end());
    const auto head = preposition - 1;
    if (std::ranges::find(k_other_heads, *head) != k_other_heads.end()) return {};
    for (const CaptionLine& line : k_caption_words) {
        const auto word = std::ranges::find(words, line.caption);
        if (word == words.end()) continue;
        const double share = word > preposition ? k_behind_preposition
                             : word < head      ? k_before_head
                                                : 1.0;
        add_reading(readings, line.field, line.weight * share);
    }
    for (CaptionReading& reading : readings) {
        reading.weight = std::min(reading.weight, k_most_for_words);
    }
    return readings;
}

/// A caption of a group and of a part of it ("Agreed date \u2013 Original"): the part in front of
/// the group as people say it, else the part, else the group.
std::vector<CaptionReading> from_parts(std::string_view key) {
    const std::size_t dash = key.rfind(" - ");
    if (dash == std::string_view::npos) return {};
    const std::string group(trim(key.substr(0, dash)));
    const std::string part(trim(key.substr(dash + 3)));
    std::vector<CaptionReading> readings = from_table(fmt::format("{} {}", part, group));
    if (!readings.empty()) return readings;
    double share = 1;
    for (const std::string& known : {part, group}) {
        share -= 0.1;
        readings = from_table(known);
        if (readings.empty()) continue;
        for (CaptionReading& reading : readings) reading.weight *= share;
        return readings;
    }
    return {};
}

/// "Position at June 2024", "Progress as at 31/03/2024": the caption without the day that its
/// column was filled for, by itself or as the current one.
std::vector<CaptionReading> from_dated(std::string_view key) {
    constexpr auto k_between =
        std::to_array<std::string_view>({" as at ", " as of ", " at ", " in "});
    for (const std::string_view between : k_between) {
        const std::size_t at = key.find(between);
        if (at == std::string_view::npos) continue;
        const std::string_view day = trim(key.substr(at + between.size()));
        if (!is_date_shaped(day)) continue;
        const std::string_view bare = trim(key.substr(0, at));
        std::vector<CaptionReading> readings = from_table(bare);
        return readings.empty() ? from_table(fmt::format("current {}", bare)) : readings;
    }
    return {};
}

/// How people shorten the words of captions.
struct ShortWord {
    std::string_view printed{};
    std::string_view word{};
};
constexpr auto k_short_words = std::to_array<ShortWord>({
    {"mtg", "meeting"},
    {"mtgs", "meetings"},
    {"cttee", "committee"},
    {"cmte", "committee"},
    {"ctte", "committee"},
    {"resp", "responsible"},
    {"offr", "officer"},
    {"dept", "department"},
    {"org", "organisation"},
    {"orig", "original"},
    {"rev", "revised"},
    {"est", "estimated"},
    {"prog", "progress"},
    {"recs", "recommendations"},
    {"compl", "completed"},
    {"dt", "date"},
});

/// "Mtg date", "Resp officer": the caption with its words in full.
std::vector<CaptionReading> from_shortened(std::string_view key) {
    constexpr std::size_t k_longest = 40;
    std::string full;
    bool shortened = false;
    if (key.size() > k_longest) return {};
    for (const std::string_view word : words_of(key)) {
        const auto known = std::ranges::find(k_short_words, word, &ShortWord::printed);
        shortened = shortened || known != k_short_words.end();
        full.append(full.empty() ? "" : " ");
        full.append(known == k_short_words.end() ? word : known->word);
    }
    return shortened ? from_table(full) : std::vector<CaptionReading>{};
}

/// Words in front of a caption that tell which of two columns holds what stands now.
struct TimeWord {
    std::string_view word{};
    bool now{};
};
constexpr auto k_time_words = std::to_array<TimeWord>({
    {"revised", true},
    {"new", true},
    {"extended", true},
    {"amended", true},
    {"updated", true},
    {"latest", true},
    {"current", true},
    {"original", false},
    {"initial", false},
    {"first", false},
    {"previous", false},
    {"prior", false},
    {"last", false},
    {"old", false},
});

/// "Revised timescale", "Previous RAG": the caption without such a word. A due date that stood
/// before is history; of other fields what stood before gives way to what stands now.
std::vector<CaptionReading> from_timed(std::string_view key) {
    constexpr double k_before = 0.3;
    const std::size_t space = key.find(' ');
    const auto timed = std::ranges::find(k_time_words, key.substr(0, space), &TimeWord::word);
    if (space == std::string_view::npos || timed == k_time_words.end()) return {};
    std::vector<CaptionReading> readings = from_table(key.substr(space + 1));
    const auto due = std::ranges::find(readings, Field::due, &CaptionReading::field);
    if (due != readings.end() && timed->now) return {{Field::due, 1}};
    if (due != readings.end()) return {{Field::due_history, 0.95}, {Field::due, 0.7}};
    for (CaptionReading& reading : readings) reading.weight *= timed->now ? 1 : k_before;
    return readings;
}

/// "Action / Progress" holds both, the first above all.
std::vector<CaptionReading> from_alternatives(std::string_view key) {
    constexpr double k_first = 0.9;
    constexpr double k_other = 0.5;
    std::vector<CaptionReading> readings;
    for (std::size_t at = 0; at <= key.size();) {
        const std::size_t end = std::min(key.find('/', at), key.size());
        for (const CaptionReading& reading : from_table(trim(key.substr(at, end - at)))) {
            const bool known = std::ranges::find(readings, reading.field, &CaptionReading::field) !=
                               readings.end();
            const double share = at == 0 ? k_first : k_other;
            if (!known) readings.push_back({reading.field, reading.weight * share});
        }
        // The first alternative must be known: "Date/Time" is no time.
        if (readings.empty()) return {};
        at = end + 1;
    }
    return readings;
}

/// Edit distance of two words if it is at most `most`, else more than that.
std::size_t distance_up_to(std::string_view a, std::string_view b, std::size_t most) {
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > most) return most + 1;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t corner = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t above = row[j + 1];
            const std::size_t changed = corner + (a[i] == b[j] ? 0 : 1);
            row[j + 1] = std::min({changed, above + 1, row[j] + 1});
            corner = above;
        }
    }
    return row.back();
}

}  // namespace

std::vector<CaptionReading> guess_caption(std::string_view caption) {
    std::vector<CaptionReading> readings = read_caption(caption);
    const std::string key = caption_key(caption);
    // A letter in six may be mistyped; shorter words are other words then.
    constexpr std::size_t k_letters_for_an_error = 6;
    constexpr std::size_t k_longest = 40;
    constexpr double k_share = 0.85;
    const std::size_t errors = std::min<std::size_t>(2, key.size() / k_letters_for_an_error);
    if (!readings.empty() || errors == 0 || key.size() > k_longest) return readings;
    std::size_t fewest = errors + 1;
    for (const CaptionLine& line : k_captions) {
        const std::size_t distance = distance_up_to(key, line.caption, errors);
        if (distance > errors || distance > fewest) continue;
        if (distance < fewest) readings.clear();
        fewest = distance;
        // Several captions that are as near say no more than one.
        const auto same = std::ranges::find(readings, line.field, &CaptionReading::field);
        if (same == readings.end()) readings.push_back({line.field, line.weight * k_share});
    }
    std::ranges::stable_sort(readings, std::ranges::greater{}, &CaptionReading::weight);
    return readings;
}

std::string caption_key(std::string_view caption) {
    std::string key = without_broken_words(fold(with_spaces(caption)));
    key = without_hints(without_number(key));
    // "Action #" is "Action no".
    if (key.ends_with(" #")) key.replace(key.size() - 1, 1, "no");
    key = replace_all(std::move(key), " / ", "/");
    key = replace_all(replace_all(std::move(key), "/ ", "/"), " /", "/");
    key = replace_all(replace_all(std::move(key), " & ", " and "), ".", "");
    while (!key.empty() && std::string_view(":?*-").find(key.back()) != std::string_view::npos) {
        key.pop_back();
    }
    const std::string_view bare = trim(key);
    return bare.size() == key.size() ? key : std::string(bare);
}

std::vector<CaptionReading> read_caption(std::string_view caption) {
    const std::string key = caption_key(caption);
    std::vector<CaptionReading> readings = from_table(key);
    if (readings.empty()) readings = from_shortened(key);
    if (readings.empty()) readings = from_timed(key);
    if (readings.empty()) readings = from_parts(key);
    if (readings.empty()) readings = from_dated(key);
    if (readings.empty() && key.find('/') != std::string::npos) readings = from_alternatives(key);
    if (readings.empty()) readings = from_words(key);
    std::ranges::stable_sort(readings, std::ranges::greater{}, &CaptionReading::weight);
    return readings;
}

std::optional<NestedColumns> nested_columns(std::span<const std::string> captions) {
    const auto recommends = [](std::string_view caption) {
        return caption_key(caption).find("recommend") != std::string::npos;
    };
    const auto acts = [&recommends](std::string_view caption) {
        const std::vector<CaptionReading> readings = read_caption(caption);
        return !readings.empty() && readings.front().field == Field::action && !recommends(caption);
    };
    std::optional<std::size_t> whole;
    for (std::size_t i = 0; i < captions.size(); ++i) {
        if (whole && acts(captions[i])) return NestedColumns{*whole, i};
        const std::vector<CaptionReading> readings =
            recommends(captions[i]) ? read_caption(captions[i]) : std::vector<CaptionReading>{};
        if (!whole && !readings.empty() && readings.front().field == Field::action) whole = i;
    }
    return std::nullopt;
}

bool is_common_caption(std::string_view caption) {
    const std::string key = caption_key(caption);
    return !from_table(key).empty() || !from_shortened(key).empty();
}

bool is_known_caption(std::string_view caption) {
    // Asked of the cells of every row, hence of many values.
    static const OpeningLetters common(k_captions, &CaptionLine::caption);
    static const OpeningLetters own(all_fields(), &FieldInfo::caption);
    static const OpeningLetters names(all_fields(), &FieldInfo::name);
    const bool may_be_own = own.may_be_among(caption) || names.may_be_among(caption);
    if (may_be_own && own_caption(caption)) return true;
    return common.may_be_among(caption) && is_common_caption(caption);
}

std::optional<Field> own_caption(std::string_view caption) {
    const std::string_view bare = trim(caption);
    if (const std::optional<Field> field = field_from_name(bare)) return field;
    for (const FieldInfo& field : all_fields()) {
        if (field.caption == bare) return field.field;
    }
    return std::nullopt;
}

}  // namespace tidytracker
