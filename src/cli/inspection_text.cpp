// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/place.hpp>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/display.hpp"
#include "base/json_text.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/inputs.hpp"
#include "cli/inspection.hpp"
#include "cli/located_tables.hpp"
#include "cli/outcome.hpp"
#include "cli/seen.hpp"

namespace tidytracker::cli {
namespace {

constexpr int k_caption_width = 28;
constexpr int k_least_example = 12;

std::string padded(std::string_view text, int width) {
    std::string out(text);
    out.append(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
    return out;
}

std::string size_of(std::size_t bytes) {
    if (bytes < 1024) return count_of(bytes, "byte");
    if (bytes < 1024 * 1024) return fmt::format("{} KB", (bytes + 1023) / 1024);
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / (1024.0 * 1024.0));
}

std::string header_of(const Inspection& inspection) {
    const Workbook& workbook = inspection.reading.workbook;
    std::string out =
        fmt::format("{}   {}, {}, {}\n", printable(display_name(inspection.path)), workbook.format,
                    count_of(workbook.sheets.size(), "sheet"), size_of(inspection.bytes));
    if (!workbook.title.empty()) out += fmt::format("Title: {}\n", printable(workbook.title));
    const std::string& profile = inspection.settings.profile_path;
    if (!profile.empty()) out += fmt::format("Profile: {}\n", printable(profile));
    if (!workbook.description.empty()) out += fmt::format("{}\n", workbook.description);
    return out;
}

/// How sure the meaning of a column is.
std::string certainty(const InspectedColumn& column) {
    return column.reason.empty() ? "    " : fmt::format("{:.2f}", column.confidence);
}

void append_columns(const std::vector<InspectedColumn>& columns, std::size_t rows, int width,
                    std::string& out) {
    int letters = 0;
    int caption = 0;
    int field = 0;
    for (const InspectedColumn& column : columns) {
        letters = std::max(letters, display_width(column.letters));
        caption = std::max(caption, std::min(k_caption_width, display_width(column.caption)));
        field = std::max(field, display_width(column.field));
    }
    for (const InspectedColumn& column : columns) {
        const std::string filled = fmt::format("{}/{}", column.filled, rows);
        std::string line = fmt::format("  {}  {}  {}  {}  {:>9}  ", padded(column.letters, letters),
                                       padded(clip(column.caption, k_caption_width), caption),
                                       padded(column.field, field), certainty(column), filled);
        line += clip(column.example, std::max(k_least_example, width - display_width(line)));
        line.erase(line.find_last_not_of(' ') + 1);
        out.append(line).append("\n");
        out.append(static_cast<std::size_t>(letters) + 6, ' ');
        out.append(column.evidence).append("\n");
    }
}

std::string header_rows(const Sheet& sheet, const Table& table) {
    if (table.header_rows.empty()) return "no header row";
    const CellAddress first{.row = table.header_rows.front(), .column = 0};
    std::string out = !sheet.blocks.empty() ? "header in " + place_text(sheet, std::array{first})
                                            : fmt::format("header in row {}", first.row + 1);
    if (table.header_rows.size() > 1) {
        out += fmt::format(" and {} more", table.header_rows.size() - 1);
    }
    return out;
}

void append_table(const Inspection& inspection, const MappedTable& mapped, int width,
                  std::string& out) {
    const std::vector<InspectedColumn> columns = columns_of(inspection.reading, mapped);
    out += fmt::format(
        "\n{}   {}, {}\n", printable(place_of(inspection.reading.workbook, mapped.table)),
        header_rows(inspection.reading.workbook.sheets[mapped.table.sheet], mapped.table),
        count_of(mapped.table.rows.size(), "row"));
    if (!mapped.mapping.tracker) {
        out += "  not a tracker";
        if (!mapped.mapping.reason.empty()) out += ": " + mapped.mapping.reason;
        out += '\n';
    }
    append_columns(columns, mapped.table.rows.size(), width, out);
}

/// Sheets in which no table was found, with the reason where one is known.
void append_other_sheets(const SourceReading& reading, std::string& out) {
    std::string lines;
    for (std::uint32_t i = 0; i < reading.workbook.sheets.size(); ++i) {
        const Sheet& sheet = reading.workbook.sheets[i];
        const bool has_table = std::ranges::any_of(
            reading.tables, [i](const MappedTable& mapped) { return mapped.table.sheet == i; });
        if (has_table) continue;
        const bool visible = sheet.visibility == Visibility::visible;
        const bool own = std::ranges::binary_search(reading.register_sheets, i);
        lines += fmt::format("{}   {}\n", printable(sheet.name),
                             own       ? "of the register, beside its actions"
                             : visible ? "no table found"
                                       : "hidden sheet, not read");
    }
    if (!lines.empty()) out.append("\n").append(lines);
}

/// What the sheets have besides the texts of their cells.
void append_seen(const Workbook& workbook, std::string& out) {
    std::string lines;
    for (const Sheet& sheet : workbook.sheets) {
        const std::string seen = seen_words(seen_in(workbook, sheet));
        if (seen.empty()) continue;
        const std::string name = sheet.name.empty() ? "the text" : printable(sheet.name);
        lines += fmt::format("Also in {}: {}\n", name, seen);
    }
    if (!lines.empty()) out.append("\n").append(lines);
}

std::string_view words_for(DateOrder order) {
    switch (order) {
        case DateOrder::mdy:
            return "month/day/year";
        case DateOrder::ymd:
            return "year/month/day";
        case DateOrder::dmy:
            break;
    }
    return "day/month/year";
}

std::string_view words_for(Origin origin) {
    switch (origin) {
        case Origin::flag:
            return "as --date-order says";
        case Origin::profile:
            return "as the profile says";
        case Origin::environment:
        case Origin::detected:
        case Origin::standard:
            break;
    }
    return "unless a column proves another order";
}

void append_account(const CellAccount& account, std::string& out) {
    out += fmt::format(
        "Cells: {} in all = {} in fields + {} in extra + {} in headings + {} not "
        "converted",
        account.cells, account.records, account.extra, account.headings, account.unconverted);
    if (account.missing() > 0) out += fmt::format("; {} LOST", account.missing());
    out += '\n';
}

/// Calls `use` with each row of a sheet and its role, empty rows too.
template <class Use>
void for_each_role(const SourceReading& reading, std::size_t sheet, Use use) {
    const std::vector<Row>& rows = reading.workbook.sheets[sheet].rows;
    const std::uint32_t end = rows.empty() ? 0 : rows.back().index + 1;
    std::size_t next = 0;
    const std::vector<RowLabel> none;
    const std::vector<RowLabel>& labels =
        sheet < reading.labels.size() ? reading.labels[sheet] : none;
    for (std::uint32_t row = 0; row < end; ++row) {
        while (next < labels.size() && labels[next].row < row) ++next;
        const bool labelled = next < labels.size() && labels[next].row == row;
        use(row, labelled ? labels[next].role : RowRole::empty);
    }
}

std::string row_text(const Workbook& workbook, const Sheet& sheet, std::uint32_t index) {
    const Row* row = sheet.find_row(index);
    if (row == nullptr) return {};
    std::string out;
    for (const Cell& cell : sheet.cells_of(*row)) {
        const std::string text = printable(workbook.displayed(cell));
        if (text.empty()) continue;
        if (!out.empty()) out += "  ";
        out += clip(text, 30);
    }
    return out;
}

}  // namespace

std::string inspection_text(const Inspection& inspection, int width) {
    const Setting<DateOrder>& order = inspection.settings.instructions.date_order;
    std::string out = header_of(inspection);
    for (const MappedTable& mapped : inspection.reading.tables) {
        append_table(inspection, mapped, width, out);
    }
    append_other_sheets(inspection.reading, out);
    append_seen(inspection.reading.workbook, out);
    out += fmt::format("\nNumeric dates are {}, {}.\n", words_for(order.value),
                       words_for(order.origin));
    append_account(inspection.reading.account, out);
    out += fmt::format("Findings: {}; tidytracker convert shows them.\n",
                       counts_of(inspection.conversion.document.findings));
    out += "\nThe same with everything spelled out:\n  ";
    return out.append(equivalent_command(inspection)).append("\n");
}

std::string rows_text(const SourceReading& reading, int width) {
    std::string out;
    for (std::size_t i = 0; i < reading.workbook.sheets.size(); ++i) {
        const Sheet& sheet = reading.workbook.sheets[i];
        if (!out.empty()) out += '\n';
        out.append(printable(sheet.name)).append("\n");
        for_each_role(reading, i, [&](std::uint32_t row, RowRole role) {
            const std::string text = row_text(reading.workbook, sheet, row);
            std::string line = fmt::format("{:>6}  {:<8}", row + 1, tidytracker::to_string(role));
            line += clip(text, std::max(k_least_example, width - 16));
            line.erase(line.find_last_not_of(' ') + 1);
            out.append(line).append("\n");
        });
    }
    return out;
}

std::string rows_json(const SourceReading& reading) {
    std::string out = "{\"sheets\":[";
    for (std::size_t i = 0; i < reading.workbook.sheets.size(); ++i) {
        out += i == 0 ? "{\"name\":" : ",{\"name\":";
        append_json(reading.workbook.sheets[i].name, out);
        out += ",\"rows\":[";
        for_each_role(reading, i, [&out](std::uint32_t row, RowRole role) {
            out += fmt::format(R"({}{{"row":{},"role":"{}"}})", row == 0 ? "" : ",", row + 1,
                               tidytracker::to_string(role));
        });
        out += "]}";
    }
    return out + "]}\n";
}

}  // namespace tidytracker::cli
