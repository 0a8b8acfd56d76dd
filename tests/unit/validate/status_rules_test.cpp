// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "support/checking.hpp"

namespace tidytracker {
namespace {

using testing::check_records;
using testing::only;
using testing::sound_record;

template <class Change>
std::size_t found_after(std::string_view rule, Change change) {
    Record record = sound_record("A-1");
    change(record);
    return only(rule, check_records({record})).size();
}

TEST(StatusRules, a_missing_status_is_an_exception_among_many) {
    std::vector<Record> records(5, sound_record("A-1"));
    records[1].status = Status::unknown;
    records[1].status_text.clear();
    EXPECT_EQ(only("missing-status", check_records(records)).size(), 1U);
    records[1].kind = Kind::decision;
    EXPECT_EQ(only("missing-status", check_records(records)).size(), 0U);
    records[1].kind = Kind::action;
    records[1].status_text = "Parked";  // unknown-status says that
    EXPECT_EQ(only("missing-status", check_records(records)).size(), 0U);
}

TEST(StatusRules, no_status_is_missing_where_it_is_read_from_the_progress) {
    Record told = sound_record("A-1");
    told.cells = {{"status", {"Actions!G5"}}, {"progress", {"Actions!G5"}}};
    std::vector<Record> records(5, told);
    records[1].status = Status::unknown;
    records[1].status_text.clear();
    EXPECT_EQ(only("missing-status", check_records(records)).size(), 0U);
}

TEST(StatusRules, the_latest_progress_may_not_say_the_opposite) {
    const auto contradicts = [](Status status, Progress entry) {
        return found_after("status-contradicts-progress", [&](Record& record) {
            record.status = status;
            record.progress = {entry};
        });
    };
    EXPECT_EQ(contradicts(Status::in_progress, {.label = "Completed", .text = "Signs are up"}), 1U);
    EXPECT_EQ(contradicts(Status::in_progress, {.text = "Complete"}), 1U);
    EXPECT_EQ(contradicts(Status::in_progress, {.text = "Completed the first draft"}), 0U);
    EXPECT_EQ(contradicts(Status::complete, {.text = "Complete"}), 0U);
    EXPECT_EQ(contradicts(Status::complete, {.label = "Not started", .text = ""}), 1U);
}

TEST(StatusRules, of_dated_progress_the_latest_counts) {
    const auto with = [](IsoDay done, IsoDay reopened) {
        return found_after("status-contradicts-progress", [&](Record& record) {
            record.progress = {{.date = done, .text = "Completed"},
                               {.date = reopened, .text = "Came loose again"}};
        });
    };
    EXPECT_EQ(with("2024-03-01", "2024-03-20"), 0U);
    EXPECT_EQ(with("2024-03-20", "2024-03-01"), 1U);
    EXPECT_EQ(with("2024-03-20", ""), 0U);  // who knows which is the latest
}

TEST(StatusRules, red_is_no_colour_for_what_is_done) {
    const auto rated = [](Rag rag, Status status) {
        return found_after("rag-contradicts-status", [&](Record& record) {
            record.rag = rag;
            record.status = status;
        });
    };
    EXPECT_EQ(rated(Rag::red, Status::complete), 1U);
    EXPECT_EQ(rated(Rag::red, Status::in_progress), 0U);
    EXPECT_EQ(rated(Rag::amber, Status::complete), 0U);
}

TEST(StatusRules, percent_and_status_agree) {
    const auto percent = [](int value, Status status) {
        return found_after("percent-contradicts-status", [&](Record& record) {
            record.percent = value;
            record.status = status;
            record.cells.push_back({"percent", {"Actions!G5"}});
        });
    };
    EXPECT_EQ(percent(60, Status::complete), 1U);
    EXPECT_EQ(percent(100, Status::in_progress), 1U);
    EXPECT_EQ(percent(10, Status::not_started), 1U);
    EXPECT_EQ(percent(100, Status::complete), 0U);
    EXPECT_EQ(percent(60, Status::in_progress), 0U);
    EXPECT_EQ(percent(60, Status::on_hold), 0U);
}

TEST(StatusRules, an_action_goes_stale_after_ninety_days_of_silence) {
    const auto last = [](IsoDay day, IsoDay due) {
        return found_after("stale", [&](Record& record) {
            record.progress = {{.date = day, .text = "Quotes are in"}};
            record.due = When{.date = due, .text = due};
        });
    };
    EXPECT_EQ(last("2024-01-01", "2024-02-29"), 1U);
    EXPECT_EQ(last("2024-02-01", "2024-02-29"), 0U);
    EXPECT_EQ(last("2024-01-01", "2024-12-31"), 0U);  // far ahead: it may rest
}

TEST(StatusRules, one_action_is_not_open_here_and_closed_there) {
    Record open = sound_record("A-1");
    Record closed = open;
    closed.status = Status::complete;
    closed.place = "Closed!A5:F5";
    const auto found = [&] {
        return only("closed-but-open-elsewhere", check_records({open, closed})).size();
    };
    EXPECT_EQ(found(), 1U);
    closed.ref = "A-2";
    EXPECT_EQ(found(), 0U);
    closed = open;
    closed.status = Status::complete;  // in the same table: duplicate-ref says that
    EXPECT_EQ(found(), 0U);
}

}  // namespace
}  // namespace tidytracker
