// SPDX-License-Identifier: Apache-2.0
// Checking: records and the sources they came from in, findings out. Each rule looks at everything
// on its own; no rule changes a record. What comes of the findings is for `judge` to say.
#include <tidytracker/validate.hpp>

#include "validate/custom.hpp"
#include "validate/tables.hpp"

namespace tidytracker {

void validate(const Subject& subject, Findings& findings) {
    const RuleSet standard;
    const std::vector<std::size_t> tables = tables_of(*subject.document, subject.sources);
    Subject whole = subject;
    whole.table_of = tables;
    if (whole.rules == nullptr) whole.rules = &standard;
    for (const Rule& rule : all_rules()) {
        if (rule.check != nullptr && is_on(rule, *whole.rules)) rule.check(whole, findings);
    }
    for (const CustomRule& rule : whole.rules->custom) check_custom(rule, whole, findings);
}

}  // namespace tidytracker
