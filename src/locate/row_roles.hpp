// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/table.hpp>

#include <optional>
#include <span>
#include <vector>

#include "locate/row_features.hpp"

// The roles of rows, all of them at once: the best sequence under a linear-chain model.
namespace tidytracker {

/// The roles that the model tells apart: all but RowRole::empty, in the order of the enumeration.
inline constexpr std::size_t k_model_roles = 6;

/// Weights of the model. Their unit is arbitrary; only sums are compared.
struct RoleModel {
    /// For each feature, what it says for each role.
    std::vector<std::array<float, k_model_roles>> features{};
    std::array<std::array<float, k_model_roles>, k_model_roles> transitions{};
    std::array<float, k_model_roles> first{};
    std::array<float, k_model_roles> last{};
};

/// The model whose weights stand in the source.
[[nodiscard]] const RoleModel& role_model();

/// The likeliest roles of rows that follow one another (Viterbi). A row that is pinned keeps its
/// role, and helps to tell those of its neighbours.
[[nodiscard]] std::vector<RowRole> likeliest_roles(std::span<const RowShape> shapes,
                                                   std::span<const std::optional<RowRole>> pinned,
                                                   const RoleModel& model);

}  // namespace tidytracker
