// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <cstdint>
#include <string_view>

// The names of fill colours.
namespace tidytracker {

/// The rating that a fill shows, named by its colour; none for white, black and colours that no
/// rating has (yellow, pink). `fill` is 0xRRGGBB.
[[nodiscard]] Rag rag_of_fill(std::uint32_t fill);

}  // namespace tidytracker
