// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/locate.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "model/sheet_builder.hpp"

namespace tidytracker {
namespace {

/// Builds the sheet of a document, part by part.
class DocumentBuilder {
  public:
    DocumentBuilder() {
        workbook_.styles.push_back({.bold = true});
        sheet_.places = PlaceStyle::document;
    }
    DocumentBuilder& text(std::string_view line, bool bold = false) {
        if (sheet_.blocks.empty() || sheet_.blocks.back().kind == BlockKind::table) {
            open(BlockKind::paragraphs, 1);
        }
        add_row({std::string(line)}, bold);
        return *this;
    }
    DocumentBuilder& table(const std::vector<std::vector<std::string>>& rows) {
        open(BlockKind::table, ++tables_);
        for (const auto& row : rows) add_row(row, &row == &rows.front() && bold_headers);
        return *this;
    }
    SheetLayout locate() {
        builder_.move_into(sheet_);
        workbook_.sheets.push_back(sheet_);
        Findings findings;
        return locate_tables(workbook_, 0, findings);
    }
    bool bold_headers{true};

  private:
    void open(BlockKind kind, std::uint32_t number) {
        if (!sheet_.blocks.empty()) ++row_;
        sheet_.blocks.push_back({row_, kind, number});
    }
    void add_row(const std::vector<std::string>& texts, bool bold) {
        builder_.start_row(row_++, false);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (texts[i].empty()) continue;
            Cell cell{.kind = CellKind::text};
            cell.text = workbook_.strings.add(texts[i]);
            cell.column = static_cast<std::uint16_t>(i);
            cell.style = bold ? 1 : 0;
            builder_.add(cell);
        }
    }

    Workbook workbook_{};
    Sheet sheet_{};
    SheetBuilder builder_{};
    std::uint32_t row_{};
    std::uint32_t tables_{};
};

const std::vector<std::string> k_captions{"Ref", "Action", "Lead", "Due date"};

std::vector<std::string> section_texts(const Table& table) {
    std::vector<std::string> texts;
    for (const TableRow& row : table.rows) texts.push_back(table.sections[row.section].text);
    return texts;
}

using Texts = std::vector<std::string>;

TEST(LocateBlocks, headings_between_tables_head_the_rows_below_them) {
    const SheetLayout layout = DocumentBuilder()
                                   .text("Quay Forum", true)
                                   .text("Open actions", true)
                                   .table({k_captions, {"1", "Mend gate", "A. Birch", "May 2024"}})
                                   .text("Closed actions", true)
                                   .text("These were closed at the last meeting.")
                                   .table({k_captions, {"2", "Buy keys", "C. Drew", "June 2024"}})
                                   .locate();
    ASSERT_EQ(layout.tables.size(), 1U);
    EXPECT_EQ(section_texts(layout.tables[0]), (Texts{"Open actions", "Closed actions"}));
}

TEST(LocateBlocks, a_table_parted_by_a_page_break_goes_on_without_captions) {
    const SheetLayout layout = DocumentBuilder()
                                   .table({k_captions, {"1", "Mend gate", "A. Birch", "May 2024"}})
                                   .text("Page two")
                                   .table({{"2", "Buy keys", "C. Drew", "June 2024"}})
                                   .locate();
    ASSERT_EQ(layout.tables.size(), 1U);
    EXPECT_EQ(layout.tables[0].rows.size(), 2U);
}

TEST(LocateBlocks, another_table_is_no_part_of_the_tracker_before_it) {
    const std::vector<std::vector<std::string>> people{
        {"Present", "For"}, {"A. Birch", "Quay Trust"}, {"C. Drew", "Town Council"}};
    const SheetLayout layout = DocumentBuilder()
                                   .table({k_captions, {"1", "Mend gate", "A. Birch", "May 2024"}})
                                   .text("Attendance", true)
                                   .table(people)
                                   .locate();
    ASSERT_EQ(layout.tables.size(), 2U);
    EXPECT_EQ(layout.tables[0].rows.size(), 1U);
    EXPECT_EQ(layout.tables[1].rows.size(), 2U);
    EXPECT_EQ(layout.tables[1].columns[0].caption, "Present");
    EXPECT_EQ(section_texts(layout.tables[1]), (Texts{"Attendance", "Attendance"}));
}

TEST(LocateBlocks, other_captions_in_bold_begin_another_table_of_the_same_width) {
    const SheetLayout layout =
        DocumentBuilder()
            .table({k_captions, {"1", "Mend gate", "A. Birch", "May 2024"}})
            .table({{"Berth", "Boat", "Length", "Fee"}, {"7", "Tern", "8 m", "120"}})
            .locate();
    ASSERT_EQ(layout.tables.size(), 2U);
    EXPECT_EQ(layout.tables[1].columns[1].caption, "Boat");
}

TEST(LocateBlocks, paragraphs_are_never_rows) {
    const SheetLayout layout = DocumentBuilder()
                                   .table({k_captions, {"1", "Mend gate", "A. Birch", "May 2024"}})
                                   .text("The trust will write again")
                                   .table({k_captions, {"2", "Buy keys", "C. Drew", "June 2024"}})
                                   .locate();
    ASSERT_EQ(layout.tables.size(), 1U);
    EXPECT_EQ(layout.tables[0].rows.size(), 2U);
    EXPECT_EQ(std::ranges::count(layout.labels, RowRole::note, &RowLabel::role), 1);
}

}  // namespace
}  // namespace tidytracker
