// SPDX-License-Identifier: Apache-2.0
#include "report/paint.hpp"

#include <array>

namespace tidytracker {
namespace {

// Select Graphic Rendition sequences of ECMA-48, 8.3.117, in the order of Ink.
constexpr std::array<std::string_view, 5> k_sequences{"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m",
                                                      "\x1b[34m", "\x1b[1m"};
constexpr std::string_view k_reset = "\x1b[0m";

}  // namespace

void append_painted(std::string_view text, Ink ink, bool colour, std::string& out) {
    if (!colour) {
        out += text;
        return;
    }
    out.append(k_sequences[static_cast<std::size_t>(ink)]).append(text).append(k_reset);
}

Ink ink_of(Severity severity) {
    switch (severity) {
        case Severity::info:
            return Ink::info;
        case Severity::warning:
            return Ink::warning;
        case Severity::error:
            break;
    }
    return Ink::error;
}

}  // namespace tidytracker
