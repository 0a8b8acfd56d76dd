// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/help.hpp"

namespace tidytracker::cli {

Exit run_help(const Call& call) {
    if (call.arguments.empty()) return finish_with(program_help(), call.terminal);
    const Command* command = find_command(call.arguments.front());
    if (command == nullptr) return complain_of_command(call.arguments.front(), call.terminal);
    return finish_with(command_help(*command), call.terminal);
}

}  // namespace tidytracker::cli
