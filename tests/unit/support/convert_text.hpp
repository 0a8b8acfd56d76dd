// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/pipeline.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace tidytracker::testing {

/// Runs the whole pipeline over one text; the name's suffix says what it is.
inline Conversion convert_text(std::string_view bytes, std::string_view name = "tracker.txt",
                               std::string as_of = "2024-09-30") {
    const Instructions instructions{.as_of = std::move(as_of)};
    Conversion conversion;
    Findings findings;
    auto reading = inspect(Input{name, bytes}, ReadOptions{}, instructions, findings);
    EXPECT_TRUE(reading.has_value()) << (reading ? "" : reading.error().message);
    if (!reading) return conversion;
    add_source(conversion, std::move(*reading), instructions, std::move(findings));
    finish(conversion, instructions);
    return conversion;
}

inline std::string read_sample(const std::string& name) {
    std::ifstream file(std::string(TIDYTRACKER_SAMPLES) + "/" + name, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    EXPECT_FALSE(bytes.str().empty()) << name;
    return bytes.str();
}

/// How often a rule was reported.
inline std::size_t count_findings(const Conversion& conversion, std::string_view rule) {
    std::size_t count = 0;
    for (const Finding& finding : conversion.document.findings) count += finding.rule == rule;
    return count;
}

}  // namespace tidytracker::testing
