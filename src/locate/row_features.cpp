// SPDX-License-Identifier: Apache-2.0
#include "locate/row_features.hpp"

#include <utility>

#include <fmt/format.h>

namespace tidytracker {
namespace {

/// Where the features of each group begin: a row's own, those of its neighbours, the pairs.
struct Layout {
    std::array<std::uint16_t, k_families> own{};
    std::array<std::uint16_t, k_families> above{};
    std::array<std::uint16_t, k_families> below{};
    std::array<std::uint16_t, k_feature_pairs.size()> pairs{};
    std::uint16_t size{};
};

constexpr Layout layout_of_features() {
    Layout layout;
    for (std::size_t i = 0; i < k_families; ++i) {
        layout.own[i] = layout.size;
        layout.size = static_cast<std::uint16_t>(layout.size + k_feature_families[i].bins);
    }
    for (auto* group : {&layout.above, &layout.below}) {
        for (std::size_t i = 0; i < k_families; ++i) {
            if (!k_feature_families[i].of_neighbours) continue;
            (*group)[i] = layout.size;
            layout.size = static_cast<std::uint16_t>(layout.size + k_feature_families[i].bins);
        }
    }
    for (std::size_t i = 0; i < k_feature_pairs.size(); ++i) {
        layout.pairs[i] = layout.size;
        layout.size = static_cast<std::uint16_t>(
            layout.size + k_feature_families[k_feature_pairs[i].first].bins *
                              k_feature_families[k_feature_pairs[i].second].bins);
    }
    return layout;
}

constexpr Layout k_layout = layout_of_features();

void append_neighbour(const RowShape& shape, const std::array<std::uint16_t, k_families>& group,
                      std::vector<std::uint16_t>& out) {
    for (std::size_t i = 0; i < k_families; ++i) {
        if (!k_feature_families[i].of_neighbours) continue;
        out.push_back(static_cast<std::uint16_t>(group[i] + shape[i]));
    }
}

}  // namespace

std::size_t feature_count() {
    return k_layout.size;
}

std::vector<FeatureBlock> feature_blocks() {
    std::vector<FeatureBlock> blocks;
    const auto add = [&blocks](std::string name, std::size_t count) {
        const std::size_t first = blocks.empty() ? 0 : blocks.back().first + blocks.back().count;
        blocks.push_back(FeatureBlock{std::move(name), first, count});
    };
    for (const FeatureFamily& family : k_feature_families)
        add(std::string(family.name), family.bins);
    for (const std::string_view side : {"above", "below"}) {
        for (const FeatureFamily& family : k_feature_families) {
            if (!family.of_neighbours) continue;
            add(fmt::format("{} of the row {}", family.name, side), family.bins);
        }
    }
    for (const FeaturePair& pair : k_feature_pairs) {
        const FeatureFamily& first = k_feature_families[pair.first];
        const FeatureFamily& second = k_feature_families[pair.second];
        add(fmt::format("{} and {}", first.name, second.name),
            std::size_t{first.bins} * second.bins);
    }
    return blocks;
}

std::vector<std::uint16_t> features_of(std::span<const RowShape> shapes, std::size_t row) {
    std::vector<std::uint16_t> out;
    out.reserve(3 * k_families + k_feature_pairs.size());
    const RowShape& shape = shapes[row];
    for (std::size_t i = 0; i < k_families; ++i) {
        out.push_back(static_cast<std::uint16_t>(k_layout.own[i] + shape[i]));
    }
    if (row > 0) append_neighbour(shapes[row - 1], k_layout.above, out);
    if (row + 1 < shapes.size()) append_neighbour(shapes[row + 1], k_layout.below, out);
    for (std::size_t i = 0; i < k_feature_pairs.size(); ++i) {
        const FeaturePair& pair = k_feature_pairs[i];
        const std::size_t at =
            std::size_t{shape[pair.first]} * k_feature_families[pair.second].bins +
            shape[pair.second];
        out.push_back(static_cast<std::uint16_t>(k_layout.pairs[i] + at));
    }
    return out;
}

}  // namespace tidytracker
