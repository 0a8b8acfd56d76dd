// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/completions.hpp"
#include "cli/offer.hpp"

namespace tidytracker::cli {
namespace {

// Readline completes paths by itself, tilde and blanks included, where the function offers no word
// and "-o default" holds; so that is taken away where no path is wanted. It takes "=" for the end
// of a word, so that "--format=x" comes as three.
constexpr std::string_view k_bash_head =
    R"(# Completion of tidytracker for bash; made by "tidytracker completions bash".
_tidytracker() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local command='' words='' files='' list='' done='' i
    if [[ $word == '=' ]]; then
        word=''
    elif [[ $before == '=' ]] && ((COMP_CWORD > 1)); then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            )";

constexpr std::string_view k_bash_tail = R"(    esac
    if [[ -n $list ]]; then
        done=${word%"${word##*,}"}
        compopt -o nospace 2>/dev/null
    fi
    COMPREPLY=($(compgen -P "$done" -W "$words" -- "${word#"$done"}"))
    [[ -n $files ]] || compopt +o default 2>/dev/null
}
complete -o default -F _tidytracker tidytracker
)";

std::string assignments(const Offer& offer) {
    std::string out;
    if (!offer.words.empty()) out += fmt::format(" words='{}'", fmt::join(offer.words, " "));
    if (offer.files) out += " files=yes";
    if (offer.list) out += " list=yes";
    return out;
}

void append_case(std::string_view pattern, const Offer& offer, std::string_view indent,
                 std::string& out) {
    out += fmt::format("{}{}){} ;;\n", indent, pattern, assignments(offer));
}

/// "*:-o | *:--output": where the flag's value is completed.
std::string pattern_of(std::string_view command, const Flag& flag) {
    std::string out = fmt::format("{}:{}", command, flag.name);
    if (!flag.letter.empty()) out += fmt::format(" | {}:{}", command, flag.letter);
    return out;
}

void append_flag_values(std::string& out) {
    for (const Flag& flag : all_flags()) {
        if (flag.value.empty()) continue;
        if (flag.name != "--format") {
            append_case(pattern_of("*", flag), offer_for_flag({}, flag), "        ", out);
            continue;
        }
        for (const Command& command : all_commands()) {
            if (!takes(command, flag)) continue;
            append_case(pattern_of(command.name, flag), offer_for_flag(command, flag), "        ",
                        out);
        }
    }
}

Offer flags_of(const Command& command) {
    Offer offer;
    for (const Flag& flag : all_flags()) {
        if (takes(command, flag)) offer.words.push_back(flag.name);
    }
    return offer;
}

}  // namespace

std::string bash_completions() {
    Offer commands;
    for (const Command& command : all_commands()) commands.words.push_back(command.name);
    std::string out(k_bash_head);
    out += fmt::format("{}) command=${{COMP_WORDS[i]}} && break ;;\n        esac\n    done\n",
                       fmt::join(commands.words, " | "));
    out += "    case $command:$before in\n";
    append_flag_values(out);
    out += "        *)\n            case $command:$word in\n";
    append_case(":-*", flags_of({}), "                ", out);
    append_case(":*", commands, "                ", out);
    for (const Command& command : all_commands()) {
        append_case(fmt::format("{}:-*", command.name), flags_of(command), "                ", out);
        append_case(fmt::format("{}:*", command.name), offer_for_operands(command),
                    "                ", out);
    }
    out += "            esac ;;\n";
    return out.append(k_bash_tail);
}

}  // namespace tidytracker::cli
