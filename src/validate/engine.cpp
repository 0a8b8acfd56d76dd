// SPDX-License-Identifier: Apache-2.0
// Checking: records and the sources they came from in, findings out. Each rule looks at everything
// on its own; no rule changes a record. What comes of the findings is for `judge` to say.
#include <tidytracker/validate.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "base/parallel.hpp"
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
constexpr std::size_t k_cached_records = 128;
/// Fewer records are checked before a second thread has started.
constexpr std::size_t k_part_records = 4096;

using FindingsByRule = std::map<const Rule*, Findings>;

/// Those rules that look at each record by itself, still without findings.
FindingsByRule rules_by_record(const RuleSet& rules) {
    FindingsByRule found;
    for (const Rule& rule : all_rules()) {
        if (rule.by_record && rule.check != nullptr && is_on(rule, rules)) found[&rule];
    }
    return found;
}

/// The subject with some of its records, up to `most`.
Subject part_of(const Subject& subject, std::size_t first, std::size_t most) {
    const std::span<const Record> records = subject.records();
    const std::size_t count = std::min(most, records.size() - first);
    Subject part = subject;
    part.portion = records.subspan(first, count);
    part.table_of = subject.table_of.subspan(first, count);
    return part;
}

void check_by_record(const Subject& subject, FindingsByRule& found) {
    for (std::size_t first = 0; first < subject.records().size(); first += k_cached_records) {
        const Subject cached = part_of(subject, first, k_cached_records);
        for (auto& [rule, findings] : found) run_rule(*rule, cached, findings);
    }
}

/// The findings of the rules that look at each record by itself, parts of the register at a time.
FindingsByRule check_parts(const Subject& subject) {
    const FindingsByRule none = rules_by_record(*subject.rules);
    const std::size_t parts = (subject.records().size() + k_part_records - 1) / k_part_records;
    std::vector<FindingsByRule> found(parts, none);
    for_each_parallel(parts, [&](std::size_t number) {
        check_by_record(part_of(subject, number * k_part_records, k_part_records), found[number]);
    });
    FindingsByRule all = none;
    for (FindingsByRule& part : found) {
        for (auto& [rule, findings] : part) {
            std::ranges::move(findings, std::back_inserter(all[rule]));
        }
    }
    return all;
}

/// The findings of the rules that look at the register as a whole, several rules at a time.
FindingsByRule check_whole(const Subject& subject) {
    std::vector<const Rule*> rules;
    for (const Rule& rule : all_rules()) {
        if (!rule.by_record && rule.check != nullptr && is_on(rule, *subject.rules)) {
            rules.push_back(&rule);
        }
    }
    std::vector<Findings> found(rules.size());
    const auto check = [&](std::size_t at) { run_rule(*rules[at], subject, found[at]); };
    if (subject.records().size() > k_part_records) {
        for_each_parallel(rules.size(), check);
    } else {
        for (std::size_t at = 0; at < rules.size(); ++at) check(at);
    }
    FindingsByRule by_rule;
    for (std::size_t at = 0; at < rules.size(); ++at) by_rule[rules[at]] = std::move(found[at]);
    return by_rule;
}

}  // namespace

void validate(const Subject& subject, Findings& findings) {
    const RuleSet standard;
    const std::vector<std::size_t> tables = tables_of(*subject.document, subject.sources);
    Subject whole = subject;
    whole.table_of = tables;
    if (whole.rules == nullptr) whole.rules = &standard;
    FindingsByRule found = check_parts(whole);
    found.merge(check_whole(whole));
    for (const Rule& rule : all_rules()) {
        const auto of_rule = found.find(&rule);
        if (of_rule != found.end()) {
            std::ranges::move(of_rule->second, std::back_inserter(findings));
        }
    }
    for (const CustomRule& rule : whole.rules->custom) check_custom(rule, whole, findings);
}

}  // namespace tidytracker
