// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace tidytracker {

/// The first of several lines that are one caption each: where a program took the text of a PDF
/// block by block, its tables lose their columns, and which cell stood beside which is not to be
/// told. None in a text of another kind.
[[nodiscard]] std::optional<std::size_t> captions_below_each_other(
    std::span<const std::string_view> lines);

}  // namespace tidytracker
