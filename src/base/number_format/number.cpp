// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "base/number_format/render.hpp"

namespace tidytracker::number_format {
namespace {

void append_group_separator(int place, char separator, bool grouped, std::string& out) {
    if (grouped && place > 0 && place % 3 == 0) out += separator;
}

void append_fraction_digit(const Op& op, const Decimal& number, std::string& out) {
    const int place = op.count;
    if (place <= number.places() || op.symbol == '0') {
        out += number.at(-place);
    } else if (op.symbol == '?') {
        out += ' ';
    }
}

void append_point(const Section& section, const Decimal& number, std::string& out) {
    // ".00" shows 1234.5 as 1234.50, and 0.5 as .50
    if (section.integer_digits == 0) {
        for (int place = number.point - 1; place >= 0; --place) {
            out += number.at(place);
            append_group_separator(place, ',', section.grouped, out);
        }
    }
    out += '.';
}

/// The operations that mantissas have in common with plain numbers.
void append_op(const Section& section, const Op& op, const Decimal& number, std::string& out) {
    if (op.kind == OpKind::integer_digit) {
        append_placeholder(op, number, section.integer_digits, section.grouped, out);
    } else if (op.kind == OpKind::point) {
        append_point(section, number, out);
    } else if (op.kind == OpKind::fraction_digit) {
        append_fraction_digit(op, number, out);
    } else {
        out += op.text;
    }
}

int floor_to_multiple(int value, int step) {
    const int rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

}  // namespace

void append_placeholder(const Op& op, const Decimal& number, int places, bool grouped,
                        std::string& out) {
    const int place = op.count;
    if (place == places - 1) {
        for (int left = number.point - 1; left > place; --left) {
            out += number.at(left);
            append_group_separator(left, ',', grouped, out);
        }
    }
    const bool missing = place >= number.point;
    if (missing && op.symbol == '#') return;
    const bool blank = missing && op.symbol == '?';
    out += blank ? ' ' : number.at(place);
    append_group_separator(place, blank ? ' ' : ',', grouped, out);
}

void append_number(const Section& section, double value, std::string& out) {
    Decimal number = decimal_of(std::abs(value));
    const bool has_digits = section.integer_digits + section.fraction_digits > 0;
    if (!number.is_zero()) number.point += section.shift;
    if (has_digits) round_to(number, section.fraction_digits);
    // What rounds to zero has no sign: -0.001 is 0.00 in "0.00".
    const bool sign = value < 0 && !section.drops_sign && !(has_digits && number.is_zero());
    if (sign) out += '-';
    for (const Op& op : section.ops) {
        if (op.kind == OpKind::general) {
            append_general(number, out);
        } else {
            append_op(section, op, number, out);
        }
    }
}

void append_scientific(const Section& section, double value, std::string& out) {
    Decimal mantissa = decimal_of(std::abs(value));
    // "##0.0E+0" shows exponents in steps of three.
    const int step = std::max(1, section.integer_digits);
    int exponent = 0;
    if (!mantissa.is_zero()) {
        mantissa.point += section.shift;
        exponent = floor_to_multiple(mantissa.point - 1, step);
        mantissa.point -= exponent;
        round_to(mantissa, section.fraction_digits);
    }
    if (mantissa.point > step) {
        exponent += step;
        mantissa.point -= step;
    }
    if (value < 0 && !section.drops_sign) out += '-';
    const Decimal power = decimal_of(std::abs(exponent));
    for (const Op& op : section.ops) {
        if (op.kind == OpKind::exponent_sign) {
            out += 'E';
            if (exponent < 0 || op.symbol == '+') out += exponent < 0 ? '-' : '+';
        } else if (op.kind == OpKind::exponent_digit) {
            append_placeholder(op, power, section.exponent_digits, false, out);
        } else {
            append_op(section, op, mantissa, out);
        }
    }
}

}  // namespace tidytracker::number_format
