// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "read/pdf/geometry.hpp"
#include "read/pdf/page.hpp"
#include "read/pdf/resources.hpp"

namespace tidytracker::pdf {

/// What interpreting may still cost, counted in bytes of content. Forms that show one another cost
/// each time they are shown, so a few of them can ask for any amount of work.
struct Effort {
    std::uint64_t left{};
    /// Books; false once nothing is left.
    bool spend(std::uint64_t bytes) {
        left -= std::min(left, bytes);
        return left > 0;
    }
};

/// Runs a content stream (ISO 32000-1, annex A) and adds what it shows to `page`, whose size must
/// be set. `frame` takes the content's coordinates to the page's frame. Stops without a word once
/// the effort is used up; the caller looks at it.
void interpret(std::string_view content, const Matrix& frame, Resources& resources, Effort& effort,
               Page& page);

}  // namespace tidytracker::pdf
