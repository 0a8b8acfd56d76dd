// SPDX-License-Identifier: Apache-2.0
#include "validate/rules/rules.hpp"

namespace tidytracker {

constinit const Rule k_unused_allow{
    .name = "unused-allow",
    .family = Family::document,
    .severity = Severity::warning,
    .what = "Finds an [[allow]] of the profile that no finding needed.",
    .why =
        "What it allowed has been mended, or its place has moved: then it might one day hide "
        "something new.",
    .example = "[[allow]] rule = \"missing-lead\", where = \"A-018\", while A-018 now has a lead",
    .remedy = "Delete it, or correct its place.",
    .related = "",
    .check = nullptr,
};

}  // namespace tidytracker
