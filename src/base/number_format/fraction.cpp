// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cmath>
#include <cstdint>

#include "base/number_format/render.hpp"

namespace tidytracker::number_format {
namespace {

struct Ratio {
    double numerator{};
    double denominator{1};
};

/// The last convergent of the continued fraction whose denominator stays below `limit`. Excel
/// computes it in floating point too, and shows 0.3 as 2/7 but 1.3 as 1 1/3 for that reason.
/// After J. Kennedy, "Algorithm to convert a decimal to a fraction".
Ratio nearest_ratio(double value, double limit) {
    constexpr double k_close = 1e-13;
    Ratio best{.numerator = std::floor(value + 0.5)};
    if (value == std::trunc(value)) return best;
    double rest = value;
    double before = 0;
    Ratio now{.numerator = std::floor(value)};
    for (;;) {
        const double gap = rest - std::floor(rest);
        if (!(gap > 0)) return now;
        rest = 1 / gap;
        const double denominator = now.denominator * std::floor(rest) + before;
        if (!(denominator < limit)) return now;
        before = now.denominator;
        now.denominator = denominator;
        now.numerator = std::floor(value * denominator + 0.5);
        if (std::abs(value - now.numerator / now.denominator) < k_close) return now;
    }
}

Ratio ratio_for(const Section& section, double value) {
    if (section.fixed_denominator == 0) {
        return nearest_ratio(value, std::pow(10.0, section.denominator_digits));
    }
    const double denominator = section.fixed_denominator;
    return {.numerator = std::floor(value * denominator + 0.5), .denominator = denominator};
}

void append_denominator(const Section& section, const Op& op, const Ratio& ratio,
                        std::string& out) {
    if (section.fixed_denominator != 0) {
        out += op.text;
        return;
    }
    char buffer[20];
    const auto denominator = static_cast<std::uint64_t>(ratio.denominator);
    char* const end = std::to_chars(buffer, buffer + sizeof buffer, denominator).ptr;
    int width = static_cast<int>(end - buffer);
    for (; width < section.denominator_zeros; ++width) out += '0';
    out.append(buffer, end);
    for (; width < section.denominator_width; ++width) out += ' ';
}

/// The place of the fraction of a number that has none: spaces for ?, nothing for #.
void append_blank(const Section& section, const Op& op, std::string& out) {
    if (!section.blank_as_spaces) return;
    std::size_t width = 0;
    if (op.kind == OpKind::literal) {
        out += op.text;
    } else if (op.kind == OpKind::denominator) {
        const bool fixed = section.fixed_denominator != 0;
        width = fixed ? op.text.size() : static_cast<std::size_t>(section.denominator_width);
    } else if (op.kind == OpKind::fraction_bar || op.symbol == '?') {
        width = 1;
    }
    out.append(width, ' ');
}

/// A number that is split for display: 2.25 is 2 and 1/4.
struct Parts {
    double whole{};
    Ratio ratio{};
    bool blank{};  ///< there is no fraction, and its place stays empty
};

Parts parts_of(const Section& section, double size) {
    if (!section.whole_number) return {.ratio = ratio_for(section, size)};
    Parts parts{.whole = std::floor(size)};
    parts.ratio = ratio_for(section, size - parts.whole);
    if (parts.ratio.numerator >= parts.ratio.denominator) {
        parts.whole += 1;
        parts.ratio.numerator = 0;
    }
    parts.blank = parts.ratio.numerator == 0 && !section.shows_zero_fraction;
    return parts;
}

/// As append_placeholder, but the units of a zero are shown whatever the placeholder.
void append_digit(const Op& op, const Decimal& number, int places, bool shows_zero,
                  std::string& out) {
    if (shows_zero && number.is_zero() && op.count == 0) {
        out += '0';
    } else {
        append_placeholder(op, number, places, false, out);
    }
}

}  // namespace

void append_fraction(const Section& section, double value, std::string& out) {
    const Parts parts = parts_of(section, std::abs(value) * std::pow(10.0, section.shift));
    if (!std::isfinite(parts.whole) || !std::isfinite(parts.ratio.numerator)) {
        append_general(value, out);
        return;
    }
    if (value < 0 && !section.drops_sign) out += '-';
    const Decimal whole = decimal_of(parts.whole);
    const Decimal numerator = decimal_of(parts.ratio.numerator);
    for (std::size_t index = 0; index < section.ops.size(); ++index) {
        const Op& op = section.ops[index];
        if (parts.blank && index >= section.fraction_first && index <= section.fraction_last) {
            append_blank(section, op, out);
        } else if (op.kind == OpKind::integer_digit) {
            append_digit(op, whole, section.integer_digits, parts.blank, out);
        } else if (op.kind == OpKind::numerator_digit) {
            append_digit(op, numerator, section.numerator_digits, true, out);
        } else if (op.kind == OpKind::denominator) {
            append_denominator(section, op, parts.ratio, out);
        } else {
            out += op.text;
        }
    }
}

}  // namespace tidytracker::number_format
