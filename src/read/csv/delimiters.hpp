// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidytracker {

/// A text that may part the cells of a file.
struct DelimiterCandidate {
    std::string text{};
    double prior{};             ///< how much a regular table counts as proof
    std::size_t min_columns{};  ///< fewer prove nothing
};

/// The delimiters that exports use, as far as the sample holds them, and the odd ones that stand in
/// most of its lines: "|~|", "^|^".
[[nodiscard]] std::vector<DelimiterCandidate> delimiter_candidates(std::string_view sample);

/// "comma", "semicolon and space", "'|~|'"; for people.
[[nodiscard]] std::string delimiter_name(std::string_view delimiter);

}  // namespace tidytracker
