// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tidytracker::review {

/// The style sheet of the page, without the fills of the sources.
[[nodiscard]] std::string_view page_style();
/// What makes cells and records show each other. Without it the page still holds everything.
[[nodiscard]] std::string_view page_script();

}  // namespace tidytracker::review
