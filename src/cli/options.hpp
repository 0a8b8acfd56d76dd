// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// The command line as values, and the table of flags from which parsing and help are made.
namespace tidytracker::cli {

/// What was typed. A flag that was not given is false, empty or absent.
struct Options {
    std::vector<std::string> arguments{};  ///< the command and its inputs
    bool help{};
    bool version{};
    bool quiet{};
    bool verbose{};
    bool force{};
    bool no_profile{};
    bool all_cells{};
    bool rows{};
    bool byte_order_mark{};
    bool raw_cells{};
    bool captions{};
    bool json_schema{};
    bool markdown{};
    bool keep_going{};
    std::optional<std::string> output{};
    std::optional<std::string> to{};
    std::optional<std::string> from{};
    std::optional<std::string> encoding{};
    std::optional<std::string> delimiter{};
    std::optional<std::string> sheet{};
    std::vector<std::string> maps{};
    std::optional<std::string> date_order{};
    std::optional<std::string> quarters{};
    std::optional<std::string> as_of{};
    std::optional<std::string> profile{};
    std::optional<std::string> save_profile{};
    std::optional<std::string> fail_on{};
    std::optional<std::string> format{};
    std::optional<std::string> colour{};
    std::optional<std::string> max_repeats{};
    std::optional<std::string> max_inflated{};
    std::optional<std::string> max_cells{};
    std::optional<std::string> max_seconds{};
    std::optional<std::string> template_file{};
    std::optional<std::string> reference{};
    std::optional<std::string> master{};
    std::optional<std::string> prefer{};
    std::vector<std::string> same{};
    std::vector<std::string> distinct{};
    std::optional<std::string> manifest{};
    std::optional<std::string> since{};
    std::optional<std::string> weeks{};
    bool list{};
    std::vector<std::string> select{};
    std::vector<std::string> ignore{};
    std::optional<std::string> baseline{};
    std::optional<std::string> annotate{};
    std::optional<std::string> fix{};
    std::optional<std::string> max_findings{};
};

/// Where a flag's value goes; the kind of member says whether it takes one and may be repeated.
using Target = std::variant<bool Options::*, std::optional<std::string> Options::*,
                            std::vector<std::string> Options::*>;

/// A flag. It means the same with every command that takes it.
struct Flag {
    std::string_view name{};     ///< "--output"
    std::string_view letter{};   ///< "-o", or empty
    std::string_view value{};    ///< "FILE"; empty if it takes none
    std::string_view group{};    ///< heading in the help
    std::string_view help{};     ///< one phrase
    std::string_view choices{};  ///< words that are allowed, parted by spaces; empty: any
    Target target{};
};

/// All flags, in the order of the help.
[[nodiscard]] std::span<const Flag> all_flags();
/// Was it on the command line?
[[nodiscard]] bool is_given(const Flag& flag, const Options& options);

}  // namespace tidytracker::cli
