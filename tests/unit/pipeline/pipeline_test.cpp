// SPDX-License-Identifier: Apache-2.0
// Properties of whole runs: nothing is lost, nothing is made up, twice is as good as once.
#include <tidytracker/pipeline.hpp>
#include <tidytracker/write.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "support/convert_text.hpp"

namespace tidytracker {
namespace {

using testing::convert_text;
using testing::count_findings;
using testing::read_sample;

std::vector<std::string> sample_names() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(TIDYTRACKER_SAMPLES)) {
        const std::string suffix = entry.path().extension().string();
        const bool tracker =
            suffix == ".txt" || suffix == ".csv" || suffix == ".tsv" || suffix == ".xlsx";
        if (entry.is_regular_file() && tracker) names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

class Samples : public ::testing::TestWithParam<std::string> {
  protected:
    [[nodiscard]] Conversion convert() const {
        return convert_text(read_sample(GetParam()), GetParam());
    }
};

INSTANTIATE_TEST_SUITE_P(All, Samples, ::testing::ValuesIn(sample_names()), [](const auto& param) {
    std::string name = param.param;
    std::ranges::replace_if(
        name, [](char c) { return !is_letter(c) && !is_digit(c); }, '_');
    return name;
});

TEST_P(Samples, every_cell_is_accounted_for) {
    const Conversion conversion = convert();
    const CellAccount& account = conversion.sources.at(0).account;
    EXPECT_GT(account.cells, 0U);
    EXPECT_EQ(account.records + account.extra + account.headings + account.unconverted,
              account.cells);
    EXPECT_EQ(count_findings(conversion, "lost-cells"), 0U);
}

/// Counts the letters and digits of a text. Bullets, dashes and quotes are no words.
void count_letters(std::string_view text, std::map<char, std::size_t>& letters) {
    for (const char c : text) {
        if (is_letter(c) || is_digit(c)) ++letters[to_lower(c)];
    }
}

/// What becomes something other than its own words: captions become fields, and headings and
/// meeting cells become a meeting with an ISO day.
void count_what_is_read(const SourceReading& reading, std::map<char, std::size_t>& letters) {
    for (const MappedTable& mapped : reading.tables) {
        for (const Column& column : mapped.table.columns) {
            for (std::size_t i = 0; i < column.caption_cells.size(); ++i) {
                count_letters(column.caption, letters);
            }
        }
        for (const Section& section : mapped.table.sections) count_letters(section.text, letters);
        for (const TableRow& row : mapped.table.rows) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                const Field field = mapped.mapping.columns[i].field;
                if (field == Field::meeting_date) count_letters(row.cells[i].text, letters);
            }
        }
    }
}

/// The account counts cells as moved; this looks for their words in what comes out.
TEST_P(Samples, every_word_of_the_source_is_in_the_output) {
    const Conversion conversion = convert();
    const Result<std::string> out = writer_by_name("json")->render(conversion.document, {});
    ASSERT_TRUE(out);
    std::map<char, std::size_t> written;
    // Not the findings: they repeat what is elsewhere.
    count_letters(std::string_view(*out).substr(0, out->rfind("\"findings\"")), written);
    count_what_is_read(conversion.sources[0], written);
    std::map<char, std::size_t> read;
    const Workbook& workbook = conversion.sources[0].workbook;
    for (const Sheet& sheet : workbook.sheets) {
        for (const Cell& cell : sheet.cells) count_letters(workbook.displayed(cell), read);
    }
    for (const auto& [letter, count] : read) {
        EXPECT_GE(written[letter], count) << "letter " << letter;
    }
}

TEST_P(Samples, converting_the_json_again_changes_nothing) {
    const Conversion once = convert();
    const Writer* json = writer_by_name("json");
    const Result<std::string> first = json->render(once.document, {});
    ASSERT_TRUE(first);
    const Conversion twice = convert_text(*first, "register.json");
    const Result<std::string> second = json->render(twice.document, {});
    ASSERT_TRUE(second);
    EXPECT_EQ(*first, *second);
}

TEST_P(Samples, converting_the_csv_again_changes_nothing) {
    const Conversion once = convert();
    if (once.document.records.empty()) GTEST_SKIP() << "no records, no rows";
    const Writer* csv = writer_by_name("csv");
    const Result<std::string> first = csv->render(once.document, {});
    ASSERT_TRUE(first);
    const Conversion twice = convert_text(*first, "register.csv");
    EXPECT_EQ(once.document.records.size(), twice.document.records.size());
    const Result<std::string> second = csv->render(twice.document, {});
    ASSERT_TRUE(second);
    EXPECT_EQ(*first, *second);
}

/// The records as they are read back from another format.
void expect_same_records(const Conversion& once, std::string_view format) {
    const Result<std::string> bytes = writer_by_name(format)->render(once.document, {});
    ASSERT_TRUE(bytes);
    const Conversion twice = convert_text(*bytes, "register." + std::string(format));
    ASSERT_EQ(once.document.records.size(), twice.document.records.size());
    for (std::size_t i = 0; i < once.document.records.size(); ++i) {
        const Record& before = once.document.records[i];
        Record after = twice.document.records[i];
        EXPECT_EQ(before.leads, after.leads) << "printed forms, too";
        EXPECT_EQ(before.support, after.support);
        EXPECT_EQ(before.raised_by, after.raised_by);
    }
    const Writer* csv = writer_by_name("csv");
    EXPECT_EQ(*csv->render(once.document, {}), *csv->render(twice.document, {}));
}

TEST_P(Samples, a_workbook_read_back_has_the_same_records) {
    const Conversion once = convert();
    if (once.document.records.empty()) GTEST_SKIP() << "no records, no rows";
    expect_same_records(once, "xlsx");
}

TEST_P(Samples, an_opendocument_workbook_read_back_has_the_same_records) {
    const Conversion once = convert();
    if (once.document.records.empty()) GTEST_SKIP() << "no records, no rows";
    expect_same_records(once, "ods");
}

TEST_P(Samples, json_lines_read_back_have_the_same_records) {
    const Conversion once = convert();
    if (once.document.records.empty()) GTEST_SKIP() << "no records, no rows";
    expect_same_records(once, "jsonl");
}

TEST_P(Samples, a_data_package_read_back_has_the_same_records) {
    const Conversion once = convert();
    if (once.document.records.empty()) GTEST_SKIP() << "no records, no rows";
    expect_same_records(once, "datapackage");
}

/// What was not converted the first time is listed; the workbook adds nothing of its own.
TEST_P(Samples, the_sheets_of_a_workbook_of_ours_are_no_findings) {
    const Conversion once = convert();
    if (once.document.records.empty()) GTEST_SKIP() << "no records, no rows";
    const Result<std::string> bytes = writer_by_name("xlsx")->render(once.document, {});
    ASSERT_TRUE(bytes);
    const Conversion twice = convert_text(*bytes, "register.xlsx");
    std::vector<std::string> before;
    for (const Unconverted& left : once.document.unconverted) before.push_back(left.text);
    std::vector<std::string> after;
    for (const Unconverted& left : twice.document.unconverted) after.push_back(left.text);
    EXPECT_EQ(before, after);
    EXPECT_EQ(count_findings(twice, "unused-sheet"), 0U);
    EXPECT_EQ(count_findings(twice, "several-tables"), 0U);
}

TEST(Pipeline, what_people_change_in_a_workbook_of_ours_counts) {
    const Conversion once = convert_text(
        "Ref,Action,Owner,Due date,Status\n1,Mend gate,A Birch (Parks),by May 2024,Open\n",
        "a.csv");
    Document changed = once.document;
    changed.records[0].due = When{"2024-07-01", "2024-07-01", "01 Jul 2024", Qualifier::exact};
    changed.records[0].leads = {{.person = "Col Drew", .text = "Col Drew"}};
    const std::string bytes = *writer_by_name("xlsx")->render(changed, {});
    const Record record = convert_text(bytes, "register.xlsx").document.records.at(0);
    EXPECT_EQ(record.due, changed.records[0].due);
    EXPECT_EQ(record.leads, changed.records[0].leads);
}

TEST(Pipeline, a_guarded_formula_is_read_back_as_it_was) {
    const Conversion once =
        convert_text("Ref,Action,Owner\n1,-5 degrees: drain the pipes,Ada Birch\n", "a.csv");
    EXPECT_EQ(once.document.records.at(0).action, "-5 degrees: drain the pipes");
    const std::string csv = *writer_by_name("csv")->render(once.document, {});
    EXPECT_NE(csv.find("'-5 degrees"), std::string::npos);
    const Conversion twice = convert_text(csv, "register.csv");
    EXPECT_EQ(twice.document.records.at(0).action, "-5 degrees: drain the pipes");
}

TEST(Pipeline, the_same_input_gives_the_same_bytes) {
    const std::string bytes = read_sample("committee-paste.txt");
    for (const Writer& writer : all_writers()) {
        const auto first = writer.render(convert_text(bytes).document, {});
        const auto second = writer.render(convert_text(bytes).document, {});
        ASSERT_TRUE(first && second) << writer.name;
        EXPECT_EQ(*first, *second) << writer.name;
    }
}

TEST(Pipeline, a_document_without_tracker_is_kept_as_not_converted) {
    const Conversion conversion = convert_text("Only a letter.\nWith two lines.\n", "letter.txt");
    EXPECT_TRUE(conversion.document.records.empty());
    ASSERT_EQ(conversion.document.unconverted.size(), 1U);
    EXPECT_EQ(conversion.document.unconverted[0].text, "Only a letter.\nWith two lines.");
    EXPECT_EQ(count_findings(conversion, "no-tracker"), 1U);
}

TEST(Pipeline, ids_are_unique_even_where_references_are_not) {
    const Conversion conversion = convert_text(
        "Ref,Action,Owner\n1,Mend gate,Ada Birch\n1,Order keys,Col Drew\n1,Order keys,Col Drew\n",
        "a.csv");
    std::vector<std::string> ids;
    for (const Record& record : conversion.document.records) ids.push_back(record.id);
    std::ranges::sort(ids);
    EXPECT_EQ(ids.size(), 3U);
    EXPECT_TRUE(std::ranges::adjacent_find(ids) == ids.end());
}

TEST(Pipeline, overdue_follows_from_due_status_and_day) {
    const Conversion conversion = convert_text(
        "Ref,Action,Due date,Status\n1,Mend gate,01/09/2024,Open\n2,Order keys,01/09/2024,Closed\n"
        "3,Paint,01/12/2024,Open\n4,Dig,TBC,Open\n",
        "a.csv");
    const auto& records = conversion.document.records;
    ASSERT_EQ(records.size(), 4U);
    EXPECT_EQ(records[0].overdue, true);
    EXPECT_EQ(records[1].overdue, false);
    EXPECT_EQ(records[2].overdue, false);
    EXPECT_EQ(records[3].overdue, std::nullopt);
}

TEST(Pipeline, notes_and_links_of_cells_are_kept) {
    const Conversion conversion = convert_text(read_sample("board-log.xlsx"), "board-log.xlsx");
    const auto& records = conversion.document.records;
    ASSERT_EQ(records.size(), 6U);
    ASSERT_EQ(records[1].extra.size(), 1U);
    EXPECT_EQ(records[1].extra[0].second, "Agreed by e-mail on 2 August.");
    EXPECT_EQ(records[3].links, std::vector<std::string>{"https://example.org/survey"});
    EXPECT_EQ(records[5].status, Status::complete) << "struck through";
    EXPECT_EQ(records[1].meeting->name, "Board");
    EXPECT_EQ(count_findings(conversion, "hidden-rows"), 1U);
}

TEST(Pipeline, a_sheet_that_is_not_there_is_refused_by_name) {
    const std::string bytes = read_sample("board-log.xlsx");
    Findings findings;
    const auto reading = inspect(Input{"board-log.xlsx", bytes}, ReadOptions{},
                                 Instructions{.sheet = "Nope"}, findings);
    ASSERT_FALSE(reading.has_value());
    EXPECT_EQ(reading.error().kind, ErrorKind::usage);
    EXPECT_NE(reading.error().help.find("Action log"), std::string::npos);
}

TEST(Pipeline, one_slip_does_not_turn_a_column_of_dates) {
    const Conversion conversion = convert_text(
        "Ref,Action,Due date\n1,Mend gate,01/04/2025\n2,Order "
        "keys,12/13/2025\n3,Paint,02/05/2025\n",
        "a.csv");
    EXPECT_EQ(conversion.document.records.at(0).due->date, "2025-04-01");
    EXPECT_EQ(count_findings(conversion, "ambiguous-date"), 1U);
    const Conversion american = convert_text(
        "Ref,Action,Due date\n1,Mend gate,01/04/2025\n2,Order "
        "keys,12/13/2025\n3,Paint,02/25/2025\n",
        "a.csv");
    EXPECT_EQ(american.document.records.at(0).due->date, "2025-01-04");
    EXPECT_EQ(count_findings(american, "ambiguous-date"), 1U);
}

TEST(Pipeline, a_status_with_a_remark_behind_it_is_read) {
    const Conversion conversion = convert_text(
        "Ref,Action,Status\n1,Mend gate,Closed at the March meeting\n2,Order keys,Superseded by 5\n"
        "3,Paint,Open\n4,Dig,Complete by May\n",
        "a.csv");
    const auto& records = conversion.document.records;
    ASSERT_EQ(records.size(), 4U);
    EXPECT_EQ(records[0].status, Status::complete);
    EXPECT_EQ(records[1].status, Status::cancelled);
    EXPECT_EQ(records[3].status, Status::unknown) << "it is not complete yet";
}

TEST(Pipeline, cells_far_apart_fill_no_memory_and_are_kept) {
    std::string text = "Ref,Action,Owner\n";
    for (int row = 1; row <= 400; ++row) {
        text += std::to_string(row) + ",Mend gate,Ada Birch" +
                std::string(static_cast<std::size_t>(row), ',') + "x\n";
    }
    const Conversion conversion = convert_text(text, "wide.csv");
    EXPECT_EQ(conversion.document.records.size(), 400U);
    const CellAccount& account = conversion.sources[0].account;
    EXPECT_EQ(account.cells, 3U + 4 * 400);
    EXPECT_GT(account.unconverted, 100U);
    EXPECT_EQ(account.missing(), 0U);
}

/// Every text of the document's records, their extras included.
std::string all_text(const Conversion& conversion) {
    return *writer_by_name("json")->render(conversion.document, {});
}

TEST(Pipeline, what_cannot_be_read_is_kept_as_text) {
    const Conversion conversion = convert_text(
        "Ref,Meeting,Meeting date,Action,Lead,Status,Progress\n"
        "1,Board,after the vote,Mend gate,TBC,Open,Completed\n",
        "a.csv");
    const std::string text = all_text(conversion);
    EXPECT_NE(text.find("after the vote"), std::string::npos);
    EXPECT_NE(text.find("\"TBC\""), std::string::npos);
    EXPECT_NE(text.find("\"Completed\""), std::string::npos);
}

TEST(Pipeline, what_people_write_into_a_register_is_kept) {
    const Conversion once =
        convert_text("Ref,Action,Owner,Due date\n1,Mend gate,Ada Birch,01/02/2024\n", "a.csv");
    std::string csv = *writer_by_name("csv")->render(once.document, {});
    csv = replace_all(csv, "2024-02-01,2024-02-01", "next spring-ish,");
    csv = replace_all(csv, ",unknown,", ",Parked,");
    csv.insert(csv.find("\r\n"), ",My notes");
    csv.insert(csv.rfind("\r\n"), ",ask the smith");
    const std::string text = all_text(convert_text(csv, "register.csv"));
    EXPECT_NE(text.find("next spring-ish"), std::string::npos);
    EXPECT_NE(text.find("Parked"), std::string::npos);
    EXPECT_NE(text.find("ask the smith"), std::string::npos);
}

}  // namespace
}  // namespace tidytracker
