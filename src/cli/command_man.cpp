// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/manual.hpp"

namespace tidytracker::cli {

Exit run_man(const Call& call) {
    return finish_with(manual_page(), call.terminal);
}

}  // namespace tidytracker::cli
