// SPDX-License-Identifier: Apache-2.0
// The program: words in, products on standard output, all else on standard error. What it does
// with trackers is the library's; here are files, flags, profiles and messages.
#include <csignal>
#include <exception>

#include <fmt/format.h>
#include <malloc.h>

#include "base/text.hpp"
#include "cli/command_line.hpp"
#include "cli/help.hpp"

namespace tidytracker::cli {
namespace {

Exit unknown_command(const std::string& name, const Terminal& terminal) {
    std::vector<std::string_view> names{"help"};
    for (const Command& command : all_commands()) names.push_back(command.name);
    const std::string_view meant = nearest(name, names);
    const Error error{.kind = ErrorKind::usage,
                      .message = fmt::format("unknown command \"{}\"", name),
                      .help = meant.empty() ? "tidytracker help lists the commands"
                                            : fmt::format("did you mean \"{}\"?", meant)};
    return complain(error, terminal);
}

Exit help(const std::vector<std::string>& arguments, const Terminal& terminal) {
    if (arguments.empty()) return finish_with(program_help(), terminal);
    const Command* command = find_command(arguments.front());
    if (command == nullptr) return unknown_command(arguments.front(), terminal);
    return finish_with(command_help(*command), terminal);
}

/// A flag that a command does not take would be ignored, which nobody who typed it wants.
Result<void> check_flags(const Command& command, const Options& options) {
    for (const Flag& flag : all_flags()) {
        if (!is_given(flag, options) || takes(command, flag)) continue;
        return fail(ErrorKind::usage,
                    fmt::format("\"{}\" does not take {}", command.name, flag.name),
                    fmt::format("tidytracker help {} lists its flags", command.name));
    }
    return {};
}

Exit run(int count, const char* const* words) {
    Result<Options> parsed = parse_command_line(count, words);
    if (!parsed) return complain(parsed.error(), look_at_terminal("auto"));
    Call call{.options = std::move(*parsed)};
    call.terminal = look_at_terminal(call.options.colour.value_or("auto"));
    call.arguments = call.options.arguments;
    if (call.options.version) {
        return finish_with("tidytracker " TIDYTRACKER_VERSION "\n", call.terminal);
    }
    if (call.arguments.empty()) {
        if (call.options.help) return help({}, call.terminal);
        tell(short_help());
        return Exit::failed;
    }
    const std::string name = call.arguments.front();
    call.arguments.erase(call.arguments.begin());
    if (name == "help") return help(call.arguments, call.terminal);
    const Command* command = find_command(name);
    if (command == nullptr) return unknown_command(name, call.terminal);
    if (call.options.help) return finish_with(command_help(*command), call.terminal);
    const Result<void> fitting = check_flags(*command, call.options);
    return fitting ? command->run(call) : complain(fitting.error(), call.terminal);
}

}  // namespace
}  // namespace tidytracker::cli

namespace {

/// Buffers of some hundred kilobytes come and go with every part of a workbook. The C library
/// would give each back to the system at once and have it cleared anew; that took a tenth of the
/// time of a small conversion.
void keep_memory() {
    constexpr int k_megabyte = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, 4 * k_megabyte);
    mallopt(M_TRIM_THRESHOLD, 32 * k_megabyte);
    mallopt(M_TOP_PAD, k_megabyte);
}

}  // namespace

int main(int count, char** words) {
    // A reader that goes away shows as EPIPE, which print() takes as the end of the work.
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    keep_memory();
    namespace cli = tidytracker::cli;
    try {
        return static_cast<int>(cli::run(count, words));
    } catch (const std::bad_alloc&) {
        cli::tell("error: not enough memory\n  = help: read fewer or smaller files at a time\n");
    } catch (const std::exception& problem) {
        cli::tell(
            fmt::format("error: internal error: {}\n  = help: please report it, with the "
                        "command line that led to it\n",
                        problem.what()));
    }
    return static_cast<int>(cli::Exit::failed);
}
