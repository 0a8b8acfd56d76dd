// SPDX-License-Identifier: Apache-2.0
#include "schema/escape.hpp"

#include "base/text.hpp"

namespace tidytracker {

void append_escaped(std::string_view text, const SpecialCharacters& special, std::string& out) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!special.has(text[at])) continue;
        out.append(text.substr(from, at - from)) += '\\';
        from = at;
        if (text[at] != '\n' && text[at] != '\r') continue;
        out += text[at] == '\n' ? 'n' : 'r';
        from = at + 1;
    }
    out += text.substr(from);
}

void append_squeezed_and_escaped(std::string_view text, const SpecialCharacters& special,
                                 std::string& out) {
    if (is_squeezed_ascii(text)) {
        append_escaped(text, special, out);
    } else {
        append_escaped(squeeze(text), special, out);
    }
}

std::string squeezed_and_escaped(std::string_view text, const SpecialCharacters& special) {
    std::string out;
    append_squeezed_and_escaped(text, special, out);
    return out;
}

std::string unescape(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const char next = text[++i];
        if (next == 'n' || next == 'r') {
            out += next == 'n' ? '\n' : '\r';
        } else {
            if (is_word_byte(next)) out += '\\';
            out += next;
        }
    }
    return out;
}

std::size_t find_unescaped(std::string_view text, std::string_view wanted, std::size_t first) {
    for (std::size_t i = first; i < text.size(); ++i) {
        if (wanted.find(text[i]) != std::string_view::npos) return i;
        if (text[i] == '\\') ++i;
    }
    return std::string_view::npos;
}

std::vector<std::string_view> split_unescaped(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    const std::string_view wanted(&separator, 1);
    while (true) {
        const std::size_t end = find_unescaped(text, wanted);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

}  // namespace tidytracker
