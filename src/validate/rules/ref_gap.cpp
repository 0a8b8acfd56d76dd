// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// A reference that ends in a number: "A-013" is "A-" and 13.
struct Numbered {
    std::string_view stem{};
    std::int64_t number{};
    const Record* record{};
};

std::optional<Numbered> numbered(const Record& record) {
    std::size_t first = record.ref.size();
    while (first > 0 && is_digit(record.ref[first - 1])) --first;
    const std::string_view ref = record.ref;
    const std::int64_t number = whole_number(ref.substr(first));
    if (number < 0) return std::nullopt;
    return Numbered{.stem = ref.substr(0, first), .number = number, .record = &record};
}

/// Series shorter than this have no order to speak of; with more than one missing in ten, actions
/// are taken out as a matter of course when they are closed.
constexpr std::size_t k_shortest_series = 8;
constexpr std::int64_t k_present_for_each_missing = 10;

void report_gaps(const std::vector<Numbered>& series, Findings& findings) {
    if (series.size() < k_shortest_series) return;
    std::int64_t missing = 0;
    for (std::size_t i = 1; i < series.size(); ++i) {
        const std::int64_t step = series[i].number - series[i - 1].number;
        if (step < 0) return;
        if (step > 1) missing += step - 1;
    }
    if (missing * k_present_for_each_missing > static_cast<std::int64_t>(series.size())) return;
    for (std::size_t i = 1; i < series.size(); ++i) {
        const std::int64_t step = series[i].number - series[i - 1].number;
        if (step < 2) continue;
        const Record& record = *series[i].record;
        Finding finding =
            about(k_ref_gap, record, "ref",
                  fmt::format("{} between {} and {}",
                              step == 2 ? "a reference is missing"
                                        : fmt::format("{} references are missing", step - 1),
                              series[i - 1].record->ref, record.ref));
        finding.text = record.ref;
        finding.note = "the other references of this table follow one another";
        finding.help = "look whether an action was deleted or lost";
        findings.push_back(std::move(finding));
    }
}

void check_ref_gap(const Subject& subject, Findings& findings) {
    std::map<std::pair<std::size_t, std::string_view>, std::vector<Numbered>> series;
    for (std::size_t i = 0; i < subject.records().size(); ++i) {
        const auto one = numbered(subject.records()[i]);
        if (one) series[{subject.table_of[i], one->stem}].push_back(*one);
    }
    for (const auto& entry : series) report_gaps(entry.second, findings);
}

}  // namespace

constinit const Rule k_ref_gap{
    .name = "ref-gap",
    .family = Family::identity,
    .severity = Severity::info,
    .needs_source = true,
    .what = "Finds numbers that are missing from a series of references that is otherwise whole.",
    .why = "An action may have been lost when rows were deleted or pages pasted.",
    .example = "A-005, A-006, A-008",
    .remedy =
        "Look whether an action was lost. If it was closed and taken out, nothing is to be done.",
    .related = "missing-ref, duplicate-ref",
    .check = check_ref_gap,
};

}  // namespace tidytracker
