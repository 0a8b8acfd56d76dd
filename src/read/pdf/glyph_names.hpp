// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tidytracker::pdf {

/// The text that a glyph's name stands for, as UTF-8: "eacute", "f_f_i", "uni20AC", "A.sc". Empty
/// for a name that says nothing ("g45").
[[nodiscard]] std::string text_of_glyph_name(std::string_view name);

}  // namespace tidytracker::pdf
