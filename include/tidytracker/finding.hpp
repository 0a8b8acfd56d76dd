// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tidytracker {

enum class Severity : std::uint8_t { info, warning, error };

[[nodiscard]] std::string_view to_string(Severity severity);

/// Something odd in the data, with the place to look at and what to do.
struct Finding {
    std::string rule{};  ///< kebab-case, names the problem ("missing-lead")
    Severity severity{Severity::warning};
    std::string message{};      ///< one line, lower case, no full stop
    std::string record{};       ///< id of the record; empty if it concerns none
    std::string field{};        ///< name of the field; empty if it concerns none
    std::string source{};       ///< id of the source
    std::string place{};        ///< as in Record::place
    std::string text{};         ///< the faulty text as printed
    std::string note{};         ///< the evidence: why we think so
    std::string help{};         ///< what to do
    std::string other_place{};  ///< a second place that the problem is about; may be empty
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// The sink that every step appends to. Steps never read it.
using Findings = std::vector<Finding>;

}  // namespace tidytracker
