// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "read/pdf/geometry.hpp"
#include "read/pdf/page.hpp"

namespace tidytracker::pdf {

/// A path under construction, in the page's frame. Curves are kept as their end points: no border
/// of a table is curved.
class Path {
  public:
    void move_to(Point p);
    void line_to(Point p);
    void curve_to(Point p);
    void close();
    void clear();
    [[nodiscard]] bool empty() const { return parts_.empty(); }
    [[nodiscard]] std::optional<Box> bounds() const;

    struct Part {
        std::vector<Point> points{};
        bool closed{};
        bool curved{};
    };
    [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }

  private:
    std::vector<Part> parts_{};
    std::size_t points_{};
};

/// Adds the rules that stroking the path with a pen of this width draws, as far as the clip shows
/// them.
void stroke_path(const Path& path, double width, const Box& clip, Page& page);

/// Adds what filling the path draws: thin areas are rules, rectangles are fills.
void fill_path(const Path& path, std::uint32_t colour, const Box& clip, Page& page);

}  // namespace tidytracker::pdf
