// SPDX-License-Identifier: Apache-2.0
// The program: words in, products on standard output, all else on standard error. What it does
// with trackers is the library's; here are files, flags, profiles and messages.
#include <algorithm>
#include <csignal>
#include <exception>

#include <fmt/format.h>
#include <malloc.h>

#include "base/text.hpp"
#include "cli/command_line.hpp"
#include "cli/help.hpp"

namespace tidytracker::cli {
namespace {

/// What --format may be depends on the command.
Result<void> check_format(const Command& command, const Options& options) {
    if (!options.format) return {};
    const std::vector<std::string_view> formats = words_of(command.formats);
    if (std::ranges::find(formats, *options.format) != formats.end()) return {};
    const std::string_view meant = nearest(*options.format, formats);
    return fail(ErrorKind::usage, fmt::format("--format cannot be \"{}\"", *options.format),
                meant.empty() ? fmt::format("it is one of: {}", fmt::join(formats, ", "))
                              : fmt::format("did you mean \"{}\"?", meant));
}

/// A flag that a command does not take would be ignored, which nobody who typed it wants.
Result<void> check_flags(const Command& command, const Options& options) {
    for (const Flag& flag : all_flags()) {
        if (!is_given(flag, options) || takes(command, flag)) continue;
        return fail(ErrorKind::usage,
                    fmt::format("\"{}\" does not take {}", command.name, flag.name),
                    fmt::format("tidytracker help {} lists its flags", command.name));
    }
    return check_format(command, options);
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
        if (call.options.help) return finish_with(program_help(), call.terminal);
        tell(short_help());
        return Exit::failed;
    }
    const std::string name = call.arguments.front();
    call.arguments.erase(call.arguments.begin());
    call.command = find_command(name);
    if (call.command == nullptr) return complain_of_command(name, call.terminal);
    if (call.options.help) return finish_with(command_help(*call.command), call.terminal);
    const Result<void> fitting = check_flags(*call.command, call.options);
    return fitting ? call.command->run(call) : complain(fitting.error(), call.terminal);
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
    // So does a limit on the size of files show as an error of writing.
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
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
