// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/number_format/compile.hpp"

namespace tidytracker::number_format {
namespace {

struct Letter {
    char letter;
    OpKind kind;
    bool is_day;  ///< shows a part of the calendar day, not of the time
};

/// `e` is the year of an era and `g` the era's name. Outside Japan and Taiwan there is one era,
/// whose name Excel does not print.
constexpr std::array k_date_letters{
    Letter{'y', OpKind::year, true},          Letter{'e', OpKind::year, true},
    Letter{'b', OpKind::buddhist_year, true}, Letter{'g', OpKind::literal, true},
    Letter{'m', OpKind::month, true},         Letter{'d', OpKind::day, true},
    Letter{'h', OpKind::hour, false},         Letter{'s', OpKind::second, false},
};

/// What Windows set to British English shows for [$-F800] and [$-F400]. Excel stores the form of
/// the computer that wrote the file beside them, but shows that of the computer that reads it.
constexpr std::string_view k_system_date = "dd mmmm yyyy";
constexpr std::string_view k_system_time = "hh:mm:ss";

OpKind elapsed_kind(char letter) {
    if (letter == 'h') return OpKind::elapsed_hours;
    return letter == 'm' ? OpKind::elapsed_minutes : OpKind::elapsed_seconds;
}

bool is_part(const Op& op) {
    return op.kind != OpKind::literal && op.kind != OpKind::half_day;
}

bool is_hour(const Op& op) {
    return op.kind == OpKind::hour || op.kind == OpKind::elapsed_hours;
}

bool is_second(const Op& op) {
    return op.kind == OpKind::second || op.kind == OpKind::elapsed_seconds;
}

/// m and mm mean minutes right after hours or right before seconds.
void tell_minutes_from_months(std::vector<Op>& ops) {
    for (auto op = ops.begin(); op != ops.end(); ++op) {
        if (op->kind != OpKind::month || op->count > 2) continue;
        const auto before = std::find_if(std::reverse_iterator(op), ops.rend(), is_part);
        const auto after = std::find_if(std::next(op), ops.end(), is_part);
        if ((before != ops.rend() && is_hour(*before)) ||
            (after != ops.end() && is_second(*after))) {
            op->kind = OpKind::minute;
        }
    }
}

class DateCompiler {
  public:
    /// False if there are digits that are no part of a second.
    bool run(const Tokens& tokens) {
        for (auto token = tokens.begin(); token != tokens.end(); ++token) {
            if (token->kind == TokenKind::point && zeros_after(token, tokens.end()) > 0) {
                const int zeros = zeros_after(token, tokens.end());
                add_subsecond(zeros);
                token += zeros;
            } else if (!take(*token)) {
                return false;
            }
        }
        tell_minutes_from_months(section_.ops);
        for (const Op& op : section_.ops) {
            if (op.kind == OpKind::month || op.kind == OpKind::day) section_.shows_day = true;
            if (op.kind == OpKind::minute) section_.shows_time = true;
        }
        return true;
    }

    Section& section() { return section_; }

  private:
    static int zeros_after(Tokens::const_iterator point, Tokens::const_iterator end) {
        const auto stop = std::find_if_not(std::next(point), end, [](const Token& token) {
            return token.kind == TokenKind::digit && token.symbol == '0';
        });
        return static_cast<int>(std::distance(point, stop)) - 1;
    }

    void add_subsecond(int places) {
        // Excel stores times to the millisecond.
        places = std::min(places, 3);
        section_.second_places = std::max(section_.second_places, places);
        section_.shows_time = true;
        section_.ops.push_back(
            {.kind = OpKind::subsecond, .count = static_cast<std::uint16_t>(places)});
    }

    bool take(const Token& token) {
        switch (token.kind) {
            case TokenKind::digit:
            case TokenKind::general:
                return false;
            case TokenKind::letters:
                add_letters(token);
                return true;
            case TokenKind::language:
                section_.language = static_cast<Language>(token.count);
                return true;
            case TokenKind::exponent:
                // "e-mm-dd" is a year and a hyphen.
                add_letters({.symbol = 'e', .count = 1});
                section_.ops.push_back({.text = token.text.substr(1)});
                return true;
            case TokenKind::elapsed:
                section_.shows_time = true;
                section_.ops.push_back({.kind = elapsed_kind(token.symbol), .count = token.count});
                return true;
            case TokenKind::half_day:
                section_.shows_time = section_.twelve_hours = true;
                section_.ops.push_back({.kind = OpKind::half_day, .text = token.text});
                return true;
            default:
                if (!token.text.empty()) section_.ops.push_back({.text = token.text});
                return true;
        }
    }

    void add_letters(const Token& token) {
        const auto* const letter = std::ranges::find(k_date_letters, token.symbol, &Letter::letter);
        const bool era_year = token.symbol == 'e';
        section_.ops.push_back(
            {.kind = letter->kind,
             .count = era_year ? std::uint16_t{4} : std::min<std::uint16_t>(token.count, 6)});
        // Whether m is a month is known later.
        if (token.symbol != 'm' && letter->is_day) section_.shows_day = true;
        if (!letter->is_day) section_.shows_time = true;
    }

    Section section_{.kind = SectionKind::date};
};

}  // namespace

std::optional<Section> compile_date(const Tokens& tokens) {
    if (has(tokens, TokenKind::system_date)) return compile_date(tokens_of(k_system_date)->front());
    if (has(tokens, TokenKind::system_time)) return compile_date(tokens_of(k_system_time)->front());
    DateCompiler compiler;
    if (!compiler.run(tokens)) return std::nullopt;
    return std::move(compiler.section());
}

}  // namespace tidytracker::number_format
