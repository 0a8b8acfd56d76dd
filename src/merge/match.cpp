// SPDX-License-Identifier: Apache-2.0
// In: records of several sources. Out: which of them are the same action, which may be, and why.
// No record is changed here, and what two records have in common is never invented: a pair that
// shares no word and no reference is not looked at.
#include <tidytracker/merge.hpp>

#include <algorithm>
#include <map>

#include "base/parallel.hpp"
#include "merge/candidates.hpp"
#include "merge/clusters.hpp"
#include "merge/comparison.hpp"
#include "merge/names.hpp"
#include "merge/reference_trust.hpp"
#include "merge/weights.hpp"
#include "schema/sightings.hpp"

namespace tidytracker {
namespace matching {
namespace {

/// A pair with what comparing it gave.
struct Scored {
    Candidate pair{};
    double odds{};
};

bool differs_nowhere(const Comparison& pair) {
    return pair.of(Aspect::leads) != static_cast<std::uint8_t>(LeadLevel::differs) &&
           pair.reference() != ReferenceLevel::differs &&
           std::ranges::none_of(std::array{Aspect::due, Aspect::raised},
                                [&pair](Aspect aspect) {
                                    const auto level = static_cast<DayLevel>(pair.of(aspect));
                                    return level != DayLevel::missing && level != DayLevel::agrees;
                                }) &&
           std::ranges::none_of(
               std::array{Aspect::meeting, Aspect::item, Aspect::section}, [&pair](Aspect aspect) {
                   return pair.of(aspect) == static_cast<std::uint8_t>(PlainLevel::differs);
               });
}

/// Does one row of a source say what another of it says?
bool is_repeat(const Comparison& pair) {
    return pair.text() >= TextLevel::equal && pair.contrast() == Contrast::none &&
           differs_nowhere(pair);
}

/// A row that nearly repeats another of its source: perhaps a mistyped copy.
bool may_be_repeat(const Comparison& pair) {
    return pair.text() >= TextLevel::near && pair.contrast() == Contrast::none &&
           differs_nowhere(pair);
}

std::vector<Evidence> evidence_for(const Weights& weights, const Comparison& pair) {
    std::vector<Evidence> out;
    for (std::size_t i = 0; i < k_aspects; ++i) {
        const auto aspect = static_cast<Aspect>(i);
        const std::uint8_t level = pair.of(aspect);
        if (level == 0) continue;  // nothing to compare, or no contrast
        out.push_back({.field = std::string(info(aspect).field),
                       .says = std::string(info(aspect).says[level]),
                       .weight = weights.of(aspect, level)});
    }
    std::ranges::stable_sort(out, [](const Evidence& a, const Evidence& b) {
        return std::abs(a.weight) > std::abs(b.weight);
    });
    return out;
}

/// Everything that is known while records are matched.
class Matcher {
  public:
    Matcher(std::span<const Record> records, std::span<const Source> sources,
            const MatchOptions& options)
        : records_(records),
          options_(options),
          features_(records),
          pairs_(find_candidates(features_)),
          comparisons_(compared()),
          trust_(features_, pairs_, comparisons_),
          weights_(corrected()),
          clusters_(
              features_, [this](auto a, auto b) { return fits(a, b); },
              [this](auto a, auto b) {
                  return is_repeat(compare_pair({a, b}));
              }) {
        obey(sources);
    }

    Matching run() {
        join_same_places();
        const std::vector<Scored> doubtful = join_pairs();
        number_clusters();
        report_doubtful(doubtful);
        report_shared_references();
        return std::move(result_);
    }

  private:
    std::vector<Comparison> compared() {
        std::vector<Comparison> out(pairs_.size());
        constexpr std::size_t k_share = 8192;
        for_each_parallel((pairs_.size() + k_share - 1) / k_share, [&](std::size_t share) {
            const std::size_t end = std::min(pairs_.size(), (share + 1) * k_share);
            for (std::size_t i = share * k_share; i < end; ++i) {
                out[i] = compare(features_, pairs_[i].first, pairs_[i].second);
            }
        });
        return out;
    }

    Weights corrected() {
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            trust_.correct(features_, pairs_[i], comparisons_[i]);
        }
        return Weights(comparisons_);
    }

    [[nodiscard]] Comparison compare_pair(Candidate pair) const {
        Comparison out = compare(features_, pair.first, pair.second);
        trust_.correct(features_, pair, out);
        return out;
    }

    /// Within a group not every pair need be convincing, but none may speak against it.
    [[nodiscard]] bool fits(std::uint32_t a, std::uint32_t b) const {
        const Comparison pair = compare_pair({a, b});
        return pair.one_source ? is_repeat(pair) : weights_.odds(pair) > 0;
    }

    void obey(std::span<const Source> sources) {
        const auto each = [&](const std::vector<NamePair>& said, auto act) {
            for (const auto& [one, other] : said) {
                const auto first = records_named(one, records_, sources);
                const auto second = records_named(other, records_, sources);
                if (first.empty()) result_.unused.push_back(one);
                if (second.empty()) result_.unused.push_back(other);
                for (const std::uint32_t a : first) {
                    for (const std::uint32_t b : second) act(a, b);
                }
            }
        };
        each(options_.distinct, [this](auto a, auto b) { clusters_.forbid(a, b); });
        each(options_.same, [this](auto a, auto b) { clusters_.force(a, b); });
    }

    /// Registers that were merged in parts may hold the same row twice.
    void join_same_places() {
        std::map<Position, std::uint32_t> first_at;
        const bool merged = std::ranges::any_of(records_, [](const Record& record) {
            return record.place.find(':') != std::string::npos;
        });
        if (!merged) return;
        for (std::uint32_t i = 0; i < features_.size(); ++i) {
            if (records_[i].place.empty()) continue;
            for (const Position& position : features_.positions(features_[i])) {
                const auto [at, is_new] = first_at.try_emplace(position, i);
                if (!is_new) clusters_.force(at->second, i);
            }
        }
    }

    [[nodiscard]] Band band_of(const Comparison& pair, double odds) const {
        if (pair.one_source) {
            if (is_repeat(pair)) return Band::same;
            return may_be_repeat(pair) ? Band::doubtful : Band::different;
        }
        // Whatever the rest says: another text is another action.
        if (pair.text() <= TextLevel::unlike) return Band::different;
        const double score = probability(odds);
        if (score >= options_.same_from) return Band::same;
        return score >= options_.doubtful_from ? Band::doubtful : Band::different;
    }

    /// Joins the pairs of Band::same, best first; returns those that stay in doubt.
    std::vector<Scored> join_pairs() {
        std::vector<Scored> same;
        std::vector<Scored> doubtful;
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            const double odds = weights_.odds(comparisons_[i]);
            const Band band = band_of(comparisons_[i], odds);
            if (band == Band::same) same.push_back({pairs_[i], odds});
            if (band == Band::doubtful) doubtful.push_back({pairs_[i], odds});
        }
        sort_best_first(same);
        for (const Scored& scored : same) {
            const auto [a, b] = scored.pair;
            if (clusters_.together(a, b)) continue;
            const bool repeat = features_.share_source(a, b);
            if (!clusters_.join(a, b)) {
                doubtful.push_back(scored);
                continue;
            }
            const Match match{
                .first = a, .second = b, .score = probability(scored.odds), .band = Band::same};
            result_.joined.push_back(match);
            if (repeat) result_.repeats.push_back(match);
        }
        sort_best_first(doubtful);
        return doubtful;
    }

    static void sort_best_first(std::vector<Scored>& pairs) {
        std::ranges::sort(pairs, [](const Scored& x, const Scored& y) {
            return x.odds != y.odds ? x.odds > y.odds : x.pair < y.pair;
        });
    }

    /// Numbers actions by their first record.
    void number_clusters() {
        constexpr std::size_t k_none = SIZE_MAX;
        std::vector<std::size_t> numbers(features_.size(), k_none);
        result_.cluster.resize(features_.size());
        for (std::uint32_t i = 0; i < features_.size(); ++i) {
            std::size_t& number = numbers[clusters_.group_of(i)];
            if (number == k_none) number = result_.clusters++;
            result_.cluster[i] = number;
        }
    }

    /// A doubtful pair is worth a person's time if nothing settles it otherwise: neither side has
    /// found its counterpart in the other's source, and no better pair of these actions is told.
    void report_doubtful(const std::vector<Scored>& doubtful) {
        std::map<std::pair<std::size_t, std::size_t>, bool> told;
        for (const Scored& scored : doubtful) {
            const auto [a, b] = scored.pair;
            if (clusters_.together(a, b)) continue;
            const Comparison pair = compare_pair(scored.pair);
            const bool repeat = pair.one_source;
            if (!repeat && clusters_.is_barred(a, b)) continue;
            const auto actions = std::minmax(result_.cluster[a], result_.cluster[b]);
            if (!told.try_emplace({actions.first, actions.second}, true).second) continue;
            result_.doubtful.push_back({.first = a,
                                        .second = b,
                                        .score = probability(scored.odds),
                                        .band = Band::doubtful,
                                        .evidence = evidence_for(weights_, pair)});
        }
    }

    /// A reference that says more than a row number and stands for different actions misleads
    /// whoever looks it up.
    void report_shared_references() {
        std::map<std::pair<std::size_t, std::size_t>, bool> told;
        for (std::size_t i = 0; i < pairs_.size(); ++i) {
            const auto [a, b] = pairs_[i];
            const Comparison& pair = comparisons_[i];
            if (pair.one_source || clusters_.together(a, b) ||
                pair.reference() != ReferenceLevel::trusted || pair.text() > TextLevel::low) {
                continue;
            }
            const auto actions = std::minmax(result_.cluster[a], result_.cluster[b]);
            if (!told.try_emplace({actions.first, actions.second}, true).second) continue;
            result_.shared_refs.push_back({.first = a,
                                           .second = b,
                                           .score = probability(weights_.odds(pair)),
                                           .band = Band::different});
        }
    }

    std::span<const Record> records_;
    const MatchOptions& options_;
    Features features_;
    std::vector<Candidate> pairs_;
    std::vector<Comparison> comparisons_;
    ReferenceTrust trust_;
    Weights weights_;
    Clusters clusters_;
    Matching result_{};
};

}  // namespace
}  // namespace matching

Matching match(std::span<const Record> records, std::span<const Source> sources,
               const MatchOptions& options) {
    return matching::Matcher(records, sources, options).run();
}

}  // namespace tidytracker
