// SPDX-License-Identifier: Apache-2.0
#include "base/xml_markup.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {
namespace {

using std::string_view;

constexpr string_view k_replacement = "\xEF\xBF\xBD";

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n';
}

bool is_noncharacter(std::string_view text) {
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

/// Without what XML cannot hold; the text is valid UTF-8.
std::string without_controls(string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const string_view rest = text.substr(i);
        if (rest[0] == '\r') {
            if (!rest.starts_with("\r\n")) out += '\n';
        } else if (is_control(rest[0])) {
            out += k_replacement;
        } else if (is_noncharacter(rest)) {
            out += k_replacement;
            i += k_replacement.size() - 1;
        } else {
            out += rest[0];
        }
    }
    return out;
}

}  // namespace

std::string xml_characters(string_view text) {
    if (is_plain_ascii(text)) return std::string(text);
    if (!is_valid_utf8(text)) return without_controls(repair_utf8(text));
    const bool odd =
        std::ranges::any_of(text, is_control) || text.find("\xEF\xBF") != string_view::npos;
    return odd ? without_controls(text) : std::string(text);
}

void append_xml(string_view text, std::string& out) {
    std::size_t written = 0;
    // Most texts hold none of them, and a loop without a way out looks at many bytes at once.
    unsigned marks = 0;
    for (const char c : text) marks |= static_cast<unsigned>(c == '&' || c == '<' || c == '>');
    if (marks == 0) {
        out += text;
        return;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c != '&' && c != '<' && c != '>') continue;
        out.append(text, written, i - written);
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;";
        written = i + 1;
    }
    out.append(text, written);
}

std::string xml_attribute(string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "&quot;";
                break;
            case '\n':
                out += "&#10;";
                break;
            case '\t':
                out += "&#9;";
                break;
            default:
                append_xml(string_view(&c, 1), out);
        }
    }
    return out;
}

}  // namespace tidytracker
