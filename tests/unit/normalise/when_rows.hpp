// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "normalise/dates/when.hpp"

// Phrases of dates with their readings, for the tests of the reader of dates.
namespace tidytracker::testing {

/// A phrase and what is read of it. All stand in a document of Thursday 15 February 2024.
struct WhenRow {
    std::string_view phrase{};
    std::string_view date{};
    std::string_view edtf{};
    Qualifier qualifier{Qualifier::none_given};
};

inline DateContext in_february() {
    return {.reference = "2024-02-15"};
}

inline void expect_rows(const std::vector<WhenRow>& rows, const DateContext& context) {
    for (const WhenRow& row : rows) {
        const When when = parse_when(row.phrase, context);
        EXPECT_EQ(when.date, row.date) << row.phrase;
        EXPECT_EQ(when.edtf, row.edtf) << row.phrase;
        EXPECT_EQ(to_string(when.qualifier), to_string(row.qualifier)) << row.phrase;
    }
}

inline void expect_days(const std::vector<std::pair<std::string_view, std::string_view>>& rows,
                        const DateContext& context) {
    for (const auto& [phrase, day] : rows) {
        expect_rows({{phrase, day, day, Qualifier::exact}}, context);
    }
}

inline void expect_unread(const std::vector<std::string_view>& phrases,
                          const DateContext& context) {
    for (const std::string_view phrase : phrases) {
        const When when = parse_when(phrase, context);
        EXPECT_EQ(when.date + when.edtf, "") << phrase;
        EXPECT_EQ(to_string(when.qualifier), "") << phrase;
    }
}

}  // namespace tidytracker::testing
