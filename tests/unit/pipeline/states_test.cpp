// SPDX-License-Identifier: Apache-2.0
// The state of actions where it takes more than the words of one cell: how a column ticks, what is
// struck, which word is meant.
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "support/convert_text.hpp"

namespace tidytracker {
namespace {

std::vector<Status> states_of(std::string_view text) {
    std::vector<Status> states;
    for (const Record& record : testing::convert_text(text, "log.csv").document.records) {
        states.push_back(record.status);
    }
    return states;
}

using States = std::vector<Status>;

TEST(States, a_word_of_completion_may_be_taken_back) {
    EXPECT_EQ(states_of("No,Action,Lead,Status\n1,Clear the culvert,Ada Birch,Partly done\n"
                        "2,Agree the rota,Col Drew,Partially complete\n"
                        "3,Write to owners,Eve Fox,Not yet delivered\n"
                        "4,Book the hall,Eve Fox,Fully delivered\n"
                        "5,Paint the hall,Eve Fox,Mostly done - one wall left\n"),
              (States{Status::in_progress, Status::in_progress, Status::in_progress,
                      Status::complete, Status::in_progress}));
}

TEST(States, one_slip_in_a_long_word_is_forgiven) {
    EXPECT_EQ(states_of("No,Action,Lead,Status\n1,Clear the culvert,Ada Birch,In progess\n"
                        "2,Agree the rota,Col Drew,Complted\n3,Write to owners,Eve Fox,Referred\n"
                        "4,Book the hall,Eve Fox,Now doing\n5,Paint the hall,Eve Fox,Open\n"
                        "6,Mend the gate,Eve Fox,Closed\n"),
              (States{Status::in_progress, Status::complete, Status::unknown, Status::unknown,
                      Status::in_progress, Status::complete}));
}

TEST(States, a_verdict_in_the_status_column_is_the_response) {
    const Document document =
        testing::convert_text(
            "No,Recommendation,Lead,Status\n1,Clear the culvert,Ada Birch,Not accepted\n"
            "2,Agree the rota,Col Drew,Rejected\n3,Write to owners,Eve Fox,Open\n",
            "log.csv")
            .document;
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(document.records[0].response, Response::rejected);
    EXPECT_EQ(document.records[0].response_text, "Not accepted");
    EXPECT_EQ(document.records[1].response, Response::rejected);
    EXPECT_EQ(document.records[1].status, Status::unknown);
    EXPECT_EQ(document.records[2].response, Response::none);
}

TEST(States, a_cross_is_a_tick_by_itself_and_its_opposite_beside_ticks) {
    EXPECT_EQ(states_of("No,Action,Lead,Done\n1,Clear the culvert,Ada Birch,x\n"
                        "2,Agree the rota,Col Drew,\n3,Write to owners,Eve Fox,x\n"),
              (States{Status::complete, Status::unknown, Status::complete}));
    EXPECT_EQ(states_of("No,Action,Lead,Done\n1,Clear the culvert,Ada Birch,\xE2\x9C\x93\n"
                        "2,Agree the rota,Col Drew,x\n3,Write to owners,Eve Fox,\xE2\x9C\x97\n"),
              (States{Status::complete, Status::in_progress, Status::in_progress}));
}

TEST(States, the_progress_tells_when_an_action_was_done) {
    const Document document =
        testing::convert_text(
            "No,Action,Lead,Comments\n1,Clear the culvert,Ada Birch,Done 21/5/24\n"
            "2,Agree the rota,Col Drew,COMPLETED 12/9/24 - rota on the wall\n"
            "3,Write to owners,Eve Fox,Letter drafted\n",
            "log.csv")
            .document;
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(document.records[0].status, Status::complete);
    ASSERT_TRUE(document.records[0].completed);
    EXPECT_EQ(document.records[0].completed->date, "2024-05-21");
    ASSERT_TRUE(document.records[1].completed);
    EXPECT_EQ(document.records[1].completed->date, "2024-09-12");
    EXPECT_FALSE(document.records[2].completed);
}

/// A row of an HTML table; the last cell is the status, with a fill if one is named.
std::string html_row(std::string_view action, std::string_view status, std::string_view fill) {
    std::string row = "<tr><td>1</td><td>";
    row.append(action).append("</td><td>Ada Birch</td><td");
    if (!fill.empty()) row.append(" style=\"background-color:").append(fill).append("\"");
    row.append(">").append(status).append("</td></tr>");
    return row;
}

Document html_log(std::string_view rows, std::string_view below = "") {
    std::string html = "<table><tr><th>No</th><th>Action</th><th>Lead</th><th>Status</th></tr>";
    html.append(rows).append("</table>").append(below);
    return testing::convert_text(html, "log.html").document;
}

TEST(States, a_fill_rates_a_status_cell_with_words_as_well) {
    const Document document = html_log(html_row("Clear the culvert", "Digger hired", "#00B050") +
                                       html_row("Agree the rota", "Open", "#FFC000") +
                                       html_row("Write to owners", "Open", ""));
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(document.records[0].rag, Rag::green);
    EXPECT_EQ(document.records[1].rag, Rag::amber);
    EXPECT_EQ(document.records[2].rag, Rag::none);
}

TEST(States, a_fill_of_all_statuses_rates_none) {
    const Document document = html_log(html_row("Clear the culvert", "Open", "#DDEBF7") +
                                       html_row("Agree the rota", "Open", "#DDEBF7") +
                                       html_row("Write to owners", "Done", "#DDEBF7"));
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(document.records[0].rag, Rag::none);
    EXPECT_EQ(document.records[2].rag, Rag::none);
}

TEST(States, a_key_says_what_a_fill_means_beside_unknown_words) {
    const Document document =
        html_log(html_row("Clear the culvert", "Digger hired", "#0070C0") +
                     html_row("Agree the rota", "Open", "#FFC000") +
                     html_row("Write to owners", "", "#0070C0"),
                 "<table><tr><td>Colour</td><td>Meaning</td></tr><tr><td>Blue</td><td>Complete</td>"
                 "</tr><tr><td>Amber</td><td>At risk</td></tr></table>");
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(document.records[0].status, Status::complete);
    EXPECT_EQ(document.records[0].status_text, "Digger hired");
    EXPECT_EQ(document.records[2].status, Status::complete);
}

TEST(States, a_struck_row_may_say_that_it_is_withdrawn) {
    const auto struck_row = [](std::string_view action, std::string_view status) {
        std::string row = "<tr><td><s>1</s></td><td><s>";
        row.append(action).append("</s></td><td><s>Ada Birch</s></td><td><s>");
        return row.append(status).append("</s></td></tr>");
    };
    const Document document =
        html_log(struck_row("Clear the culvert", "(withdrawn)") +
                 struck_row("Agree the rota (withdrawn)", "") + struck_row("Write to owners", ""));
    ASSERT_EQ(document.records.size(), 3U);
    EXPECT_EQ(document.records[0].status, Status::cancelled);
    EXPECT_EQ(document.records[1].status, Status::cancelled);
    EXPECT_EQ(document.records[1].status_text, "withdrawn");
    EXPECT_EQ(document.records[2].status, Status::complete);
}

}  // namespace
}  // namespace tidytracker
