// SPDX-License-Identifier: Apache-2.0
#include "schema/captions.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/caption_table.hpp"

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

/// Takes hints such as "(dd/mm/yyyy)" away, but not "officer(s)".
std::string without_hints(std::string_view text) {
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

std::vector<CaptionReading> from_table(std::string_view key) {
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

std::vector<CaptionReading> from_words(std::string_view key) {
    std::vector<CaptionReading> readings;
    const std::string spaced = replace_all(replace_all(key, "/", " "), "-", " ");
    const std::vector<std::string_view> words = words_of(spaced);
    // A long caption is a sentence or a value; its words say little.
    if (words.size() > 8) return readings;
    for (const CaptionLine& line : k_caption_words) {
        if (std::ranges::find(words, line.caption) != words.end()) {
            add_reading(readings, line.field, line.weight);
        }
    }
    for (CaptionReading& reading : readings) {
        reading.weight = std::min(reading.weight, k_most_for_words);
    }
    return readings;
}

}  // namespace

std::string caption_key(std::string_view caption) {
    std::string key = without_broken_words(fold(caption));
    key = without_hints(key);
    key = replace_all(key, " / ", "/");
    key = replace_all(replace_all(key, "/ ", "/"), " /", "/");
    key = replace_all(key, " & ", " and ");
    key = replace_all(key, ".", "");
    while (!key.empty() && std::string_view(":?*-").find(key.back()) != std::string_view::npos) {
        key.pop_back();
    }
    return std::string(trim(key));
}

std::vector<CaptionReading> read_caption(std::string_view caption) {
    const std::string key = caption_key(caption);
    std::vector<CaptionReading> readings = from_table(key);
    if (readings.empty()) readings = from_words(key);
    std::ranges::stable_sort(readings, std::ranges::greater{}, &CaptionReading::weight);
    return readings;
}

bool is_common_caption(std::string_view caption) {
    return !from_table(caption_key(caption)).empty();
}

bool is_known_caption(std::string_view caption) {
    return own_caption(caption).has_value() || is_common_caption(caption);
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
