// SPDX-License-Identifier: Apache-2.0
#include "merge/weights.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace tidytracker::matching {
namespace {

using Shares = std::array<double, k_most_levels>;

/// How often each level occurs, with pairs that are one action and with others. The others are
/// such pairs as blocking lets through, so they share rare words. The figures were set by judgement
/// and checked against the generated returns of tests/bench, where those that can be counted
/// (leads, dates, references) came within a factor of two.
struct General {
    Shares same{};
    Shares other{};
    double firmness{};  ///< how much the general figures weigh, against one for the pairs
};

constexpr std::array<General, k_aspects> k_general{{
    // text: missing, unlike, low, reworded, close, contained, near, equal, common, exact
    {{.01, .01, .03, .08, .12, .13, .16, .15, .08, .23},
     {.02, .45, .25, .15, .05, .02, .02, .003, .02, .0015},
     4},
    // contrast: none, deed, words, swap, name, number
    {{.62, .17, .19, .012, .004, .004}, {.08, .05, .22, .35, .15, .15}, 10},
    // reference: missing, other scheme, differs, agrees, trusted
    {{.30, .10, .008, .05, .542}, {.30, .20, .45, .045, .005}, 2},
    // leads: missing, differ, compatible, agree
    {{.22, .10, .13, .55}, {.22, .62, .06, .10}, 0.05},
    // due: missing, far, moved, near, agrees
    {{.20, .08, .08, .09, .55}, {.20, .50, .15, .09, .06}, 0.05},
    // raised
    {{.40, .04, .02, .04, .50}, {.40, .42, .08, .06, .04}, 0.05},
    // meeting: missing, differs, agrees
    {{.40, .15, .45}, {.40, .48, .12}, 0.05},
    // item
    {{.40, .15, .45}, {.40, .50, .10}, 0.05},
    // section
    {{.40, .12, .48}, {.40, .35, .25}, 0.05},
}};

/// Of the pairs that share rare words, how many are one action.
constexpr double k_general_share = 0.11;
constexpr double k_least_count = 300;  ///< what the general figures weigh at least, in pairs
/// No single level decides alone, however clear-cut the pairs of one run are.
constexpr double k_most_bits = 8;

/// Lead, dates and headings agree for most actions of one meeting, and so for its look-alikes: they
/// are not independent of one another, as the sum takes them to be.
constexpr double k_most_context = 5.5;

struct Pattern {
    Comparison levels{};
    double count{};
};

std::vector<Pattern> patterns_of(std::span<const Comparison> pairs) {
    std::map<std::uint64_t, Pattern> counted;
    for (const Comparison& pair : pairs) {
        if (pair.one_source) continue;
        Pattern& pattern = counted[pair.pattern()];
        pattern.levels = pair;
        ++pattern.count;
    }
    std::vector<Pattern> out;
    for (const auto& [key, pattern] : counted) out.push_back(pattern);
    return out;
}

}  // namespace

double probability(double odds) {
    return 1 / (1 + std::exp2(-odds));
}

void Weights::set(const Table& same, const Table& other, double share) {
    for (std::size_t aspect = 0; aspect < k_aspects; ++aspect) {
        for (std::size_t level = 0; level < k_most_levels; ++level) {
            const double m = same[aspect][level];
            const double u = other[aspect][level];
            const bool known = m > 0 && u > 0;
            bits_[aspect][level] =
                known ? std::clamp(std::log2(m / u), -k_most_bits, k_most_bits) : 0;
        }
        // That a value is missing on one side tells of the source, not of the action.
        if (static_cast<Aspect>(aspect) != Aspect::contrast) bits_[aspect][0] = 0;
    }
    prior_ = std::log2(share / (1 - share));
}

Weights::Weights(std::span<const Comparison> pairs) {
    const std::vector<Pattern> patterns = patterns_of(pairs);
    double total = 0;
    for (const Pattern& pattern : patterns) total += pattern.count;
    Table same{};
    Table other{};
    for (std::size_t aspect = 0; aspect < k_aspects; ++aspect) {
        same[aspect] = k_general[aspect].same;
        other[aspect] = k_general[aspect].other;
    }
    set(same, other, k_general_share);
    constexpr int k_rounds = 12;  // the figures change by less than a hundredth after ten
    for (int round = 0; round < k_rounds && total > 0; ++round) {
        Table count_same{};
        Table count_other{};
        double all_same = 0;
        for (const Pattern& pattern : patterns) {
            const double part = probability(odds(pattern.levels)) * pattern.count;
            all_same += part;
            for (std::size_t aspect = 0; aspect < k_aspects; ++aspect) {
                count_same[aspect][pattern.levels.levels[aspect]] += part;
                count_other[aspect][pattern.levels.levels[aspect]] += pattern.count - part;
            }
        }
        for (std::size_t aspect = 0; aspect < k_aspects; ++aspect) {
            const General& general = k_general[aspect];
            const double firm_same = k_least_count + general.firmness * all_same;
            const double firm_other = k_least_count + general.firmness * (total - all_same);
            for (std::size_t level = 0; level < k_most_levels; ++level) {
                same[aspect][level] =
                    (count_same[aspect][level] + firm_same * general.same[level]) /
                    (all_same + firm_same);
                other[aspect][level] =
                    (count_other[aspect][level] + firm_other * general.other[level]) /
                    (total - all_same + firm_other);
            }
        }
        set(same, other, (all_same + k_least_count * k_general_share) / (total + k_least_count));
    }
}

double Weights::odds(const Comparison& pair) const {
    double text = 0;
    double context = 0;
    for (std::size_t i = 0; i < k_aspects; ++i) {
        const auto aspect = static_cast<Aspect>(i);
        const bool own =
            aspect == Aspect::text || aspect == Aspect::contrast || aspect == Aspect::reference;
        (own ? text : context) += bits_[i][pair.levels[i]];
    }
    return prior_ + text + std::min(context, k_most_context);
}

}  // namespace tidytracker::matching
