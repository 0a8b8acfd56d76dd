// SPDX-License-Identifier: Apache-2.0
#include "model/displayed_numbers.hpp"

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

Cell number_cell(double number, std::uint16_t style) {
    Cell cell;
    cell.number = number;
    cell.style = style;
    cell.kind = CellKind::number;
    return cell;
}

TEST(DisplayedNumbers, look_as_without_a_memory) {
    Workbook workbook;
    workbook.number_formats = {NumberFormat(), NumberFormat("dd/mm/yyyy"), NumberFormat("0.00"),
                               NumberFormat("dddd, d mmmm yyyy \"at the latest\"")};
    for (std::uint32_t format = 1; format < 4; ++format) {
        workbook.styles.push_back({.number_format = format});
    }
    DisplayedNumbers displayed(workbook);
    // Far more numbers than are remembered, each of them again.
    for (int round = 0; round < 2; ++round) {
        for (int day = 0; day < 5000; ++day) {
            for (std::uint16_t style = 0; style < 4; ++style) {
                const Cell cell = number_cell(43831 + day, style);
                std::string out;
                displayed.append(cell, out);
                ASSERT_EQ(out, workbook.displayed(cell));
            }
        }
    }
}

TEST(DisplayedNumbers, zeros_of_either_sign_and_texts_keep_apart) {
    Workbook workbook;
    DisplayedNumbers displayed(workbook);
    Cell told = number_cell(1, 0);
    told.text = workbook.strings.add("one");
    std::string out;
    for (const Cell& cell : {number_cell(0, 0), number_cell(-0.0, 0), number_cell(1, 0), told}) {
        displayed.append(cell, out);
        out += ' ';
    }
    EXPECT_EQ(out, "0 0 1 one ");
}

}  // namespace
}  // namespace tidytracker
