// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/columns.hpp"

#include <algorithm>
#include <cmath>

namespace tidytracker::pdf {
namespace {

/// Chunks of neighbouring columns may touch by so many points: italics, wide last letters.
constexpr double k_slack = 1.0;
constexpr std::size_t k_most_text_columns = 128;

bool stands_in(const TextColumn& column, const Box& box) {
    return box.left < column.right - k_slack && box.right > column.left + k_slack;
}

/// Adds a chunk: a new column, or a wider one, or a span over several, which says nothing.
void add_chunk(std::vector<TextColumn>& columns, const Box& box) {
    const auto first = std::ranges::find_if(
        columns, [&box](const TextColumn& column) { return stands_in(column, box); });
    if (first == columns.end()) {
        const auto after = std::ranges::find_if(
            columns, [&box](const TextColumn& column) { return column.left > box.left; });
        if (columns.size() < k_most_text_columns) columns.insert(after, {box.left, box.right});
        return;
    }
    const auto next = first + 1;
    if (next != columns.end() && stands_in(*next, box)) return;
    first->left = std::min(first->left, box.left);
    first->right = std::max(first->right, box.right);
}

/// How lines speak about a gap between two columns.
struct GapVotes {
    std::size_t parted{};   ///< lines with text on both sides
    std::size_t crossed{};  ///< lines with a chunk over it
};

GapVotes votes_on_gap(std::span<const Line> lines, const TextColumn& left,
                      const TextColumn& right) {
    GapVotes votes;
    for (const Line& line : lines) {
        bool in_left = false;
        bool in_right = false;
        bool across = false;
        for (const Chunk& chunk : line.chunks) {
            const bool on_left = stands_in(left, chunk.box);
            const bool on_right = stands_in(right, chunk.box);
            across = across || (on_left && on_right);
            in_left = in_left || on_left;
            in_right = in_right || on_right;
        }
        if (across) {
            ++votes.crossed;
        } else if (in_left && in_right) {
            ++votes.parted;
        }
    }
    return votes;
}

/// Does the gap between two words lie between two columns? It is wider than a space, or there is
/// none at all and the second word begins just where the texts of its column do.
bool lies_in_gutter(const Word& left, const Word& right, std::span<const TextColumn> columns) {
    constexpr double k_least_gap = 0.4;  // of the font's size; a space has 0.25 to 0.3
    constexpr double k_most_without_space = 0.15;
    const double size = std::max(right.size, 1.0);
    const double gap = right.box.left - left.box.right;
    const bool touching = gap < k_most_without_space * size;
    if (gap < k_least_gap * size && !touching) return false;
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
        const TextColumn& next = columns[i + 1];
        if (left.box.centre().x > next.left || right.box.left >= next.right - k_slack) continue;
        const bool begins = std::abs(right.box.left - next.left) <= k_slack;
        const bool parted = left.box.right <= columns[i].right + k_slack &&
                            left.box.right > columns[i].left + k_slack &&
                            right.box.left >= next.left - k_slack;
        if (touching ? begins : parted) return true;
    }
    return false;
}

void append_parts(const Page& page, const Chunk& chunk, std::span<const TextColumn> columns,
                  std::vector<Chunk>& parts) {
    const Word* before = nullptr;
    for (const WordIndex index : chunk.words) {
        const Word& word = page.words[index];
        if (before == nullptr || lies_in_gutter(*before, word, columns)) {
            parts.push_back({.box = word.box, .size = word.size, .bold = true});
        }
        Chunk& part = parts.back();
        part.box.include(word.box);
        part.words.push_back(index);
        part.size = std::max(part.size, word.size);
        part.bold = part.bold && word.bold;
        before = &word;
    }
}

}  // namespace

std::vector<TextColumn> text_columns_of(std::span<const Line> lines) {
    std::vector<Box> boxes;
    for (const Line& line : lines) {
        // A line of one chunk is a title or the rest of a cell; it makes no column.
        if (line.chunks.size() < 2) continue;
        for (const Chunk& chunk : line.chunks) boxes.push_back(chunk.box);
    }
    std::ranges::sort(boxes, {}, &Box::width);
    std::vector<TextColumn> columns;
    for (const Box& box : boxes) add_chunk(columns, box);
    for (std::size_t i = 0; i + 1 < columns.size();) {
        const GapVotes votes = votes_on_gap(lines, columns[i], columns[i + 1]);
        // Columns that never stand side by side are one: a caption flush left over figures flush
        // right. A gap that more lines cross than show is one of justified text.
        if (votes.parted == 0 || votes.crossed > votes.parted) {
            columns[i].right = std::max(columns[i].right, columns[i + 1].right);
            columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            if (i > 0) --i;
        } else {
            ++i;
        }
    }
    return columns;
}

std::vector<Line> part_at_gutters(const Page& page, std::span<const Line> lines,
                                  const std::vector<TextColumn>& columns) {
    std::vector<Line> parted(lines.begin(), lines.end());
    for (Line& line : parted) {
        std::vector<Chunk> chunks;
        for (Chunk& chunk : line.chunks) {
            const ColumnRange range = columns_under(columns, chunk.box);
            if (range.first == range.last) {
                chunks.push_back(std::move(chunk));
            } else {
                append_parts(page, chunk, std::span(columns).subspan(range.first), chunks);
            }
        }
        line.chunks = std::move(chunks);
    }
    return parted;
}

ColumnRange columns_under(const std::vector<TextColumn>& columns, const Box& box) {
    std::size_t first = columns.size();
    std::size_t last = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!stands_in(columns[i], box)) continue;
        first = std::min(first, i);
        last = i;
    }
    if (first < columns.size()) return {first, last};
    double best = 1e18;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double middle = (columns[i].left + columns[i].right) / 2;
        const double distance =
            std::min({std::abs(box.centre().x - middle), std::abs(box.left - columns[i].left),
                      std::abs(box.right - columns[i].right)});
        if (distance < best) {
            best = distance;
            first = i;
        }
    }
    return {first, first};
}

}  // namespace tidytracker::pdf
