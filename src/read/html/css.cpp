// SPDX-License-Identifier: Apache-2.0
#include "read/html/css.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/parse_number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker::html {
namespace {

struct NamedColour {
    std::string_view name{};
    std::uint32_t colour{};
};
/// The sixteen of HTML 4, and those of CSS that mark priorities and states.
constexpr std::array<NamedColour, 44> k_named_colours = {{
    {"aqua", 0x00FFFF},      {"black", 0x000000},       {"blue", 0x0000FF},
    {"fuchsia", 0xFF00FF},   {"gray", 0x808080},        {"green", 0x008000},
    {"lime", 0x00FF00},      {"maroon", 0x800000},      {"navy", 0x000080},
    {"olive", 0x808000},     {"purple", 0x800080},      {"red", 0xFF0000},
    {"silver", 0xC0C0C0},    {"teal", 0x008080},        {"white", 0xFFFFFF},
    {"yellow", 0xFFFF00},    {"orange", 0xFFA500},      {"gold", 0xFFD700},
    {"pink", 0xFFC0CB},      {"lightgreen", 0x90EE90},  {"palegreen", 0x98FB98},
    {"limegreen", 0x32CD32}, {"forestgreen", 0x228B22}, {"darkgreen", 0x006400},
    {"lightblue", 0xADD8E6}, {"skyblue", 0x87CEEB},     {"darkblue", 0x00008B},
    {"cyan", 0x00FFFF},      {"magenta", 0xFF00FF},     {"grey", 0x808080},
    {"lightgrey", 0xD3D3D3}, {"lightgray", 0xD3D3D3},   {"darkgrey", 0xA9A9A9},
    {"darkgray", 0xA9A9A9},  {"darkorange", 0xFF8C00},  {"orangered", 0xFF4500},
    {"tomato", 0xFF6347},    {"salmon", 0xFA8072},      {"lightyellow", 0xFFFFE0},
    {"khaki", 0xF0E68C},     {"crimson", 0xDC143C},     {"darkred", 0x8B0000},
    {"violet", 0xEE82EE},    {"indigo", 0x4B0082},
}};

std::optional<std::uint32_t> hexadecimal_colour(std::string_view digits) {
    const auto value = parse_hexadecimal<std::uint32_t>(digits);
    if (!value || (digits.size() != 3 && digits.size() != 6)) return std::nullopt;
    if (digits.size() == 6) return value;
    const std::uint32_t red = *value >> 8 & 0xF;
    const std::uint32_t green = *value >> 4 & 0xF;
    const std::uint32_t blue = *value & 0xF;
    return (red << 16 | green << 8 | blue) * 0x11;
}

/// "255, 199, 206" of rgb(...) or rgba(...).
std::optional<std::uint32_t> decimal_colour(std::string_view parts) {
    std::uint32_t colour = 0;
    int count = 0;
    for (const std::string_view part : split(parts, ',')) {
        const auto value = parse_number<std::uint32_t>(trim(part));
        if (++count > 3) break;  // opacity
        if (!value || *value > 0xFF) return std::nullopt;
        colour = colour << 8 | *value;
    }
    return count < 3 ? std::nullopt : std::optional(colour);
}

/// Excel's escapes: four hexadecimal digits behind a backslash, or the character itself.
std::string without_escapes(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        if (text[0] != '\\' || text.size() < 2) {
            out += text[0];
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(1);
        const auto code = parse_hexadecimal<std::uint16_t>(text.substr(0, 4));
        if (code && text.size() >= 4) {
            append_utf8(*code, out);
            text.remove_prefix(4);
        } else {
            out += text[0];
            text.remove_prefix(1);
        }
    }
    return out;
}

/// Where the text ends at `stop`, outside quotes and brackets and not behind a backslash.
std::size_t find_outside_quotes(std::string_view text, char stop) {
    char quote = '\0';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\') {
            ++i;
        } else if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '(') {
            quote = ')';
        } else if (c == stop) {
            return i;
        }
    }
    return text.size();
}

void apply_background(std::string_view value, Style& style) {
    // "background" is a list; its colour may stand anywhere.
    if (const auto whole = colour_from_css(value)) {
        style.fill = whole;
        return;
    }
    for (const std::string_view word : words_of(value)) {
        if (const auto colour = colour_from_css(word)) style.fill = colour;
    }
}

void apply(std::string_view property, std::string_view value, Style& style) {
    const std::string word = lower_ascii(value);
    if (property == "font-weight") {
        style.bold = word.starts_with("bold") || parse_number<unsigned>(word).value_or(0) >= 600;
    } else if (property.starts_with("text-decoration") || property == "text-line-through") {
        // A part of the property that says nothing of lines does not take one away.
        const bool struck = word.find("line-through") != std::string::npos ||
                            (property == "text-line-through" && word != "none");
        if (struck || property == "text-decoration") style.strike = struck;
    } else if (property == "display") {
        style.hidden = word == "none";
    } else if (property == "background" || property == "background-color") {
        apply_background(word, style);
    } else if (property == "mso-number-format") {
        const bool quoted =
            value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
        style.number_format = without_escapes(quoted ? value.substr(1, value.size() - 2) : value);
    }
}

std::string without_comments(std::string_view css) {
    std::string out;
    while (!css.empty()) {
        const std::size_t comment = std::min(css.find("/*"), css.size());
        out.append(css.substr(0, comment));
        css.remove_prefix(comment);
        const std::size_t end = css.find("*/");
        css.remove_prefix(end == std::string_view::npos ? css.size() : end + 2);
    }
    return replace_all(replace_all(out, "<!--", " "), "-->", " ");
}

}  // namespace

void Style::override_with(const Style& stronger) {
    if (stronger.bold) bold = stronger.bold;
    if (stronger.strike) strike = stronger.strike;
    if (stronger.hidden) hidden = stronger.hidden;
    if (stronger.fill) fill = stronger.fill;
    if (stronger.number_format) number_format = stronger.number_format;
}

std::optional<std::uint32_t> colour_from_css(std::string_view text) {
    text = trim(text);
    if (text.starts_with('#')) return hexadecimal_colour(text.substr(1));
    const std::size_t open = text.find('(');
    if (open != std::string_view::npos) {
        if (!starts_with_ignoring_case(text, "rgb")) return std::nullopt;
        return decimal_colour(text.substr(open + 1, text.find(')') - open - 1));
    }
    const auto* const named = std::ranges::find_if(k_named_colours, [text](const auto& entry) {
        return equals_ignoring_case(entry.name, text);
    });
    if (named != k_named_colours.end()) return named->colour;
    // bgcolor="FFC7CE", without the sign.
    return text.size() == 6 ? hexadecimal_colour(text) : std::nullopt;
}

Style style_from_declarations(std::string_view css) {
    Style style;
    while (!css.empty()) {
        const std::size_t end = find_outside_quotes(css, ';');
        const std::string_view declaration = css.substr(0, end);
        css.remove_prefix(std::min(end + 1, css.size()));
        const std::size_t colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string property = lower_ascii(trim(declaration.substr(0, colon)));
        std::string_view value = trim(declaration.substr(colon + 1));
        const std::size_t important = value.find("!important");
        if (important != std::string_view::npos) value = trim(value.substr(0, important));
        apply(property, value, style);
    }
    return style;
}

void StyleSheet::add(std::string_view css) {
    const std::string plain = without_comments(css);
    std::string_view rest = plain;
    while (!rest.empty()) {
        const std::size_t open = rest.find_first_of("{}");
        if (open == std::string_view::npos) return;
        const std::string_view selectors = rest.substr(0, open);
        const bool opens = rest[open] == '{';
        rest.remove_prefix(open + 1);
        // The end of a group such as @media, whose rules count like any.
        if (!opens || (trim(selectors).starts_with('@') &&
                       !starts_with_ignoring_case(trim(selectors), "@page"))) {
            continue;
        }
        const std::size_t end = find_outside_quotes(rest, '}');
        add_rule(selectors, rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

void StyleSheet::add_rule(std::string_view selectors, std::string_view declarations) {
    const Style style = style_from_declarations(declarations);
    for (const std::string_view selector : split(selectors, ',')) {
        const std::vector<std::string_view> parts = words_of(selector);
        if (parts.empty()) continue;
        std::string_view last = parts.back();
        if (last.starts_with("*.")) last.remove_prefix(1);
        rules_[lower_ascii(last)].override_with(style);
    }
}

Style StyleSheet::style_of(std::string_view element, std::string_view classes,
                           std::string_view id) const {
    Style style;
    const auto add = [this, &style](const std::string& selector) {
        const auto at = rules_.find(selector);
        if (at != rules_.end()) style.override_with(at->second);
    };
    if (rules_.empty()) return style;
    add(std::string(element));
    for (const std::string_view word : words_of(classes)) {
        const std::string dotted = "." + lower_ascii(word);
        add(dotted);
        add(std::string(element) + dotted);
    }
    if (!id.empty()) add("#" + lower_ascii(id));
    return style;
}

}  // namespace tidytracker::html
