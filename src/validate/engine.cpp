// SPDX-License-Identifier: Apache-2.0
// Checking: records in, findings out. Each rule looks at the whole document on its own; no rule
// changes a record, and none looks into a file.
#include <tidytracker/validate.hpp>

namespace tidytracker {

void validate(const Document& document, Findings& findings) {
    for (const Rule& rule : all_rules()) {
        if (rule.check != nullptr) rule.check(document, findings);
    }
}

}  // namespace tidytracker
