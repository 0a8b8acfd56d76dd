// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "read/pdf/page.hpp"

// Words with positions, put together to lines and to the chunks that white gaps part in them.
namespace tidytracker::pdf {

using WordIndex = std::uint32_t;

/// Words of one line that stand close together.
struct Chunk {
    Box box{};
    std::vector<WordIndex> words{};  ///< from left to right
    double size{};                   ///< of the font
    bool bold{};                     ///< all of it
};

struct Line {
    Box box{};
    double baseline{};
    double size{};
    std::vector<Chunk> chunks{};  ///< from left to right
    [[nodiscard]] std::size_t word_count() const {
        std::size_t count = 0;
        for (const Chunk& chunk : chunks) count += chunk.words.size();
        return count;
    }
};

/// The lines that some words of a page form, from top to bottom. Words that are not upright are
/// left out. A gap of more than `gap` font sizes parts chunks, and so does a vertical rule.
[[nodiscard]] std::vector<Line> lines_of(const Page& page, std::span<const WordIndex> words,
                                         double gap);

/// The words of a cell or paragraph as text: lines that only ran out of room are joined by a space,
/// others by a line break. `right` is where the room ends.
[[nodiscard]] std::string text_of_words(const Page& page, std::span<const WordIndex> words,
                                        double right);
/// The words of one chunk.
[[nodiscard]] std::string text_of_chunk(const Page& page, const Chunk& chunk);

}  // namespace tidytracker::pdf
