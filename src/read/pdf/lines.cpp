// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/lines.hpp"

#include <algorithm>
#include <cmath>

#include "base/superscript.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker::pdf {
namespace {

/// Words of one line share at least this part of the lower one's height: takes superscripts in and
/// keeps lines apart that are set solid.
constexpr double k_shared_height = 0.5;

/// A line while its words are collected.
struct OpenLine {
    std::vector<WordIndex> words{};
    WordIndex tallest{};
};

bool belongs(const Page& page, const OpenLine& line, const Word& word) {
    const Word& tallest = page.words[line.tallest];
    return shared(tallest.box.top, tallest.box.bottom, word.box.top, word.box.bottom) >=
               k_shared_height &&
           std::abs(tallest.baseline - word.baseline) <= 0.6 * std::max(tallest.size, word.size);
}

std::vector<OpenLine> group_words(const Page& page, std::span<const WordIndex> words) {
    std::vector<WordIndex> order;
    for (const WordIndex index : words) {
        if (page.words[index].turn == 0) order.push_back(index);
    }
    std::ranges::sort(order, [&page](WordIndex a, WordIndex b) {
        return page.words[a].baseline != page.words[b].baseline
                   ? page.words[a].baseline < page.words[b].baseline
                   : page.words[a].box.left < page.words[b].box.left;
    });
    std::vector<OpenLine> lines;
    for (const WordIndex index : order) {
        const Word& word = page.words[index];
        if (lines.empty() || !belongs(page, lines.back(), word)) {
            lines.push_back({.tallest = index});
        } else if (word.size > page.words[lines.back().tallest].size) {
            lines.back().tallest = index;
        }
        lines.back().words.push_back(index);
    }
    return lines;
}

/// "•", "-", "1." and "a)" belong to what follows, however far that is indented.
bool is_list_mark(std::string_view text) {
    if (text.size() > 4) return false;
    std::string_view rest = text;
    const char32_t first = take_character(rest);
    if (rest.empty()) {
        return first == 0x2022 || first == 0x25CF || first == 0x25AA || first == 0x25A0 ||
               first == 0x2013 || first == 0x27A2 || first == 0x25CB || first == 0xB7;
    }
    return false;
}

/// The page's vertical rules ascend.
bool rule_between(const Page& page, const Word& left, const Word& right) {
    const double middle = (left.box.top + left.box.bottom) / 2;
    auto rule = std::ranges::upper_bound(page.vertical, left.box.right - 1, {}, &Rule::at);
    for (; rule != page.vertical.end() && rule->at < right.box.left + 1; ++rule) {
        if (rule->from <= middle && rule->to >= middle) return true;
    }
    return false;
}

Chunk open_chunk(const Page& page, WordIndex index) {
    const Word& word = page.words[index];
    return {.box = word.box, .words = {index}, .size = word.size, .bold = word.bold};
}

Line line_from(const Page& page, OpenLine open, double gap) {
    std::ranges::sort(open.words, [&page](WordIndex a, WordIndex b) {
        return page.words[a].box.left < page.words[b].box.left;
    });
    Line line;
    const Word& tallest = page.words[open.tallest];
    line.baseline = tallest.baseline;
    line.size = tallest.size;
    line.box = page.words[open.words.front()].box;
    for (const WordIndex index : open.words) {
        const Word& word = page.words[index];
        line.box.include(word.box);
        if (line.chunks.empty()) {
            line.chunks.push_back(open_chunk(page, index));
            continue;
        }
        Chunk& chunk = line.chunks.back();
        const Word& before = page.words[chunk.words.back()];
        const double space = word.box.left - chunk.box.right;
        const double size = std::max(std::min(word.size, before.size), 1.0);
        const bool marked =
            chunk.words.size() == 1 && is_list_mark(before.text) && space < 4 * size;
        if ((space > gap * size && !marked) || (space > 0 && rule_between(page, before, word))) {
            line.chunks.push_back(open_chunk(page, index));
            continue;
        }
        chunk.box.include(word.box);
        chunk.words.push_back(index);
        chunk.bold = chunk.bold && word.bold;
        chunk.size = std::max(chunk.size, word.size);
    }
    return line;
}

/// The mark of a footnote, or a power. As plain digits it would be part of what it stands behind.
bool is_raised_mark(const Word& before, const Word& word) {
    return word.size < 0.85 * before.size && word.baseline < before.baseline - 0.15 * before.size &&
           std::ranges::all_of(word.text, is_digit);
}

void append_words(const Page& page, std::span<const WordIndex> words, std::string& out) {
    const Word* before = nullptr;
    for (const WordIndex index : words) {
        const Word& word = page.words[index];
        // Without a space drawn and without a gap, a change of font alone parts two words.
        const bool joined =
            before != nullptr && word.glued && word.box.left - before->box.right < 0.05 * word.size;
        if (before != nullptr && !joined) out += ' ';
        const bool raised = joined && is_raised_mark(*before, word);
        out += raised ? superscript_digits(word.text) : word.text;
        before = &word;
    }
}

/// A word that a line break parted at a hyphen goes on without a space.
bool ends_in_hyphen(std::string_view text) {
    return text.size() >= 2 && text.back() == '-' && is_word_byte(text[text.size() - 2]) &&
           !is_digit(text[text.size() - 2]);
}

}  // namespace

std::vector<Line> lines_of(const Page& page, std::span<const WordIndex> words, double gap) {
    std::vector<Line> lines;
    for (OpenLine& open : group_words(page, words)) {
        lines.push_back(line_from(page, std::move(open), gap));
    }
    return lines;
}

std::string text_of_chunk(const Page& page, const Chunk& chunk) {
    std::string text;
    append_words(page, chunk.words, text);
    return text;
}

std::string text_of_words(const Page& page, std::span<const WordIndex> words, double right) {
    std::string text;
    const Line* before = nullptr;
    const std::vector<Line> lines = lines_of(page, words, 1e9);
    for (const Line& line : lines) {
        const std::vector<WordIndex>& here = line.chunks.front().words;
        if (before != nullptr) {
            const Word& first = page.words[here.front()];
            const double room = right - before->box.right;
            const double needed = first.box.width() + 0.3 * first.size;
            const bool apart = line.baseline - before->baseline > 2.0 * line.size;
            if (apart || needed < room - 0.5 * first.size) {
                text += '\n';
            } else if (!ends_in_hyphen(text) || !is_letter(first.text.front())) {
                text += ' ';
            }
        }
        append_words(page, here, text);
        before = &line;
    }
    return text;
}

}  // namespace tidytracker::pdf
