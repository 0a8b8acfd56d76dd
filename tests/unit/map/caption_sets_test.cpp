// SPDX-License-Identifier: Apache-2.0
// Sets of captions as trackers have them, without any values: captions alone must name most
// columns, and what they do not name must stay open rather than be guessed.
#include <tidytracker/map.hpp>

#include <gtest/gtest.h>

#include "schema/captions.hpp"

namespace tidytracker {
namespace {

struct CaptionedField {
    std::string_view caption{};
    Field field{};  ///< none: there is no field for it
};
using CaptionSet = std::vector<CaptionedField>;

const std::vector<CaptionSet>& invented_sets() {
    using enum Field;
    static const std::vector<CaptionSet> sets{
        {{"Ref", ref},
         {"Meeting date", meeting_date},
         {"Agenda item", item},
         {"Action required", action},
         {"Lead officer", leads},
         {"Target date", due},
         {"Progress / comments", progress},
         {"RAG", rag}},
        {{"Action No.", ref},
         {"What needs to be done?", action},
         {"By whom", leads},
         {"By when", due},
         {"Update", progress}},
        {{"ActionID", ref},
         {"ActionSummary", action},
         {"AssignedTo", leads},
         {"DueDate", due},
         {"DateRaised", raised},
         {"Severity", priority},
         {"Tags", section}},
        {{"Rec ref", ref},
         {"Recommendation", action},
         {"Accept / reject", response},
         {"Responsible manager", leads},
         {"Original target date", due_history},
         {"Revised target date", due},
         {"Evidence of completion", evidence}},
        {{"Theme", section},
         {"Agreed improvement action", action},
         {"Owner", leads},
         {"Finish date", due},
         {"% complete", percent},
         {"Outcome measure", none}},
        {{"Nr", ref},
         {"Meeting", meeting_name},
         {"Action", action},
         {"Resp.", leads},
         {"Deadline", due},
         {"Open / closed", status},
         {"Date closed", completed}},
        {{"Incident number", parent},
         {"Corrective action", action},
         {"Accountable person", leads},
         {"Completion date", due},
         {"Status", status},
         {"Cost", none}},
        {{"Workstream", section},
         {"Milestone", action},
         {"Lead organisation", leads},
         {"Supporting partners", support},
         {"Timescale", due},
         {"Latest position", progress}},
        {{"Item no", ref},
         {"Issue raised", item},
         {"Raised by", raised_by},
         {"Action", action},
         {"Action owner", leads},
         {"Review date", review},
         {"Lead comments", progress}},
        {{"Priority area", section},
         {"What will we do?", action},
         {"Who will lead?", leads},
         {"When will it be done?", due},
         {"How will we know?", none},
         {"RAG rating", rag}},
    };
    return sets;
}

TEST(CaptionSets, name_their_columns_and_are_seldom_wrong) {
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t all = 0;
    std::string missed;
    for (const CaptionSet& set : invented_sets()) {
        Table table;
        for (const CaptionedField& column : set) {
            table.columns.push_back(Column{std::string(column.caption)});
        }
        Findings findings;
        const Mapping mapping = map_columns(table, {}, findings);
        for (std::size_t i = 0; i < set.size(); ++i) {
            const Field field = mapping.columns[i].field;
            ++all;
            right += field == set[i].field ? 1U : 0U;
            wrong += field != set[i].field && field != Field::none ? 1U : 0U;
            if (field == set[i].field) continue;
            missed.append(set[i].caption).append(" as ").append(info(field).name).append("; ");
        }
    }
    EXPECT_GE(right * 100, all * 90) << missed;
    EXPECT_LE(wrong * 100, all * 5) << missed;
}

TEST(CaptionSets, the_head_of_a_caption_says_what_the_column_holds) {
    const auto first = [](std::string_view caption) {
        const auto readings = read_caption(caption);
        return readings.empty() ? Field::none : readings.front().field;
    };
    EXPECT_EQ(first("Lead comments"), Field::progress);
    EXPECT_EQ(first("Comments from the lead"), Field::progress);
    EXPECT_EQ(first("Outcome measure"), Field::none);
    EXPECT_EQ(first("Action / progress"), Field::action);
    EXPECT_EQ(first("By when"), Field::due);
}

TEST(CaptionSets, a_due_date_beside_a_revised_one_is_the_earlier) {
    Table table;
    for (const char* caption : {"Action", "Owner", "Delivery date", "Revised delivery date"}) {
        table.columns.push_back(Column{caption});
    }
    Findings findings;
    const Mapping mapping = map_columns(table, {}, findings);
    EXPECT_EQ(mapping.columns[2].field, Field::due_history);
    EXPECT_EQ(mapping.columns[3].field, Field::due);
}

}  // namespace
}  // namespace tidytracker
