// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/write.hpp>

#include <algorithm>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "write/example_document.hpp"

namespace tidytracker {
namespace {

std::string written_markdown(const Document& document) {
    return writer_by_name("md")->render(document, {}).value_or("");
}

TEST(MarkdownWriter, each_row_of_a_table_has_as_many_cells_as_its_header) {
    Document document = testing::full_document();
    document.records[1].action = "a | b\nc `d` [e](f) <g>";
    std::ptrdiff_t wanted = 0;
    const std::string markdown = written_markdown(document);
    for (const std::string_view line : split(markdown, '\n')) {
        if (!line.starts_with('|')) {
            wanted = 0;
            continue;
        }
        const auto bars = std::ranges::count(replace_all(line, "\\|", ""), '|');
        if (wanted == 0) wanted = bars;
        EXPECT_EQ(bars, wanted) << line;
    }
    EXPECT_NE(markdown.find("a \\| b<br>c \\`d\\` \\[e\\](f) \\<g\\>"), std::string::npos);
}

TEST(MarkdownWriter, tables_without_rows_are_left_out) {
    Document document = testing::full_document();
    EXPECT_NE(written_markdown(document).find("\n## Unconverted\n"), std::string::npos);
    document.unconverted.clear();
    EXPECT_EQ(written_markdown(document).find("\n## Unconverted\n"), std::string::npos);
}

}  // namespace
}  // namespace tidytracker
