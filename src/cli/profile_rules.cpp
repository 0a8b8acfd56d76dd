// SPDX-License-Identifier: Apache-2.0
// The parts of the profile that speak of rules: [rules], [[allow]] and [[rule]].
#include <tidytracker/validate.hpp>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/pattern.hpp"
#include "cli/profile_toml.hpp"

namespace tidytracker::cli {
namespace {

constexpr std::array<std::string_view, 4> k_levels{"error", "warning", "info", "off"};

using Words = std::vector<std::string_view>;

tl::unexpected<Error> unknown_key(const ProfileText& file, const toml::key& key,
                                  const Words& known) {
    return fault(file, key.source().begin, fmt::format("unknown key \"{}\"", key.str()),
                 suggestion(key.str(), known));
}

/// A severity, or "off".
Result<void> read_level(const ProfileText& file, const toml::node& node, RuleSetting& setting) {
    const std::string word = node.value_or(std::string{});
    const auto found = std::ranges::find(k_levels, word);
    if (found == k_levels.end()) {
        return fault(file, node.source().begin, fmt::format("unknown severity \"{}\"", word),
                     suggestion(word, {k_levels.begin(), k_levels.end()}));
    }
    setting.off = word == "off";
    if (word == "error") setting.severity = Severity::error;
    if (word == "warning") setting.severity = Severity::warning;
    if (word == "info") setting.severity = Severity::info;
    return {};
}

/// `stale = { severity = "warning", days = 60 }`.
Result<void> read_setting_table(const ProfileText& file, const toml::table& table,
                                RuleSetting& setting) {
    const Rule* rule = find_rule(setting.rule);
    const std::string_view number = rule == nullptr ? std::string_view{} : rule->number.name;
    for (const auto& [key, node] : table) {
        if (key.str() == "severity") {
            if (const Result<void> read = read_level(file, node, setting); !read) return read;
        } else if (!number.empty() && key.str() == number) {
            const std::optional<int> value = node.value<int>();
            if (!value || *value < 0) {
                return fault(file, node.source().begin, "expected a whole number", "");
            }
            setting.number = value;
        } else {
            Words known{"severity"};
            if (!number.empty()) known.push_back(number);
            return unknown_key(file, key, known);
        }
    }
    return {};
}

tl::unexpected<Error> wrong_type(const ProfileText& file, const toml::node& node,
                                 std::string_view wanted) {
    return fault(file, node.source().begin, fmt::format("expected {}", wanted), "");
}

Result<void> read_text(const ProfileText& file, const toml::node& node, std::string& target) {
    const auto* text = node.as_string();
    if (text == nullptr) return wrong_type(file, node, "a text in quotes");
    target = text->get();
    return {};
}

Result<void> read_flag(const ProfileText& file, const toml::node& node, bool& target) {
    const auto* flag = node.as_boolean();
    if (flag == nullptr) return wrong_type(file, node, "true or false");
    target = flag->get();
    return {};
}

Result<void> read_size(const ProfileText& file, const toml::node& node,
                       std::optional<std::size_t>& target) {
    const auto* number = node.as_integer();
    if (number == nullptr || number->get() < 0) return wrong_type(file, node, "a whole number");
    target = static_cast<std::size_t>(number->get());
    return {};
}

/// A bound is a number, a day or "today".
Result<void> read_bound(const ProfileText& file, const toml::node& node, std::string& target) {
    if (const auto* number = node.as_integer()) {
        target = fmt::format("{}", number->get());
    } else if (const auto* real = node.as_floating_point()) {
        target = fmt::format("{}", real->get());
    } else if (const auto* day = node.as_date()) {
        target =
            fmt::format("{:04}-{:02}-{:02}", day->get().year, day->get().month, day->get().day);
    } else {
        return read_text(file, node, target);
    }
    return {};
}

/// One text, or a list of them.
Result<void> read_texts(const ProfileText& file, const toml::node& node,
                        std::vector<std::string>& target) {
    const toml::array* list = node.as_array();
    if (list == nullptr) {
        std::string text;
        if (const Result<void> read = read_text(file, node, text); !read) return read;
        target.push_back(std::move(text));
        return {};
    }
    for (const toml::node& entry : *list) {
        std::string text;
        if (const Result<void> read = read_text(file, entry, text); !read) return read;
        target.push_back(std::move(text));
    }
    return {};
}

/// A field of the register, or a column without field as "extra.CAPTION".
Result<void> check_field(const ProfileText& file, const toml::node& node, std::string_view name) {
    const Words names = field_names();
    if (name.starts_with("extra.") || std::ranges::find(names, name) != names.end()) return {};
    return fault(file, node.source().begin, fmt::format("unknown field \"{}\"", name),
                 suggestion(name, names));
}

/// `when = { status = "complete", completed = false }`.
Result<void> read_conditions(const ProfileText& file, const toml::node& node, CustomRule& rule) {
    const toml::table* table = node.as_table();
    if (table == nullptr)
        return wrong_type(file, node, "a table such as { status = \"complete\" }");
    for (const auto& [key, value] : *table) {
        Condition condition{.field = std::string(key.str())};
        if (const Result<void> known = check_field(file, value, condition.field); !known) {
            return known;
        }
        if (const auto* flag = value.as_boolean()) {
            condition.present = flag->get();
        } else if (const Result<void> read = read_texts(file, value, condition.texts); !read) {
            return read;
        }
        rule.when.push_back(std::move(condition));
    }
    return {};
}

Result<void> read_severity(const ProfileText& file, const toml::node& node, CustomRule& rule) {
    RuleSetting setting;
    if (const Result<void> read = read_level(file, node, setting); !read) return read;
    rule.severity = setting.severity.value_or(Severity::info);
    return {};
}

Result<void> read_field(const ProfileText& file, const toml::node& node, CustomRule& rule) {
    if (const Result<void> read = read_text(file, node, rule.field); !read) return read;
    return check_field(file, node, rule.field);
}

Result<void> read_fields(const ProfileText& file, const toml::node& node, CustomRule& rule) {
    if (const Result<void> read = read_texts(file, node, rule.unique_with); !read) return read;
    for (const std::string& field : rule.unique_with) {
        if (const Result<void> known = check_field(file, node, field); !known) return known;
    }
    return {};
}

Result<void> read_pattern(const ProfileText& file, const toml::node& node, CustomRule& rule) {
    if (const Result<void> read = read_text(file, node, rule.pattern); !read) return read;
    const Result<Pattern> pattern = Pattern::compile(rule.pattern);
    if (pattern) return {};
    return fault(file, node.source().begin, pattern.error().message, pattern.error().help);
}

template <auto Member>
Result<void> read_member(const ProfileText& file, const toml::node& node, CustomRule& rule) {
    auto& target = rule.*Member;
    using Value = std::remove_reference_t<decltype(target)>;
    if constexpr (std::is_same_v<Value, bool>) {
        return read_flag(file, node, target);
    } else if constexpr (std::is_same_v<Value, std::string>) {
        return read_text(file, node, target);
    } else if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
        return read_texts(file, node, target);
    } else {
        return read_size(file, node, target);
    }
}

template <auto Member>
Result<void> read_bound_member(const ProfileText& file, const toml::node& node, CustomRule& rule) {
    return read_bound(file, node, rule.*Member);
}

/// A key of [[rule]] and how its value is read.
struct CustomKey {
    std::string_view name{};
    Result<void> (*read)(const ProfileText&, const toml::node&, CustomRule&){};
};

constexpr auto k_custom_keys = std::to_array<CustomKey>({
    {"name", read_member<&CustomRule::name>},
    {"severity", read_severity},
    {"message", read_member<&CustomRule::message>},
    {"help", read_member<&CustomRule::help>},
    {"field", read_field},
    {"when", read_conditions},
    {"required", read_member<&CustomRule::required>},
    {"forbidden", read_member<&CustomRule::forbidden>},
    {"allowed", read_member<&CustomRule::allowed>},
    {"pattern", read_pattern},
    {"shortest", read_member<&CustomRule::shortest>},
    {"longest", read_member<&CustomRule::longest>},
    {"at_least", read_bound_member<&CustomRule::at_least>},
    {"at_most", read_bound_member<&CustomRule::at_most>},
    {"unique", read_member<&CustomRule::unique>},
    {"unique_with", read_fields},
});

Words custom_keys() {
    Words words;
    for (const CustomKey& key : k_custom_keys) words.push_back(key.name);
    return words;
}

bool is_rule_name(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

bool asks_something(const CustomRule& rule) {
    return rule.required || rule.forbidden || rule.unique || !rule.allowed.empty() ||
           !rule.pattern.empty() || rule.shortest || rule.longest || !rule.at_least.empty() ||
           !rule.at_most.empty() || !rule.unique_with.empty();
}

Result<void> check_custom_rule(const ProfileText& file, const toml::table& table,
                               const CustomRule& rule, const RuleSet& rules) {
    const toml::source_position at = table.source().begin;
    if (!is_rule_name(rule.name)) {
        return fault(file, at, "a [[rule]] needs a name",
                     "small letters and hyphens, such as name = \"board-ref\"");
    }
    const bool taken =
        find_rule(rule.name) != nullptr ||
        std::ranges::find(rules.custom, rule.name, &CustomRule::name) != rules.custom.end();
    if (taken) {
        return fault(file, at, fmt::format("there is a rule \"{}\" already", rule.name),
                     "give it another name");
    }
    if (rule.field.empty()) {
        return fault(file, at, fmt::format("rule \"{}\" needs a field", rule.name),
                     "name a field, such as field = \"ref\"; tidytracker schema lists them");
    }
    if (!asks_something(rule)) {
        return fault(file, at, fmt::format("rule \"{}\" asks nothing of its field", rule.name),
                     "add required = true, allowed = [...], pattern = '...' or the like");
    }
    return {};
}

}  // namespace

Result<void> read_rule_settings(const ProfileText& file, const toml::table& table, RuleSet& rules) {
    for (const auto& [key, node] : table) {
        RuleSetting setting{.rule = std::string(key.str())};
        const toml::table* more = node.as_table();
        const Result<void> read = more == nullptr ? read_level(file, node, setting)
                                                  : read_setting_table(file, *more, setting);
        if (!read) return read;
        rules.settings.push_back(std::move(setting));
    }
    return {};
}

Result<void> read_allowance(const ProfileText& file, const toml::table& table, RuleSet& rules) {
    Allowance allowance{.stated = fmt::format("{}:{}", file.name, table.source().begin.line)};
    for (const auto& [key, node] : table) {
        std::string* target = key.str() == "rule"     ? &allowance.rule
                              : key.str() == "where"  ? &allowance.where
                              : key.str() == "reason" ? &allowance.reason
                                                      : nullptr;
        if (target == nullptr) return unknown_key(file, key, {"rule", "where", "reason"});
        if (const Result<void> read = read_text(file, node, *target); !read) return read;
    }
    const toml::source_position at = table.source().begin;
    if (allowance.rule.empty()) {
        return fault(file, at, "an [[allow]] needs a rule", "add rule = \"missing-lead\"");
    }
    if (allowance.reason.empty()) {
        return fault(file, at, "an [[allow]] needs a reason",
                     "say why in a few words: reason = \"...\"");
    }
    rules.allowances.push_back(std::move(allowance));
    return {};
}

Result<void> read_custom_rule(const ProfileText& file, const toml::table& table, RuleSet& rules) {
    CustomRule rule;
    for (const auto& [key, node] : table) {
        const auto known = std::ranges::find(k_custom_keys, key.str(), &CustomKey::name);
        if (known == k_custom_keys.end()) return unknown_key(file, key, custom_keys());
        if (const Result<void> read = known->read(file, node, rule); !read) return read;
    }
    if (const Result<void> fine = check_custom_rule(file, table, rule, rules); !fine) return fine;
    rules.custom.push_back(std::move(rule));
    return {};
}

Result<void> check_profile_rules(const ProfileText& file, const toml::table& profile,
                                 const RuleSet& rules) {
    const auto check = [&](std::string_view name, const toml::source_position& at) -> Result<void> {
        const Result<void> known = check_rule_name(name, rules);
        if (known) return {};
        return fault(file, at, known.error().message, known.error().help);
    };
    if (const toml::table* settings = profile["rules"].as_table()) {
        for (const auto& [key, node] : *settings) {
            if (const auto fine = check(key.str(), key.source().begin); !fine) return fine;
        }
    }
    if (const toml::array* allowances = profile["allow"].as_array()) {
        for (const toml::node& allowance : *allowances) {
            const auto& rule = *allowance.as_table()->get("rule");
            const auto fine = check(rule.value_or(std::string_view{}), rule.source().begin);
            if (!fine) return fine;
        }
    }
    return {};
}

}  // namespace tidytracker::cli
