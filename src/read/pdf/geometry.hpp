// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>

// Lengths are points (1/72 inch). A page's frame has its origin at the top left, y grows downwards.
namespace tidytracker::pdf {

struct Point {
    double x{};
    double y{};
};

struct Box {
    double left{};
    double top{};
    double right{};
    double bottom{};
    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    [[nodiscard]] Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
    [[nodiscard]] bool contains(Point p) const {
        return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom;
    }
    void include(const Box& other) {
        left = std::min(left, other.left);
        top = std::min(top, other.top);
        right = std::max(right, other.right);
        bottom = std::max(bottom, other.bottom);
    }
    [[nodiscard]] Box grown(double by) const {
        return {left - by, top - by, right + by, bottom + by};
    }
    [[nodiscard]] bool overlaps(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

/// The part that both have; empty (right < left or bottom < top) if there is none.
[[nodiscard]] inline Box intersection(const Box& a, const Box& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
            std::min(a.bottom, b.bottom)};
}

/// How much of the shorter of two stretches lies within the other: 0 to 1.
[[nodiscard]] inline double shared(double a1, double a2, double b1, double b2) {
    const double shorter = std::min(a2 - a1, b2 - b1);
    if (shorter <= 0) return a1 <= b2 && b1 <= a2 ? 1 : 0;
    return std::max(0.0, std::min(a2, b2) - std::max(a1, b1)) / shorter;
}

/// x' = a x + c y + e, y' = b x + d y + f (ISO 32000-1, 8.3.3).
struct Matrix {
    double a{1};
    double b{};
    double c{};
    double d{1};
    double e{};
    double f{};
    [[nodiscard]] Point apply(Point p) const {
        return {a * p.x + c * p.y + e, b * p.x + d * p.y + f};
    }
    /// How long a unit of length becomes, on average over all directions.
    [[nodiscard]] double scale() const { return std::sqrt(std::abs(a * d - b * c)); }
};

/// First `inner`, then `outer`.
[[nodiscard]] inline Matrix operator*(const Matrix& inner, const Matrix& outer) {
    return {inner.a * outer.a + inner.b * outer.c,
            inner.a * outer.b + inner.b * outer.d,
            inner.c * outer.a + inner.d * outer.c,
            inner.c * outer.b + inner.d * outer.d,
            inner.e * outer.a + inner.f * outer.c + outer.e,
            inner.e * outer.b + inner.f * outer.d + outer.f};
}

/// The upright box around a box of another frame.
[[nodiscard]] inline Box map_box(const Matrix& matrix, const Box& box) {
    const Point p = matrix.apply({box.left, box.top});
    Box out{p.x, p.y, p.x, p.y};
    for (const Point corner :
         {Point{box.right, box.top}, Point{box.left, box.bottom}, Point{box.right, box.bottom}}) {
        const Point q = matrix.apply(corner);
        out.include({q.x, q.y, q.x, q.y});
    }
    return out;
}

}  // namespace tidytracker::pdf
