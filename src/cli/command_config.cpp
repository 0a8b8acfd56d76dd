// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/command.hpp"
#include "cli/profile.hpp"
#include "cli/settings.hpp"

namespace tidytracker::cli {
namespace {

/// A setting as it is in force, and who chose it.
struct ConfigLine {
    std::string name{};
    std::string value{};
    std::string origin{};
};

using ConfigLines = std::vector<ConfigLine>;

/// What holds where nobody chose, for flags that take a value.
struct FlagDefault {
    std::string_view flag{};
    std::string_view value{};
};
constexpr auto k_flag_defaults = std::to_array<FlagDefault>({
    {"--from", "by content"},
    {"--sheet", "all that are visible"},
    {"--encoding", "found"},
    {"--delimiter", "found"},
    {"--date-order", "dmy, unless a column proves another"},
    {"--as-of", "today"},
    {"--select", "all rules that are on"},
    {"--ignore", "none"},
    {"--baseline", "none"},
    {"--max-findings", "all"},
    {"--max-repeats", "5"},
    {"--fail-on", "error (check), never (convert)"},
    {"--max-inflated", "1G"},
    {"--max-cells", "50M"},
    {"--max-seconds", "300"},
});

const Flag* flag_named(std::string_view name) {
    const auto flags = all_flags();
    const auto found = std::ranges::find(flags, name, &Flag::name);
    return found == flags.end() ? nullptr : &*found;
}

/// What was typed for a flag; empty if it was not.
std::string typed(const Flag& flag, const Options& options) {
    if (const auto* text = std::get_if<std::optional<std::string> Options::*>(&flag.target)) {
        return (options.*(*text)).value_or("");
    }
    if (const auto* list = std::get_if<std::vector<std::string> Options::*>(&flag.target)) {
        return join(options.*(*list), ", ");
    }
    return {};
}

void add_flags(const Settings& settings, const Options& options, ConfigLines& lines) {
    for (const FlagDefault& entry : k_flag_defaults) {
        const Flag* flag = flag_named(entry.flag);
        if (flag == nullptr) continue;
        ConfigLine line{std::string(entry.flag.substr(2)), typed(*flag, options), "flag"};
        if (line.value.empty()) {
            line.value = entry.value;
            line.origin = "default";
        }
        const Setting<DateOrder>& order = settings.instructions.date_order;
        if (line.name == "date-order" && order.origin == Origin::profile) {
            line.value = to_string(order.value);
            line.origin = settings.profile_path;
        }
        if (line.name == "as-of") line.value = settings.instructions.as_of;
        lines.push_back(std::move(line));
    }
}

void add_terminal(const Call& call, ConfigLines& lines) {
    const auto set = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value != '\0';
    };
    const std::string_view colour = call.terminal.out.colour ? "on" : "off";
    const std::string_view who = call.options.colour  ? "flag"
                                 : set("NO_COLOR")    ? "NO_COLOR"
                                 : set("FORCE_COLOR") ? "FORCE_COLOR"
                                                      : "terminal";
    lines.push_back({"color", std::string(colour), std::string(who)});
    lines.push_back(
        {"width", fmt::format("{}", call.terminal.width), set("COLUMNS") ? "COLUMNS" : "terminal"});
}

void add_wording(std::string_view table, const Wording& wording, std::size_t flags,
                 const Settings& settings, ConfigLines& lines) {
    for (std::size_t i = 0; i < wording.size(); ++i) {
        lines.push_back({fmt::format("{} \"{}\"", table, wording[i].first), wording[i].second,
                         i < flags ? "flag" : settings.profile_path});
    }
}

void add_rules(const Settings& settings, ConfigLines& lines) {
    for (const RuleSetting& setting : settings.rules.settings) {
        std::string value = setting.off        ? "off"
                            : setting.severity ? std::string(to_string(*setting.severity))
                                               : std::string();
        if (setting.number)
            value += fmt::format("{}{}", value.empty() ? "" : ", ", *setting.number);
        lines.push_back({"rules " + setting.rule, std::move(value), settings.profile_path});
    }
    for (const CustomRule& rule : settings.rules.custom) {
        lines.push_back({"rule " + rule.name,
                         fmt::format("{}, {}", rule.field, to_string(rule.severity)),
                         settings.profile_path});
    }
    for (const Allowance& allowance : settings.rules.allowances) {
        lines.push_back({"allow " + allowance.rule,
                         allowance.where.empty() ? "everywhere" : allowance.where,
                         allowance.stated});
    }
}

std::string table_of(const ConfigLines& lines) {
    int names = 0;
    int values = 0;
    for (const ConfigLine& line : lines) {
        names = std::max(names, display_width(line.name));
        values = std::max(values, display_width(line.value));
    }
    const auto padded = [](const std::string& text, int width) {
        return text + std::string(static_cast<std::size_t>(width - display_width(text)) + 2, ' ');
    };
    std::string out;
    for (const ConfigLine& line : lines) {
        out += padded(line.name, names) + padded(line.value, values) + line.origin + '\n';
    }
    return out;
}

}  // namespace

Exit run_config(const Call& call) {
    const Result<Settings> settings = settle(call);
    if (!settings) return complain(settings.error(), call.terminal);
    const Options& options = call.options;
    ConfigLines lines;
    lines.push_back({"profile", settings->profile_path.empty() ? "none" : settings->profile_path,
                     options.no_profile || options.profile ? "flag"
                     : settings->profile_path.empty()      ? "default"
                                                           : "nearest"});
    add_flags(*settings, options, lines);
    add_terminal(call, lines);
    const Instructions& instructions = settings->instructions;
    add_wording("columns", instructions.columns, options.maps.size(), *settings, lines);
    add_wording("status", instructions.statuses, 0, *settings, lines);
    add_wording("people", instructions.people, 0, *settings, lines);
    add_rules(*settings, lines);
    return finish_with(table_of(lines), call.terminal);
}

}  // namespace tidytracker::cli
