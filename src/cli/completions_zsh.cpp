// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/completions.hpp"
#include "cli/offer.hpp"

namespace tidytracker::cli {
namespace {

constexpr std::string_view k_zsh_head = R"(#compdef tidytracker
# Completion of tidytracker for zsh; made by "tidytracker completions zsh".
_tidytracker() {
    local curcontext="$curcontext" state line
    typeset -A opt_args
    local -a commands
    commands=(
)";

constexpr std::string_view k_zsh_middle = R"(    )
    _arguments -C '(- *)'{-h,--help}'[show the commands]' '(- *)--version[show the version]' \
        '1: :->command' '*:: :->arguments'
    case $state in
        command) _describe -t commands command commands ;;
        arguments)
            case $words[1] in
)";

// Loaded from $fpath the file is the body of the function; sourced it has to announce it.
constexpr std::string_view k_zsh_tail = R"(            esac ;;
    esac
}
if [[ $funcstack[1] == _tidytracker ]]; then
    _tidytracker "$@"
else
    compdef _tidytracker tidytracker
fi
)";

/// What follows the name of a value: how zsh finds what it may be.
std::string action_of(const Offer& offer) {
    const std::string words = fmt::format("{}", fmt::join(offer.words, " "));
    if (offer.list) return fmt::format("_sequence compadd - {}", words);
    if (offer.files && !words.empty()) {
        return fmt::format("_alternative \"words:word:({})\" \"files:file:_files\"", words);
    }
    if (offer.files) return "_files";
    return words.empty() ? " " : fmt::format("({})", words);
}

std::string flag_specification(const Command& command, const Flag& flag) {
    std::string text = replace_all(flag.help, "[", "\\[");
    text = replace_all(std::move(text), "]", "\\]");
    text = fmt::format("[{}]", text);
    const bool valued = !flag.value.empty();
    if (valued) {
        text += fmt::format(":{}:{}", lower_ascii(replace_all(flag.value, ",...", "")),
                            action_of(offer_for_flag(command, flag)));
    }
    const bool repeated = std::holds_alternative<std::vector<std::string> Options::*>(flag.target);
    const std::string name = fmt::format("{}{}", flag.name, valued ? "=" : "");
    if (flag.letter.empty()) return shell_quoted((repeated ? "*" : "") + name + text);
    return fmt::format("'({} {})'{{{},{}}}{}", flag.letter, flag.name, flag.letter, name,
                       shell_quoted(text));
}

void append_zsh_command(const Command& command, std::string& out) {
    out += fmt::format("                {}) _arguments -s -S", command.name);
    for (const Flag& flag : all_flags()) {
        if (!takes(command, flag)) continue;
        out += fmt::format(" \\\n                    {}", flag_specification(command, flag));
    }
    if (!command.operands.empty()) {
        const std::string operand = fmt::format("*:{}:{}", lower_ascii(command.operands),
                                                action_of(offer_for_operands(command)));
        out += fmt::format(" \\\n                    {}", shell_quoted(operand));
    }
    out += " ;;\n";
}

}  // namespace

std::string zsh_completions() {
    std::string out(k_zsh_head);
    for (const Command& command : all_commands()) {
        out += fmt::format("        {}\n",
                           shell_quoted(fmt::format("{}:{}", command.name, command.summary)));
    }
    out += k_zsh_middle;
    for (const Command& command : all_commands()) append_zsh_command(command, out);
    return out.append(k_zsh_tail);
}

}  // namespace tidytracker::cli
