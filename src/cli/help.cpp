// SPDX-License-Identifier: Apache-2.0
#include "cli/help.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/offer.hpp"

namespace tidytracker::cli {
namespace {

constexpr std::string_view k_exit_codes =
    "Exit codes\n"
    "  0  done\n"
    "  1  done, with findings at or above --fail-on\n"
    "  2  not, or not fully, done: wrong usage, an unreadable input, no output\n";

/// Lines "left\tright" as two columns; a left side that is too long has a line of its own.
void append_two_columns(std::string_view lines, std::string_view before, std::size_t column,
                        std::string& out) {
    for (const std::string_view line : split(lines, '\n')) {
        const std::size_t tab = line.find('\t');
        std::string left = "  ";
        left.append(before).append(line.substr(0, tab));
        const std::string_view right = line.substr(tab + 1);
        if (left.size() + 2 > column) {
            out.append(left).append("\n").append(column, ' ');
        } else {
            out.append(left).append(column - left.size(), ' ');
        }
        out.append(wrapped(right, k_help_width, column)).append("\n");
    }
}

std::string flag_lines(const Command& command, std::string_view group) {
    std::string lines;
    for (const Flag& flag : all_flags()) {
        if (flag.group != group || !takes(command, flag)) continue;
        if (!lines.empty()) lines += '\n';
        lines.append(flag.letter.empty() ? "    " : std::string(flag.letter) + ", ");
        lines.append(flag.name);
        if (!flag.value.empty()) lines.append(" ").append(flag.value);
        lines.append("\t").append(flag.help);
        if (flag.name == "--format") {
            lines += fmt::format(": {}", fmt::join(words_of(command.formats), ", "));
        }
    }
    return lines;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    std::string out;
    std::size_t used = indent;
    for (const std::string_view word : words_of(text)) {
        const auto length = static_cast<std::size_t>(display_width(word));
        if (!out.empty() && used + 1 + length > width) {
            out.append("\n").append(indent, ' ');
            used = indent;
        } else if (!out.empty()) {
            out += ' ';
            ++used;
        }
        out += word;
        used += length;
    }
    return out;
}

std::string short_help() {
    std::string out =
        "tidytracker turns messy action trackers into one clean, checked register.\n\n";
    append_two_columns(
        "inspect log.xlsx\tsee what would be read, and why\n"
        "convert log.xlsx\twrite log.tidy.xlsx beside it\n"
        "convert *.xlsx -o all.csv\tmany trackers, one register",
        "tidytracker ", 44, out);
    std::string names;
    for (const Command& command : all_commands()) names.append(" ").append(command.name);
    out += fmt::format("\nCommands: {}\n", wrapped(names, k_help_width, 10));
    out += "Run \"tidytracker help COMMAND\" for flags and examples.\n";
    return out;
}

std::string program_help() {
    std::string out = short_help();
    out.erase(out.find("Commands:"));
    out += "Commands\n";
    std::string lines;
    for (const Command& command : all_commands()) {
        if (!lines.empty()) lines += '\n';
        lines.append(command.name).append("\t").append(command.summary);
    }
    append_two_columns(lines, "", 15, out);
    out += "\nRun \"tidytracker help COMMAND\" for flags and examples.\n\n";
    return out.append(k_exit_codes);
}

std::string command_help(const Command& command) {
    std::string out = fmt::format("tidytracker {} {}\n\n", command.name, command.usage);
    out.append(wrapped(command.about, k_help_width, 0)).append("\n\nExamples\n");
    for (const std::string_view example : split(command.examples, '\n')) {
        const std::size_t tab = example.find('\t');
        out += fmt::format("  tidytracker {}\n      {}\n", example.substr(0, tab),
                           example.substr(tab + 1));
    }
    for (const std::string_view group : flag_groups()) {
        const std::string lines = flag_lines(command, group);
        if (lines.empty()) continue;
        out.append("\n").append(group).append("\n");
        append_two_columns(lines, "", 30, out);
    }
    return out.append("\n").append(k_exit_codes);
}

}  // namespace tidytracker::cli
