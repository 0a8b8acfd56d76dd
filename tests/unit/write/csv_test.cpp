// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/fields.hpp>
#include <tidytracker/write.hpp>

#include <algorithm>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "write/example_document.hpp"

namespace tidytracker {
namespace {

using Rows = std::vector<std::vector<std::string>>;

/// RFC 4180, read as strictly as it is written.
Rows parse_csv(std::string_view text) {
    Rows rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string& cell = rows.back().back();
        if (quoted && text.substr(i).starts_with("\"\"")) {
            cell += text[i++];
        } else if (text[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && text[i] == ',') {
            rows.back().emplace_back();
        } else if (!quoted && text.substr(i).starts_with("\r\n")) {
            ++i;
            rows.emplace_back(1);
        } else {
            cell += text[i];
        }
    }
    rows.pop_back();
    return rows;
}

Rows written(const Document& document, const WriteOptions& options = {}) {
    return parse_csv(*writer_by_name("csv")->render(document, options));
}

std::string cell(const Rows& rows, std::size_t row, std::string_view caption) {
    const auto found = std::ranges::find(rows[0], caption);
    return rows[row][static_cast<std::size_t>(found - rows[0].begin())];
}

TEST(WriteCsv, the_header_row_names_all_fields) {
    const Rows rows = written(Document{});
    ASSERT_EQ(rows.size(), 1U);
    ASSERT_EQ(rows[0].size(), all_fields().size());
    EXPECT_EQ(rows[0].front(), "id");
    EXPECT_EQ(written(Document{}, {.readable_captions = true})[0].front(), "ID");
}

TEST(WriteCsv, every_row_has_every_column) {
    const Rows rows = written(testing::full_document());
    ASSERT_EQ(rows.size(), 3U);
    for (const auto& row : rows) EXPECT_EQ(row.size(), all_fields().size());
    EXPECT_EQ(cell(rows, 1, "action"), "Replace the \"big\" swing,\nthen re-open");
    EXPECT_EQ(cell(rows, 1, "leads"), "Cllr Nigel Marsh (Parks); [Town Clerk]");
    EXPECT_EQ(cell(rows, 1, "due_edtf"), "2024-05");
    EXPECT_EQ(cell(rows, 1, "overdue"), "true");
    EXPECT_EQ(cell(rows, 1, "extra"), "Ward: North\nCost: £4,000");
    EXPECT_EQ(cell(rows, 2, "status"), "unknown");
}

TEST(WriteCsv, formulas_become_text_unless_raw_cells_are_wanted) {
    EXPECT_EQ(cell(written(testing::full_document()), 1, "evidence"), "'=1+1");
    EXPECT_EQ(cell(written(testing::full_document(), {.raw_cells = true}), 1, "evidence"), "=1+1");
}

TEST(WriteCsv, the_byte_order_mark_comes_first) {
    const auto bytes = writer_by_name("csv")->render(Document{}, {.byte_order_mark = true});
    EXPECT_TRUE(bytes->starts_with("\xEF\xBB\xBFid,"));
    EXPECT_TRUE(bytes->ends_with("\r\n"));
}

TEST(WriteCsv, spaces_at_the_edge_are_quoted_and_bad_bytes_repaired) {
    Document document;
    document.records = {Record{.item = " a", .action = "b\xFF"}};
    const auto bytes = *writer_by_name("csv")->render(document, {});
    EXPECT_NE(bytes.find(",\" a\",b\xEF\xBF\xBD,"), std::string::npos);
}

TEST(Writers, are_found_by_name_and_suffix) {
    for (const Writer& writer : all_writers()) {
        EXPECT_EQ(writer_by_name(writer.name), &writer);
        EXPECT_EQ(writer_by_suffix("out/North" + std::string(writer.suffix)), &writer);
    }
    EXPECT_EQ(writer_by_suffix("A.CSV"), writer_by_name("csv"));
    EXPECT_EQ(writer_by_suffix("csv"), nullptr);
    EXPECT_EQ(writer_by_name("CSV"), nullptr);
}

}  // namespace
}  // namespace tidytracker
