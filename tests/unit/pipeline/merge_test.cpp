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

/// The register of a file that was converted alone, as JSON.
std::string register_of(const std::string& name, const std::string& text) {
    Conversion conversion = read_all_of({{name, text}});
    finish(conversion, {.as_of = "2024-10-01"});
    return *writer_by_name("json")->render(conversion.document, {});
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
