// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/number_format.hpp>

#include <string>

#include "base/number_format/decimal.hpp"
#include "base/number_format/program.hpp"

// Each prints a number by a compiled section of the kind that its name says.
namespace tidytracker::number_format {

/// As General shows it: at most 11 characters besides the sign, in scientific notation what does
/// not fit.
void append_general(double value, std::string& out);
/// As append_general, for a number that is not negative.
void append_general(const Decimal& number, std::string& out);

void append_number(const Section& section, double value, std::string& out);
void append_scientific(const Section& section, double value, std::string& out);
void append_fraction(const Section& section, double value, std::string& out);
/// False, with nothing printed, if the number is no date of the system.
[[nodiscard]] bool append_date(const Section& section, double value, DateSystem system,
                               std::string& out);

/// Prints the digit of `number` that belongs to a placeholder (its place is op.count) of a run of
/// `places`; the run's first placeholder prints all digits further left too.
void append_placeholder(const Op& op, const Decimal& number, int places, bool grouped,
                        std::string& out);

}  // namespace tidytracker::number_format
