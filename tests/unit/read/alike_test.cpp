// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "read/reading.hpp"

// One action log in every format that LibreOffice and Gnumeric write; each must read alike. What a
// program cannot write in a format is left out there.
namespace tidytracker {
namespace {

using testing::Reading;
using Facts = std::vector<std::string>;

Reading read_log(std::string_view name) {
    const std::string path =
        fmt::format("{}/../tests/unit/read/alike/{}", TIDYTRACKER_SAMPLES, name);
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_FALSE(bytes.empty()) << path;
    Reading reading;
    Result<Workbook> workbook = read({std::string(name), bytes}, {}, reading.findings);
    EXPECT_TRUE(workbook) << (workbook ? "" : workbook.error().message);
    if (workbook) reading.workbook = *std::move(workbook);
    return reading;
}

std::string fact_of(const Workbook& workbook, const Cell& cell) {
    const CellStyle& style = workbook.style_of(cell);
    std::string fact = fmt::format("{} {:g}", workbook.displayed(cell), cell.number);
    if (style.bold) fact += " bold";
    if (workbook.is_struck(cell)) fact += " struck";
    if (style.fill) fact += fmt::format(" #{:06x}", *style.fill);
    if (cell.formula) fact += " formula";
    if (workbook.is_date(cell)) fact += " date";
    const RichText* rich = workbook.rich_text_of(cell);
    if (rich == nullptr) return fact;
    const std::string_view text = workbook.strings[rich->text];
    for (const TextRun& run : rich->runs) {
        if (!run.bold && !run.strike) continue;
        fact += fmt::format(" [{}{}{}]", text.substr(run.first, run.length),
                            run.bold ? " bold" : "", run.strike ? " struck" : "");
    }
    return fact;
}

Facts cells_of_log(const Reading& log) {
    Facts facts;
    for (const Row& row : log.sheet().rows) {
        for (const Cell& cell : log.sheet().cells_of(row)) {
            facts.push_back(fmt::format("{} {}", to_a1(CellAddress{row.index, cell.column}),
                                        fact_of(log.workbook, cell)));
        }
    }
    return facts;
}

Facts hidden_in_log(const Reading& log) {
    Facts facts;
    for (const Row& row : log.sheet().rows) {
        if (row.hidden) facts.push_back(fmt::format("row {}", row.index + 1));
    }
    for (std::uint32_t column = 0; column < 9; ++column) {
        if (log.sheet().column_hidden(column)) facts.push_back(column_letters(column));
    }
    for (const Sheet& sheet : log.workbook.sheets) {
        if (sheet.visibility != Visibility::visible) facts.push_back(sheet.name);
    }
    return facts;
}

Facts groups_in_log(const Reading& log) {
    Facts facts;
    for (const Row& row : log.sheet().rows) {
        if (row.outline > 0) facts.push_back(fmt::format("row {} {}", row.index + 1, row.outline));
    }
    for (const ColumnSpan& span : log.sheet().columns) {
        for (std::uint32_t column = span.first; span.outline > 0 && column <= span.last; ++column) {
            facts.push_back(fmt::format("{} {}", column_letters(column), span.outline));
        }
    }
    return facts;
}

Facts beside_log(const Reading& log) {
    Facts facts;
    for (const Note& note : log.sheet().notes) {
        facts.push_back(fmt::format("{} {}: {}", to_a1(note.at), note.author, note.text));
    }
    for (const Link& link : log.sheet().links) {
        facts.push_back(fmt::format("{} {}", to_a1(link.at), link.target));
    }
    for (const CellRange& range : log.sheet().merged) facts.push_back(to_a1(range));
    return facts;
}

Facts choices_in_log(const Reading& log) {
    Facts facts;
    for (const ChoiceList& list : log.sheet().choices) {
        facts.push_back(fmt::format("{} {}", to_a1(list.at), list.source));
    }
    std::ranges::sort(facts);
    return facts;
}

constexpr std::array<std::string_view, 4> k_full_formats = {"log.fods", "log.ods", "log.xlsx",
                                                            "log.xls"};

TEST(Alike, cells_have_the_same_values_looks_and_runs) {
    const Facts wanted = cells_of_log(read_log("log.fods"));
    EXPECT_EQ(wanted.size(), 26U);
    EXPECT_EQ(wanted[8], "B2 Order pumps Order valves 0 [Order pumps struck] [valves bold]");
    EXPECT_EQ(wanted[10], "D2 Open 0 #ffc7ce");
    for (const std::string_view name : k_full_formats) {
        EXPECT_EQ(cells_of_log(read_log(name)), wanted) << name;
    }
}

TEST(Alike, hidden_and_grouped_parts_are_the_same) {
    for (const std::string_view name : k_full_formats) {
        const Reading log = read_log(name);
        EXPECT_EQ(hidden_in_log(log), (Facts{"row 3", "C", "Lists"})) << name;
        EXPECT_EQ(groups_in_log(log), (Facts{"row 4 1", "E 1", "F 1"})) << name;
    }
}

TEST(Alike, notes_links_and_merges_are_the_same) {
    const Facts wanted{"B2 Morwen Tamblyn: Chase on Monday", "B4 https://tamblyn.example/log",
                       "A5:D6"};
    for (const std::string_view name : k_full_formats) {
        EXPECT_EQ(beside_log(read_log(name)), wanted) << name;
    }
}

TEST(Alike, tables_and_lists_of_choices_are_the_same) {
    const Facts wanted{"C2:C4 Lists!$A$1:$A$3", "D2:D4 Open,Closed,On hold"};
    for (const std::string_view name : k_full_formats) {
        EXPECT_EQ(choices_in_log(read_log(name)), wanted) << name;
    }
    for (const std::string_view name : {"log.fods", "log.ods"}) {
        const Reading log = read_log(name);
        ASSERT_EQ(log.sheet().tables.size(), 1U) << name;
        EXPECT_EQ(log.sheet().tables[0].name, "ActionLog");
        EXPECT_EQ(to_a1(log.sheet().tables[0].at), "A1:G4");
    }
}

TEST(Alike, excel_95_and_html_show_the_same_texts) {
    const auto shown = [](const Reading& log) {
        Facts texts;
        for (const Cell& cell : log.sheet().cells) texts.push_back(log.workbook.displayed(cell));
        return texts;
    };
    const Reading log = read_log("log.fods");
    EXPECT_EQ(shown(read_log("log-95.xls")), shown(log));
    // LibreOffice leaves hidden cells out of a page.
    Facts visible;
    for (const Row& row : log.sheet().rows) {
        for (const Cell& cell : log.sheet().cells_of(row)) {
            const bool hidden = row.hidden || log.sheet().column_hidden(cell.column);
            if (!hidden) visible.push_back(log.workbook.displayed(cell));
        }
    }
    EXPECT_EQ(shown(read_log("log.html")), visible);
}

}  // namespace
}  // namespace tidytracker
