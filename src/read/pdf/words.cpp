// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace tidytracker::pdf {
namespace {

// The gaps, in ems, that part words; poppler's values, so that what it calls a word is one here.
constexpr double k_word_gap = 0.1;
constexpr double k_overlap = 0.1;
constexpr double k_repeat_along = 0.1;
constexpr double k_repeat_across = 0.2;
constexpr double k_same_baseline = 0.5;  // points

/// Quarter turns clockwise of a direction; y grows downwards.
std::uint8_t turn_of(Point direction) {
    if (std::abs(direction.x) >= std::abs(direction.y)) return direction.x >= 0 ? 0 : 2;
    return direction.y > 0 ? 1 : 3;
}

/// The coordinate along a writing direction.
double along(Point p, std::uint8_t turn) {
    const std::array<double, 4> values{p.x, p.y, -p.x, -p.y};
    return values[turn];
}

/// The coordinate across it, growing towards the foot of the glyphs.
double across(Point p, std::uint8_t turn) {
    const std::array<double, 4> values{p.y, -p.x, -p.y, p.x};
    return values[turn];
}

Point point_at(double a, double c, std::uint8_t turn) {
    const std::array<Point, 4> points{Point{a, c}, Point{-c, a}, Point{-a, -c}, Point{c, -a}};
    return points[turn];
}

Box box_between(Point p, Point q) {
    return {std::min(p.x, q.x), std::min(p.y, q.y), std::max(p.x, q.x), std::max(p.y, q.y)};
}

Box glyph_box(const PlacedGlyph& glyph, std::uint8_t turn, double size) {
    const double start = along(glyph.origin, turn);
    const double base = across(glyph.origin, turn);
    return box_between(
        point_at(start, base - glyph.ascent * size, turn),
        point_at(start + along(glyph.advance, turn), base - glyph.descent * size, turn));
}

}  // namespace

/// Is the glyph where the last one stands?
bool WordBuilder::is_repeat(const PlacedGlyph& glyph, std::uint8_t turn, double size) const {
    return std::abs(along(glyph.origin, turn) - last_start_) < k_repeat_along * size &&
           std::abs(across(glyph.origin, turn) - base_) < k_repeat_across * size;
}

bool WordBuilder::continues(const PlacedGlyph& glyph, std::uint8_t turn, double size) const {
    if (!has_open_ || turn != open_.turn || std::abs(size - open_.size) > 0.01) return false;
    const double start = along(glyph.origin, turn);
    const double base = across(glyph.origin, turn);
    const double gap = start - end_;
    return !is_repeat(glyph, turn, size) && !repeated_ && gap >= -k_overlap * size &&
           gap <= k_word_gap * size && std::abs(base - base_) <= k_same_baseline;
}

void WordBuilder::add(const PlacedGlyph& glyph) {
    const double size = std::hypot(glyph.up.x, glyph.up.y);
    // Upright glyphs tell the direction even where they do not advance.
    const Point right{-glyph.up.y, glyph.up.x};
    const bool advances = std::abs(glyph.advance.x) + std::abs(glyph.advance.y) > 1e-6;
    const std::uint8_t turn = turn_of(advances ? glyph.advance : right);
    if (!continues(glyph, turn, size)) {
        const bool repeats = has_open_ && turn == open_.turn && is_repeat(glyph, turn, size);
        end_word(false);
        repeated_ = repeats;
    }
    extend(glyph, turn, size);
}

void WordBuilder::extend(const PlacedGlyph& glyph, std::uint8_t turn, double size) {
    const Box box = glyph_box(glyph, turn, size);
    if (!has_open_) {
        open_ = Word{.box = box,
                     .baseline = glyph.origin.y,
                     .size = size,
                     .colour = glyph.colour,
                     .mark = glyph.mark,
                     .turn = turn,
                     .bold = glyph.bold,
                     .artifact = glyph.artifact,
                     .glued = glued_};
        has_open_ = true;
        base_ = across(glyph.origin, turn);
    } else {
        open_.box.include(box);
    }
    open_.text += glyph.text;
    last_start_ = along(glyph.origin, turn);
    end_ = last_start_ + along(glyph.advance, turn);
}

void WordBuilder::end_word(bool space) {
    if (has_open_) words_.push_back(std::move(open_));
    has_open_ = false;
    repeated_ = false;
    glued_ = !space;
}

std::vector<Word> WordBuilder::take() {
    end_word(true);
    return std::exchange(words_, {});
}

void drop_repeated_words(std::vector<Word>& words) {
    // Sorted by baseline and start, a repetition stands close behind its first.
    std::vector<std::size_t> order(words.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, [&words](std::size_t a, std::size_t b) {
        return std::pair(words[a].text, words[a].box.left) <
               std::pair(words[b].text, words[b].box.left);
    });
    constexpr std::size_t k_looked_at = 8;
    std::vector<char> dropped(words.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        Word& first = words[order[i]];
        if (dropped[order[i]] != 0) continue;
        for (std::size_t k = i + 1; k < order.size() && k <= i + k_looked_at; ++k) {
            const Word& second = words[order[k]];
            if (second.text != first.text) break;
            if (std::abs(second.box.left - first.box.left) > k_repeat_along * first.size) break;
            if (std::abs(second.baseline - first.baseline) > k_repeat_across * first.size) continue;
            dropped[order[k]] = 1;
            first.bold = true;
        }
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (dropped[i] != 0) continue;
        if (kept != i) words[kept] = std::move(words[i]);
        ++kept;
    }
    words.resize(kept);
}

void mark_struck_words(Page& page) {
    std::vector<Rule>& rules = page.horizontal;
    std::ranges::sort(rules, {}, &Rule::at);
    std::vector<double> covered(rules.size());
    std::vector<char> through(rules.size());
    for (Word& word : page.words) {
        if (word.turn != 0) continue;
        // From the middle of small letters down to just below the baseline.
        auto rule =
            std::ranges::lower_bound(rules, word.baseline - 0.45 * word.size, {}, &Rule::at);
        for (; rule != rules.end() && rule->at <= word.baseline + 0.2 * word.size; ++rule) {
            const double part = std::min(rule->to, word.box.right + 0.5 * word.size) -
                                std::max(rule->from, word.box.left - 0.5 * word.size);
            if (part < 0.6 * word.box.width()) continue;
            const auto index = static_cast<std::size_t>(rule - rules.begin());
            covered[index] += part;
            if (rule->at > word.baseline - 0.12 * word.size) continue;
            word.struck = true;
            through[index] = 1;
        }
    }
    // What is drawn along words alone is no border of a cell.
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (through[i] != 0 || covered[i] >= 0.75 * (rules[i].to - rules[i].from)) continue;
        rules[kept++] = rules[i];
    }
    rules.resize(kept);
}

void turn_upright(Page& page) {
    std::array<std::size_t, 4> letters{};
    for (const Word& word : page.words) letters[word.turn] += word.text.size();
    const auto most =
        static_cast<std::uint8_t>(std::ranges::max_element(letters) - letters.begin());
    if (most == 0) return;
    const auto moved = [&page, most](Point p) {
        switch (most) {
            case 1:  // text runs down: its foot is at the left
                return Point{p.y, page.width - p.x};
            case 2:
                return Point{page.width - p.x, page.height - p.y};
            default:
                return Point{page.height - p.y, p.x};
        }
    };
    const auto moved_box = [&moved](const Box& box) {
        return box_between(moved({box.left, box.top}), moved({box.right, box.bottom}));
    };
    for (Word& word : page.words) {
        const Box old = word.box;
        word.box = moved_box(old);
        word.turn = static_cast<std::uint8_t>((word.turn + 4 - most) % 4);
        if (word.turn == 0) word.baseline = word.box.bottom - 0.2 * word.box.height();
    }
    for (Fill& fill : page.fills) fill.box = moved_box(fill.box);
    for (LinkArea& link : page.links) link.box = moved_box(link.box);
    for (Point& at : page.drawn) at = moved(at);
    std::vector<Rule> horizontal;
    std::vector<Rule> vertical;
    for (const bool lying : {true, false}) {
        for (const Rule& rule : lying ? page.horizontal : page.vertical) {
            const Box box = lying ? moved_box({rule.from, rule.at, rule.to, rule.at})
                                  : moved_box({rule.at, rule.from, rule.at, rule.to});
            if (box.width() >= box.height()) {
                horizontal.push_back({box.top, box.left, box.right, rule.width});
            } else {
                vertical.push_back({box.left, box.top, box.bottom, rule.width});
            }
        }
    }
    page.horizontal = std::move(horizontal);
    page.vertical = std::move(vertical);
    if (most != 2) std::swap(page.width, page.height);
}

}  // namespace tidytracker::pdf
