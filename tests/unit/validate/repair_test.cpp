// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/repair.hpp>

#include <algorithm>

#include <gtest/gtest.h>

#include "support/checking.hpp"

namespace tidytracker {
namespace {

using testing::Rows;
using testing::sound_rows;

/// "place: after (reason)" of each repair.
std::vector<std::string> repairs_in(const Rows& rows, std::string format = "xlsx",
                                    const Setting<DateOrder>& order = {},
                                    std::size_t undecided = 0) {
    Workbook workbook = testing::workbook_of_rows(rows);
    workbook.format = std::move(format);
    const Conversion conversion = testing::convert_workbook(std::move(workbook));
    std::vector<std::string> out;
    const Mending mending = mending_of(conversion.document, conversion.sources.front(), order);
    EXPECT_EQ(mending.undecided_days, undecided);
    for (const Repair& repair : mending.repairs) {
        out.push_back(repair.place + ": " + repair.after + " (" + repair.reason + ")");
    }
    return out;
}

using Said = std::vector<std::string>;

/// The sound tracker as CSV, in which dates are texts, with one other cell.
Said repairs_after(std::size_t row, std::size_t column, std::string text) {
    Rows rows = sound_rows();
    rows[row][column] = std::move(text);
    return repairs_in(rows, "csv");
}

TEST(Repair, leaves_a_sound_tracker_alone) {
    EXPECT_EQ(repairs_in(sound_rows(), "csv"), Said{});
}

TEST(Repair, tidies_spaces_but_not_paragraphs) {
    EXPECT_EQ(repairs_after(1, 1, "  Order  new signs "),
              Said{"Actions!B2: Order new signs (spaces)"});
    EXPECT_EQ(repairs_after(1, 1, "Order signs\n\nand posts"), Said{});
}

TEST(Repair, mends_letters_and_takes_unseen_characters_out) {
    EXPECT_EQ(repairs_after(1, 1, "Ask the caf\xC3\x83\xC2\xA9"),
              Said{"Actions!B2: Ask the caf\xC3\xA9 (letters that went wrong)"});
    EXPECT_EQ(repairs_after(1, 1, "Order\xE2\x80\x8B signs"),
              Said{"Actions!B2: Order signs (characters that nobody sees)"});
}

TEST(Repair, corrects_a_status_that_is_one_slip_from_a_long_word) {
    EXPECT_EQ(repairs_after(1, 4, "Clsoed"), Said{"Actions!E2: Closed (mistyped status)"});
    EXPECT_EQ(repairs_after(1, 4, "Parked"), Said{});
    EXPECT_EQ(repairs_after(1, 4, "Opne"), Said{});  // short words are near too many others
}

TEST(Repair, makes_dates_of_texts_in_a_workbook_where_no_reader_can_differ) {
    Rows rows = sound_rows();
    for (std::size_t i = 1; i < rows.size(); ++i) rows[i][3] = "03/04/2024";
    const std::size_t all = rows.size() - 1;
    EXPECT_EQ(repairs_in(rows, "xlsx", {}, all), Said{});  // 3 April or 4 March
    rows[1][3] = "4/13/2024";
    // An American wrote it; the others may be his.
    EXPECT_EQ(repairs_in(rows, "xlsx", {}, all), Said{});
    rows[1][3] = "5/04/2024";
    rows[2][3] = "31/05/2024";
    rows[3][3] = "4 June 2024";
    rows[4][3] = "by 4 June 2024";
    EXPECT_EQ(repairs_in(rows, "xlsx", {}, all - 3),
              (Said{"Actions!D3: 2024-05-31 (date typed as text)",
                    "Actions!D4: 2024-06-04 (date typed as text)"}));
}

TEST(Repair, mends_every_date_once_the_user_has_told_the_order) {
    Rows rows = sound_rows();
    rows[1][3] = "03/04/2024";
    const std::vector<std::string> said =
        repairs_in(rows, "xlsx", {DateOrder::dmy, Origin::flag}, 0);
    EXPECT_EQ(std::ranges::count(said, "Actions!D2: 2024-04-03 (date typed as text)"), 1);
}

}  // namespace
}  // namespace tidytracker
