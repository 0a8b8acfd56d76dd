// SPDX-License-Identifier: Apache-2.0
#include "cli/manual.hpp"

#include <tidytracker/read.hpp>
#include <tidytracker/write.hpp>

#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/offer.hpp"

namespace tidytracker::cli {
namespace {

struct Term {
    std::string_view name{};
    std::string_view text{};
};

constexpr auto k_exit_terms = std::to_array<Term>({
    {"0", "Done."},
    {"1", "Done, with findings at or above --fail-on, or, for diff, with differences."},
    {"2",
     "Not, or not fully, done: wrong usage, an unreadable input, no output. One bad file does "
     "not stop the others."},
});

constexpr auto k_environment_terms = std::to_array<Term>({
    {"NO_COLOR", "If set and not empty, nothing is coloured; --color beats it."},
    {"FORCE_COLOR", "If set and not 0, output is coloured even where it is not a terminal."},
    {"COLUMNS", "The width of messages, in columns; by default that of the terminal."},
});

constexpr auto k_file_terms = std::to_array<Term>({
    {"tidytracker.toml",
     "The profile: what columns, status words and initials mean, which rules hold. The nearest one "
     "counts, from the current folder upwards to the root of the repository or the home folder. "
     "\"tidytracker inspect FILE --save-profile tidytracker.toml\" begins one."},
});

constexpr std::string_view k_man_opening =
    R"(.SH NAME
tidytracker \- turn messy action trackers into one clean, checked register
.SH SYNOPSIS
.B tidytracker
.I COMMAND
.RI [ FLAG .\|.\|.]
.RI [ ARGUMENT .\|.\|.]
.SH DESCRIPTION
Reads action trackers as people keep them, in spreadsheets, documents, web pages and text, finds the
tables in them, knows what the columns mean, reads dates, people and progress, and says what is wrong
and in which cell.
It writes one register, and shows that no cell was lost on the way.
Inputs are never changed; nothing leaves the machine.
.PP
Flags mean the same with every command and may stand before or after it.
)";

/// Text for roff: a hyphen that is typed, a backslash, and no line that looks like a request.
std::string roff(std::string_view text) {
    std::string out = replace_all(text, "\\", "\\e");
    out = replace_all(std::move(out), "-", "\\-");
    if (out.starts_with('.') || out.starts_with('\'')) out.insert(0, "\\&");
    return out;
}

void append_section(std::string_view name, std::span<const Term> terms, std::string& out) {
    out += fmt::format(".SH {}\n", name);
    for (const Term& term : terms) {
        out += fmt::format(".TP\n.B {}\n{}\n", roff(term.name), roff(term.text));
    }
}

/// "--output, --to": the flags that not every command takes.
std::string own_flags(const Command& command) {
    std::string out;
    for (const Flag& flag : all_flags()) {
        if (!takes(command, flag) || takes(Command{}, flag)) continue;
        out += fmt::format("{}{}", out.empty() ? "" : ", ", flag.name);
    }
    return out;
}

void append_man_command(const Command& command, std::string& out) {
    out += fmt::format(".SS \"{} {}\"\n{}\n", roff(command.name), roff(command.usage),
                       roff(command.about));
    const std::string flags = own_flags(command);
    if (!flags.empty()) out += fmt::format(".PP\nFlags: {}.\n", roff(flags));
    if (!command.formats.empty()) {
        out += fmt::format(".PP\nFormats: {}.\n",
                           roff(fmt::format("{}", fmt::join(words_of(command.formats), ", "))));
    }
    for (const std::string_view example : split(command.examples, '\n')) {
        const std::size_t tab = example.find('\t');
        out += fmt::format(".TP\n.B {}\n{}\n",
                           roff(fmt::format("tidytracker {}", example.substr(0, tab))),
                           roff(example.substr(tab + 1)));
    }
}

void append_man_flag(const Flag& flag, std::string& out) {
    out += ".TP\n\\fB";
    if (!flag.letter.empty()) out += fmt::format("{}\\fR, \\fB", roff(flag.letter));
    out += fmt::format("{}\\fR", roff(flag.name));
    if (!flag.value.empty()) out += fmt::format(" \\fI{}\\fR", roff(flag.value));
    out += fmt::format("\n{}\n", roff(flag.help));
}

void append_formats(std::string& out) {
    out += ".SH FORMATS\n.SS Read\n";
    for (const Reader& reader : all_readers()) {
        out += fmt::format(".TP\n.B {}\n{}\n", roff(reader.name), roff(reader.description));
    }
    out += ".SS Written\n";
    for (const Writer& writer : all_writers()) {
        out += fmt::format(".TP\n.B {}\n{} ({})\n", roff(writer.name), roff(writer.description),
                           roff(writer.suffix));
    }
}

}  // namespace

std::string manual_page() {
    std::string out =
        ".TH TIDYTRACKER 1 \"\" \"tidytracker " TIDYTRACKER_VERSION "\" \"User Commands\"\n";
    out.append(k_man_opening).append(".SH COMMANDS\n");
    for (const Command& command : all_commands()) append_man_command(command, out);
    out += ".SH FLAGS\n";
    for (const std::string_view group : flag_groups()) {
        out += fmt::format(".SS {}\n", group);
        for (const Flag& flag : all_flags()) {
            if (flag.group == group) append_man_flag(flag, out);
        }
    }
    append_formats(out);
    append_section("EXIT STATUS", k_exit_terms, out);
    append_section("ENVIRONMENT", k_environment_terms, out);
    append_section("FILES", k_file_terms, out);
    return out;
}

}  // namespace tidytracker::cli
