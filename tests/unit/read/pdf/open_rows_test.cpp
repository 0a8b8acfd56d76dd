// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/open_rows.hpp"

#include <array>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "read/pdf.hpp"
#include "read/pdf/pdf_fixture.hpp"

namespace tidytracker {
namespace {

using test::line_between;
using test::pdf_of;
using test::rows_of;
using test::text_at;

using OpenRows = std::vector<std::string>;

OpenRows rows_read(const std::string& bytes) {
    Findings findings;
    const Result<Workbook> workbook = pdf_reader().read({"log.pdf", bytes}, {}, findings);
    OpenRows rows;
    if (!workbook) return rows;
    for (std::string& row : rows_of(*workbook)) {
        for (char& c : row) c = c == '\n' ? ' ' : c;
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The texts of a column, each a line of 12 points below the last, from `top` on.
std::string cell_at(double x, double top, const std::vector<const char*>& lines) {
    std::string content;
    for (const char* line : lines) {
        content += text_at(x, top, line);
        top += 12;
    }
    return content;
}

std::string header_at(double y) {
    return text_at(50, y, "Ref", 10, "F2") + text_at(110, y, "Action", 10, "F2") +
           text_at(350, y, "Lead", 10, "F2");
}

const OpenRows k_orchard_rows{
    "Ref | Action | Lead", "A1 | Prune the trees of the upper orchard and burn what is cut | Ada",
    "A2 | Count the hives by the wall | Col Drew",
    "A3 | Mend the fence along the lane where deer come in | Ada Birch"};

TEST(PdfOpenRows, keys_may_stand_in_the_middle_of_rows) {
    const std::string content =
        header_at(100) +
        cell_at(110, 120, {"Prune the trees of the", "upper orchard and burn", "what is cut"}) +
        text_at(50, 132, "A1") + text_at(350, 132, "Ada") +
        cell_at(110, 156, {"Count the hives", "by the wall"}) + text_at(50, 162, "A2") +
        text_at(350, 162, "Col Drew") +
        cell_at(110, 180, {"Mend the fence along", "the lane where deer", "come in"}) +
        text_at(50, 192, "A3") + cell_at(350, 186, {"Ada", "Birch"});
    EXPECT_EQ(rows_read(pdf_of({content})), k_orchard_rows);
}

TEST(PdfOpenRows, keys_may_stand_at_the_bottom_of_rows) {
    const std::string content =
        header_at(100) +
        cell_at(110, 120, {"Prune the trees of the", "upper orchard and burn", "what is cut"}) +
        text_at(50, 144, "A1") + text_at(350, 144, "Ada") +
        cell_at(110, 156, {"Count the hives", "by the wall"}) + text_at(50, 168, "A2") +
        text_at(350, 168, "Col Drew") +
        cell_at(110, 180, {"Mend the fence along", "the lane where deer", "come in"}) +
        text_at(50, 204, "A3") + cell_at(350, 192, {"Ada", "Birch"});
    EXPECT_EQ(rows_read(pdf_of({content})), k_orchard_rows);
}

TEST(PdfOpenRows, rules_part_rows_wherever_their_keys_stand) {
    const std::string content =
        header_at(100) + line_between(45, 106, 500, 106) +
        cell_at(110, 120, {"Prune the trees of the", "upper orchard and burn", "what is cut"}) +
        text_at(50, 144, "A1") + text_at(350, 132, "Ada") + line_between(45, 150, 500, 150) +
        cell_at(110, 162, {"Count the hives", "by the wall"}) + text_at(50, 174, "A2") +
        text_at(350, 174, "Col Drew") + line_between(45, 180, 500, 180) +
        cell_at(110, 192, {"Mend the fence along", "the lane where deer", "come in"}) +
        text_at(50, 216, "A3") + cell_at(350, 198, {"Ada", "Birch"}) +
        line_between(45, 222, 500, 222);
    EXPECT_EQ(rows_read(pdf_of({content})), k_orchard_rows);
}

/// A table of two columns whose tree leaves the empty cell of its second row out.
std::string tree_without_empty_cell() {
    test::PdfWriter writer;
    const int font = writer.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    const int content = writer.next();
    const std::vector<std::array<std::string, 3>> rows{
        {"Ref", "Note", "Status"}, {"A1", "Sown late", "Open"}, {"A2", "", "Closed"},
        {"A3", "Frost", "Open"},   {"A4", "Dry", "Open"},       {"A5", "Wet", "Open"}};
    std::string shown;
    std::vector<std::string> trees;
    int mark = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::string& tree = trees.emplace_back();
        for (std::size_t c = 0; c < 3; ++c) {
            if (rows[r][c].empty()) continue;
            shown += fmt::format("/TD << /MCID {} >> BDC\n", mark);
            shown += text_at(50 + 100 * static_cast<double>(c), 100 + 20 * static_cast<double>(r),
                             rows[r][c]);
            shown += "EMC\n";
            tree += fmt::format("<< /S /TD /K {} >> ", mark++);
        }
    }
    writer.add_stream("", shown);
    const int page = writer.next();
    writer.add(
        fmt::format("<< /Type /Page /Parent {} 0 R /MediaBox [0 0 595 842] /Contents {} 0 R "
                    "/StructParents 0 /Resources << /Font << /F1 {} 0 R >> >> >>",
                    page + 1, content, font));
    writer.add(fmt::format("<< /Type /Pages /Kids [{} 0 R] /Count 1 >>", page));
    std::string body;
    for (const std::string& tree : trees) {
        body += fmt::format("<< /S /TR /Pg {} 0 R /K [{}] >> ", page, tree);
    }
    const int root = writer.add(fmt::format(
        "<< /Type /StructTreeRoot /K << /S /Table /Pg {} 0 R /K [{}] >> >>", page, body));
    const int catalog =
        writer.add(fmt::format("<< /Type /Catalog /Pages {} 0 R /MarkInfo << /Marked true >> "
                               "/StructTreeRoot {} 0 R >>",
                               page + 1, root));
    return writer.finish(catalog);
}

TEST(PdfTaggedTables, cells_behind_one_that_the_tree_leaves_out_stay_in_their_columns) {
    const OpenRows rows = rows_read(tree_without_empty_cell());
    ASSERT_EQ(rows.size(), 6U);
    EXPECT_EQ(rows[1], "A1 | Sown late | Open");
    EXPECT_EQ(rows[2], "A2 |  | Closed");
}

}  // namespace
}  // namespace tidytracker
