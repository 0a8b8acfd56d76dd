// SPDX-License-Identifier: Apache-2.0
// Checking: records and the sources they came from in, findings out. Each rule looks at everything
// on its own; no rule changes a record. What comes of the findings is for `judge` to say.
#include <tidytracker/validate.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <span>

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

/// So few records stay in the processor's cache while one rule after the other looks at them; all
/// of a large register do not.
constexpr std::size_t k_portion = 128;

/// The findings of those rules that look at each record by itself, by rule.
std::map<const Rule*, Findings> check_by_record(const Subject& subject) {
    std::map<const Rule*, Findings> found;
    for (const Rule& rule : all_rules()) {
        if (rule.by_record && rule.check != nullptr && is_on(rule, *subject.rules)) found[&rule];
    }
    const std::span<const Record> records = subject.records();
    for (std::size_t first = 0; first < records.size(); first += k_portion) {
        const std::size_t count = std::min(k_portion, records.size() - first);
        Subject part = subject;
        part.portion = records.subspan(first, count);
        part.table_of = subject.table_of.subspan(first, count);
        for (auto& [rule, findings] : found) run_rule(*rule, part, findings);
    }
    return found;
}

}  // namespace

void validate(const Subject& subject, Findings& findings) {
    const RuleSet standard;
    const std::vector<std::size_t> tables = tables_of(*subject.document, subject.sources);
    Subject whole = subject;
    whole.table_of = tables;
    if (whole.rules == nullptr) whole.rules = &standard;
    std::map<const Rule*, Findings> by_record = check_by_record(whole);
    for (const Rule& rule : all_rules()) {
        if (const auto done = by_record.find(&rule); done != by_record.end()) {
            std::ranges::move(done->second, std::back_inserter(findings));
        } else if (rule.check != nullptr && is_on(rule, *whole.rules)) {
            run_rule(rule, whole, findings);
        }
    }
    for (const CustomRule& rule : whole.rules->custom) check_custom(rule, whole, findings);
}

}  // namespace tidytracker
