// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/write.hpp>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "write/example_document.hpp"

namespace tidytracker {
namespace {

std::string written_calendar(const Document& document) {
    return writer_by_name("ics")->render(document, {}).value_or("");
}

TEST(CalendarWriter, only_actions_with_a_due_day_are_there) {
    const std::string calendar = written_calendar(testing::full_document());
    EXPECT_NE(calendar.find("\r\nUID:A-17@tidytracker\r\n"), std::string::npos);
    EXPECT_NE(calendar.find("\r\nDUE;VALUE=DATE:20240531\r\n"), std::string::npos);
    EXPECT_NE(calendar.find("\r\nSTATUS:IN-PROCESS\r\n"), std::string::npos);
    EXPECT_EQ(calendar.find("UID:x1@"), std::string::npos);
}

TEST(CalendarWriter, lines_are_folded_at_75_bytes_and_unfold_to_the_text) {
    Document document = testing::full_document();
    for (int i = 0; i < 30; ++i) document.records[0].action += " é; ü, ö";
    const std::string calendar = written_calendar(document);
    for (const std::string_view line : split(calendar, '\n')) {
        EXPECT_LE(line.size(), 76U) << line;  // 75 and the carriage return
        EXPECT_NE(static_cast<unsigned char>(line.empty() ? ' ' : line[0]) & 0xC0U, 0x80U);
    }
    EXPECT_NE(replace_all(calendar, "\r\n ", "").find(" é\\; ü\\, ö é\\; ü\\, ö"),
              std::string::npos);
}

}  // namespace
}  // namespace tidytracker
