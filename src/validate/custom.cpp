// SPDX-License-Identifier: Apache-2.0
// A team's own rules, which are data: each record that its conditions let through is held against
// what the rule asks of one field. Texts are those of the flat register.
#include "validate/custom.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/parse_number.hpp"
#include "base/pattern.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/flat.hpp"
#include "schema/notation.hpp"
#include "validate/check.hpp"

namespace tidytracker {
namespace {

constexpr std::string_view k_extra_prefix = "extra.";

std::vector<std::string> texts_of_parties(const std::vector<Party>& parties) {
    std::vector<std::string> texts;
    for (const Party& party : parties) texts.push_back(party_text(party));
    return texts;
}

std::string extra_text(const Record& record, std::string_view caption) {
    for (const auto& [own, text] : record.extra) {
        if (equals_ignoring_case(own, caption)) return text;
    }
    return {};
}

/// The values of a field; of a field of people, each of them. None where it is empty.
std::vector<std::string> values_of(const Record& record, std::string_view name) {
    std::string text;
    if (name.starts_with(k_extra_prefix)) {
        text = extra_text(record, name.substr(k_extra_prefix.size()));
    } else if (const std::optional<Field> field = field_from_name(name)) {
        if (field == Field::leads) return texts_of_parties(record.leads);
        if (field == Field::support) return texts_of_parties(record.support);
        if (field == Field::raised_by) return texts_of_parties(record.raised_by);
        text = flat_text(record, *field);
    }
    if (text.empty()) return {};
    return {std::move(text)};
}

bool holds_for(const Condition& condition, const Record& record) {
    const std::vector<std::string> values = values_of(record, condition.field);
    if (condition.present) return *condition.present == !values.empty();
    return std::ranges::any_of(values, [&condition](const std::string& value) {
        const std::string folded = fold(value);
        return std::ranges::any_of(
            condition.texts, [&folded](const std::string& text) { return fold(text) == folded; });
    });
}

bool is_about(const CustomRule& rule, const Record& record) {
    return std::ranges::all_of(
        rule.when, [&record](const Condition& condition) { return holds_for(condition, record); });
}

/// Is `text` below the bound? Days are compared with days and numbers with numbers; what is neither
/// is for another rule to report.
bool is_below(std::string_view text, std::string_view bound) {
    if (day_from_iso(bound)) return day_from_iso(text) && text < bound;
    const std::optional<double> value = parse_number<double>(text);
    const std::optional<double> limit = parse_number<double>(bound);
    return value && limit && *value < *limit;
}

std::size_t characters_of(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) static_cast<void>(take_character(text));
    return count;
}

/// What a rule asks, ready for use.
struct Demands {
    const CustomRule& rule;
    std::optional<Pattern> pattern{};
    std::string at_least{};
    std::string at_most{};
};

/// What is wrong with a value; empty if nothing is.
std::string fault_of(const Demands& demands, std::string_view value) {
    const CustomRule& rule = demands.rule;
    if (!rule.allowed.empty()) {
        const std::string folded = fold(value);
        const bool listed = std::ranges::any_of(
            rule.allowed, [&folded](const std::string& one) { return fold(one) == folded; });
        if (!listed) return fmt::format("is not one of: {}", join(rule.allowed, ", "));
    }
    if (demands.pattern && !demands.pattern->matches(value)) {
        return fmt::format("does not match {}", rule.pattern);
    }
    const std::size_t length = characters_of(value);
    if (rule.shortest && length < *rule.shortest) {
        return fmt::format("is shorter than {} characters", *rule.shortest);
    }
    if (rule.longest && length > *rule.longest) {
        return fmt::format("is longer than {} characters", *rule.longest);
    }
    if (!demands.at_least.empty() && is_below(value, demands.at_least)) {
        return "is before or below " + demands.at_least;
    }
    if (!demands.at_most.empty() && is_below(demands.at_most, value)) {
        return "is after or above " + demands.at_most;
    }
    return {};
}

class CustomCheck {
  public:
    CustomCheck(const CustomRule& rule, const Subject& subject, Findings& findings)
        : subject_(subject), demands_{.rule = rule}, findings_(findings) {
        const auto day = [&subject](const std::string& bound) {
            return bound == "today" ? subject.document->as_of : bound;
        };
        demands_.at_least = day(rule.at_least);
        demands_.at_most = day(rule.at_most);
        if (rule.pattern.empty()) return;
        // The profile has compiled it before; here it can only fail for users of the library.
        if (Result<Pattern> pattern = Pattern::compile(rule.pattern)) demands_.pattern = *pattern;
    }

    void run() {
        for (const Record& record : subject_.records()) {
            if (!is_about(demands_.rule, record)) continue;
            check(record);
            check_unique(record);
        }
    }

  private:
    void report(const Record& record, std::string message, std::string_view text) {
        const CustomRule& rule = demands_.rule;
        const Rule own{.name = rule.name, .severity = rule.severity};
        Finding finding = about(own, record, rule.field, std::move(message));
        // What the team says of it comes first, what was found below it.
        if (!rule.message.empty()) finding.note = std::exchange(finding.message, rule.message);
        finding.text = text;
        finding.help = rule.help;
        findings_.push_back(std::move(finding));
    }

    void check(const Record& record) {
        const CustomRule& rule = demands_.rule;
        const std::vector<std::string> values = values_of(record, rule.field);
        if (rule.required && values.empty()) {
            report(record, fmt::format("{} is missing", rule.field), {});
        }
        if (rule.forbidden && !values.empty()) {
            report(record, fmt::format("{} should be empty", rule.field), values.front());
        }
        for (const std::string& value : values) {
            const std::string fault = fault_of(demands_, value);
            if (!fault.empty()) {
                report(record, fmt::format("{} \"{}\" {}", rule.field, value, fault), value);
            }
        }
    }

    void check_unique(const Record& record) {
        const CustomRule& rule = demands_.rule;
        if (!rule.unique && rule.unique_with.empty()) return;
        const std::vector<std::string> values = values_of(record, rule.field);
        if (values.empty()) return;
        std::string key;
        for (const std::string& value : values) key += fold(value) + '\n';
        for (const std::string& field : rule.unique_with) {
            key += '\f';
            for (const std::string& value : values_of(record, field)) key += fold(value) + '\n';
        }
        const auto [earlier, is_new] = seen_.try_emplace(std::move(key), &record);
        if (is_new) return;
        report(record, fmt::format("{} \"{}\" is used more than once", rule.field, values.front()),
               values.front());
        findings_.back().note = "first used at " + earlier->second->place;
        findings_.back().other_place = place_of(*earlier->second, rule.field);
    }

    const Subject& subject_;
    Demands demands_;
    Findings& findings_;
    std::unordered_map<std::string, const Record*> seen_{};
};

}  // namespace

void check_custom(const CustomRule& rule, const Subject& subject, Findings& findings) {
    CustomCheck(rule, subject, findings).run();
}

}  // namespace tidytracker
