// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace tidytracker {

/// The first line end at or behind a place; the text's size if there is none. A loop, since
/// find_first_of takes several times as long for two characters.
[[nodiscard]] inline std::size_t find_line_end(std::string_view text, std::size_t at = 0) {
    while (at < text.size() && text[at] != '\n' && text[at] != '\r') ++at;
    return at;
}

/// Which line ends a text has, counted.
struct LineEnds {
    std::size_t lf{};
    std::size_t crlf{};
    std::size_t cr{};

    /// Counts the line end at the start of `text`; returns its length, 0 at the end of the text.
    std::size_t take(std::string_view text) {
        if (text.empty()) return 0;
        const bool two = text[0] == '\r' && text.size() > 1 && text[1] == '\n';
        ++(two ? crlf : text[0] == '\n' ? lf : cr);
        return two ? 2 : 1;
    }
    /// "LF", "CRLF", "CR", "mixed line ends", or empty if there is none.
    [[nodiscard]] std::string_view name() const {
        const int kinds = (lf > 0 ? 1 : 0) + (crlf > 0 ? 1 : 0) + (cr > 0 ? 1 : 0);
        if (kinds > 1) return "mixed line ends";
        return lf > 0 ? "LF" : crlf > 0 ? "CRLF" : cr > 0 ? "CR" : "";
    }
};

}  // namespace tidytracker
