// SPDX-License-Identifier: Apache-2.0
//
// bench_merge ROWS SOURCES [ROWS SOURCES]...: merges invented returns and prints, for each size,
// how right the groups are and what merging cost.
#include <tidytracker/merge.hpp>

#include <chrono>
#include <cstdio>
#include <unordered_map>

#include <fmt/format.h>
#include <sys/resource.h>

#include "base/parse_number.hpp"
#include "returns.hpp"

namespace tidytracker::bench {
namespace {

/// Pairs of rows: how many are in one action, in one group, and in both.
struct Pairs {
    double right{};
    double found{};
    double both{};
};

double pairs_of(double rows) {
    return rows * (rows - 1) / 2;
}

Pairs count_pairs(const Merged& merged, const std::vector<std::uint32_t>& truth) {
    Pairs out;
    std::unordered_map<std::uint32_t, double> sizes;
    for (const std::uint32_t number : truth) ++sizes[number];
    for (const auto& [number, size] : sizes) out.right += pairs_of(size);
    for (const auto& members : merged.members) {
        out.found += pairs_of(static_cast<double>(members.size()));
        std::unordered_map<std::uint32_t, double> within;
        for (const std::size_t member : members) ++within[truth[member]];
        for (const auto& [number, size] : within) out.both += pairs_of(size);
    }
    return out;
}

double megabytes_at_most() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void measure(std::size_t rows, std::size_t sources) {
    constexpr std::uint32_t k_seed = 20240615;
    ReturnSet set = ReturnMaker(k_seed).make(rows, sources);
    const std::size_t count = set.records.size();
    MergeOptions options;
    for (const Source& source : set.sources) options.standings.push_back({source.id, {}, {}});
    const auto start = std::chrono::steady_clock::now();
    const Merged merged = merge(std::move(set.records), set.sources, options);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    const Pairs pairs = count_pairs(merged, set.truth);
    const double precision = pairs.found > 0 ? pairs.both / pairs.found : 1;
    const double recall = pairs.right > 0 ? pairs.both / pairs.right : 1;
    fmt::print(
        "{:>8} rows {:>4} sources  {:>7} groups  precision {:.4f}  recall {:.4f}  F1 {:.4f}"
        "  false merges {:.3f} %  doubtful {}  {:.2f} s  {:.0f} MB\n",
        count, sources, merged.records.size(), precision, recall,
        2 * precision * recall / (precision + recall), 100 * (1 - precision),
        merged.doubtful.size(), time.count(), megabytes_at_most());
    std::fflush(stdout);
}

}  // namespace
}  // namespace tidytracker::bench

int main(int count, char** words) {
    for (int i = 1; i + 1 < count; i += 2) {
        const auto rows = tidytracker::parse_number<std::size_t>(words[i]);
        const auto sources = tidytracker::parse_number<std::size_t>(words[i + 1]);
        if (!rows || !sources || *sources == 0) return 2;
        tidytracker::bench::measure(*rows, *sources);
    }
    return 0;
}
