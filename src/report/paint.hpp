// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>

#include <string>
#include <string_view>

// Colours of a terminal, and text that is fit for one.
namespace tidytracker {

enum class Ink { error, warning, info, place, strong };

/// Appends `text` in a colour, or as it is where colours are off. Words carry the meaning: colour
/// never does so alone.
void append_painted(std::string_view text, Ink ink, bool colour, std::string& out);

[[nodiscard]] Ink ink_of(Severity severity);

}  // namespace tidytracker
