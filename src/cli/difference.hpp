// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/difference.hpp>
#include <tidytracker/document.hpp>

#include <string>

// What `diff` prints.
namespace tidytracker::cli {

/// Two versions and what they differ in.
struct Comparison {
    const Document& before;
    const Document& after;
    const Difference& difference;
};

/// "~ A-013  Replace hose", with a line for each field, + and - lines, and a summary.
[[nodiscard]] std::string difference_text(const Comparison& comparison, bool colour, int width);
[[nodiscard]] std::string difference_markdown(const Comparison& comparison);
/// {"added":[{ref,action}],"removed":[...],"changed":[{ref,action,fields,...}]}
[[nodiscard]] std::string difference_json(const Comparison& comparison);

/// "64 actions: 61 unchanged, 1 changed, 1 added, 1 removed".
[[nodiscard]] std::string counts_of(const Comparison& comparison);
/// "closed", "reopened", "due 14 days later (put off 2 times)"; empty if nothing of the kind.
[[nodiscard]] std::string news_of(const ChangedRecord& changed);

}  // namespace tidytracker::cli
