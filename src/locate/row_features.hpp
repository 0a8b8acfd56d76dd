// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "locate/grid.hpp"

// What tells the role of a row, cheaply: how much of it is filled and with what, how it begins and
// ends, where it stands, and how it agrees with the rows around it. Every feature is a small
// number (a bin), so that a table of weights says all there is to say about it.
namespace tidytracker {

/// A kind of observation; `bins` is the number of values it can take.
struct FeatureFamily {
    std::string_view name{};
    std::uint8_t bins{};
    bool of_neighbours{};  ///< the values of the rows above and below count, too
};

inline constexpr auto k_feature_families = std::to_array<FeatureFamily>({
    {"cells", 5, true},
    {"share of the width", 6, true},
    {"first column", 2, true},
    {"figures", 5, true},
    {"years", 3, false},
    {"first words", 5, true},
    {"longest words", 5, false},
    {"first shape", 8, true},
    {"lead word", 8, true},
    {"ending", 4, true},
    {"gap above", 4, false},
    {"gap below", 4, false},
    {"from top", 8, false},
    {"from end", 6, false},
    {"figure rows above", 4, true},
    {"figure rows below", 4, false},
    {"full rows above", 4, false},
    {"full rows below", 4, false},
    {"text over figures", 5, false},
    {"pattern of next", 4, false},
    {"pattern of last", 4, false},
    {"captions", 4, false},
    {"emphasis", 3, false},
    {"repeated cells", 2, false},
    {"sum", 3, false},
    {"width to next", 4, false},
});

/// Families whose values decide together.
struct FeaturePair {
    std::uint8_t first{};
    std::uint8_t second{};
};

inline constexpr auto k_feature_pairs = std::to_array<FeaturePair>({
    {0, 14},
    {3, 14},
    {0, 15},
    {3, 8},
    {3, 15},
    {18, 14},
    {8, 14},
    {2, 3},
    {10, 0},
    {11, 0},
    {12, 0},
    {3, 4},
    {0, 16},
    {7, 14},
    {7, 15},
    {9, 0},
    {24, 8},
    {10, 15},
});

inline constexpr std::size_t k_families = k_feature_families.size();

/// The values of all families for one row.
using RowShape = std::array<std::uint8_t, k_families>;

/// Shapes of rows that follow one another. Linear in their cells.
[[nodiscard]] std::vector<RowShape> shapes_of(std::span<const GridRow> rows);

/// Features that belong together: the bins of a family or pair, of the row itself or a neighbour.
struct FeatureBlock {
    std::string name{};  ///< "gap above", "cells of the row below", "figures and lead word"
    std::size_t first{};
    std::size_t count{};
};

/// Number of different features of a row.
[[nodiscard]] std::size_t feature_count();
/// All features, in blocks, in ascending order: for printing the table of weights.
[[nodiscard]] std::vector<FeatureBlock> feature_blocks();
/// The features that hold for a row, in ascending order.
[[nodiscard]] std::vector<std::uint16_t> features_of(std::span<const RowShape> shapes,
                                                     std::size_t row);

}  // namespace tidytracker
