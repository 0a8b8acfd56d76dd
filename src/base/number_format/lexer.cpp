// SPDX-License-Identifier: Apache-2.0
#include "base/number_format/lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/number_format/names.hpp"
#include "base/text.hpp"

namespace tidytracker::number_format {
namespace {

struct Operator {
    std::string_view text;
    Comparison comparison;
};

/// The longer ones come first.
constexpr std::array k_operators{
    Operator{"<=", Comparison::less_or_equal}, Operator{">=", Comparison::greater_or_equal},
    Operator{"<>", Comparison::not_equal},     Operator{"<", Comparison::less},
    Operator{">", Comparison::greater},        Operator{"=", Comparison::equal},
};

struct Word {
    std::string_view text;
    TokenKind kind;
};

constexpr std::array k_words{
    Word{"General", TokenKind::general},
    Word{"AM/PM", TokenKind::half_day},
    Word{"A/P", TokenKind::half_day},
};

struct Mark {
    char character;
    TokenKind kind;
};

constexpr std::array k_marks{
    Mark{'0', TokenKind::digit}, Mark{'#', TokenKind::digit}, Mark{'?', TokenKind::digit},
    Mark{'.', TokenKind::point}, Mark{',', TokenKind::comma}, Mark{'%', TokenKind::percent},
    Mark{'/', TokenKind::slash}, Mark{'@', TokenKind::text},
};

constexpr std::string_view k_letters = "ymdhsebg";

class Lexer {
  public:
    explicit Lexer(std::string_view code) : rest_(code) {}

    std::optional<std::vector<Tokens>> run() {
        sections_.emplace_back();
        while (!rest_.empty()) {
            if (!take()) return std::nullopt;
        }
        return std::move(sections_);
    }

  private:
    bool take() {
        switch (rest_[0]) {
            case ';':
                sections_.emplace_back();
                rest_.remove_prefix(1);
                return true;
            case '"':
                return take_quotation();
            case '[':
                return take_bracket();
            case '\\':
                rest_.remove_prefix(1);
                add_literal(take_character());
                return true;
            case '_':
                // A gap as wide as the next character.
                rest_.remove_prefix(1);
                take_character();
                add_literal(" ");
                return true;
            case '*':
                // The next character fills the column, whose width a text does not have.
                rest_.remove_prefix(1);
                take_character();
                return true;
            default:
                if (!take_word() && !take_exponent() && !take_letters() && !take_mark()) {
                    add_literal(take_character());
                }
                return true;
        }
    }

    Tokens& tokens() { return sections_.back(); }

    void add_literal(std::string_view text) {
        if (text.empty()) return;
        if (!tokens().empty() && tokens().back().kind == TokenKind::literal) {
            tokens().back().text.append(text);
        } else {
            tokens().push_back({.kind = TokenKind::literal, .text = std::string(text)});
        }
    }

    /// The bytes of one UTF-8 character.
    std::string_view take_character() {
        std::size_t length = std::min<std::size_t>(1, rest_.size());
        while (length < rest_.size() &&
               (static_cast<unsigned char>(rest_[length]) & 0xC0U) == 0x80) {
            ++length;
        }
        return take_prefix(length);
    }

    std::string_view take_prefix(std::size_t length) {
        const std::string_view prefix = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return prefix;
    }

    bool take_quotation() {
        const std::size_t end = rest_.find('"', 1);
        if (end == std::string_view::npos) return false;
        add_literal(rest_.substr(1, end - 1));
        rest_.remove_prefix(end + 1);
        return true;
    }

    bool take_bracket() {
        const std::size_t end = rest_.find(']');
        if (end == std::string_view::npos) return false;
        const std::string_view inside = rest_.substr(1, end - 1);
        rest_.remove_prefix(end + 1);
        if (inside.starts_with('$')) {
            add_currency(inside.substr(1));
            return true;
        }
        add_elapsed(inside);
        return add_condition(inside);
    }

    /// "£-809": a currency and the language, "-F800": the date as the system prints it.
    void add_currency(std::string_view inside) {
        const std::size_t hyphen = std::min(inside.find('-'), inside.size());
        add_literal(inside.substr(0, hyphen));
        const std::string_view language = inside.substr(std::min(hyphen + 1, inside.size()));
        if (equals_ignoring_case(language, "F800") || equals_ignoring_case(language, "x-sysdate")) {
            tokens().push_back({.kind = TokenKind::system_date});
        }
        if (equals_ignoring_case(language, "F400") || equals_ignoring_case(language, "x-systime")) {
            tokens().push_back({.kind = TokenKind::system_time});
        }
        // With a currency it is the language of the number.
        const Language names = hyphen == 0 ? language_from(language) : Language{};
        if (names > 0) tokens().push_back({.kind = TokenKind::language, .count = names});
    }

    void add_elapsed(std::string_view inside) {
        if (inside.empty()) return;
        const char letter = to_lower(inside[0]);
        if (letter != 'h' && letter != 'm' && letter != 's') return;
        if (std::ranges::any_of(inside, [=](char c) { return to_lower(c) != letter; })) return;
        tokens().push_back({.kind = TokenKind::elapsed,
                            .symbol = letter,
                            .count = static_cast<std::uint16_t>(inside.size())});
    }

    /// False if the limit is no number.
    bool add_condition(std::string_view inside) {
        for (const Operator& candidate : k_operators) {
            if (!inside.starts_with(candidate.text)) continue;
            const std::string_view number = trim(inside.substr(candidate.text.size()));
            double limit = 0;
            const char* const end = number.data() + number.size();
            const auto result = std::from_chars(number.data(), end, limit);
            if (result.ec != std::errc{} || result.ptr != end) return false;
            tokens().push_back({.kind = TokenKind::condition,
                                .condition = {.comparison = candidate.comparison, .limit = limit}});
            return true;
        }
        return true;
    }

    bool take_word() {
        for (const Word& word : k_words) {
            if (!starts_with_ignoring_case(rest_, word.text)) continue;
            tokens().push_back(
                {.kind = word.kind, .text = std::string(take_prefix(word.text.size()))});
            return true;
        }
        return false;
    }

    bool take_exponent() {
        if (to_lower(rest_[0]) != 'e' || rest_.size() < 2) return false;
        if (rest_[1] != '+' && rest_[1] != '-') return false;
        const char sign = rest_[1];
        tokens().push_back(
            {.kind = TokenKind::exponent, .symbol = sign, .text = std::string(take_prefix(2))});
        return true;
    }

    bool take_letters() {
        const char letter = to_lower(rest_[0]);
        if (k_letters.find(letter) == std::string_view::npos) return false;
        std::size_t length = 1;
        while (length < rest_.size() && to_lower(rest_[length]) == letter) ++length;
        const std::string_view run = take_prefix(length);
        // b1 and b2 switch between the Gregorian and the Hijri calendar and print nothing.
        if (letter == 'b' && (rest_.starts_with('1') || rest_.starts_with('2'))) {
            rest_.remove_prefix(1);
            return true;
        }
        tokens().push_back({.kind = TokenKind::letters,
                            .symbol = letter,
                            .count = static_cast<std::uint16_t>(length),
                            .text = std::string(run)});
        return true;
    }

    bool take_mark() {
        const auto* const mark = std::ranges::find(k_marks, rest_[0], &Mark::character);
        if (mark == k_marks.end()) return false;
        tokens().push_back(
            {.kind = mark->kind, .symbol = mark->character, .text = std::string(take_prefix(1))});
        if (mark->kind == TokenKind::slash) take_fixed_denominator();
        return true;
    }

    void take_fixed_denominator() {
        const std::size_t first = std::min(rest_.find_first_not_of(' '), rest_.size());
        std::size_t end = first;
        while (end < rest_.size() && is_digit(rest_[end])) ++end;
        // More than nine digits would not fit the number; Excel allows fewer.
        if (end == first || rest_[first] == '0' || end - first > 9) return;
        add_literal(take_prefix(first));
        tokens().push_back(
            {.kind = TokenKind::fixed_denominator, .text = std::string(take_prefix(end - first))});
    }

    std::string_view rest_;
    std::vector<Tokens> sections_{};
};

}  // namespace

std::optional<std::vector<Tokens>> tokens_of(std::string_view code) {
    return Lexer(code).run();
}

}  // namespace tidytracker::number_format
