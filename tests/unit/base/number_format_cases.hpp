// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/number_format.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

// Tables of format codes, numbers and what Excel shows.
namespace tidytracker {

inline std::string shown(std::string_view code, double value,
                         DateSystem system = DateSystem::from_1900) {
    std::string out;
    NumberFormat(code).append(value, system, out);
    return out;
}

inline std::string shown(std::string_view code, std::string_view text) {
    std::string out;
    NumberFormat(code).append(text, out);
    return out;
}

struct FormatCase {
    std::string_view code;
    double value;
    std::string_view expected;
};

template <std::size_t Size>
void expect_shown(const FormatCase (&cases)[Size]) {
    for (const FormatCase& each : cases) {
        EXPECT_EQ(shown(each.code, each.value), each.expected)
            << each.value << " in \"" << each.code << '"';
    }
}

}  // namespace tidytracker
