// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/number_format/lexer.hpp"
#include "base/number_format/program.hpp"

namespace tidytracker::number_format {

/// The sections of a code; none if it is no number format.
[[nodiscard]] std::optional<Format> compile(std::string_view code);

/// Each compiles the tokens of one section of the kind that its name says.
[[nodiscard]] Section compile_number(const Tokens& tokens);
[[nodiscard]] Section compile_scientific(const Tokens& tokens);
[[nodiscard]] Section compile_fraction(const Tokens& tokens);
/// None if digits stand among the parts of the date.
[[nodiscard]] std::optional<Section> compile_date(const Tokens& tokens);

}  // namespace tidytracker::number_format
