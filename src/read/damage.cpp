// SPDX-License-Identifier: Apache-2.0
#include "read/damage.hpp"

#include <utility>

#include <fmt/format.h>

namespace tidytracker {
namespace {

constexpr std::string_view k_get_again =
    "get the file again, or open it in a spreadsheet program and save it anew";

}  // namespace

void report_damage(std::string_view rule, Severity severity, std::string_view place,
                   std::string message, Findings& findings) {
    findings.push_back({.rule = std::string(rule),
                        .severity = severity,
                        .message = std::move(message),
                        .place = std::string(place),
                        .note = "what could be read is kept",
                        .help = std::string(k_get_again)});
}

void report_entry_damage(EntryDamage damage, std::string_view part, std::string_view place,
                         Findings& findings) {
    if (damage == EntryDamage::truncated) {
        report_damage(
            "truncated-file", Severity::error, place,
            part.empty() ? "the file breaks off" : fmt::format("the file breaks off in {}", part),
            findings);
    } else if (damage == EntryDamage::checksum) {
        report_damage("damaged-file", Severity::warning, place,
                      fmt::format("the checksum of {} is wrong", part.empty() ? "the file" : part),
                      findings);
    }
}

void report_missing_sheet(const std::string& name, Findings& findings) {
    findings.push_back({.rule = "missing-part",
                        .severity = Severity::error,
                        .message = fmt::format("the work sheet \"{}\" is not in the file", name),
                        .place = name,
                        .help = std::string(k_get_again)});
}

}  // namespace tidytracker
