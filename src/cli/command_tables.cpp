// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/locate.hpp>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/csv_text.hpp"
#include "cli/inputs.hpp"
#include "cli/located_tables.hpp"
#include "cli/outcome.hpp"
#include "cli/settings.hpp"

namespace tidytracker::cli {
namespace {

/// The tables of one sheet, or of all that people see.
Result<std::vector<Table>> locate(const Workbook& workbook,
                                  const std::optional<std::string>& wanted, Findings& findings) {
    std::vector<Table> tables;
    std::optional<std::uint32_t> only;
    if (wanted) {
        const Result<std::uint32_t> sheet = find_sheet(workbook, *wanted);
        if (!sheet) return tl::unexpected<Error>(sheet.error());
        only = *sheet;
    }
    for (std::uint32_t sheet = 0; sheet < workbook.sheets.size(); ++sheet) {
        const bool visible = workbook.sheets[sheet].visibility == Visibility::visible;
        if (only ? sheet != *only : !visible) continue;
        SheetLayout layout = locate_tables(workbook, sheet, findings);
        for (Table& table : layout.tables) tables.push_back(std::move(table));
    }
    return tables;
}

/// Why nothing is printed: what was looked at, and what was not seen there.
Finding no_table(const Workbook& workbook, const std::optional<std::string>& sheet) {
    std::size_t rows = 0;
    for (const Sheet& each : workbook.sheets) rows += each.rows.size();
    Finding finding{.rule = "no-tracker",
                    .severity = Severity::warning,
                    .message = "no table was found in this document",
                    .note = "it holds no text"};
    if (sheet) finding.message = fmt::format("no table was found on sheet {}", *sheet);
    if (rows == 0) return finding;
    const bool cells = !workbook.sheets.empty() && workbook.sheets.front().places == PlaceStyle::a1;
    finding.note = fmt::format("it has {}, but no header with rows of cells below it",
                               count_of(rows, cells ? "row" : "line"));
    finding.help = "print its text as it stands with --all-cells";
    return finding;
}

Result<void> print_sheet(const Workbook& workbook, const Call& call, bool json) {
    if (workbook.sheets.empty()) return {};
    const Result<std::uint32_t> sheet = find_sheet(workbook, call.options.sheet.value_or("1"));
    if (!sheet) return tl::unexpected<Error>(sheet.error());
    const Sheet& chosen = workbook.sheets[*sheet];
    if (!json) return print_csv_of_sheet(workbook, chosen);
    const Result<std::string> text = json_of_sheet(workbook, chosen);
    if (!text) return tl::unexpected<Error>(text.error());
    return print(*text);
}

/// Prints the only sheet of a large text while it is read. False, and nothing is printed, for a
/// document of another kind.
Result<bool> print_rows(const std::string& path, const Settings& settings, const Call& call,
                        Findings& findings) {
    if (!is_large_input(path) || call.options.sheet.value_or("1") != "1") return false;
    RowPrinter printer;
    const auto take = [&printer](std::uint32_t row, std::span<const std::string_view> texts) {
        return printer.add(row, texts);
    };
    const Result<bool> done = read_input_rows(path, settings, take, findings);
    if (!done || !*done) return done;
    const Result<void> printed = printer.finish();
    if (!printed) return tl::unexpected<Error>(printed.error());
    return true;
}

Result<void> print_tables(const Workbook& workbook, const std::vector<Table>& tables, bool json) {
    return print(json ? json_of_tables(workbook, tables) : csv_of_tables(tables));
}

}  // namespace

Exit run_tables(const Call& call) {
    const Result<Settings> settings = settle(call);
    if (!settings) return complain(settings.error(), call.terminal);
    const Result<std::string> path = single_input(call.arguments);
    if (!path) return complain(path.error(), call.terminal);
    // A conversion without records, so that findings are told as everywhere.
    Conversion conversion = new_conversion(*settings);
    Findings& findings = conversion.document.findings;
    SourceReading& reading = conversion.sources.emplace_back();
    const bool json = format_of(call) == "json";
    if (call.options.all_cells && !json) {
        reading.source.name = display_name(*path);
        const Result<bool> printed = print_rows(*path, *settings, call, findings);
        if (!printed) return complain(printed.error(), call.terminal);
        if (*printed) {
            tell_findings(conversion, *settings, call);
            return Exit::done;
        }
    }
    Result<Workbook> workbook = read_input(*path, *settings, findings);
    if (!workbook) return complain(workbook.error(), call.terminal);
    reading.source.name = display_name(*path);
    reading.workbook = std::move(*workbook);
    Result<std::vector<Table>> tables{};
    if (!call.options.all_cells) {
        tables = locate(reading.workbook, call.options.sheet, findings);
        if (!tables) return complain(tables.error(), call.terminal);
        if (tables->empty()) findings.push_back(no_table(reading.workbook, call.options.sheet));
    }
    tell_findings(conversion, *settings, call);
    const Result<void> printed = call.options.all_cells
                                     ? print_sheet(reading.workbook, call, json)
                                     : print_tables(reading.workbook, *tables, json);
    return printed ? Exit::done : complain(printed.error(), call.terminal);
}

}  // namespace tidytracker::cli
