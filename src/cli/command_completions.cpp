// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/completions.hpp"
#include "cli/offer.hpp"

namespace tidytracker::cli {
namespace {

struct Shell {
    std::string_view name{};
    std::string (*script)(){};
};

constexpr auto k_shells = std::to_array<Shell>(
    {{"bash", bash_completions}, {"zsh", zsh_completions}, {"fish", fish_completions}});

}  // namespace

std::vector<std::string_view> known_shells() {
    std::vector<std::string_view> names;
    for (const Shell& shell : k_shells) names.push_back(shell.name);
    return names;
}

std::string shell_quoted(std::string_view text) {
    return fmt::format("'{}'", replace_all(text, "'", "'\\''"));
}

Exit run_completions(const Call& call) {
    const std::string_view name =
        call.arguments.size() == 1 ? std::string_view(call.arguments.front()) : "";
    const auto shell = std::ranges::find(k_shells, name, &Shell::name);
    if (shell != k_shells.end()) return finish_with(shell->script(), call.terminal);
    return complain({.kind = ErrorKind::usage,
                     .message = "completions takes the name of a shell",
                     .help = fmt::format("it is one of: {}", fmt::join(known_shells(), ", "))},
                    call.terminal);
}

}  // namespace tidytracker::cli
