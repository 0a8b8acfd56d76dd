// SPDX-License-Identifier: Apache-2.0
#include "merge/text_comparison.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

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

/// Words of the first text and the forms in which the second one has them.
using Variants = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Takes pairs of variants off; returns the weight that they had.
double take_variants(const Vocabulary& words, const std::vector<double>& weights, LeftOver& a,
                     LeftOver& b, Variants& variants) {
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
        variants.emplace_back(a.ids[i], *found);
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
        constexpr std::size_t k_shortest = 6;  // of a word that was two
        if (text.size() < k_shortest) continue;
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

bool holds(const LeftOver& left, std::uint32_t id) {
    const auto all = left.all();
    return std::ranges::find(all, id) != all.end();
}

/// The word before or behind a place, fillers left out, if the other text has it too; else none.
std::optional<std::uint32_t> shared_neighbour(const TextView& text, std::size_t at, bool before,
                                              const LeftOver& only) {
    const auto step = [before](std::size_t i) { return before ? i - 1 : i + 1; };
    for (std::size_t i = step(at); i < text.words.size(); i = step(i)) {
        if (text.words[i].kind == WordKind::filler) continue;
        return holds(only, text.words[i].id) ? std::nullopt : std::optional(text.words[i].id);
    }
    return std::nullopt;
}

/// Where a word of one text stands that the other lacks: its neighbours.
struct Slot {
    std::optional<std::uint32_t> before{};
    std::optional<std::uint32_t> after{};
};

std::ptrdiff_t times(const TextView& text, std::uint32_t id) {
    return std::ranges::count(text.words, id, &Word::id);
}

/// The slots of words that one text has and the other lacks, or has less often: "the footpath rota
/// for the footpath plan" has one footpath more than "the licensing rota for the footpath plan".
std::vector<Slot> slots_of(const TextView& text, const TextView& other, const LeftOver& only) {
    std::vector<Slot> out;
    for (std::size_t i = 0; i < text.words.size(); ++i) {
        const Word& word = text.words[i];
        if (word.kind == WordKind::filler || word.deed) continue;
        if (!holds(only, word.id)) {
            const std::ptrdiff_t here = times(text, word.id);
            const std::ptrdiff_t there = here > 1 ? times(other, word.id) : here;
            if (there == 0 || there >= here) continue;
        }
        out.push_back(
            {shared_neighbour(text, i, true, only), shared_neighbour(text, i, false, only)});
    }
    return out;
}

/// Does another word stand between the same two neighbours, whether or not the first text has it
/// somewhere else?
bool is_filled_otherwise(const Slot& slot, const TextView& other) {
    if (!slot.before || !slot.after) return false;
    std::array<std::uint32_t, 2> last{};  // the last two words that are no fillers
    std::size_t seen = 0;
    for (const Word& word : other.words) {
        if (word.kind == WordKind::filler) continue;
        if (seen >= 2 && last[0] == *slot.before && word.id == *slot.after) return true;
        last = {last[1], word.id};
        ++seen;
    }
    return false;
}

/// Does a word of one text stand where the other has another one? Rewording moves words and leaves
/// some out; putting another noun beside the same neighbour makes it another thing.
bool has_swap(const TextView& a, const TextView& b, const LeftOver& only_a, const LeftOver& only_b,
              const Variants& variants) {
    const std::vector<Slot> in_a = slots_of(a, b, only_a);
    std::vector<Slot> in_b = slots_of(b, a, only_b);
    const auto filled = [](const TextView& other) {
        return [&other](const Slot& slot) { return is_filled_otherwise(slot, other); };
    };
    if (std::ranges::any_of(in_a, filled(b)) || std::ranges::any_of(in_b, filled(a))) return true;
    for (Slot& slot : in_b) {
        for (const auto& [first, second] : variants) {
            if (slot.before == second) slot.before = first;
            if (slot.after == second) slot.after = first;
        }
    }
    return std::ranges::any_of(in_a, [&in_b](const Slot& x) {
        return std::ranges::any_of(in_b, [&x](const Slot& y) {
            return (x.before && x.before == y.before) || (x.after && x.after == y.after);
        });
    });
}

/// Takes the words for what is to be done off both sides if both have one; returns their weight.
double take_deeds(const std::vector<double>& weights, const TextView& a, const TextView& b,
                  LeftOver& only_a, LeftOver& only_b) {
    const auto deed_of = [](const TextView& text, const LeftOver& only) {
        const auto all = only.all();
        return std::ranges::find_if(
                   all,
                   [&text](std::uint32_t id) {
                       return std::ranges::any_of(text.words, [id](const Word& word) {
                           return word.id == id && (word.deed || word.kind == WordKind::verb);
                       });
                   }) -
               all.begin();
    };
    const auto i = static_cast<std::size_t>(deed_of(a, only_a));
    const auto j = static_cast<std::size_t>(deed_of(b, only_b));
    if (i == only_a.size || j == only_b.size) return 0;
    const double taken = weights[only_a.ids[i]] + weights[only_b.ids[j]];
    only_a.drop(i);
    only_b.drop(j);
    return taken;
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
    const double all = a.weight + b.weight;
    const double left = weight_of(only_a.all()) + weight_of(only_b.all());
    // So little is shared that no spelling could make up for it.
    const bool hopeless = all <= 0 || left > 0.75 * all;
    if (only_a.too_many || only_b.too_many || hopeless) {
        const double shared = overlap(a, b);
        const TextLevel level = shared < 0.35 ? TextLevel::unlike : TextLevel::low;
        return {.level = level, .contrast = Contrast::words, .similarity = shared};
    }
    Variants forms;
    double variants = take_variants(*vocabulary_, weights_, only_a, only_b, forms);
    if (only_b.size > 1) variants += take_compounds(*vocabulary_, weights_, only_a, only_b);
    if (only_a.size > 1) variants += take_compounds(*vocabulary_, weights_, only_b, only_a);
    // A variant may be another word after all.
    constexpr double k_worth_of_variant = 0.9;
    constexpr double k_worth_of_deed = 0.6;
    const double deeds = take_deeds(weights_, a, b, only_a, only_b);
    const double left_a = weight_of(only_a.all());
    const double left_b = weight_of(only_b.all());
    TextComparison out;
    out.similarity = (all - left + variants * k_worth_of_variant + deeds * k_worth_of_deed) / all;
    constexpr double k_nothing = 0.2;  // the weight of a few fillers
    if (has_kind(*vocabulary_, only_a, WordKind::number) &&
        has_kind(*vocabulary_, only_b, WordKind::number)) {
        out.contrast = Contrast::number;
    } else if (has_name(a, only_a) && has_name(b, only_b)) {
        out.contrast = Contrast::name;
    } else if (std::max(left_a, left_b) > k_nothing && has_swap(a, b, only_a, only_b, forms)) {
        out.contrast = Contrast::swap;
    } else if (left_a > k_nothing && left_b > k_nothing) {
        out.contrast = Contrast::words;
    } else if (deeds > 0) {
        out.contrast = Contrast::deed;
    }
    const double similarity = out.similarity;
    // Nearly all that the shorter text says, the longer one says too.
    constexpr double k_least_covered = 0.7;
    const double covered =
        1 - std::min(left_a / std::max(a.weight, 0.01), left_b / std::max(b.weight, 0.01));
    const bool one_sided = covered >= k_least_covered && out.contrast <= Contrast::words;
    if (std::max(left_a, left_b) <= k_nothing) {
        out.level = deeds > 0 ? TextLevel::near : TextLevel::equal;
    } else if (similarity >= 0.9 && out.contrast < Contrast::swap) {
        out.level = TextLevel::near;
    } else if (one_sided && similarity >= 0.5) {
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
