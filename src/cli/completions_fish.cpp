// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/completions.hpp"
#include "cli/offer.hpp"

namespace tidytracker::cli {
namespace {

/// In single quotes fish knows only \' and \\.
std::string fish_quoted(std::string_view text) {
    std::string escaped = replace_all(text, "\\", "\\\\");
    return fmt::format("'{}'", replace_all(std::move(escaped), "'", "\\'"));
}

std::string arguments_of(const Offer& offer, bool required) {
    std::string out = required ? (offer.files ? " -r -F" : " -x") : (offer.files ? " -F" : " -f");
    if (offer.words.empty()) return out;
    const std::string words = fmt::format("{}", fmt::join(offer.words, " "));
    return out + " -a " +
           fish_quoted(offer.list ? fmt::format("(__fish_append , {})", words) : words);
}

std::string condition_of(std::string_view commands) {
    return " -n " + fish_quoted(fmt::format("__fish_seen_subcommand_from {}", commands));
}

/// What one line says of a flag for the commands named; for all, if none is named.
std::string flag_line(const Command& command, const Flag& flag, std::string_view commands) {
    std::string out = "complete -c tidytracker";
    if (!commands.empty()) out += condition_of(commands);
    out += fmt::format(" -l {}", flag.name.substr(2));
    if (!flag.letter.empty()) out += fmt::format(" -s {}", flag.letter.substr(1));
    if (!flag.value.empty()) out += arguments_of(offer_for_flag(command, flag), true);
    return out + " -d " + fish_quoted(flag.help) + "\n";
}

void append_fish_flag(const Flag& flag, std::string& out) {
    std::vector<std::string_view> commands;
    for (const Command& command : all_commands()) {
        if (!takes(command, flag)) continue;
        commands.push_back(command.name);
        if (flag.name == "--format") out += flag_line(command, flag, command.name);
    }
    if (flag.name == "--format") return;
    const bool everywhere = commands.size() == all_commands().size();
    out += flag_line({}, flag, everywhere ? "" : fmt::format("{}", fmt::join(commands, " ")));
}

}  // namespace

std::string fish_completions() {
    std::string out =
        "# Completion of tidytracker for fish; made by \"tidytracker completions fish\".\n"
        "complete -c tidytracker -f\n";
    for (const Command& command : all_commands()) {
        out += fmt::format("complete -c tidytracker -n __fish_use_subcommand -a {} -d {}\n",
                           command.name, fish_quoted(command.summary));
    }
    for (const Command& command : all_commands()) {
        if (command.operands.empty()) continue;
        out += fmt::format("complete -c tidytracker{}{}\n", condition_of(command.name),
                           arguments_of(offer_for_operands(command), false));
    }
    for (const Flag& flag : all_flags()) append_fish_flag(flag, out);
    return out;
}

}  // namespace tidytracker::cli
