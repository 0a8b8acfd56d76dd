// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "pipeline_day.hpp"

namespace tidytracker {
namespace {

constexpr const char* k_table = "Ref,Action,Lead,Due,Status\nQ-1,Clear the gutter,Ivo Penn,";

/// A return with a line above its table.
std::string return_under(const std::string& line, const std::string& rest) {
    return "Harbour action log,,,,\n\"" + line + "\",,,,\n\n" + k_table + rest + "\n";
}

SourceReading reading_of(const std::string& name, const std::string& text) {
    Findings findings;
    auto reading = inspect({.name = name, .bytes = text}, {}, {.as_of = "2024-12-01"}, findings);
    EXPECT_TRUE(reading);
    return reading ? std::move(*reading) : SourceReading{};
}

struct Told {
    std::string_view line{};
    std::string_view day{};
    DayMeaning meaning{};
};

TEST(DocumentDay, the_words_before_a_day_tell_what_it_is) {
    using enum DayMeaning;
    const std::vector<Told> rows = {
        {"Updated: 10 Oct 2024", "2024-10-10", position},
        {"Last updated 10/10/24", "2024-10-10", position},
        {"Last updated by Ivo Penn on 10 October 2024", "2024-10-10", position},
        {"As at 30 September 2024", "2024-09-30", position},
        {"Position at 30.09.2024", "2024-09-30", position},
        {"Reporting period: 1 July to 30 September 2024", "2024-09-30", position},
        {"Reporting period 01/07/2024 - 30/09/2024", "2024-09-30", position},
        {"Extracted on 3 October 2024", "2024-10-03", position},
        {"Position at September 2024", "2024-09-30", position},
        {"Meeting of 3 September 2024", "2024-09-03", DayMeaning::meeting},
        {"Minutes of the meeting held on Tuesday 3 September 2024", "2024-09-03",
         DayMeaning::meeting},
        {"3 September 2024 meeting", "2024-09-03", DayMeaning::meeting},
        {"Date of meeting: 3/9/24", "2024-09-03", DayMeaning::meeting},
        {"Date: 3 September 2024", "2024-09-03", dated},
        {"Version 2.1, 3 September 2024", "2024-09-03", version},
        {"Printed 3 September 2024", "2024-09-03", printed},
        {"Harbour Board 3 September 2024", "2024-09-03", bare},
        {"Next meeting: 4 November 2024", "2024-11-04", other},
        {"Date of next meeting 4 November 2024", "2024-11-04", other},
        {"Next Harbour Board meeting - Monday 4 November 2024", "2024-11-04", other},
        {"Deadline for updates: noon on 25 October 2024", "2024-10-25", other},
        {"Please send updates by 5pm on Friday 25 October 2024", "2024-10-25", other},
        {"Returns due 25 October 2024", "2024-10-25", other},
        {"Start date: 1 April 2024", "2024-04-01", other},
        {"Plan adopted 12 May 2023", "2023-05-12", other},
        {"Minutes of the last meeting held on 2 July 2024", "2024-07-02", other},
    };
    for (const Told& row : rows) {
        const std::vector<DayMention> mentions = day_mentions(row.line, {});
        ASSERT_EQ(mentions.size(), 1U) << row.line;
        EXPECT_EQ(mentions[0].day, row.day) << row.line;
        EXPECT_EQ(mentions[0].meaning, row.meaning) << row.line;
    }
}

TEST(DocumentDay, each_day_of_a_line_has_its_own_words) {
    const auto mentions = day_mentions(
        "Meeting of 3 September 2024 (updated 10 October 2024). Next meeting 4 November 2024", {});
    ASSERT_EQ(mentions.size(), 3U);
    EXPECT_EQ(mentions[0].meaning, DayMeaning::meeting);
    EXPECT_EQ(mentions[1].meaning, DayMeaning::position);
    EXPECT_EQ(mentions[2].meaning, DayMeaning::other);
}

TEST(DocumentDay, the_next_meeting_is_not_the_day_of_the_document) {
    const SourceReading reading =
        reading_of("log.csv", return_under("Next meeting: 4 November 2024", "30/09/2024,Open"));
    EXPECT_EQ(reading.source.date, "");
    EXPECT_EQ(reading.source.meeting, "");
    EXPECT_EQ(reading.source.edition.day, "");
}

TEST(DocumentDay, words_above_the_table_date_the_document) {
    const SourceReading reading =
        reading_of("log.csv", return_under("Updated: 10 Oct 2024", "30/09/2024,Open"));
    EXPECT_EQ(reading.source.date, "2024-10-10");
    EXPECT_EQ(reading.source.meeting, "");
    EXPECT_EQ(reading.source.edition.words, "Updated: 10 Oct 2024");
}

TEST(DocumentDay, minutes_are_of_their_meeting_whatever_days_their_prose_names) {
    const SourceReading reading =
        reading_of("minutes.txt",
                   "Minutes of the Harbour Board held on Tuesday 3 September 2024\n\n"
                   "It was noted that as at 31 March 2023 the fund stood at nil.\n\n"
                   "ACTION: Ivo Penn to clear the gutter by 14 October\n\n"
                   "ACTION: Una Marsh to paint the gate by end of November\n");
    EXPECT_EQ(reading.source.meeting, "2024-09-03");
    EXPECT_EQ(reading.source.date, "2024-09-03");
}

TEST(DocumentDay, a_name_is_surer_than_a_day_without_words) {
    const SourceReading reading = reading_of(
        "log 2024-10-31.csv", return_under("Harbour Plan 12 May 2023", "30/09/2024,Open"));
    EXPECT_EQ(standing_of(reading.source).day, "2024-10-31");
    EXPECT_EQ(standing_of(reading.source).origin, DayOrigin::name);
}

Conversion merged(const std::vector<std::pair<std::string, std::string>>& files) {
    Conversion conversion;
    for (const auto& [name, text] : files) {
        add_source(conversion, reading_of(name, text), {.as_of = "2024-12-01"}, {});
    }
    merge_records(conversion, {});
    return conversion;
}

TEST(DocumentDay, the_newer_return_wins_and_the_note_says_by_which_words) {
    const std::string older =
        "Meeting of 3 September 2024,,,,\n\"Next meeting: 4 November 2024\",,,,\n\n" +
        std::string(k_table) + "30/09/2024,Open\n";
    const std::string newer = return_under("Updated: 10 Oct 2024", "31/12/2024,Open");
    // The older one is given last.
    const Conversion conversion = merged({{"east.csv", newer}, {"west.csv", older}});
    ASSERT_EQ(conversion.document.records.size(), 1U);
    EXPECT_EQ(conversion.document.records[0].due->date, "2024-12-31");
    const Findings& findings = conversion.document.findings;
    const auto conflict = std::ranges::find(findings, "conflicting-value", &Finding::rule);
    ASSERT_NE(conflict, findings.end());
    EXPECT_NE(conflict->note.find("2024-10-10 by \"Updated: 10 Oct 2024\", against 2024-09-03 by "
                                  "\"Meeting of 3 September 2024\""),
              std::string::npos)
        << conflict->note;
}

TEST(DocumentDay, a_note_names_the_file_only_where_the_file_decided) {
    const std::string words = return_under("As at 30 September 2024", "31/12/2024,Open");
    const std::string plain = std::string(k_table) + "30/09/2024,Open\n";
    const Conversion conversion = merged({{"west.csv", words}, {"east 2024-08-31.csv", plain}});
    const Findings& findings = conversion.document.findings;
    const auto conflict = std::ranges::find(findings, "conflicting-value", &Finding::rule);
    ASSERT_NE(conflict, findings.end());
    EXPECT_NE(conflict->note.find("2024-09-30 by \"As at 30 September 2024\", against 2024-08-31 "
                                  "by the name of its file"),
              std::string::npos)
        << conflict->note;
}

}  // namespace
}  // namespace tidytracker
