// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

#include <algorithm>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace tidytracker::testing {

/// What reading gave, with the findings.
struct Reading {
    Workbook workbook{};
    Findings findings{};

    [[nodiscard]] const Sheet& sheet() const { return workbook.sheets.at(0); }
    [[nodiscard]] const Cell* cell(std::string_view a1) const {
        return sheet().find(address_from_a1(a1).value());
    }
    /// As its kind and value: "text:Open", "number:3.5", "none".
    [[nodiscard]] std::string value(std::string_view a1) const {
        const Cell* found = cell(a1);
        if (found == nullptr) return "none";
        std::string number = std::to_string(found->number);
        while (number.ends_with('0')) number.pop_back();
        if (number.ends_with('.')) number.pop_back();
        switch (found->kind) {
            case CellKind::empty:
                return "empty";
            case CellKind::text:
                return "text:" + std::string(workbook.strings[found->text]);
            case CellKind::number:
                return "number:" + number;
            case CellKind::boolean:
                return "boolean:" + number;
            case CellKind::error:
                return "error:" + std::string(workbook.strings[found->text]);
        }
        return {};
    }
    [[nodiscard]] std::string shown(std::string_view a1) const {
        const Cell* found = cell(a1);
        return found == nullptr ? std::string() : workbook.displayed(*found);
    }
    [[nodiscard]] const CellStyle& style(std::string_view a1) const {
        return workbook.style_of(*cell(a1));
    }
    [[nodiscard]] const Finding* finding(std::string_view rule) const {
        const auto at = std::ranges::find(findings, rule, &Finding::rule);
        return at != findings.end() ? &*at : nullptr;
    }
};

/// Reads with the reader that is meant, whatever the content looks like.
inline Reading read_as(const Reader& reader, std::string_view bytes,
                       const ReadOptions& options = {}) {
    Reading reading;
    Result<Workbook> workbook = reader.read({"tracker", bytes}, options, reading.findings);
    EXPECT_TRUE(workbook) << (workbook ? "" : workbook.error().message);
    if (workbook) reading.workbook = *std::move(workbook);
    return reading;
}
/// The error that reading gives; a test fails if it gives none.
inline Error error_of(const Reader& reader, std::string_view bytes,
                      const ReadOptions& options = {}) {
    Findings findings;
    const Result<Workbook> workbook = reader.read({"tracker", bytes}, options, findings);
    EXPECT_FALSE(workbook);
    return workbook ? Error{} : workbook.error();
}

}  // namespace tidytracker::testing
