// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/validate.hpp>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"

namespace tidytracker::cli {
namespace {

std::string list_of_rules() {
    std::string out;
    for (const Rule& rule : all_rules()) {
        out += fmt::format("{:<26}{:<9}{}\n", rule.name, to_string(rule.severity),
                           wrapped(rule.what, k_help_width, 35));
    }
    return out;
}

void append_part(std::string_view heading, std::string_view text, std::string& out) {
    if (text.empty()) return;
    out += fmt::format("{:<17}{}\n", heading, wrapped(text, k_help_width, 17));
}

std::string page_of(const Rule& rule) {
    std::string out = fmt::format("{}   {} by default\n\n", rule.name, to_string(rule.severity));
    append_part("What it does", rule.what, out);
    append_part("Why it matters", rule.why, out);
    append_part("Example", rule.example, out);
    append_part("What to do", rule.remedy, out);
    append_part("Related", rule.related, out);
    return out;
}

Error unknown_rule(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Rule& rule : all_rules()) names.push_back(rule.name);
    const std::string_view meant = nearest(name, names);
    return Error{.kind = ErrorKind::usage,
                 .message = fmt::format("unknown rule \"{}\"", name),
                 .help = meant.empty() ? "tidytracker explain lists all rules"
                                       : fmt::format("did you mean \"{}\"?", meant)};
}

}  // namespace

Exit run_explain(const Call& call) {
    if (call.arguments.empty()) return finish_with(list_of_rules(), call.terminal);
    std::string pages;
    for (const std::string& name : call.arguments) {
        const Rule* rule = find_rule(name);
        if (rule == nullptr) return complain(unknown_rule(name), call.terminal);
        if (!pages.empty()) pages += '\n';
        pages += page_of(*rule);
    }
    return finish_with(pages, call.terminal);
}

}  // namespace tidytracker::cli
