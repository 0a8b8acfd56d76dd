// SPDX-License-Identifier: Apache-2.0
#include "write/excel_text.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {
namespace {

constexpr std::string_view k_replacement = "\xEF\xBF\xBD";
constexpr std::string_view k_escaped_underscore = "_x005F_";

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n';
}

bool is_hexadecimal(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Does the text begin with "_x", four hexadecimal digits and "_"?
bool is_escape(std::string_view text) {
    return text.size() >= k_escaped_underscore.size() && text.starts_with("_x") && text[6] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + 6, is_hexadecimal);
}

bool is_noncharacter(std::string_view text) {
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

std::string guarded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (rest[0] == '\r') {
            if (!rest.starts_with("\r\n")) out += '\n';
        } else if (is_control(rest[0])) {
            out += k_replacement;
        } else if (is_noncharacter(rest)) {
            out += k_replacement;
            i += k_replacement.size() - 1;
        } else if (is_escape(rest)) {
            out += k_escaped_underscore;
        } else {
            out += rest[0];
        }
    }
    return out;
}

}  // namespace

std::string excel_text(std::string_view text) {
    const bool escapes = text.find("_x") != std::string_view::npos;
    if (!escapes && is_plain_ascii(text)) return std::string(text);
    const bool odd = escapes || std::ranges::any_of(text, is_control) ||
                     text.find("\xEF\xBF") != std::string_view::npos;
    if (!is_valid_utf8(text)) return guarded(repair_utf8(text));
    return odd ? guarded(text) : std::string(text);
}

}  // namespace tidytracker
