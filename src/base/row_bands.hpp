// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

// Which lines of a table make up a row, where no rule says so: each row has a key, and its cells
// stand at the top, in the middle or at the bottom of it.
namespace tidytracker {

/// A part of a line that stands in one column.
struct BandCell {
    std::uint32_t column{};
    double at{};     ///< how far down it stands, in lines
    bool goes_on{};  ///< its text reads like the rest of a sentence
};

struct BandLine {
    std::vector<BandCell> cells{};
    bool key{};    ///< it holds the key of a row, or where that wraps, the beginning of it
    bool apart{};  ///< more white space than between the lines of a row is above it
};

/// Lines that nothing parts but the rows: those from a header, heading or page break to the next.
struct BandStretch {
    std::vector<BandLine> lines{};
    bool open_above{};  ///< a row of the page before may go on here
    bool open_below{};  ///< its last row may go on with the next page
};

enum class RowAlignment : std::uint8_t { top, middle, bottom, unclear };

struct RowBands {
    RowAlignment alignment{};
    /// For each stretch where its rows begin, ascending. Lines above the first of them go on with
    /// the row above. Empty if the alignment is unclear.
    std::vector<std::vector<std::size_t>> starts{};
};

/// Is this the first part of a key that a narrow column wraps: "REF-" above "012"?
[[nodiscard]] bool is_begun_key(std::string_view text);

/// Where the rows begin if their cells are aligned so, which must be known.
[[nodiscard]] std::vector<std::vector<std::size_t>> row_bands_at(
    std::span<const BandStretch> stretches, std::uint32_t key_column, RowAlignment alignment);

/// Tries which alignment explains where the texts stand. At the top, a row is all lines from one
/// key to the next; that is preferred where all do as well.
[[nodiscard]] RowBands find_row_bands(std::span<const BandStretch> stretches,
                                      std::uint32_t key_column);

}  // namespace tidytracker
