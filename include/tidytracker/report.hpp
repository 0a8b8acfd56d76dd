// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/finding.hpp>
#include <tidytracker/record.hpp>
#include <tidytracker/result.hpp>
#include <tidytracker/rule.hpp>
#include <tidytracker/table.hpp>
#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tidytracker {

struct ReportOptions {
    bool colour{};
    int width{100};          ///< of the terminal, in columns
    std::size_t repeats{5};  ///< of one rule in one file before the rest folds; 0: never fold
};

/// A source that findings point into. Where its workbook is given, the faulty rows are shown; where
/// the roles of its rows are given too, they are shown below their header row.
struct ReportedSource {
    const Source* source{};
    const Workbook* workbook{};
    std::span<const std::vector<RowLabel>> labels{};  ///< for each sheet
    std::string_view path{};  ///< as the user gave it; empty: the source's name
};

/// Findings for people: the place, the faulty cells with a caret, the evidence, the help.
[[nodiscard]] std::string report_text(const Findings& findings,
                                      std::span<const ReportedSource> sources,
                                      const ReportOptions& options);

/// "error: no such file", with its help.
[[nodiscard]] std::string report_error(const Error& error, const ReportOptions& options);

/// What a reporter turns into text: the outcome of a check.
struct Report {
    const Document* document{};
    std::span<const ReportedSource> sources{};
    Findings findings{};            ///< those to list; the document's are those to count
    std::span<const Rule> rules{};  ///< that ran
    std::span<const Error> unread{};
    ReportOptions options{};
};

/// A form in which findings are reported.
struct Reporter {
    std::string_view name{};  ///< the value of --format
    std::string_view description{};
    std::string (*render)(const Report&){};
};

[[nodiscard]] std::span<const Reporter> all_reporters();
[[nodiscard]] const Reporter* reporter_by_name(std::string_view name);

}  // namespace tidytracker
