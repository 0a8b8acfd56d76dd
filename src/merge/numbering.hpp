// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The way in which a register numbers its actions.
namespace tidytracker::merging {

/// "CSB-" 17 "", at least two digits wide.
struct Numbering {
    std::string before{};
    std::string after{};
    std::size_t width{};   ///< digits, zeros before; 0: as many as it takes
    std::uint64_t last{};  ///< the highest number in use
    /// Does the reference follow the pattern?
    [[nodiscard]] bool fits(std::string_view ref) const;
    /// The next reference.
    [[nodiscard]] std::string next();
};

/// The pattern that most of the references follow; none if no pattern holds for half of them.
[[nodiscard]] std::optional<Numbering> numbering_of(const std::vector<std::string>& refs);

}  // namespace tidytracker::merging
