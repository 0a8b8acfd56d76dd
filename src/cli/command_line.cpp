// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/text.hpp"

namespace tidytracker::cli {
namespace {

void add_flag(CLI::App& app, const Flag& flag, Options& options) {
    const std::string names =
        fmt::format("{}{}{}", flag.letter, flag.letter.empty() ? "" : ",", flag.name);
    if (const auto* boolean = std::get_if<bool Options::*>(&flag.target)) {
        app.add_flag(names, options.*(*boolean));
    } else if (const auto* text =
                   std::get_if<std::optional<std::string> Options::*>(&flag.target)) {
        std::optional<std::string>& target = options.*(*text);
        app.add_option_function<std::string>(
               names, [&target](const std::string& value) { target = value; })
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    } else {
        app.add_option(names, options.*std::get<std::vector<std::string> Options::*>(flag.target))
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
}

tl::unexpected<Error> unknown_flag(const std::string& word) {
    const std::string name = word.substr(0, word.find('='));
    std::vector<std::string_view> names;
    for (const Flag& flag : all_flags()) names.push_back(flag.name);
    const std::string_view meant = nearest(name, names);
    return fail(ErrorKind::usage, fmt::format("unknown flag \"{}\"", name),
                meant.empty() ? "tidytracker help lists commands and flags"
                              : fmt::format("did you mean \"{}\"?", meant));
}

/// What CLI11 has to say, in our words where it is the common case: a flag without its value.
tl::unexpected<Error> misused(const CLI::ParseError& error) {
    const std::string message = error.what();
    for (const Flag& flag : all_flags()) {
        if (!message.starts_with(flag.name) || flag.value.empty()) continue;
        return fail(ErrorKind::usage, fmt::format("{} needs a value", flag.name),
                    fmt::format("write {} {}", flag.name, flag.value));
    }
    return fail(ErrorKind::usage, message);
}

Result<void> check_choices(const Options& options) {
    for (const Flag& flag : all_flags()) {
        const auto* text = std::get_if<std::optional<std::string> Options::*>(&flag.target);
        if (flag.choices.empty() || text == nullptr || !(options.*(*text))) continue;
        const std::string& value = *(options.*(*text));
        const std::vector<std::string_view> choices = words_of(flag.choices);
        if (std::ranges::find(choices, value) != choices.end()) continue;
        const std::string_view meant = nearest(value, choices);
        return fail(ErrorKind::usage, fmt::format("{} cannot be \"{}\"", flag.name, value),
                    meant.empty() ? fmt::format("it is one of: {}", fmt::join(choices, ", "))
                                  : fmt::format("did you mean \"{}\"?", meant));
    }
    return {};
}

}  // namespace

Result<Options> parse_command_line(int count, const char* const* words) {
    Options options;
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    app.add_option("arguments", options.arguments);
    for (const Flag& flag : all_flags()) add_flag(app, flag, options);
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return misused(error);
    }
    const std::vector<std::string> unknown = app.remaining();
    if (!unknown.empty()) return unknown_flag(unknown.front());
    return check_choices(options).map([&options] { return std::move(options); });
}

}  // namespace tidytracker::cli
