// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Lines as characters at positions, and where the columns of a page begin.
namespace tidytracker {

/// A stretch of a line without two blanks in a row. Positions are characters, counted from 0.
struct Chunk {
    std::size_t begin{};
    std::size_t end{};
    std::string text{};
};

/// May the word stand in a date: "3rd", "Sept", "end", "Autumn"?
[[nodiscard]] bool may_be_in_date(std::string_view word);
/// The chunks of a line; a form feed at its start counts as nothing.
[[nodiscard]] std::vector<Chunk> chunks_of(std::string_view line);

/// Parts a chunk before the word that begins at a position.
[[nodiscard]] std::pair<Chunk, Chunk> part_chunk(const Chunk& chunk, std::size_t at);
/// The positions where the words of a chunk begin, but for the first.
[[nodiscard]] std::vector<std::size_t> inner_words(const Chunk& chunk);

/// Where the columns of a run of lines begin, and how far their texts reach.
class FittedColumns {
  public:
    /// @param header the chunks of the captions
    /// @param body the lines below, in chunks
    FittedColumns(const std::vector<Chunk>& header, std::span<const std::vector<Chunk>> body);
    /// For a page without captions: the columns begin where texts begin most often behind a blank
    /// gutter; where there are fewer such places, they stand as on the page before.
    FittedColumns(const FittedColumns& before, std::span<const std::vector<Chunk>> body);

    [[nodiscard]] std::size_t size() const { return starts_.size(); }
    /// Parts the chunks of a line where they run over from one column into the next, and gives the
    /// column of each part.
    struct Part {
        std::size_t column{};
        std::string text{};
    };
    [[nodiscard]] std::vector<Part> part(const std::vector<Chunk>& line) const;
    /// Does one chunk, the only one, run from the first column over where others begin?
    [[nodiscard]] bool runs_across(const std::vector<Chunk>& line) const;

  private:
    void fit_starts(const std::vector<Chunk>& header, std::span<const std::vector<Chunk>> body);
    [[nodiscard]] bool are_starts_of(std::span<const std::vector<Chunk>> body) const;
    [[nodiscard]] static std::vector<std::size_t> frequent_starts(
        std::size_t count, std::span<const std::vector<Chunk>> body);
    void measure(std::span<const std::vector<Chunk>> body);
    [[nodiscard]] std::size_t column_at(const Chunk& chunk, std::size_t first) const;
    [[nodiscard]] std::size_t cut_of(const Chunk& chunk, std::size_t column) const;

    std::vector<std::size_t> starts_{};
    std::vector<std::size_t> ends_{};  ///< of the widest text that surely stands in the column
    std::vector<bool> has_dates_{};    ///< most texts of the column are dates
};

}  // namespace tidytracker
