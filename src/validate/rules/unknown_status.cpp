// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.hpp"
#include "schema/wording.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_unknown_status(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        if (record.status != Status::unknown || record.status_text.empty()) continue;
        // "N/A" says that there is none; "Rejected" is an answer.
        const bool answers =
            record.response != Response::none && record.response_text == record.status_text;
        if (answers || is_placeholder(record.status_text)) continue;
        Finding finding = about(k_unknown_status, record, "status",
                                fmt::format("\"{}\" is not a known status", record.status_text));
        finding.text = record.status_text;
        const std::string word = lower_ascii(squeeze(record.status_text));
        const std::string_view meant = likely_status(word);
        finding.help = meant.empty() ? "say what it stands for under [status] in tidytracker.toml"
                                     : fmt::format("did you mean \"{}\"?", meant);
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_unknown_status{
    .name = "unknown-status",
    .family = Family::status,
    .severity = Severity::warning,
    .by_record = true,
    .what = "Finds texts in a status column that stand for no known status.",
    .why = "The action is counted neither as open nor as closed.",
    .example = "Status \"Clsoed\", or a local word such as \"Parked\"",
    .remedy =
        "Correct the cell, or say what the word stands for in tidytracker.toml: [status] and "
        "below it \"Parked\" = \"on_hold\".",
    .related = "open-with-completion-date",
    .check = check_unknown_status,
};

}  // namespace tidytracker
