// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/number_format/compile.hpp"

namespace tidytracker::number_format {
namespace {

using Position = Tokens::const_iterator;

/// Numbers the placeholders of a run from its right end: units are 0, tens 1.
void count_places(std::vector<Op>& ops, OpKind kind, int total) {
    int place = total;
    for (Op& op : ops) {
        if (op.kind == kind) op.count = static_cast<std::uint16_t>(--place);
    }
}

bool is_digit_token(const Token& token) {
    return token.kind == TokenKind::digit;
}

/// A comma between digits groups thousands, one behind the last digit divides by a thousand, and
/// one among the decimals means nothing. Other commas are text.
class NumberCompiler {
  public:
    explicit NumberCompiler(Section& section) : section_(section) {}

    void run(Position first, Position end) {
        for (Position token = first; token != end; ++token) take(token, end);
        count_places(section_.ops, OpKind::integer_digit, section_.integer_digits);
    }

  private:
    void take(Position token, Position end) {
        switch (token->kind) {
            case TokenKind::digit:
                return add_digit(token->symbol);
            case TokenKind::point:
                if (after_point_) return add_literal(*token);
                after_point_ = true;
                section_.ops.push_back({.kind = OpKind::point});
                return;
            case TokenKind::comma:
                return add_comma(token, end);
            case TokenKind::percent:
                section_.shift += 2;
                return add_literal(*token);
            case TokenKind::general:
            case TokenKind::text:
                section_.ops.push_back({.kind = OpKind::general});
                return;
            default:
                return add_literal(*token);
        }
    }

    void add_digit(char symbol) {
        if (after_point_) {
            ++section_.fraction_digits;
            section_.ops.push_back({.kind = OpKind::fraction_digit,
                                    .symbol = symbol,
                                    .count = static_cast<std::uint16_t>(section_.fraction_digits)});
        } else {
            ++section_.integer_digits;
            section_.ops.push_back({.kind = OpKind::integer_digit, .symbol = symbol});
        }
    }

    void add_comma(Position comma, Position end) {
        if (section_.integer_digits + section_.fraction_digits == 0) return add_literal(*comma);
        const auto next = std::find_if(comma, end, [](const Token& token) {
            return token.kind == TokenKind::digit || token.kind == TokenKind::point;
        });
        if (next == end || next->kind == TokenKind::point) {
            section_.shift -= 3;
        } else if (!after_point_) {
            section_.grouped = true;
        }
    }

    void add_literal(const Token& token) {
        if (!token.text.empty()) section_.ops.push_back({.text = token.text});
    }

    Section& section_;
    bool after_point_{};
};

Position last_digit_before(Position first, Position end) {
    const auto found =
        std::find_if(std::reverse_iterator(end), std::reverse_iterator(first), is_digit_token);
    return std::prev(found.base());
}

void add_run(Section& section, OpKind kind, int& total, Position first, Position end) {
    for (Position token = first; token != end; ++token) {
        ++total;
        section.ops.push_back({.kind = kind, .symbol = token->symbol});
    }
    count_places(section.ops, kind, total);
}

void add_denominator(Section& section, Position first, Position end) {
    // More digits are beyond what a double tells apart.
    constexpr int k_most_digits = 15;
    for (Position token = first; token != end; ++token) {
        ++section.denominator_digits;
        if (token->symbol == '0') ++section.denominator_zeros;
        if (token->symbol != '#') ++section.denominator_width;
        if (token->symbol == '?') section.blank_as_spaces = true;
        if (token->symbol == '0') section.shows_zero_fraction = true;
    }
    section.denominator_digits = std::min(section.denominator_digits, k_most_digits);
    section.ops.push_back({.kind = OpKind::denominator});
}

void add_fixed_denominator(Section& section, const Token& token) {
    const char* const first = token.text.data();
    std::from_chars(first, first + token.text.size(), section.fixed_denominator);
    section.ops.push_back({.kind = OpKind::denominator, .text = token.text});
}

/// Behind the denominator, digits only keep their places.
void add_rest(Section& section, Position first, Position end) {
    for (Position token = first; token != end; ++token) {
        const bool space = token->kind == TokenKind::digit && token->symbol == '?';
        const bool nothing = token->kind == TokenKind::digit && token->symbol == '#';
        if (token->kind == TokenKind::percent) section.shift += 2;
        if (!nothing) section.ops.push_back({.text = space ? " " : token->text});
    }
}

}  // namespace

Section compile_number(const Tokens& tokens) {
    Section section{.kind = SectionKind::number};
    NumberCompiler(section).run(tokens.begin(), tokens.end());
    return section;
}

Section compile_scientific(const Tokens& tokens) {
    Section section{.kind = SectionKind::scientific};
    const auto mark = std::ranges::find(tokens, TokenKind::exponent, &Token::kind);
    NumberCompiler(section).run(tokens.begin(), mark);
    section.ops.push_back({.kind = OpKind::exponent_sign, .symbol = mark->symbol});
    for (auto token = std::next(mark); token != tokens.end(); ++token) {
        if (token->kind == TokenKind::digit) {
            ++section.exponent_digits;
            section.ops.push_back({.kind = OpKind::exponent_digit, .symbol = token->symbol});
        } else {
            section.ops.push_back({.text = token->text});
        }
    }
    count_places(section.ops, OpKind::exponent_digit, section.exponent_digits);
    return section;
}

Section compile_fraction(const Tokens& tokens) {
    Section section{.kind = SectionKind::fraction};
    const auto slash = std::ranges::find(tokens, TokenKind::slash, &Token::kind);
    const auto numerator_end = std::next(last_digit_before(tokens.begin(), slash));
    auto numerator = numerator_end;
    while (numerator != tokens.begin() && is_digit_token(*std::prev(numerator))) --numerator;

    NumberCompiler(section).run(tokens.begin(), numerator);
    section.whole_number = section.integer_digits > 0;
    const auto last_whole =
        std::find_if(section.ops.rbegin(), section.ops.rend(),
                     [](const Op& op) { return op.kind == OpKind::integer_digit; });
    section.fraction_first =
        static_cast<std::size_t>(std::distance(last_whole, section.ops.rend()));
    for (auto token = numerator; token != numerator_end; ++token) {
        if (token->symbol == '?') section.blank_as_spaces = true;
        if (token->symbol == '0') section.shows_zero_fraction = true;
    }
    add_run(section, OpKind::numerator_digit, section.numerator_digits, numerator, numerator_end);
    for (auto token = numerator_end; token != slash; ++token) {
        section.ops.push_back({.text = token->text});
    }
    section.ops.push_back({.kind = OpKind::fraction_bar, .text = "/"});

    auto denominator = std::find_if(std::next(slash), tokens.end(), [](const Token& token) {
        return token.kind == TokenKind::digit || token.kind == TokenKind::fixed_denominator;
    });
    for (auto token = std::next(slash); token != denominator; ++token) {
        section.ops.push_back({.text = token->text});
    }
    auto end = std::next(denominator);
    if (denominator->kind == TokenKind::fixed_denominator) {
        add_fixed_denominator(section, *denominator);
    } else {
        end = std::find_if_not(denominator, tokens.end(), is_digit_token);
        add_denominator(section, denominator, end);
    }
    section.fraction_last = section.ops.size() - 1;
    add_rest(section, end, tokens.end());
    return section;
}

}  // namespace tidytracker::number_format
