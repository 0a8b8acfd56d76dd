// SPDX-License-Identifier: Apache-2.0
// What a team makes of findings: which of them count, how grave they are, which it knows of.
#include <tidytracker/validate.hpp>

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/wildcard.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

bool holds(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// What the team says of a rule, or else of its family.
const RuleSetting* setting_of(std::string_view rule, Family family, const RuleSet& rules) {
    for (const std::string_view name : {rule, to_string(family)}) {
        const auto found = std::ranges::find(rules.settings, name, &RuleSetting::rule);
        if (found != rules.settings.end()) return &*found;
    }
    return nullptr;
}

bool is_let_through(std::string_view name, Family family, bool off, const RuleSet& rules) {
    if (holds(rules.ignore, name) || holds(rules.select, name)) return !holds(rules.ignore, name);
    if (holds(rules.ignore, to_string(family))) return false;
    if (!rules.select.empty() && !holds(rules.select, to_string(family))) return false;
    const RuleSetting* setting = setting_of(name, family, rules);
    if (setting != nullptr && setting->off) return false;
    // A rule that is off by default is on once a team gives it, not its family, a severity.
    return !off || (setting != nullptr && setting->severity && setting->rule == name);
}

/// What is decided for all findings of one rule.
struct Verdict {
    bool shown{true};
    std::optional<Severity> severity{};
};

Verdict verdict_on(std::string_view name, const RuleSet& rules) {
    const Rule* rule = find_rule(name);
    const Family family = rule == nullptr ? Family::custom : rule->family;
    const RuleSetting* setting = setting_of(name, family, rules);
    return Verdict{.shown = is_let_through(name, family, rule != nullptr && rule->off, rules),
                   .severity = setting == nullptr ? std::nullopt : setting->severity};
}

/// The texts by which an allowance may name what a finding is about.
std::vector<std::string> names_of(const Finding& finding, const Document& document,
                                  const std::unordered_map<std::string_view, const Record*>& ids) {
    std::vector<std::string> names{finding.place, finding.record};
    const auto source = std::ranges::find(document.sources, finding.source, &Source::id);
    if (source != document.sources.end()) {
        names.push_back(source->name);
        names.push_back(source->name + ":" + finding.place);
    }
    const auto record = ids.find(finding.record);
    if (record != ids.end()) names.push_back(record->second->ref);
    return names;
}

/// Lets allowances take findings away, and remembers which were of use.
class Allowances {
  public:
    Allowances(const Document& document, const RuleSet& rules)
        : document_(document), rules_(rules), used_(rules.allowances.size()) {
        if (rules.allowances.empty()) return;
        for (const Record& record : document.records) ids_.emplace(record.id, &record);
    }

    [[nodiscard]] bool allow(const Finding& finding) {
        bool allowed = false;
        for (std::size_t i = 0; i < rules_.allowances.size(); ++i) {
            const Allowance& allowance = rules_.allowances[i];
            if (allowance.rule != finding.rule || !fits(allowance, finding)) continue;
            used_[i] = true;
            allowed = true;
        }
        return allowed;
    }

    void append_unused(Findings& findings) const {
        for (std::size_t i = 0; i < used_.size(); ++i) {
            const Allowance& allowance = rules_.allowances[i];
            if (used_[i] || !verdict_on(allowance.rule, rules_).shown) continue;
            Finding finding{.rule = std::string(k_unused_allow.name),
                            .severity = k_unused_allow.severity,
                            .text = allowance.where,
                            .note = "its reason: " + allowance.reason,
                            .help = "delete it from the profile"};
            finding.message = fmt::format("{}: nothing is left that [[allow]] {}{}{} would allow",
                                          allowance.stated, allowance.rule,
                                          allowance.where.empty() ? "" : " at ", allowance.where);
            findings.push_back(std::move(finding));
        }
    }

  private:
    [[nodiscard]] bool fits(const Allowance& allowance, const Finding& finding) const {
        if (allowance.where.empty()) return true;
        return std::ranges::any_of(names_of(finding, document_, ids_),
                                   [&allowance](const std::string& name) {
                                       return matches_wildcard(name, allowance.where);
                                   });
    }

    const Document& document_;
    const RuleSet& rules_;
    std::vector<bool> used_;
    std::unordered_map<std::string_view, const Record*> ids_{};
};

/// Takes away as many findings of a fingerprint as the baseline has.
class Baseline {
  public:
    explicit Baseline(const std::vector<std::string>& known) {
        for (const std::string& one : known) ++left_[one];
    }
    [[nodiscard]] bool knows(const Finding& finding, const Document& document) {
        if (left_.empty()) return false;
        const auto found = left_.find(fingerprint(finding, document));
        if (found == left_.end() || found->second == 0) return false;
        --found->second;
        return true;
    }

  private:
    std::unordered_map<std::string, std::size_t> left_{};
};

}  // namespace

bool is_on(const Rule& rule, const RuleSet& rules) {
    return is_let_through(rule.name, rule.family, rule.off, rules);
}

Result<void> check_rule_name(std::string_view name, const RuleSet& rules) {
    std::vector<std::string_view> names;
    for (const Rule& rule : all_rules()) names.push_back(rule.name);
    for (const CustomRule& rule : rules.custom) names.push_back(rule.name);
    for (int i = 0; i <= static_cast<int>(Family::custom); ++i) {
        names.push_back(to_string(static_cast<Family>(i)));
    }
    if (std::ranges::find(names, name) != names.end()) return {};
    const std::string_view meant = nearest(name, names);
    return fail(ErrorKind::usage, fmt::format("unknown rule \"{}\"", name),
                meant.empty() ? "tidytracker explain --list shows all rules"
                              : fmt::format("did you mean \"{}\"?", meant));
}

Findings judge(Findings findings, const Document& document, const RuleSet& rules) {
    std::unordered_map<std::string, Verdict> verdicts;
    Allowances allowances(document, rules);
    Baseline baseline(rules.known);
    Findings left;
    left.reserve(findings.size());
    for (Finding& finding : findings) {
        auto verdict = verdicts.find(finding.rule);
        if (verdict == verdicts.end()) {
            verdict = verdicts.emplace(finding.rule, verdict_on(finding.rule, rules)).first;
        }
        if (!verdict->second.shown || allowances.allow(finding) ||
            baseline.knows(finding, document)) {
            continue;
        }
        finding.severity = verdict->second.severity.value_or(finding.severity);
        left.push_back(std::move(finding));
    }
    if (is_on(k_unused_allow, rules)) allowances.append_unused(left);
    return left;
}

}  // namespace tidytracker
