// SPDX-License-Identifier: Apache-2.0
#include "locate/row_roles.hpp"

#include <algorithm>
#include <array>

#include "locate/row_weights.hpp"

namespace tidytracker {
namespace {

using Scores = std::array<float, k_model_roles>;

/// As good as impossible; sums of weights stay far above it.
constexpr float k_excluded = -1e6F;

std::size_t state_of(RowRole role) {
    return static_cast<std::size_t>(role) - 1;
}

Scores emission(std::span<const RowShape> shapes, std::size_t row,
                const std::optional<RowRole>& pinned, const RoleModel& model) {
    Scores scores{};
    if (pinned && *pinned != RowRole::empty) {
        scores.fill(k_excluded);
        scores[state_of(*pinned)] = 0;
        return scores;
    }
    for (const std::uint16_t feature : features_of(shapes, row)) {
        for (std::size_t i = 0; i < k_model_roles; ++i) scores[i] += model.features[feature][i];
    }
    return scores;
}

Scores unpacked(const PackedWeights& packed) {
    Scores scores{};
    for (std::size_t i = 0; i < k_model_roles; ++i) {
        scores[i] = static_cast<float>(packed[i]) / k_weight_scale;
    }
    return scores;
}

}  // namespace

const RoleModel& role_model() {
    static const RoleModel model = [] {
        RoleModel made;
        for (const PackedWeights& line : k_feature_weights) {
            made.features.push_back(unpacked(line));
        }
        // Weights of other features than those that are there would say nothing.
        made.features.resize(feature_count());
        for (std::size_t i = 0; i < k_model_roles; ++i) {
            made.transitions[i] = unpacked(k_transition_weights[i]);
        }
        made.first = unpacked(k_first_weights);
        made.last = unpacked(k_last_weights);
        return made;
    }();
    return model;
}

std::vector<RowRole> likeliest_roles(std::span<const RowShape> shapes,
                                     std::span<const std::optional<RowRole>> pinned,
                                     const RoleModel& model) {
    std::vector<RowRole> roles(shapes.size(), RowRole::data);
    if (shapes.empty()) return roles;
    std::vector<std::array<std::uint8_t, k_model_roles>> came_from(shapes.size());
    Scores best = model.first;
    for (std::size_t row = 0; row < shapes.size(); ++row) {
        const Scores here = emission(shapes, row, pinned[row], model);
        Scores next{};
        for (std::size_t to = 0; to < k_model_roles; ++to) {
            std::size_t from = to;
            if (row > 0) {
                from = 0;
                for (std::size_t i = 1; i < k_model_roles; ++i) {
                    if (best[i] + model.transitions[i][to] >
                        best[from] + model.transitions[from][to]) {
                        from = i;
                    }
                }
            }
            came_from[row][to] = static_cast<std::uint8_t>(from);
            next[to] = best[from] + (row > 0 ? model.transitions[from][to] : 0.0F) + here[to];
        }
        // The scores of a long sheet would outgrow the precision of a float.
        const float highest = *std::ranges::max_element(next);
        for (float& score : next) score -= highest;
        best = next;
    }
    for (std::size_t i = 0; i < k_model_roles; ++i) best[i] += model.last[i];
    auto state = static_cast<std::size_t>(std::ranges::max_element(best) - best.begin());
    for (std::size_t row = shapes.size(); row-- > 0;) {
        roles[row] = static_cast<RowRole>(state + 1);
        state = came_from[row][state];
    }
    return roles;
}

}  // namespace tidytracker
