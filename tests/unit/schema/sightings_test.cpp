// SPDX-License-Identifier: Apache-2.0
#include "schema/sightings.hpp"

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

using Places = std::vector<Sighting>;

TEST(Sightings, of_a_record_of_one_source_are_its_place) {
    const Record record{.source = "s1", .place = "lines 14-16; line 20"};
    EXPECT_EQ(sightings_of(record), (Places{{"s1", "lines 14-16; line 20"}}));
}

TEST(Sightings, of_other_sources_begin_with_their_ids) {
    const Record record{.source = "s2", .place = "A!A4:C4; s1:B2; s12:page 3 table 1 row 2"};
    EXPECT_EQ(sightings_of(record),
              (Places{{"s2", "A!A4:C4"}, {"s1", "B2"}, {"s12", "page 3 table 1 row 2"}}));
    EXPECT_EQ(sources_of(record), (std::vector<std::string>{"s2", "s1", "s12"}));
}

TEST(Sightings, a_sheet_called_like_a_source_is_a_sheet) {
    const Record record{.source = "s1", .place = "s2!A1:B1"};
    EXPECT_EQ(sightings_of(record), (Places{{"s1", "s2!A1:B1"}}));
}

TEST(Sightings, keep_their_sources_when_these_are_renamed) {
    Record record{.source = "s1",
                  .place = "A2; s2:B2",
                  .cells = {{"due", {"A2", "s2:B2"}}, {"status", {"s2:C2"}}}};
    rename_sources(record, [](const std::string& id) { return id == "s1" ? "s7" : "s8"; });
    EXPECT_EQ(record.source, "s7");
    EXPECT_EQ(record.place, "A2; s8:B2");
    EXPECT_EQ(record.cells[0].second, (std::vector<std::string>{"A2", "s8:B2"}));
    EXPECT_EQ(record.cells[1].second, (std::vector<std::string>{"s8:C2"}));
}

}  // namespace
}  // namespace tidytracker
