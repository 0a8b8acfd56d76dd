// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/report.hpp>
#include <tidytracker/result.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "cli/terminal.hpp"

namespace tidytracker::cli {

/// What the program tells the shell.
enum class Exit : std::uint8_t {
    done = 0,
    findings = 1,  ///< done, with findings at or above --fail-on
    failed = 2,    ///< not, or not fully, done
};

struct Command;

/// One use of a command: what was typed and where the answers go.
struct Call {
    const Command* command{};
    Options options{};
    std::vector<std::string> arguments{};  ///< without the command itself
    Terminal terminal{};
};

/// A command of the program. registry.cpp lists all of them.
struct Command {
    std::string_view name{};
    std::string_view summary{};               ///< a few words, for the list of commands
    std::string_view usage{};                 ///< what follows the name: "IN... [-o OUT]"
    std::string_view about{};                 ///< a paragraph
    std::string_view examples{};              ///< lines "command line\twhat it does"
    std::string_view operands{};              ///< the value that its arguments are: "FILE", or none
    std::string_view formats{};               ///< what --format may be, the usual one first
    std::array<std::string_view, 5> flags{};  ///< lists of flags, without their dashes
    Exit (*run)(const Call&){};
};

[[nodiscard]] std::span<const Command> all_commands();
[[nodiscard]] const Command* find_command(std::string_view name);
/// Does the command take the flag? Some (help, colour) every command takes.
[[nodiscard]] bool takes(const Command& command, const Flag& flag);

/// The value of --format, or the usual format of the command.
[[nodiscard]] std::string format_of(const Call& call);

Exit run_check(const Call& call);
Exit run_completions(const Call& call);
Exit run_config(const Call& call);
Exit run_convert(const Call& call);
Exit run_explain(const Call& call);
Exit run_help(const Call& call);
Exit run_inspect(const Call& call);
Exit run_diff(const Call& call);
Exit run_man(const Call& call);
Exit run_merge(const Call& call);
Exit run_parse(const Call& call);
Exit run_schema(const Call& call);
Exit run_summary(const Call& call);
Exit run_tables(const Call& call);

/// Says that there is no such command, and which one was probably meant.
Exit complain_of_command(std::string_view name, const Terminal& terminal);
/// Says on standard error what went wrong; the exit code of a failure.
Exit complain(const Error& error, const Terminal& terminal);
/// Prints a product; the exit code.
Exit finish_with(std::string_view product, const Terminal& terminal);

}  // namespace tidytracker::cli
