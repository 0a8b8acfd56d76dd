// SPDX-License-Identifier: Apache-2.0
#include "write/excel_text.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/xml_markup.hpp"

namespace tidytracker {
namespace {

constexpr std::string_view k_escaped_underscore = "_x005F_";

bool is_hexadecimal(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Does the text begin with "_x", four hexadecimal digits and "_"?
bool is_escape(std::string_view text) {
    return text.size() >= k_escaped_underscore.size() && text.starts_with("_x") && text[6] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + 6, is_hexadecimal);
}

}  // namespace

std::string excel_text(std::string_view text) {
    std::string plain = xml_characters(text);
    if (plain.find("_x") == std::string::npos) return plain;
    std::string out;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (is_escape(std::string_view(plain).substr(i))) {
            out += k_escaped_underscore;
        } else {
            out += plain[i];
        }
    }
    return out;
}

}  // namespace tidytracker
