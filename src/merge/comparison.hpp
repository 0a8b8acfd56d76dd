// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "merge/features.hpp"

// A pair of records as a vector of levels, one for each thing that is compared.
namespace tidytracker::matching {

enum class Aspect : std::uint8_t {
    text,
    contrast,
    reference,
    leads,
    due,
    raised,
    meeting,
    item,
    section,
    count_
};
inline constexpr std::size_t k_aspects = static_cast<std::size_t>(Aspect::count_);
inline constexpr std::size_t k_most_levels = static_cast<std::size_t>(TextLevel::count_);

/// Levels of Aspect::reference.
enum class ReferenceLevel : std::uint8_t {
    missing,
    other_scheme,  ///< each numbers in its own way, which says nothing
    differs,       ///< the same way of numbering, another number
    agrees,        ///< but the sources number alike without meaning the same, or in other sections
    trusted,       ///< agrees, and where it does in these sources, the texts do
    count_
};
enum class LeadLevel : std::uint8_t { missing, differs, compatible, agrees, count_ };
enum class DayLevel : std::uint8_t { missing, far, moved, near, agrees, count_ };
enum class PlainLevel : std::uint8_t { missing, differs, agrees, count_ };

struct AspectInfo {
    std::string_view field{};  ///< name of the field
    std::uint8_t levels{};
    /// What each level says, for people.
    std::array<std::string_view, k_most_levels> says{};
};
[[nodiscard]] const AspectInfo& info(Aspect aspect);

/// The level of each aspect.
struct Comparison {
    std::array<std::uint8_t, k_aspects> levels{};
    bool one_source{};  ///< two rows of the same source
    [[nodiscard]] std::uint8_t of(Aspect aspect) const {
        return levels[static_cast<std::size_t>(aspect)];
    }
    [[nodiscard]] TextLevel text() const { return static_cast<TextLevel>(of(Aspect::text)); }
    [[nodiscard]] Contrast contrast() const { return static_cast<Contrast>(of(Aspect::contrast)); }
    [[nodiscard]] ReferenceLevel reference() const {
        return static_cast<ReferenceLevel>(of(Aspect::reference));
    }
    /// All levels as one number.
    [[nodiscard]] std::uint64_t pattern() const {
        std::uint64_t out = 0;
        for (const std::uint8_t level : levels) out = out * k_most_levels + level;
        return out;
    }
};

/// Compares two records. References that agree count as `trusted`, unless the sections differ.
[[nodiscard]] Comparison compare(const Features& features, std::size_t a, std::size_t b);

}  // namespace tidytracker::matching
