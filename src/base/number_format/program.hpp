// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/number_format/names.hpp"

// What a number format code is compiled to, once, so that printing a cell is a walk over a few
// operations without allocation.
namespace tidytracker::number_format {

enum class OpKind : std::uint8_t {
    literal,
    general,         ///< the number as General shows it; in a text section, the text
    integer_digit,   ///< `count` is its place: 0 for units, 1 for tens
    point,           ///<
    fraction_digit,  ///< `count` is its place: 1 for tenths, 2 for hundredths
    exponent_sign,   ///< `symbol` is + if a plus sign is shown too
    exponent_digit,  ///< `count` as for integer_digit
    numerator_digit,
    fraction_bar,
    denominator,
    year,  ///< date parts: `count` is the number of letters
    buddhist_year,
    month,
    day,
    hour,
    minute,
    second,
    subsecond,
    half_day,  ///< `text` holds "AM/PM" or "A/P" as written
    elapsed_hours,
    elapsed_minutes,
    elapsed_seconds,
};

struct Op {
    OpKind kind{};
    char symbol{};  ///< digits: 0 # or ?, which say what stands for a digit that is missing
    std::uint16_t count{};
    std::string text{};
};

enum class Comparison : std::uint8_t {
    less,
    less_or_equal,
    equal,
    not_equal,
    greater_or_equal,
    greater
};

struct Condition {
    Comparison comparison{};
    double limit{};
};

enum class SectionKind : std::uint8_t { number, scientific, fraction, date, text };

/// One of the up to four parts of a code.
struct Section {
    SectionKind kind{};
    std::vector<Op> ops{};
    std::optional<Condition> condition{};
    /// The section is meant for negative numbers and shows their sign in its own way.
    bool drops_sign{};

    int shift{};  ///< powers of ten that percent signs (+2) and scaling commas (-3) move the value
    bool grouped{};
    int integer_digits{};
    int fraction_digits{};
    int exponent_digits{};

    int numerator_digits{};
    int denominator_digits{};
    int denominator_zeros{};            ///< least digits
    int denominator_width{};            ///< digits and padding on the right
    std::uint32_t fixed_denominator{};  ///< 0: the best that denominator_digits allow
    std::size_t fraction_first{};       ///< ops after the whole number, to the denominator: they
    std::size_t fraction_last{};        ///< are blank when there is no fraction
    bool whole_number{};                ///< "# ?/?", not "?/?"
    bool blank_as_spaces{};             ///< "?/?", not "#/#"
    bool shows_zero_fraction{};         ///< "0/0"

    Language language{};  ///< of a date's names
    bool twelve_hours{};
    int second_places{};
    bool shows_day{};
    bool shows_time{};
};

struct Format {
    std::vector<Section> numbers{};  ///< at most three
    std::optional<Section> text{};
};

}  // namespace tidytracker::number_format
