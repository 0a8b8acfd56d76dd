// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/finding.hpp>

#include <span>
#include <string_view>

namespace tidytracker {

/// A check of records, or the description of a finding that an earlier step reports.
struct Rule {
    std::string_view name{};  ///< kebab-case; names the problem
    Severity severity{};      ///< by default
    std::string_view what{};  ///< what it finds, a sentence
    std::string_view why{};   ///< why it matters
    std::string_view example{};
    std::string_view remedy{};   ///< what to do
    std::string_view related{};  ///< names of other rules, parted by ", "
    /// Null for a rule that reading, locating, mapping or normalising reports.
    void (*check)(const Document&, Findings&){};
};

[[nodiscard]] std::span<const Rule> all_rules();
[[nodiscard]] const Rule* find_rule(std::string_view name);

/// Runs all checks over a document's records; appends to `findings`.
void validate(const Document& document, Findings& findings);

}  // namespace tidytracker
