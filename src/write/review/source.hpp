// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/reading.hpp>

#include <cstddef>
#include <set>
#include <string>

#include "write/review/traces.hpp"

namespace tidytracker::review {

/// Appends the sheets of a source as they were, each cell marked with what became of it. The fills
/// that it meets go to `fills`: the page's style sheet has to know them, for a content security
/// policy allows no style at an element.
void append_source(const SourceReading& reading, std::size_t index, const Traces& traces,
                   std::set<std::uint32_t>& fills, std::string& out);

}  // namespace tidytracker::review
