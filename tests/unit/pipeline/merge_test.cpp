// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/pipeline.hpp>
#include <tidytracker/write.hpp>

#include <algorithm>

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

Conversion read_all_of(const std::vector<std::pair<std::string, std::string>>& files) {
    const Instructions instructions{.as_of = "2024-10-01"};
    Conversion conversion;
    for (const auto& [name, text] : files) {
        Findings findings;
        auto reading = inspect({.name = name, .bytes = text}, {}, instructions, findings);
        EXPECT_TRUE(reading);
        add_source(conversion, std::move(*reading), instructions, std::move(findings));
    }
    return conversion;
}

constexpr const char* k_june =
    "Ref,Action,Lead,Due,Status\nA-1,Mend the gate,Ann Lee,30/06/2024,Open\n";
constexpr const char* k_july =
    "Ref,Action,Lead,Due,Status\nA-1,Mend the gate,Ann Lee,30/06/2024,Done\n";

TEST(MergeRecords, ranks_sources_by_the_days_in_their_names) {
    Conversion conversion =
        read_all_of({{"log 2024-07-01.csv", k_july}, {"log 2024-06-01.csv", k_june}});
    merge_records(conversion, {});
    ASSERT_EQ(conversion.document.records.size(), 1U);
    EXPECT_EQ(conversion.document.records[0].status, Status::complete);
    EXPECT_EQ(conversion.document.records[0].id, "A-1");
    const auto& findings = conversion.document.findings;
    const auto conflict = std::ranges::find(findings, "conflicting-value", &Finding::rule);
    ASSERT_NE(conflict, findings.end());
    EXPECT_EQ(conflict->record, "A-1");
}

TEST(MergeRecords, ids_name_the_same_record_before_and_after) {
    const char* one = "Action,Lead\nMend the gate,Ann Lee\n";
    const char* other = "Action,Lead\nOil the hinges,Bo Dane\n";
    Conversion conversion = read_all_of({{"a.csv", one}, {"b.csv", other}});
    merge_records(conversion, {});
    ASSERT_EQ(conversion.document.records.size(), 2U);
    MergeOptions options;
    options.match.same = {{conversion.document.records[0].id, conversion.document.records[1].id}};
    Conversion again = read_all_of({{"a.csv", one}, {"b.csv", other}});
    merge_records(again, options);
    ASSERT_EQ(again.document.records.size(), 1U);
    EXPECT_EQ(again.document.records[0].id, conversion.document.records[0].id);
}

std::string json_of_all(Conversion conversion) {
    finish(conversion, {.as_of = "2024-10-01"});
    return *writer_by_name("json")->render(conversion.document, {});
}

/// The register of a file that was converted alone, as JSON.
std::string register_of(const std::string& name, const std::string& text) {
    return json_of_all(read_all_of({{name, text}}));
}

using Files = std::vector<std::pair<std::string, std::string>>;

/// The merged records of the files, as JSON lines.
std::string merged_records_of(const Files& files) {
    Conversion conversion = read_all_of(files);
    merge_records(conversion, {});
    finish(conversion, {.as_of = "2024-10-01"});
    return *writer_by_name("jsonl")->render(conversion.document, {});
}

TEST(MergeRecords, what_another_return_fills_in_is_missing_no_longer) {
    const std::string gaps =
        register_of("a.csv",
                    "Ref,Action,Lead,Due\nA-1,Mend the gate,,30/06/2025\n"
                    "A-2,Oil the hinges,,\nA-3,Paint the fence,Bo Dane,31/07/2025\n");
    Conversion conversion =
        read_all_of({{"a.json", gaps}, {"b.csv", "Ref,Action,Lead\nA-1,Mend the gate,Ann Lee\n"}});
    merge_records(conversion, {});
    finish(conversion, {.as_of = "2024-10-01"});
    std::vector<std::string> missing;
    for (const Finding& finding : conversion.document.findings) {
        if (!finding.record.empty() && finding.rule.starts_with("missing-")) {
            missing.push_back(finding.rule + " " + finding.record);
        }
    }
    EXPECT_EQ(missing, (std::vector<std::string>{"missing-due A-2", "missing-lead A-2"}));
}

// References that two files share, for the same action and for others; one without; a file of none.
const Files k_returns{
    {"a.csv", "Ref,Action,Lead,Due\nA-1,Mend the gate,,30/06/2025\nA-2,Oil the hinges,Bo Dane,\n"},
    {"b.csv", "Ref,Action,Lead\nA-1,Mend the gate,Ann Lee\nA-2,Ask the bank for terms,Ann Lee\n"},
    {"c.csv", "Action,Lead\nPaint the long fence by the river,Cy Brook\n"},
    {"d.txt", "Nobody came.\n"},
    {"e.csv",
     "Ref,Action,Lead\nF-9,Paint the long fence by the river,Cy Brook\n"
     "A-1,Mend the gate,Ann Lee\n"},
};

TEST(MergeRecords, registers_of_parts_merge_as_the_files_of_all_parts) {
    const std::string whole = merged_records_of(k_returns);
    for (std::size_t cut = 1; cut < k_returns.size(); ++cut) {
        const auto middle = k_returns.begin() + static_cast<std::ptrdiff_t>(cut);
        const std::string first = json_of_all(read_all_of(Files(k_returns.begin(), middle)));
        const std::string second = json_of_all(read_all_of(Files(middle, k_returns.end())));
        EXPECT_EQ(merged_records_of({{"first.json", first}, {"second.json", second}}), whole)
            << "cut before file " << cut;
    }
}

TEST(MergeRecords, an_id_stays_when_another_return_uses_the_reference_for_something_else) {
    const std::string board = register_of("a.csv", "Ref,Action,Lead\nA-1,Mend the gate,Ann Lee\n");
    Conversion conversion =
        read_all_of({{"board.json", board},
                     {"b.csv", "Ref,Action,Lead\nA-1,Sell the old boathouse,Bo Dane\n"}});
    merge_records(conversion, {});
    ASSERT_EQ(conversion.document.records.size(), 2U);
    EXPECT_EQ(conversion.document.records[0].id, "A-1");
    EXPECT_NE(conversion.document.records[1].id, "A-1");
}

TEST(DayInName, is_found_in_the_usual_forms) {
    EXPECT_EQ(day_in_name("Tracker 2024-08-31.csv"), "2024-08-31");
    EXPECT_EQ(day_in_name("board-2024-08-31-final.xlsx"), "2024-08-31");
    EXPECT_EQ(day_in_name("log_31.08.2024.xlsx"), "2024-08-31");
    EXPECT_EQ(day_in_name("Harbour list June 2024.xlsx"), "2024-06-30");
    EXPECT_EQ(day_in_name("Police return.csv"), "");
    EXPECT_EQ(day_in_name("log 2.csv"), "");
}

}  // namespace
}  // namespace tidytracker
