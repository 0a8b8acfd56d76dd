// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/number_format.hpp>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "base/unicode.hpp"

// The first eight bytes are the number, the rest is the code. Every code prints every number, in
// both date systems, and prints no more than the code and the largest number can give.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    double value = 0;
    if (size < sizeof value) return 0;
    std::memcpy(&value, data, sizeof value);
    const std::string_view code(reinterpret_cast<const char*>(data) + sizeof value,
                                size - sizeof value);
    const tidytracker::NumberFormat format(code);
    std::string out;
    format.append(value, tidytracker::DateSystem::from_1900, out);
    format.append(value, tidytracker::DateSystem::from_1904, out);
    format.append(std::string_view("text"), out);
    // What is no UTF-8 is replaced, all else is kept.
    if (!tidytracker::is_valid_utf8(out)) std::abort();
    const bool valid = tidytracker::is_valid_utf8(code);
    if (valid && format.shows_day() && format.code() != code) std::abort();
    // 1.8e308 has 309 digits and 102 commas, and a percent sign or comma moves it by three more.
    // The longest part of a date is "September" or, with three letters at least to ask for it, a
    // name of another language; an @ stands for the text.
    constexpr std::size_t k_longest_number = 500;
    if (out.size() > 3 * (k_longest_number + 9 * code.size())) std::abort();
    return 0;
}
