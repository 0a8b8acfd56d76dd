// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/record.hpp>
#include <tidytracker/result.hpp>
#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <span>
#include <string>

namespace tidytracker {

struct ReportOptions {
    bool colour{};
    int width{100};          ///< of the terminal, in columns
    std::size_t repeats{5};  ///< of one rule in one file before the rest folds; 0: never fold
};

/// A source that findings point into, with its workbook where the faulty rows can be shown.
struct ReportedSource {
    const Source* source{};
    const Workbook* workbook{};
};

/// Findings for people: the place, the faulty cells with a caret, the evidence, the help.
[[nodiscard]] std::string report_text(const Findings& findings,
                                      std::span<const ReportedSource> sources,
                                      const ReportOptions& options);

/// "error: no such file", with its help.
[[nodiscard]] std::string report_error(const Error& error, const ReportOptions& options);

}  // namespace tidytracker
