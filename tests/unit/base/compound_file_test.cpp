// SPDX-License-Identifier: Apache-2.0
#include "base/compound_file.hpp"

#include <gtest/gtest.h>

#include "support/compound_writer.hpp"

namespace tidytracker {
namespace {

using testing::CompoundWriter;
using testing::set_number;

std::string pattern(std::size_t size) {
    std::string out;
    for (std::size_t i = 0; i < size; ++i) out += static_cast<char>('a' + i * 7 % 26 + i / 512 % 3);
    return out;
}

std::string content_of(const std::string& bytes, std::string_view path) {
    const CompoundFile file(bytes);
    const CompoundStream* stream = file.find(path);
    if (stream == nullptr) return "no such stream";
    Budget budget(std::uint64_t{1} << 30, 1000, 60);
    const Result<std::string> content = file.read(*stream, budget);
    return content ? *content : content.error().message;
}

TEST(CompoundFile, streams_of_sectors_and_of_mini_sectors_are_read) {
    for (const unsigned shift : {9U, 12U}) {
        CompoundWriter writer(shift);
        writer.add("Workbook", pattern(10'000));
        writer.add("Small", pattern(200));
        const std::string bytes = writer.bytes();
        EXPECT_EQ(content_of(bytes, "Workbook"), pattern(10'000));
        EXPECT_EQ(content_of(bytes, "small"), pattern(200));
    }
}

TEST(CompoundFile, a_table_of_more_than_109_sectors_is_read) {
    CompoundWriter writer;
    writer.add("Workbook", pattern(9'000'000));
    EXPECT_TRUE(content_of(writer.bytes(), "Workbook") == pattern(9'000'000));
}

TEST(CompoundFile, an_embedded_stream_is_not_taken_for_one_of_the_root) {
    CompoundWriter writer;
    writer.add("Objects/Workbook", "embedded");
    writer.add("Workbook", "own");
    const std::string bytes = writer.bytes();
    EXPECT_EQ(content_of(bytes, "Workbook"), "own");
    EXPECT_EQ(content_of(bytes, "Objects/Workbook"), "embedded");
}

TEST(CompoundFile, a_chain_that_loops_ends) {
    CompoundWriter writer;
    writer.add("Workbook", pattern(10'000));
    std::string bytes = writer.bytes();
    const std::uint32_t first = writer.first_sector_of(1);
    set_number(bytes, writer.table_entry_at(first), first, 4);
    EXPECT_EQ(content_of(bytes, "Workbook").size(), 10'000U);
    set_number(bytes, writer.entry_at(1) + 120, 0xFFFFFFF0, 4);
    EXPECT_LE(content_of(bytes, "Workbook").size(), bytes.size());
}

TEST(CompoundFile, a_size_that_lies_gives_what_is_there) {
    CompoundWriter writer;
    writer.add("Workbook", pattern(5'000));
    std::string bytes = writer.bytes();
    set_number(bytes, writer.entry_at(1) + 120, 2'000'000'000, 4);
    const std::string content = content_of(bytes, "Workbook");
    EXPECT_EQ(content.substr(0, 5'000), pattern(5'000));
    EXPECT_LE(content.size(), 5'120U);
}

TEST(CompoundFile, a_directory_whose_links_loop_is_read) {
    CompoundWriter writer;
    writer.add("One", "1");
    writer.add("Two", "2");
    std::string bytes = writer.bytes();
    set_number(bytes, writer.entry_at(2) + 72, 1, 4);
    set_number(bytes, writer.entry_at(1) + 68, 1, 4);
    EXPECT_EQ(content_of(bytes, "One"), "1");
    EXPECT_EQ(content_of(bytes, "Two"), "2");
}

TEST(CompoundFile, streams_that_the_tree_has_lost_are_found) {
    CompoundWriter writer;
    writer.add("One", "1");
    writer.add("Two", "2");
    std::string bytes = writer.bytes();
    set_number(bytes, writer.entry_at(1) + 72, 0xFFFFFFFF, 4);
    EXPECT_EQ(content_of(bytes, "Two"), "2");
}

TEST(CompoundFile, folders_within_folders_without_end_are_cut_off) {
    // Each entry is a folder whose child is the next one: 31 characters a level.
    CompoundWriter writer;
    for (int i = 0; i < 500; ++i) writer.add(std::string(31, 'f'), "x");
    std::string bytes = writer.bytes();
    for (std::size_t i = 1; i <= 500; ++i) {
        set_number(bytes, writer.entry_at(i) + 66, 1, 1);
        set_number(bytes, writer.entry_at(i) + 76, i + 1, 4);
        set_number(bytes, writer.entry_at(i) + 72, 0xFFFFFFFF, 4);
    }
    const CompoundFile file(bytes);
    for (const CompoundStream& stream : file.streams()) EXPECT_LT(stream.path.size(), 2'000U);
}

TEST(CompoundFile, every_prefix_is_harmless) {
    CompoundWriter writer;
    writer.add("Workbook", pattern(5'000));
    writer.add("Small", pattern(100));
    const std::string bytes = writer.bytes();
    for (std::size_t size = 0; size < bytes.size(); size += 37) {
        (void)content_of(bytes.substr(0, size), "Workbook");
    }
    EXPECT_EQ(content_of("", "Workbook"), "no such stream");
}

TEST(CompoundFile, a_stream_counts_against_the_budget) {
    CompoundWriter writer;
    writer.add("Workbook", pattern(10'000));
    const std::string bytes = writer.bytes();
    const CompoundFile file(bytes);
    Budget budget(100, 1000, 60);
    const Result<std::string> content = file.read(*file.find("Workbook"), budget);
    ASSERT_FALSE(content);
    EXPECT_EQ(content.error().kind, ErrorKind::too_large);
}

TEST(CompoundFile, a_lost_directory_leaves_names) {
    const std::string magic(k_compound_file_magic);
    EXPECT_TRUE(holds_stream(magic + testing::wide("WordDocument"), "WordDocument"));
    EXPECT_FALSE(holds_stream(magic + testing::wide("Workbook"), "WordDocument"));
    EXPECT_FALSE(holds_stream(testing::wide("WordDocument"), "WordDocument"));
}

}  // namespace
}  // namespace tidytracker
