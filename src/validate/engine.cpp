// SPDX-License-Identifier: Apache-2.0
// Checking: records and the sources they came from in, findings out. Each rule looks at everything
// on its own; no rule changes a record. What comes of the findings is for `judge` to say.
#include <tidytracker/validate.hpp>

#include <algorithm>

#include "validate/custom.hpp"
#include "validate/tables.hpp"

namespace tidytracker {
namespace {

/// Runs a rule; of records that came back with a register it repeats only what it can know.
void run_rule(const Rule& rule, const Subject& subject, Findings& findings) {
    const auto before = static_cast<std::ptrdiff_t>(findings.size());
    rule.check(subject, findings);
    if (!rule.needs_source || subject.read_back.empty()) return;
    const auto known = [&subject](const Finding& finding) {
        return std::ranges::binary_search(subject.read_back, finding.source);
    };
    findings.erase(std::remove_if(findings.begin() + before, findings.end(), known),
                   findings.end());
}

}  // namespace

void validate(const Subject& subject, Findings& findings) {
    const RuleSet standard;
    const std::vector<std::size_t> tables = tables_of(*subject.document, subject.sources);
    Subject whole = subject;
    whole.table_of = tables;
    if (whole.rules == nullptr) whole.rules = &standard;
    for (const Rule& rule : all_rules()) {
        if (rule.check != nullptr && is_on(rule, *whole.rules)) run_rule(rule, whole, findings);
    }
    for (const CustomRule& rule : whole.rules->custom) check_custom(rule, whole, findings);
}

}  // namespace tidytracker
