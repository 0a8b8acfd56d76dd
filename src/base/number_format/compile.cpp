// SPDX-License-Identifier: Apache-2.0
#include "base/number_format/compile.hpp"

#include <algorithm>
#include <utility>

namespace tidytracker::number_format {
namespace {

/// Excel allows 255 characters. A longer code is damage, or meant to make each cell print pages.
constexpr std::size_t k_longest_code = 255 * 4;
constexpr std::size_t k_most_sections = 4;

bool is_date_part(const Token& token) {
    return token.kind == TokenKind::letters || token.kind == TokenKind::half_day ||
           token.kind == TokenKind::elapsed || token.kind == TokenKind::system_date ||
           token.kind == TokenKind::system_time;
}

/// Digits on both sides of a slash.
bool is_fraction(const Tokens& tokens) {
    const auto slash = std::ranges::find(tokens, TokenKind::slash, &Token::kind);
    if (slash == tokens.end()) return false;
    const bool above = std::find_if(tokens.begin(), slash, [](const Token& token) {
                           return token.kind == TokenKind::digit;
                       }) != slash;
    return above && std::any_of(slash, tokens.end(), [](const Token& token) {
               return token.kind == TokenKind::digit || token.kind == TokenKind::fixed_denominator;
           });
}

Section compile_text(const Tokens& tokens) {
    Section section{.kind = SectionKind::text};
    for (const Token& token : tokens) {
        const bool placeholder = token.kind == TokenKind::text || token.kind == TokenKind::general;
        section.ops.push_back({.kind = placeholder ? OpKind::general : OpKind::literal,
                               .text = placeholder ? std::string() : token.text});
    }
    return section;
}

std::optional<Section> compile_section(const Tokens& tokens) {
    std::optional<Section> section;
    const bool digits = has(tokens, TokenKind::digit);
    if (std::ranges::any_of(tokens, is_date_part)) {
        section = compile_date(tokens);
    } else if (digits && has(tokens, TokenKind::exponent)) {
        section = compile_scientific(tokens);
    } else if (is_fraction(tokens)) {
        section = compile_fraction(tokens);
    } else {
        section = compile_number(tokens);
    }
    if (!section) return std::nullopt;
    const auto condition = std::ranges::find(tokens, TokenKind::condition, &Token::kind);
    if (condition != tokens.end()) section->condition = condition->condition;
    return section;
}

/// Do only negative numbers meet the condition?
bool is_negative_only(const Condition& condition) {
    switch (condition.comparison) {
        case Comparison::less:
            return condition.limit <= 0;
        case Comparison::less_or_equal:
        case Comparison::equal:
            return condition.limit < 0;
        case Comparison::not_equal:
        case Comparison::greater_or_equal:
        case Comparison::greater:
            return false;
    }
    return false;
}

/// Does Excel take the section after this condition for one that shows signs itself? It does so
/// for all that are not an upper part or a single number; "[<=-100]0;0" shows -6 as 6.
bool leaves_negatives(const Condition& condition) {
    switch (condition.comparison) {
        case Comparison::less:
        case Comparison::less_or_equal:
        case Comparison::not_equal:
            return true;
        case Comparison::greater_or_equal:
        case Comparison::greater:
            return condition.limit <= 0;
        case Comparison::equal:
            return false;
    }
    return false;
}

void settle_signs(std::vector<Section>& sections) {
    for (Section& section : sections) {
        if (section.condition) section.drops_sign = is_negative_only(*section.condition);
    }
    if (sections.size() < 2 || sections[1].condition) return;
    const std::optional<Condition>& first = sections[0].condition;
    sections[1].drops_sign = !first || sections.size() > 2 || leaves_negatives(*first);
}

}  // namespace

std::optional<Format> compile(std::string_view code) {
    if (code.size() > k_longest_code) return std::nullopt;
    std::optional<std::vector<Tokens>> sections = tokens_of(code);
    if (!sections || sections->size() > k_most_sections) return std::nullopt;
    Format format;
    // The fourth section is for text; an earlier last one is too if it has an @.
    if (sections->size() == k_most_sections || has(sections->back(), TokenKind::text)) {
        format.text = compile_text(sections->back());
        sections->pop_back();
    }
    for (const Tokens& tokens : *sections) {
        std::optional<Section> section = compile_section(tokens);
        if (!section) return std::nullopt;
        format.numbers.push_back(*std::move(section));
    }
    if (format.numbers.size() == 1 && format.numbers[0].condition) {
        // What does not meet the only condition is shown as General.
        format.numbers.push_back({.ops = {{.kind = OpKind::general}}});
    }
    settle_signs(format.numbers);
    return format;
}

}  // namespace tidytracker::number_format
