// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/validate.hpp>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/help.hpp"

namespace tidytracker::cli {
namespace {

std::string list_of_rules() {
    std::string out;
    for (const Rule& rule : all_rules()) {
        out +=
            fmt::format("{:<28}{:<9}{}\n", rule.name, rule.off ? "off" : to_string(rule.severity),
                        wrapped(rule.what, k_help_width, 37));
    }
    return out;
}

void append_part(std::string_view heading, std::string_view text, std::string& out) {
    if (text.empty()) return;
    out += fmt::format("{:<17}{}\n", heading, wrapped(text, k_help_width, 17));
}

std::string page_of(const Rule& rule) {
    std::string out = fmt::format("{}   {}, {} by default\n\n", rule.name, to_string(rule.family),
                                  rule.off ? "off" : to_string(rule.severity));
    append_part("What it does", rule.what, out);
    append_part("Why it matters", rule.why, out);
    append_part("Example", rule.example, out);
    append_part("What to do", rule.remedy, out);
    if (!rule.number.name.empty()) {
        append_part("Setting",
                    fmt::format("[rules] {} = {{ {} = {} }}", rule.name, rule.number.name,
                                rule.number.standard),
                    out);
    }
    append_part("Related", rule.related, out);
    return out;
}

}  // namespace

Exit run_explain(const Call& call) {
    if (call.arguments.empty() || call.options.list)
        return finish_with(list_of_rules(), call.terminal);
    std::string pages;
    for (const std::string& name : call.arguments) {
        const Rule* rule = find_rule(name);
        if (rule == nullptr) {
            const Result<void> known = check_rule_name(name, {});
            if (!known) return complain(known.error(), call.terminal);
            // A family: the pages of its rules.
            for (const Rule& one : all_rules()) {
                if (to_string(one.family) != name) continue;
                if (!pages.empty()) pages += '\n';
                pages += page_of(one);
            }
            continue;
        }
        if (!pages.empty()) pages += '\n';
        pages += page_of(*rule);
    }
    return finish_with(pages, call.terminal);
}

}  // namespace tidytracker::cli
