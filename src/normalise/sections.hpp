// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/normalise.hpp>

#include <optional>
#include <string_view>

#include "normalise/row_reader.hpp"

namespace tidytracker {

/// The meeting that a heading names ("24 November 2022 Meeting", "Board 02/09/08"); none if it is
/// a heading of another kind.
[[nodiscard]] std::optional<Meeting> meeting_of_heading(std::string_view heading,
                                                        const DateContext& context);

/// All that a heading says of its rows; `context` is that of its date.
[[nodiscard]] HeadingSense sense_of_heading(std::string_view heading, const DateContext& context);

}  // namespace tidytracker
