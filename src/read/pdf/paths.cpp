// SPDX-License-Identifier: Apache-2.0
// Programs draw the borders of tables in many ways: Word as thin filled rectangles, LibreOffice as
// strokes or filled trapezia, Excel as a fill for each edge of each cell, others as strokes. All of
// them become rules here.
#include "read/pdf/paths.hpp"

#include <cmath>
#include <utility>

namespace tidytracker::pdf {
namespace {

constexpr std::size_t k_most_points = 500'000;  // of one path
constexpr std::size_t k_most_marks = 50'000;    // rules, and fills, of one page
constexpr double k_straight = 1.0;              // a line may lean by so many points
constexpr double k_thin = 3.0;                  // a filled area up to this thickness is a rule

Box bounds_of(const std::vector<Point>& points) {
    Box box{points[0].x, points[0].y, points[0].x, points[0].y};
    for (const Point p : points) box.include({p.x, p.y, p.x, p.y});
    return box;
}

/// Keeps the part of a rule that lies in the clip; the pen may reach into it from outside.
void add_rule(bool horizontal, Rule rule, const Box& clip, Page& page) {
    const double low = horizontal ? clip.top : clip.left;
    const double high = horizontal ? clip.bottom : clip.right;
    const double reach = rule.width / 2 + 0.5;
    if (rule.at < low - reach || rule.at > high + reach) return;
    rule.from = std::max(rule.from, horizontal ? clip.left : clip.top);
    rule.to = std::min(rule.to, horizontal ? clip.right : clip.bottom);
    std::vector<Rule>& rules = horizontal ? page.horizontal : page.vertical;
    if (rule.to > rule.from && rules.size() < k_most_marks) rules.push_back(rule);
}

void add_drawn(Point at, const Box& clip, Page& page) {
    if (page.drawn.size() < k_most_marks && clip.contains(at)) page.drawn.push_back(at);
}

void stroke_segment(Point p, Point q, double width, const Box& clip, Page& page) {
    const double dx = std::abs(p.x - q.x);
    const double dy = std::abs(p.y - q.y);
    const Point middle{(p.x + q.x) / 2, (p.y + q.y) / 2};
    if (dx >= k_straight && dy >= k_straight) {
        add_drawn(middle, clip, page);
        return;
    }
    bool horizontal = dx >= dy;
    double length = horizontal ? dx : dy;
    // A stroke shorter than its pen is wide is a bar across: a wide pen draws a column of shading
    // or a border with one short stroke.
    if (length < width) {
        if (length > k_thin) return;
        horizontal = !horizontal;
        std::swap(length, width);
    }
    if (length <= 0) return;
    const double at = horizontal ? middle.y : middle.x;
    const double centre = horizontal ? middle.x : middle.y;
    add_rule(horizontal, {at, centre - length / 2, centre + length / 2, width}, clip, page);
}

double area_of(const std::vector<Point>& points) {
    double doubled = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Point p = points[i];
        const Point q = points[(i + 1) % points.size()];
        doubled += p.x * q.y - q.x * p.y;
    }
    return std::abs(doubled) / 2;
}

void fill_part(const Path::Part& part, std::uint32_t colour, const Box& clip, Page& page) {
    const Box whole = bounds_of(part.points);
    const double width = whole.width();
    const double height = whole.height();
    if (std::min(width, height) <= k_thin) {
        const bool horizontal = width >= height;
        const Point middle = whole.centre();
        if (horizontal) {
            add_rule(true, {middle.y, whole.left, whole.right, height}, clip, page);
        } else {
            add_rule(false, {middle.x, whole.top, whole.bottom, width}, clip, page);
        }
        return;
    }
    if (part.curved || area_of(part.points) < 0.95 * width * height) {
        add_drawn(whole.centre(), clip, page);
        return;
    }
    const Box shown = intersection(whole, clip);
    if (shown.width() > k_thin && shown.height() > k_thin && page.fills.size() < k_most_marks) {
        page.fills.push_back({shown, colour});
    }
}

}  // namespace

void Path::move_to(Point p) {
    if (points_ >= k_most_points) return;
    ++points_;
    // A place that nothing was drawn from is given up.
    if (!parts_.empty() && parts_.back().points.size() == 1) parts_.pop_back();
    parts_.push_back(Part{.points = {p}});
}

void Path::line_to(Point p) {
    if (parts_.empty() || points_ >= k_most_points) return;
    ++points_;
    // After closing, drawing goes on from where the closed part began.
    if (parts_.back().closed) {
        const Point start = parts_.back().points.front();
        parts_.push_back(Part{.points = {start}});
    }
    parts_.back().points.push_back(p);
}

void Path::curve_to(Point p) {
    line_to(p);
    if (!parts_.empty()) parts_.back().curved = true;
}

void Path::close() {
    if (!parts_.empty()) parts_.back().closed = true;
}

void Path::clear() {
    parts_.clear();
    points_ = 0;
}

std::optional<Box> Path::bounds() const {
    std::optional<Box> box;
    for (const Part& part : parts_) {
        const Box one = bounds_of(part.points);
        if (box) {
            box->include(one);
        } else {
            box = one;
        }
    }
    return box;
}

void stroke_path(const Path& path, double width, const Box& clip, Page& page) {
    for (const Path::Part& part : path.parts()) {
        if (part.curved) {
            add_drawn(bounds_of(part.points).centre(), clip, page);
            continue;
        }
        for (std::size_t i = 1; i < part.points.size(); ++i) {
            stroke_segment(part.points[i - 1], part.points[i], width, clip, page);
        }
        if (part.closed && part.points.size() > 2) {
            stroke_segment(part.points.back(), part.points.front(), width, clip, page);
        }
    }
}

void fill_path(const Path& path, std::uint32_t colour, const Box& clip, Page& page) {
    for (const Path::Part& part : path.parts()) {
        if (part.points.size() >= 3) fill_part(part, colour, clip, page);
    }
}

}  // namespace tidytracker::pdf
