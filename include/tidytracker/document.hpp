// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/record.hpp>

#include <string>
#include <vector>

namespace tidytracker {

/// What a run produces, and what every writer takes: the JSON contract as a value.
struct Document {
    std::string generator{};
    IsoDay as_of{};
    std::vector<Source> sources{};
    std::vector<Record> records{};
    std::vector<Unconverted> unconverted{};
    Findings findings{};
    friend bool operator==(const Document&, const Document&) = default;
};

/// What stays the same of a finding while rows are added above it: the rule, the file, the record
/// and the text, but not the place. 16 hexadecimal digits.
[[nodiscard]] std::string fingerprint(const Finding& finding, const Document& document);

}  // namespace tidytracker
