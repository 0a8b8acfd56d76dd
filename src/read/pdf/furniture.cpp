// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/furniture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker::pdf {
namespace {

/// Only so many lines at the head and at the foot of a page are looked at.
constexpr std::size_t k_lines_looked_at = 4;
/// The captions of a table repeat on each page, too; running heads have fewer parts.
constexpr std::size_t k_most_head_parts = 3;
constexpr double k_chunk_gap_of_heads = 1.5;
constexpr double k_same_height = 4.0;  // points

struct EdgeLine {
    std::size_t page{};
    double height{};
    std::string text{};  ///< figures masked
    std::vector<WordIndex> words{};
};

std::string masked(std::string_view text) {
    std::string out = fold(text);
    std::replace_if(out.begin(), out.end(), is_digit, '0');
    // "Page 9" and "Page 10" are the same.
    const auto end =
        std::unique(out.begin(), out.end(), [](char a, char b) { return a == '0' && b == '0'; });
    out.erase(end, out.end());
    return out;
}

EdgeLine edge_line(const Page& page, std::size_t number, const Line& line) {
    EdgeLine made{.page = number, .height = line.baseline};
    for (const Chunk& chunk : line.chunks) {
        made.text += text_of_chunk(page, chunk);
        made.text += ' ';
        made.words.insert(made.words.end(), chunk.words.begin(), chunk.words.end());
    }
    made.text = masked(made.text);
    return made;
}

/// "Page 3 of 7", "3", "- 3 -": a page number needs no repetition to be known.
bool is_page_number(std::string_view masked_text) {
    constexpr std::array<std::string_view, 8> k_forms{
        "0", "page 0", "page 0 of 0", "- 0 -", "0 of 0", "0/0", "page 0/0", "page | 0"};
    return std::ranges::find(k_forms, trim(masked_text)) != k_forms.end();
}

std::vector<EdgeLine> edge_lines_of(const Page& page, std::size_t number) {
    std::vector<WordIndex> words;
    for (WordIndex i = 0; i < page.words.size(); ++i) words.push_back(i);
    const std::vector<Line> lines = lines_of(page, words, k_chunk_gap_of_heads);
    std::vector<EdgeLine> edges;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool at_edge = i < k_lines_looked_at || i + k_lines_looked_at >= lines.size();
        // A few lines of a short page are not at an edge of it.
        const double height = lines[i].baseline / page.height;
        if (!at_edge || (height > 0.2 && height < 0.8)) continue;
        if (lines[i].chunks.size() <= k_most_head_parts)
            edges.push_back(edge_line(page, number, lines[i]));
    }
    return edges;
}

}  // namespace

std::vector<std::vector<char>> find_furniture(const std::vector<Page>& pages) {
    std::vector<std::vector<char>> furniture;
    std::map<std::string, std::vector<EdgeLine>> by_text;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        furniture.emplace_back(pages[i].words.size());
        for (EdgeLine& line : edge_lines_of(pages[i], i)) {
            const double height = line.height / pages[i].height;
            if (is_page_number(line.text) && (height < 0.1 || height > 0.9)) {
                for (const WordIndex word : line.words) furniture[i][word] = 1;
            }
            by_text[line.text].push_back(std::move(line));
        }
    }
    for (auto& [text, lines] : by_text) {
        std::ranges::stable_sort(lines, {}, &EdgeLine::height);
        for (std::size_t i = 0; i < lines.size();) {
            std::size_t end = i + 1;
            while (end < lines.size() &&
                   lines[end].height - lines[end - 1].height < k_same_height) {
                ++end;
            }
            // On a document of two pages, both say it.
            const std::size_t needed = pages.size() == 2 ? 2 : 3;
            for (std::size_t k = i; k < end && end - i >= needed; ++k) {
                for (const WordIndex word : lines[k].words) furniture[lines[k].page][word] = 1;
            }
            i = end;
        }
    }
    return furniture;
}

}  // namespace tidytracker::pdf
