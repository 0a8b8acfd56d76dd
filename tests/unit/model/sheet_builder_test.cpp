// SPDX-License-Identifier: Apache-2.0
#include "model/sheet_builder.hpp"

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

Cell number_at(std::uint16_t column, double number) {
    return {.number = number, .column = column, .kind = CellKind::number};
}

/// "row:column=number ..." in the sheet's order; hidden rows have an "h".
std::string shown(SheetBuilder& builder) {
    Sheet sheet;
    builder.move_into(sheet);
    std::string out;
    for (const Row& row : sheet.rows) {
        for (const Cell& cell : sheet.cells_of(row)) {
            out += std::to_string(row.index) + (row.hidden ? "h" : "") + ":" +
                   std::to_string(cell.column) + "=" +
                   std::to_string(static_cast<int>(cell.number)) + " ";
        }
    }
    return out;
}

TEST(SheetBuilder, cells_in_order_stay_in_order) {
    SheetBuilder builder;
    builder.start_row(0, false);
    builder.add(number_at(0, 1));
    builder.add(number_at(5, 2));
    builder.start_row(7, true);
    builder.add(number_at(2, 3));
    EXPECT_EQ(builder.size(), 3U);
    EXPECT_EQ(shown(builder), "0:0=1 0:5=2 7h:2=3 ");
}

TEST(SheetBuilder, rows_and_cells_in_any_order_are_sorted) {
    SheetBuilder builder;
    builder.start_row(3, false);
    builder.add(number_at(4, 1));
    builder.add(number_at(1, 2));
    builder.start_row(1, true);
    builder.add(number_at(0, 3));
    EXPECT_EQ(shown(builder), "1h:0=3 3:1=2 3:4=1 ");
}

TEST(SheetBuilder, the_later_value_of_an_address_wins) {
    SheetBuilder builder;
    builder.start_row(2, false);
    builder.add(number_at(0, 1));
    builder.add(number_at(1, 2));
    builder.start_row(1, false);
    builder.add(number_at(0, 9));
    builder.start_row(2, true);
    builder.add(number_at(0, 3));
    builder.add(number_at(2, 4));
    builder.add(number_at(2, 5));
    EXPECT_EQ(shown(builder), "1:0=9 2h:0=3 2h:1=2 2h:2=5 ");
}

TEST(SheetBuilder, rows_without_cells_are_left_out) {
    SheetBuilder builder;
    for (std::uint32_t row = 0; row < 5; ++row) builder.start_row(row, false);
    builder.add(number_at(0, 1));
    builder.start_row(9, false);
    Sheet sheet;
    builder.move_into(sheet);
    ASSERT_EQ(sheet.rows.size(), 1U);
    EXPECT_EQ(sheet.rows[0].index, 4U);
}

TEST(SheetBuilder, an_estimate_changes_nothing_but_the_room) {
    constexpr std::uint32_t k_rows = 40'000;
    SheetBuilder builder;
    for (std::uint32_t row = 0; row < k_rows; ++row) {
        builder.start_row(row, false);
        builder.add(number_at(0, row));
        builder.expect(static_cast<double>(row + 1) / k_rows);
    }
    Sheet sheet;
    builder.move_into(sheet);
    ASSERT_EQ(sheet.cells.size(), k_rows);
    EXPECT_GE(sheet.cells.capacity(), k_rows);
    EXPECT_LE(sheet.cells.capacity(), 2 * k_rows);
    EXPECT_EQ(sheet.cells.back().number, k_rows - 1);
}

}  // namespace
}  // namespace tidytracker
