// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

// Which words of a row belong to which column, when nothing but their order and kind tells.
namespace tidytracker {

/// What the texts of a column are, by its caption.
enum class ContentKind : std::uint8_t { reference, day, names, listed, prose };

/// Where in a cell its words begin: the rest of a cell that a page break parted begins inside a
/// sentence, or behind one.
enum class ContentStart : std::uint8_t { fresh, inside, behind };

struct ContentColumn {
    ContentKind kind{ContentKind::prose};
    ContentStart start{ContentStart::fresh};
};

/// A word of a row in content order.
struct ContentWord {
    std::string_view text{};
    std::size_t line{};   ///< counted from the row's first
    std::size_t begin{};  ///< in characters of the line
    std::size_t end{};
};

/// The words of a cell: from `first` up to `end`.
struct ContentCell {
    std::size_t first{};
    std::size_t end{};
};

/// The likeliest cell for each of the columns, in their order; they hold all words. A cell of
/// several lines ends with a line; the next one begins on a new line then, and on the same line
/// otherwise, since a page prints what stands at the same height as one line.
/// @param work steps that all rows of a document may take in all, and how many are left; a row that
///     would take more goes into the first column of prose as a whole
[[nodiscard]] std::vector<ContentCell> likeliest_cells(std::span<const ContentWord> words,
                                                       std::span<const ContentColumn> columns,
                                                       std::size_t& work);

}  // namespace tidytracker
