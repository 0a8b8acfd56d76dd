// SPDX-License-Identifier: Apache-2.0
// Documents that are made to cost without end. Each must end soon, whatever is said of it.
#include <string>

#include <gtest/gtest.h>

#include "read/pdf.hpp"
#include "read/pdf/pdf_fixture.hpp"

namespace tidytracker {
namespace {

void expect_to_end(const std::string& bytes) {
    Findings findings;
    const Result<Workbook> workbook = pdf_reader().read({"log.pdf", bytes}, {}, findings);
    if (workbook) {
        EXPECT_FALSE(workbook->sheets.empty());
    } else {
        EXPECT_FALSE(workbook.error().message.empty());
    }
}

/// A byte of this says "128 times the next one".
TEST(HostilePdf, a_stream_that_unpacks_without_end_names_the_limit_to_raise) {
    constexpr std::size_t k_runs = 10'000;
    std::string packed;
    for (std::size_t i = 0; i < k_runs; ++i) packed += "\x81 ";
    test::PdfWriter writer;
    writer.add("<< /Type /Pages /Kids [2 0 R] /Count 1 >>");
    writer.add("<< /Type /Page /Parent 1 0 R /MediaBox [0 0 10 10] /Contents 3 0 R >>");
    writer.add_stream("/Filter /RunLengthDecode", packed);
    const std::string bytes = writer.finish(writer.add("<< /Type /Catalog /Pages 1 0 R >>"));
    ReadOptions options;
    options.limits.inflated_bytes = std::uint64_t{1} << 20U;
    Findings findings;
    const Result<Workbook> workbook = pdf_reader().read({"log.pdf", bytes}, options, findings);
    ASSERT_FALSE(workbook);
    EXPECT_EQ(workbook.error().message,
              "the file has a stream that unpacks to more than 65536 bytes (--max-inflated)");
}

TEST(HostilePdf, a_tree_of_pages_that_doubles_on_each_level) {
    constexpr int k_levels = 40;
    test::PdfWriter writer;
    for (int level = 1; level <= k_levels; ++level) {
        writer.add(
            fmt::format("<< /Type /Pages /Kids [{0} 0 R {0} 0 R] /Count 1000000000 >>", level + 1));
    }
    writer.add("<< /Type /Page /MediaBox [0 0 10 10] >>");
    expect_to_end(writer.finish(writer.add("<< /Type /Catalog /Pages 1 0 R >>")));
}

TEST(HostilePdf, a_tree_of_pages_that_is_very_deep) {
    constexpr int k_depth = 20'000;
    test::PdfWriter writer;
    for (int level = 1; level <= k_depth; ++level) {
        writer.add(fmt::format("<< /Type /Pages /Kids [{} 0 R] /Count 1 >>", level + 1));
    }
    writer.add("<< /Type /Page /MediaBox [0 0 10 10] >>");
    expect_to_end(writer.finish(writer.add("<< /Type /Catalog /Pages 1 0 R >>")));
}

TEST(HostilePdf, forms_that_show_ten_others_each) {
    constexpr int k_levels = 20;
    std::string shown;
    for (int i = 0; i < 10; ++i) shown += "/X Do ";
    test::PdfWriter writer;
    for (int level = 1; level <= k_levels; ++level) {
        writer.add_stream(fmt::format("/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                                      "/Resources << /XObject << /X {} 0 R >> >>",
                                      level + 1),
                          shown);
    }
    writer.add_stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 m 9 9 l S");
    const int content = writer.add_stream("", shown);
    const int page = writer.next();
    writer.add(
        fmt::format("<< /Type /Page /Parent {} 0 R /MediaBox [0 0 10 10] /Contents {} 0 R "
                    "/Resources << /XObject << /X 1 0 R >> >> >>",
                    page + 1, content));
    writer.add(fmt::format("<< /Type /Pages /Kids [{} 0 R] /Count 1 >>", page));
    expect_to_end(
        writer.finish(writer.add(fmt::format("<< /Type /Catalog /Pages {} 0 R >>", page + 1))));
}

TEST(HostilePdf, a_structure_tree_that_holds_itself) {
    test::PdfWriter writer;
    writer.add("<< /Type /Pages /Kids [2 0 R] /Count 1 >>");
    writer.add("<< /Type /Page /Parent 1 0 R /MediaBox [0 0 10 10] >>");
    writer.add("<< /Type /StructTreeRoot /K [4 0 R 4 0 R] >>");
    writer.add("<< /S /Table /K [5 0 R 4 0 R 5 0 R] >>");
    writer.add("<< /S /TR /K [4 0 R 5 0 R 5 0 R] >>");
    expect_to_end(
        writer.finish(writer.add("<< /Type /Catalog /Pages 1 0 R /MarkInfo << /Marked true >> "
                                 "/StructTreeRoot 3 0 R >>")));
}

TEST(HostilePdf, operands_and_states_that_nest_without_end) {
    constexpr std::size_t k_deep = 300'000;
    expect_to_end(test::pdf_of({std::string(k_deep, '[')}));
    expect_to_end(test::pdf_of({std::string(k_deep, '(')}));
    std::string states;
    for (std::size_t i = 0; i < k_deep; ++i) states += "q ";
    expect_to_end(test::pdf_of({states + test::text_at(50, 60, "Orchard")}));
}

TEST(HostilePdf, sizes_that_are_declared_and_not_there) {
    test::PdfWriter writer;
    writer.add("<< /Type /Pages /Kids [2 0 R] /Count 2000000000 >>");
    writer.add("<< /Type /Page /Parent 1 0 R /MediaBox [0 0 1e300 1e300] /Contents 3 0 R >>");
    writer.add("<< /Length 99999999999 >>\nstream\nBT ET\nendstream");
    writer.add("<< /Type /ObjStm /N 2000000000 /First 20 /Length 5 >>\nstream\n1 0 <\nendstream");
    expect_to_end(writer.finish(writer.add("<< /Type /Catalog /Pages 1 0 R >>")));
}

}  // namespace
}  // namespace tidytracker
