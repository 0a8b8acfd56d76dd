// SPDX-License-Identifier: Apache-2.0
#include "merge/text_comparison.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tidytracker::matching {
namespace {

/// A text whose sides differ in more words than this is another text; comparing all of them with
/// one another would only cost time.
constexpr std::size_t k_most_left = 24;

/// The ids that only one of two texts has.
struct LeftOver {
    std::array<std::uint32_t, k_most_left> ids{};
    std::size_t size{};
    bool too_many{};

    void add(std::uint32_t id) {
        if (size == ids.size()) {
            too_many = true;
        } else {
            ids[size++] = id;
        }
    }
    void drop(std::size_t index) {
        std::copy(ids.begin() + static_cast<std::ptrdiff_t>(index) + 1,
                  ids.begin() + static_cast<std::ptrdiff_t>(size),
                  ids.begin() + static_cast<std::ptrdiff_t>(index));
        --size;
    }
    [[nodiscard]] std::span<const std::uint32_t> all() const { return {ids.data(), size}; }
};

void part(const TextView& a, const TextView& b, LeftOver& only_a, LeftOver& only_b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.ids.size() || j < b.ids.size()) {
        if (j == b.ids.size() || (i < a.ids.size() && a.ids[i] < b.ids[j])) {
            only_a.add(a.ids[i++]);
        } else if (i == a.ids.size() || b.ids[j] < a.ids[i]) {
            only_b.add(b.ids[j++]);
        } else {
            ++i;
            ++j;
        }
    }
}

/// Takes pairs of variants off; returns the weight that they had.
double take_variants(const Vocabulary& words, const std::vector<double>& weights, LeftOver& a,
                     LeftOver& b) {
    double taken = 0;
    for (std::size_t i = 0; i < a.size;) {
        const auto is_same = [&](std::uint32_t other) {
            return words.kind_of(a.ids[i]) != WordKind::number &&
                   words.kind_of(other) != WordKind::number &&
                   is_variant(words.text_of(a.ids[i]), words.text_of(other));
        };
        const auto rest = b.all();
        const auto found = std::ranges::find_if(rest, is_same);
        if (found == rest.end()) {
            ++i;
            continue;
        }
        taken += weights[a.ids[i]] + weights[*found];
        b.drop(static_cast<std::size_t>(found - rest.begin()));
        a.drop(i);
    }
    return taken;
}

/// "halfterm" on one side, "half" and "term" on the other.
double take_compounds(const Vocabulary& words, const std::vector<double>& weights, LeftOver& whole,
                      LeftOver& parts) {
    double taken = 0;
    for (std::size_t i = 0; i < whole.size; ++i) {
        const std::string_view text = words.text_of(whole.ids[i]);
        for (std::size_t j = 0; j < parts.size; ++j) {
            const std::string_view first = words.text_of(parts.ids[j]);
            if (first.size() < 2 || !text.starts_with(first)) continue;
            const auto rest = parts.all();
            const auto second = std::ranges::find_if(rest, [&](std::uint32_t id) {
                return words.text_of(id) == text.substr(first.size());
            });
            if (second == rest.end()) continue;
            taken += weights[whole.ids[i]] + weights[parts.ids[j]] + weights[*second];
            const auto k = static_cast<std::size_t>(second - rest.begin());
            parts.drop(std::max(j, k));
            if (j != k) parts.drop(std::min(j, k));
            whole.drop(i--);
            break;
        }
    }
    return taken;
}

bool has_kind(const Vocabulary& words, const LeftOver& left, WordKind kind) {
    return std::ranges::any_of(left.all(),
                               [&](std::uint32_t id) { return words.kind_of(id) == kind; });
}

bool has_name(const TextView& text, const LeftOver& left) {
    return std::ranges::any_of(text.words, [&left](const Word& word) {
        const auto all = left.all();
        return word.name && std::ranges::find(all, word.id) != all.end();
    });
}

/// Is every word the same, in the same order, but for one in one place?
bool is_swap(const TextView& a, const TextView& b) {
    if (a.words.size() != b.words.size() || a.words.size() < 4) return false;
    std::size_t differences = 0;
    for (std::size_t i = 0; i < a.words.size(); ++i) {
        if (a.words[i].id == b.words[i].id) continue;
        ++differences;
        const bool verbs = a.words[i].kind == WordKind::verb && b.words[i].kind == WordKind::verb;
        if (i == 0 || verbs) return false;
    }
    return differences == 1;
}

bool same_order(const TextView& a, const TextView& b) {
    return std::ranges::equal(a.words, b.words, {}, &Word::id, &Word::id);
}

}  // namespace

double TextComparer::weight_of(std::span<const std::uint32_t> ids) const {
    double sum = 0;
    for (const std::uint32_t id : ids) sum += weights_[id];
    return sum;
}

double TextComparer::overlap(const TextView& a, const TextView& b) const {
    const double all = a.weight + b.weight;
    if (all <= 0) return 0;
    double shared = 0;
    std::size_t j = 0;
    for (const std::uint32_t id : a.ids) {
        while (j < b.ids.size() && b.ids[j] < id) ++j;
        if (j == b.ids.size()) break;
        if (b.ids[j] == id) shared += weights_[id];
    }
    return 2 * shared / all;
}

TextComparison TextComparer::compare(const TextView& a, const TextView& b) const {
    if (a.words.empty() || b.words.empty()) return {};
    if (same_order(a, b)) return {.level = TextLevel::exact, .similarity = 1};
    LeftOver only_a;
    LeftOver only_b;
    part(a, b, only_a, only_b);
    if (only_a.too_many || only_b.too_many) {
        const double shared = overlap(a, b);
        const TextLevel level = shared < 0.35 ? TextLevel::unlike : TextLevel::low;
        return {.level = level, .contrast = Contrast::words, .similarity = shared};
    }
    const double all = a.weight + b.weight;
    const double left = weight_of(only_a.all()) + weight_of(only_b.all());
    double variants = take_variants(*vocabulary_, weights_, only_a, only_b);
    variants += take_compounds(*vocabulary_, weights_, only_a, only_b);
    variants += take_compounds(*vocabulary_, weights_, only_b, only_a);
    // A variant may be another word after all.
    constexpr double k_worth_of_variant = 0.9;
    const double left_a = weight_of(only_a.all());
    const double left_b = weight_of(only_b.all());
    TextComparison out;
    out.similarity = all <= 0 ? 0 : (all - left + variants * k_worth_of_variant) / all;
    constexpr double k_nothing = 0.2;  // the weight of a few fillers
    if (has_kind(*vocabulary_, only_a, WordKind::number) &&
        has_kind(*vocabulary_, only_b, WordKind::number)) {
        out.contrast = Contrast::number;
    } else if (has_name(a, only_a) && has_name(b, only_b)) {
        out.contrast = Contrast::name;
    } else if (left_a > k_nothing && left_b > k_nothing) {
        out.contrast = is_swap(a, b) ? Contrast::swap : Contrast::words;
    }
    const double similarity = out.similarity;
    const bool one_sided = std::min(left_a, left_b) <= k_nothing;
    if (std::max(left_a, left_b) <= k_nothing) {
        out.level = TextLevel::equal;
    } else if (similarity >= 0.9) {
        out.level = TextLevel::near;
    } else if (one_sided && similarity >= 0.6) {
        out.level = TextLevel::contained;
    } else if (similarity >= 0.72) {
        out.level = TextLevel::close;
    } else if (similarity >= 0.53) {
        out.level = TextLevel::reworded;
    } else {
        out.level = similarity >= 0.35 ? TextLevel::low : TextLevel::unlike;
    }
    return out;
}

}  // namespace tidytracker::matching
