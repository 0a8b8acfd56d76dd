// SPDX-License-Identifier: Apache-2.0
#include "merge/candidates.hpp"

#include <algorithm>
#include <array>

#include "base/parallel.hpp"

namespace tidytracker::matching {
namespace {

/// A key under which a record looks for others.
struct Entry {
    std::uint64_t key{};
    std::uint32_t record{};
    std::uint32_t order{};  ///< within a large block: see order_from
};

/// Words of a text by which others are sought. Rewording and typing errors seldom leave fewer than
/// two of the five rarest; two more part blocks that are too large.
constexpr std::size_t k_search_words = 5;
constexpr std::size_t k_parting_words = 7;
/// Blocks up to this size are compared whole. A larger one, which common words make, is parted once
/// more by each further word; in what is then still large, each record meets only its neighbours in
/// the order of words. So no block costs more than its size times a constant.
constexpr std::size_t k_whole_block = 24;
constexpr std::size_t k_neighbours = 6;
/// Less than this share of words in common is no rewording: of the pairs that the generated returns
/// reword, one in two hundred has less.
constexpr double k_least_overlap = 0.47;
/// Rows of one source are compared only to find those that repeat another.
constexpr double k_least_overlap_within = 0.85;

std::uint64_t key_from(std::uint64_t kind, std::uint64_t a, std::uint64_t b) {
    // splitmix64's finaliser: keys of different kinds must not fall together.
    std::uint64_t x = a * 0x9e3779b97f4a7c15U ^ (b + kind * 0xbf58476d1ce4e5b9U);
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

struct SearchWords {
    std::array<std::uint32_t, k_parting_words> ids{};
    std::size_t size{};
};

/// The words that tell most, in the order of how much.
SearchWords search_words(const Features& features, const Feature& feature) {
    const auto ids = features.ids(feature);
    std::vector<std::uint32_t> sorted(ids.begin(), ids.end());
    const std::size_t size = std::min(sorted.size(), k_parting_words);
    const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(size);
    std::ranges::partial_sort(sorted, end, [&features](std::uint32_t a, std::uint32_t b) {
        const double x = features.texts().weight_of(a);
        const double y = features.texts().weight_of(b);
        return x != y ? x > y : a < b;
    });
    SearchWords out{.size = size};
    std::copy(sorted.begin(), end, out.ids.begin());
    return out;
}

enum KeyKind : std::uint64_t { k_reference_key, k_text_key, k_words_key, k_lead_key, k_day_key };

/// Neighbours in a large block are those with the same rarest word. `next` is the first of the
/// search words that may part the block: all records rank words alike, so the three words of a part
/// are met in one order only.
std::uint32_t order_from(std::uint32_t rarest, std::size_t next) {
    return rarest << 3U | static_cast<std::uint32_t>(next);
}
std::size_t next_of(const Entry& entry) {
    return entry.order & 7U;
}

void append_keys(const Features& features, std::uint32_t record, std::vector<Entry>& out) {
    const Feature& feature = features[record];
    const SearchWords words = search_words(features, feature);
    const std::uint32_t rarest = words.size > 0 ? words.ids[0] : 0;
    const auto add = [&](KeyKind kind, std::uint64_t a, std::uint64_t b,
                         std::size_t next = k_parting_words) {
        out.push_back({key_from(kind, a, b), record, order_from(rarest, next)});
    };
    const std::size_t sought = std::min(words.size, k_search_words);
    for (const Reference& reference : features.references(feature)) {
        add(k_reference_key, reference.key, 0);
    }
    if (feature.text != 0) add(k_text_key, feature.text, 0);
    for (std::size_t i = 0; i < sought; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const auto [low, high] = std::minmax(words.ids[i], words.ids[j]);
            add(k_words_key, low, high, i + 1);
        }
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(sought, 3); ++i) {
        for (const PartyKeys& lead : features.leads(feature)) {
            const std::uint64_t who = lead.surname != 0  ? lead.surname
                                      : lead.person != 0 ? lead.person
                                                         : lead.body;
            if (who != 0) add(k_lead_key, words.ids[i], who);
        }
        if (feature.due != k_no_day) {
            add(k_day_key, words.ids[i], static_cast<std::uint64_t>(feature.due));
        }
    }
}

void sort_entries(std::vector<Entry>& entries) {
    std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
        return std::tie(a.key, a.order, a.record) < std::tie(b.key, b.order, b.record);
    });
}

/// Keys are spread over so many partitions, and pairs too, each of which is sorted by itself: on
/// all processors, and without one list of everything.
constexpr std::size_t k_partitions = 64;
constexpr unsigned k_key_shift = 58;  ///< leaves the six highest bits

/// The entries of some thousand records, by key.
std::vector<std::vector<Entry>> sorted_shares(const Features& features) {
    constexpr std::size_t k_share = 4096;
    std::vector<std::vector<Entry>> shares((features.size() + k_share - 1) / k_share);
    for_each_parallel(shares.size(), [&](std::size_t share) {
        const std::size_t end = std::min(features.size(), (share + 1) * k_share);
        for (std::size_t i = share * k_share; i < end; ++i) {
            append_keys(features, static_cast<std::uint32_t>(i), shares[share]);
        }
        sort_entries(shares[share]);
    });
    return shares;
}

/// The entries of one partition, of all shares, by key.
std::vector<Entry> entries_of(const std::vector<std::vector<Entry>>& shares,
                              std::size_t partition) {
    std::vector<Entry> out;
    const auto number = [](const Entry& entry) {
        return static_cast<std::size_t>(entry.key >> k_key_shift);
    };
    for (const std::vector<Entry>& share : shares) {
        const auto first = std::ranges::lower_bound(share, partition, {}, number);
        const auto last = std::ranges::upper_bound(share, partition, {}, number);
        out.insert(out.end(), first, last);
    }
    sort_entries(out);
    return out;
}

bool share_reference(const Features& features, const Feature& a, const Feature& b) {
    for (const Reference& x : features.references(a)) {
        for (const Reference& y : features.references(b)) {
            if (x.key == y.key) return true;
        }
    }
    return false;
}

bool is_worth_comparing(const Features& features, std::uint32_t a, std::uint32_t b) {
    const Feature& x = features[a];
    const Feature& y = features[b];
    if (a == b) return false;
    if (x.text == y.text) return true;
    const double shared = features.texts().overlap(features.text(x), features.text(y));
    if (shared < k_least_overlap) return share_reference(features, x, y);
    return shared >= k_least_overlap_within || !features.share_source(a, b);
}

/// The pairs among neighbours, up to `reach` apart, that are worth it.
void append_near_pairs(const Features& features, std::span<const Entry> block, std::size_t reach,
                       std::vector<Candidate>& out) {
    for (std::size_t i = 0; i < block.size(); ++i) {
        const std::size_t end = std::min(block.size(), i + 1 + reach);
        for (std::size_t j = i + 1; j < end; ++j) {
            const auto [a, b] = std::minmax(block[i].record, block[j].record);
            if (is_worth_comparing(features, a, b)) out.push_back({a, b});
        }
    }
}

template <class Take>
void for_each_block(std::span<const Entry> sorted, Take take) {
    for (std::size_t first = 0; first < sorted.size();) {
        std::size_t end = first + 1;
        while (end < sorted.size() && sorted[end].key == sorted[first].key) ++end;
        take(sorted.subspan(first, end - first));
        first = end;
    }
}

/// The pairs of one block that are worth it.
void append_pairs(const Features& features, std::span<const Entry> block,
                  std::vector<Candidate>& out) {
    if (block.size() <= k_whole_block) {
        append_near_pairs(features, block, block.size(), out);
        return;
    }
    append_near_pairs(features, block, k_neighbours, out);
    std::vector<Entry> parts;
    for (const Entry& entry : block) {
        const SearchWords words = search_words(features, features[entry.record]);
        for (std::size_t i = next_of(entry); i < words.size; ++i) {
            parts.push_back({.key = words.ids[i], .record = entry.record, .order = entry.order});
        }
    }
    sort_entries(parts);
    for_each_block(parts, [&](std::span<const Entry> part) {
        const bool small = part.size() <= k_whole_block;
        append_near_pairs(features, part, small ? part.size() : k_neighbours, out);
    });
}

void sort_unique(std::vector<Candidate>& pairs) {
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

/// The pairs of all partitions whose first record is in a range, each once.
std::vector<Candidate> pairs_of_range(const std::vector<std::vector<Candidate>>& partitions,
                                      std::uint32_t first, std::uint32_t end) {
    std::vector<Candidate> out;
    for (const std::vector<Candidate>& pairs : partitions) {
        const auto from = std::ranges::lower_bound(pairs, first, {}, &Candidate::first);
        const auto to = std::ranges::lower_bound(pairs, end, {}, &Candidate::first);
        out.insert(out.end(), from, to);
    }
    sort_unique(out);
    return out;
}

}  // namespace

std::vector<Candidate> find_candidates(const Features& features) {
    std::vector<std::vector<Candidate>> partitions(k_partitions);
    {
        const std::vector<std::vector<Entry>> shares = sorted_shares(features);
        for_each_parallel(k_partitions, [&](std::size_t i) {
            for_each_block(entries_of(shares, i), [&](std::span<const Entry> block) {
                append_pairs(features, block, partitions[i]);
            });
            sort_unique(partitions[i]);
        });
    }
    std::vector<std::vector<Candidate>> ranges(k_partitions);
    const std::size_t step = features.size() / k_partitions + 1;
    for_each_parallel(k_partitions, [&](std::size_t i) {
        ranges[i] = pairs_of_range(partitions, static_cast<std::uint32_t>(i * step),
                                   static_cast<std::uint32_t>((i + 1) * step));
    });
    partitions = {};
    std::vector<Candidate> all;
    for (std::vector<Candidate>& range : ranges) {
        all.insert(all.end(), range.begin(), range.end());
        range = {};
    }
    return all;
}

}  // namespace tidytracker::matching
