// SPDX-License-Identifier: Apache-2.0
// One tracker, written in each dialect that exports use. Each has to be read as what it was.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/csv/csv.hpp"

namespace tidytracker {
namespace {

using Rows = std::vector<std::vector<std::string>>;

const Rows k_tracker{
    {"Ref", "Action", "Lead", "Raised", "Due", "Status", "Progress"},
    {"L1", "Mend the gate by the slipway", "Zo\u00EB Brandt", "03/04/2024", "17/05/2024", "Open",
     "Fence bought, paint ordered"},
    {"L2", "Ask the council: who owns the wall?", "Una O'Dell", "03/04/2024", "", "Closed",
     "Answer came 2 May; wall is ours"},
    {"L3", "Fix the \"big\" lamp; then test", "Ren\u00E9 Kim", "10/04/2024", "30/06/2024", "Open",
     ""},
    {"L4", "Dig, level and seed", "Ola Finch", "10/04/2024", "01/07/2024", "Open",
     "Started\nSeed arrives in June | says Bo"},
    {"L5", "Order gravel (5 t, 20 mm)", "Bo Grey", "11/04/2024", "", "On hold",
     "\u00A3400 \u2013 too dear"},
    {"L6", "Write to the harbour's owner", "Una O'Dell", "12/04/2024", "01/06/2024", "Open", "n/a"},
};

struct Quotation {
    std::string_view name{};
    char mark{};       ///< NUL: nothing is quoted, line ends and delimiters in cells are left out
    bool all{};        ///< cells that need no quotes have them, too
    bool backslash{};  ///< quotes are escaped by a backslash, not by doubling
};
constexpr std::array k_quotations{
    Quotation{"quotes where needed", '"'},  Quotation{"quotes everywhere", '"', true},
    Quotation{"single quotes", '\'', true}, Quotation{"backslashes", '"', true, true},
    Quotation{"nothing quoted", '\0'},
};

/// What stands above the table, and how many lines that is.
constexpr std::array<std::string_view, 6> k_preambles{
    "",
    "Harbour Forum action log\n",
    "Harbour Forum, action log; as at 1 May 2024\nOwner: Ola Finch, Bo Grey; draft\n\n",
    "Forum: Harbour\nPrinted: 01/05/2024 10:30\nChair: Bo\n\n\n",
    "# drawn up by hand, on Monday\n# do not edit; ask Una\n",
    "\n\n",
};
constexpr std::array<std::string_view, 3> k_line_ends{"\n", "\r\n", "\r"};

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string out(text);
    for (std::size_t at = out.find(from); at != std::string::npos;
         at = out.find(from, at + to.size())) {
        out.replace(at, from.size(), to);
    }
    return out;
}

/// The cell as it can be told without quotes.
std::string bare(const std::string& cell, std::string_view delimiter) {
    return replaced(replaced(cell, "\n", " "), trim(delimiter).empty() ? "\t" : trim(delimiter),
                    "/");
}

std::string written(const std::string& cell, std::string_view delimiter, Quotation quotation) {
    if (quotation.mark == '\0') return bare(cell, delimiter);
    const std::string mark(1, quotation.mark);
    const bool needed =
        cell.find(mark) != std::string::npos || cell.find('\n') != std::string::npos ||
        cell.find(trim(delimiter).empty() ? delimiter : trim(delimiter)) != std::string::npos;
    if (!quotation.all && !needed) return cell;
    const std::string escape = quotation.backslash ? "\\" + mark : mark + mark;
    return mark + replaced(cell, mark, escape) + mark;
}

std::string file_of(std::string_view delimiter, Quotation quotation, std::string_view preamble,
                    std::string_view line_end) {
    std::string out(preamble);
    for (const std::vector<std::string>& row : k_tracker) {
        std::string_view between;
        for (const std::string& cell : row) {
            out.append(between).append(written(cell, delimiter, quotation));
            between = delimiter;
        }
        out += '\n';
    }
    return replaced(out, "\n", line_end);
}

/// What has to be read, without what stands above the table.
Rows expected(std::string_view delimiter, Quotation quotation) {
    Rows rows = k_tracker;
    if (quotation.mark != '\0') return rows;
    for (std::vector<std::string>& row : rows) {
        for (std::string& cell : row) cell = bare(cell, delimiter);
    }
    return rows;
}

/// The last rows of the sheet, with the line ends within cells levelled.
Rows last_rows_read(std::string_view bytes) {
    Findings findings;
    const Result<Workbook> workbook = csv_reader().read({"log.csv", bytes}, {}, findings);
    EXPECT_TRUE(workbook);
    EXPECT_TRUE(findings.empty());
    Rows rows;
    if (!workbook) return rows;
    const Sheet& sheet = workbook->sheets.at(0);
    const std::size_t skipped = sheet.rows.size() - std::min(sheet.rows.size(), k_tracker.size());
    for (std::size_t at = skipped; at < sheet.rows.size(); ++at) {
        std::vector<std::string>& row = rows.emplace_back();
        for (const Cell& cell : sheet.cells_of(sheet.rows[at])) {
            row.resize(std::max(row.size(), std::size_t{cell.column} + 1));
            const std::string_view text = workbook->strings[cell.text];
            row[cell.column] = replaced(replaced(text, "\r\n", "\n"), "\r", "\n");
        }
        row.resize(std::max(row.size(), k_tracker[0].size()));
    }
    return rows;
}

std::string wide(std::string_view text, std::size_t unit, bool big_endian) {
    std::string out;
    while (!text.empty()) {
        const char32_t character = take_character(text);
        for (std::size_t at = 0; at < unit; ++at) {
            const std::size_t place = big_endian ? unit - 1 - at : at;
            out += static_cast<char>((character >> (8 * place)) & 0xFFU);
        }
    }
    return out;
}

/// The few characters of the tracker that are not ASCII: e with diaeresis, e acute, pound, dash.
std::string in_one_byte(std::string text, std::string_view characters) {
    std::size_t at = 0;
    for (const std::string_view letter : {"\u00EB", "\u00E9", "\u00A3", "\u2013"}) {
        text = replaced(text, letter, characters.substr(at++, 1));
    }
    return text;
}

std::vector<std::pair<std::string_view, std::string>> encoded(const std::string& text) {
    const std::string marked = "\uFEFF" + text;
    return {{"UTF-8 with mark", marked},
            {"UTF-16LE", wide(text, 2, false)},
            {"UTF-16BE", wide(text, 2, true)},
            {"UTF-16LE with mark", wide(marked, 2, false)},
            {"UTF-16BE with mark", wide(marked, 2, true)},
            {"UTF-32LE with mark", wide(marked, 4, false)},
            {"UTF-32BE with mark", wide(marked, 4, true)},
            {"Windows-1252", in_one_byte(text, "\xEB\xE9\xA3\x96")},
            {"Mac OS Roman", in_one_byte(text, "\x91\x8E\xA3\xD0")}};
}

TEST(CsvMatrix, each_delimiter_is_found_with_each_quotation_and_preamble) {
    for (const std::string_view delimiter :
         {",", ";",    "\t",  "|",   ", ",  "; ",    " | ",    "||",     "::", ";;", "~", "^",
          ":", "\x1F", "|~|", "^|^", " ; ", "\t|\t", "\u00AC", "\u00A6", "#",  "*",  "$"}) {
        for (const Quotation& quotation : k_quotations) {
            for (const std::string_view preamble : k_preambles) {
                SCOPED_TRACE(
                    fmt::format("'{}', {}, under '{}'", delimiter, quotation.name, preamble));
                EXPECT_EQ(last_rows_read(file_of(delimiter, quotation, preamble, "\n")),
                          expected(delimiter, quotation));
            }
        }
    }
}

TEST(CsvMatrix, line_ends_and_encodings_change_nothing) {
    for (const std::string_view delimiter : {",", ";", "\t", "|", ", "}) {
        for (const Quotation& quotation : k_quotations) {
            for (const std::string_view line_end : k_line_ends) {
                for (const auto& [name, bytes] :
                     encoded(file_of(delimiter, quotation, k_preambles[2], line_end))) {
                    SCOPED_TRACE(fmt::format("'{}', {}, {} bytes of line end, {}", delimiter,
                                             quotation.name, line_end.size(), name));
                    EXPECT_EQ(last_rows_read(bytes), expected(delimiter, quotation));
                }
            }
        }
    }
}

}  // namespace
}  // namespace tidytracker
