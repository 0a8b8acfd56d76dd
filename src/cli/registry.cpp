// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/command.hpp"

namespace tidytracker::cli {
namespace {

constexpr std::string_view k_everywhere = "help version color quiet verbose";
constexpr std::string_view k_reading =
    "from sheet encoding delimiter max-inflated max-cells max-seconds";
constexpr std::string_view k_meaning_flags = "map date-order quarters as-of profile no-profile";

constexpr std::string_view k_batch_flags = "keep-going manifest since";

constexpr auto k_commands = std::to_array<Command>({
    {.name = "inspect",
     .summary = "see what would be read, and why",
     .usage = "IN",
     .about = "Shows the sheets and tables of a document, what each column was taken for and how "
              "sure that is, where every cell went, and the command that spells all of this out. "
              "Writes nothing but the profile that --save-profile asks for.",
     .examples = "inspect log.xlsx\twhat is in it\n"
                 "inspect log.xlsx --rows\tthe role of each row\n"
                 "inspect log.xlsx --save-profile tidytracker.toml\tkeep the mapping",
     .operands = "FILE",
     .formats = "text json",
     .flags = {k_reading, k_meaning_flags, "rows format save-profile force"},
     .run = run_inspect},
    {.name = "convert",
     .summary = "turn trackers into one clean register",
     .usage = "IN... [-o OUT]",
     .about = "Reads trackers, brings their columns and values into one form, checks them and "
              "writes one register. IN is a file, a folder, a pattern or - for standard input. "
              "Without -o the register of log.xlsx is log.tidy.xlsx beside it. With --template "
              "the records are filled into the rows below the captions of your own workbook, in "
              "its order and formats; its formulas, other columns, sheets, drop-down lists and "
              "page layout stay, and what it has no column for is told.",
     .examples = "convert log.xlsx\twrites log.tidy.xlsx\n"
                 "convert north.xlsx south.csv -o all.xlsx\tone register\n"
                 "convert returns/ -o - --to json\ta folder, as JSON\n"
                 "convert log.csv --template ours.xlsx -o log.xlsx\tin your own layout\n"
                 "convert log.csv --map \"Detail=action\" -o log.xlsx\tsay what a column is",
     .operands = "FILE",
     .flags = {k_reading, k_meaning_flags, "output to force template bom captions raw-cells",
               "fail-on max-repeats", k_batch_flags},
     .run = run_convert},
    {.name = "merge",
     .summary = "make one register of partners' returns",
     .usage = "[--master REGISTER] IN... -o OUT",
     .about = "Reads trackers and registers and makes one record of the rows that are the same "
              "action, by their references, texts, leads and dates. Fields are merged one by one: "
              "the newest return counts, by the day that it gives itself, by its name, or by the "
              "order given; nothing is taken away by an empty cell. Every conflict, doubt and "
              "duplicate is reported.",
     .examples = "merge returns/ -o register.xlsx\ta folder of returns\n"
                 "merge --master register.xlsx returns/*.xlsx -o new.xlsx\tkeep its references\n"
                 "merge a.csv b.csv -o all.csv --same A-031,S-007\tdecide a doubtful pair",
     .operands = "FILE",
     .flags = {k_reading, k_meaning_flags, "master prefer same distinct save-profile",
               "output to force template bom captions raw-cells fail-on max-repeats",
               k_batch_flags},
     .run = run_merge},
    {.name = "diff",
     .summary = "what has changed since the last version",
     .usage = "OLD NEW [-o OUT]",
     .about =
         "Compares two versions of a tracker, of any formats and with their rows in any order: "
         "what was added, removed, changed, closed, reopened and put off. Prints text, JSON "
         "or Markdown, or writes a workbook with the changes marked. The exit code is 1 if "
         "they differ.",
     .examples = "diff may.xlsx june.xlsx\twhat is new in June\n"
                 "diff may.csv june.xlsx -o changes.xlsx\tas a workbook\n"
                 "diff may.csv june.csv --format json\tfor programs",
     .operands = "FILE",
     .formats = "text json md xlsx",
     .flags = {k_reading, k_meaning_flags, "same distinct", "output format force max-repeats"},
     .run = run_diff},
    {.name = "summary",
     .summary = "the figures for the board",
     .usage = "IN... [-o OUT]",
     .about =
         "Counts actions by status, lead, body, meeting, section, priority and RAG; lists what "
         "is overdue and what is due soon; tells ages, closures by month and due dates that "
         "were put off. Prints tables and bars, or writes Markdown, CSV, JSON or a workbook.",
     .examples = "summary register.xlsx\ton the terminal\n"
                 "summary register.xlsx --weeks 6 -o board.md\ta page for the board\n"
                 "summary returns/ -o figures.csv\tfor a chart",
     .operands = "FILE",
     .formats = "text md csv json xlsx",
     .flags = {k_reading, k_meaning_flags, "weeks", "output format force fail-on max-repeats",
               k_batch_flags},
     .run = run_summary},
    {.name = "check",
     .summary = "say what is wrong, and in which cell",
     .usage = "IN... [--format FORMAT]",
     .about = "Reads trackers and reports what an officer should mend: each finding with its cell, "
              "the evidence and what to do. Exits with 1 if a finding is an error, or as --fail-on "
              "says.",
     .examples =
         "check log.xlsx\tfor people\n"
         "check returns/ --fail-on warning\tstricter\n"
         "check log.xlsx --select dates,missing-lead\tonly some rules\n"
         "check log.xlsx --annotate marked.xlsx\ta copy to send back, with the cells marked\n"
         "check log.xlsx --fix mended.xlsx\ta copy with what is certain put right\n"
         "check log.xlsx --format sarif -o log.sarif\tfor code scanning\n"
         "check log.xlsx --baseline last.json\tonly what is new",
     .operands = "FILE",
     .formats = "text concise json jsonl csv sarif github junit",
     .flags = {k_reading, k_meaning_flags, "output force format annotate fix",
               "select ignore baseline max-findings fail-on max-repeats"},
     .run = run_check},
    {.name = "tables",
     .summary = "print the tables as they stand",
     .usage = "IN",
     .about = "Prints the tables of a document with their rows made whole, without reading "
              "meaning into them; or, with --all-cells, one whole sheet as displayed.",
     .examples = "tables log.xlsx\tits tables as CSV\n"
                 "tables log.xlsx --format json\twith places and spans\n"
                 "tables log.xlsx --all-cells --sheet 2\ta sheet from A1 on",
     .operands = "FILE",
     .formats = "csv json",
     .flags = {k_reading, "all-cells format"},
     .run = run_tables},
    {.name = "schema",
     .summary = "the fields of the register",
     .usage = "[--json-schema | --markdown | --template OUT.xlsx]",
     .about = "Lists the fields, prints them for programs, or writes a blank tracker with "
              "drop-down lists and a page of guidance.",
     .examples = "schema\tthe fields\n"
                 "schema --json-schema\tfor programs that read the JSON\n"
                 "schema --template tracker.xlsx\ta blank tracker",
     .flags = {"json-schema markdown template force"},
     .run = run_schema},
    {.name = "explain",
     .summary = "what a finding means and what to do",
     .usage = "[RULE | --list]",
     .about = "Prints the page of a rule; without a rule, or with --list, a line for each.",
     .examples = "explain --list\tall rules\n"
                 "explain due-before-raised\tone rule",
     .operands = "RULE",
     .flags = {"list"},
     .run = run_explain},
    {.name = "config",
     .summary = "settings, and where each comes from",
     .usage = "[FLAGS]",
     .about = "Prints every setting as check and convert would use it with the same flags, and who "
              "chose it: a flag, the environment, the profile, or nobody.",
     .examples = "config\there and now\n"
                 "config --date-order mdy\twith a flag",
     .flags = {k_reading, k_meaning_flags,
               "select ignore baseline max-findings fail-on max-repeats"},
     .run = run_config},
    {.name = "parse",
     .summary = "how a phrase would be read",
     .usage = "FIELD [--reference DAY]",
     .about = "Reads phrases from standard input, one a line, and prints for each how it is "
              "understood, as one JSON object a line. FIELD is a field of the register, such as "
              "leads, due, status or progress, and the phrase is read as a cell of its column; "
              "`when` reads dates and periods as such, with both ends, and a quarter without a "
              "year such as 2024/25 as one of the calendar year.",
     .examples = "parse when --reference 2025-03-31 < phrases.txt\tdates and periods\n"
                 "parse leads < cells.txt\tpeople, posts and bodies",
     .operands = "FIELD",
     .formats = "jsonl",
     .flags = {"reference date-order quarters format"},
     .run = run_parse},
    {.name = "help",
     .summary = "the commands, or one of them",
     .usage = "[COMMAND]",
     .about = "Prints what a command does, with examples and all flags that it takes.",
     .examples = "help\tthe commands\n"
                 "help convert\tone command",
     .operands = "COMMAND",
     .run = run_help},
    {.name = "man",
     .summary = "the manual page",
     .usage = "",
     .about = "Prints the manual page for man(1): all commands, flags and formats in one place. "
              "What is installed as a package comes with it.",
     .examples = "man | man -l -\tread it",
     .run = run_man},
    {.name = "completions",
     .summary = "let the shell complete commands and flags",
     .usage = "SHELL",
     .about = "Prints a script that lets the shell complete commands, flags and their values with "
              "the Tab key. SHELL is bash, zsh or fish. What is installed as a package comes with "
              "all three.",
     .examples = "completions bash >> ~/.bash_completion\tfor bash\n"
                 "completions zsh > ~/.zfunc/_tidytracker\tfor zsh, with ~/.zfunc in fpath\n"
                 "completions fish > ~/.config/fish/completions/tidytracker.fish\tfor fish",
     .operands = "SHELL",
     .run = run_completions},
});

bool lists(std::string_view list, std::string_view name) {
    const std::vector<std::string_view> words = words_of(list);
    return std::ranges::find(words, name) != words.end();
}

}  // namespace

std::span<const Command> all_commands() {
    return k_commands;
}

const Command* find_command(std::string_view name) {
    const auto found = std::ranges::find(k_commands, name, &Command::name);
    return found == k_commands.end() ? nullptr : &*found;
}

bool takes(const Command& command, const Flag& flag) {
    const std::string_view name = flag.name.substr(2);
    return lists(k_everywhere, name) ||
           std::ranges::any_of(command.flags,
                               [name](std::string_view list) { return lists(list, name); });
}

std::string format_of(const Call& call) {
    return call.options.format.value_or(std::string(words_of(call.command->formats).front()));
}

Exit complain_of_command(std::string_view name, const Terminal& terminal) {
    std::vector<std::string_view> names;
    for (const Command& command : all_commands()) names.push_back(command.name);
    const std::string_view meant = nearest(name, names);
    return complain({.kind = ErrorKind::usage,
                     .message = fmt::format("unknown command \"{}\"", name),
                     .help = meant.empty() ? "tidytracker help lists the commands"
                                           : fmt::format("did you mean \"{}\"?", meant)},
                    terminal);
}

Exit complain(const Error& error, const Terminal& terminal) {
    tell(report_error(error, {.colour = terminal.err.colour, .width = terminal.width}));
    return Exit::failed;
}

Exit finish_with(std::string_view product, const Terminal& terminal) {
    const Result<void> printed = print(product);
    return printed ? Exit::done : complain(printed.error(), terminal);
}

}  // namespace tidytracker::cli
