// SPDX-License-Identifier: Apache-2.0
#include "base/archive.hpp"

#include <array>

#include <gtest/gtest.h>
#include <isa-l/igzip_lib.h>

#include "support/zip_writer.hpp"

namespace tidytracker {
namespace {

using testing::ZipWriter;

Budget roomy() {
    return Budget(std::uint64_t{1} << 30, 1'000'000, 60);
}

std::string deflated(std::string_view content) {
    isal_zstream stream{};
    isal_deflate_stateless_init(&stream);
    std::string in(content);
    std::string out(content.size() + 1024, '\0');
    stream.next_in = reinterpret_cast<std::uint8_t*>(in.data());
    stream.avail_in = static_cast<std::uint32_t>(in.size());
    stream.next_out = reinterpret_cast<std::uint8_t*>(out.data());
    stream.avail_out = static_cast<std::uint32_t>(out.size());
    stream.end_of_stream = 1;
    EXPECT_EQ(isal_deflate_stateless(&stream), COMP_OK);
    out.resize(stream.total_out);
    return out;
}

ZipWriter::Entry deflated_entry(std::string name, std::string_view content) {
    ZipWriter::Entry entry = ZipWriter::stored(std::move(name), content);
    entry.packed = deflated(content);
    entry.method = 8;
    return entry;
}

/// Text that deflate makes much of, but not everything.
std::string long_text() {
    std::string text;
    for (int i = 0; i < 60'000; ++i) text += "line " + std::to_string(i * 7919 % 10'007) + "\n";
    return text;
}

std::string content_of(const Archive& archive, std::string_view name,
                       EntryDamage* damage = nullptr) {
    const ArchiveEntry* entry = archive.find(name);
    if (entry == nullptr) return "(no such entry)";
    Budget budget = roomy();
    const Result<std::string> read = archive.read(*entry, budget, damage);
    return read ? *read : "(" + read.error().message + ")";
}

TEST(Archive, stored_and_deflated_entries_are_read) {
    ZipWriter zip;
    zip.add("a.txt", "stored");
    zip.add(deflated_entry("b.txt", long_text()));
    const std::string bytes = zip.bytes();
    const Archive archive(bytes);
    EXPECT_FALSE(archive.directory_lost());
    EXPECT_EQ(archive.entries().size(), 2U);
    EXPECT_EQ(content_of(archive, "a.txt"), "stored");
    EntryDamage damage{};
    EXPECT_EQ(content_of(archive, "b.txt", &damage), long_text());
    EXPECT_EQ(damage, EntryDamage::none);
}

TEST(Archive, names_are_found_in_any_spelling) {
    ZipWriter zip;
    zip.add("/XL\\Workbook.XML", "found");
    const std::string bytes = zip.bytes();
    const Archive archive(bytes);
    EXPECT_EQ(content_of(archive, "xl/workbook.xml"), "found");
    EXPECT_EQ(content_of(archive, "\\xl/WORKBOOK.xml"), "found");
}

TEST(Archive, the_last_entry_of_a_name_wins) {
    ZipWriter zip;
    zip.add("a.txt", "old");
    zip.add("A.TXT", "new");
    const std::string bytes = zip.bytes();
    EXPECT_EQ(content_of(Archive(bytes), "a.txt"), "new");
}

TEST(Archive, bytes_before_and_behind_do_no_harm) {
    ZipWriter zip;
    zip.add("a.txt", "stored");
    const std::string bytes = "HTTP/1.1 200 OK\r\n\r\n" + zip.bytes() + std::string(70'000, '\n');
    const Archive archive(bytes);
    EXPECT_FALSE(archive.directory_lost());
    EXPECT_EQ(content_of(archive, "a.txt"), "stored");
}

TEST(Archive, a_lost_directory_is_replaced_by_local_headers) {
    ZipWriter zip;
    zip.add(deflated_entry("a.txt", "first"));
    zip.add("b.txt", "second");
    const Archive archive(zip.body());
    EXPECT_TRUE(archive.directory_lost());
    EXPECT_EQ(content_of(archive, "a.txt"), "first");
    EXPECT_EQ(content_of(archive, "b.txt"), "second");
}

TEST(Archive, a_directory_cut_short_is_completed_from_local_headers) {
    ZipWriter zip;
    zip.add("a.txt", "first");
    zip.add("b.txt", "second");
    const std::string bytes = zip.body() + zip.directory().substr(0, 60);
    const Archive archive(bytes);
    EXPECT_TRUE(archive.directory_lost());
    EXPECT_EQ(content_of(archive, "b.txt"), "second");
}

TEST(Archive, an_archive_in_the_archive_is_not_taken_apart) {
    ZipWriter inner;
    inner.add("inner.txt", "x");
    ZipWriter zip;
    zip.add("embedded.zip", inner.bytes());
    zip.add("outer.txt", "y");
    const Archive archive(zip.body());
    EXPECT_EQ(archive.find("inner.txt"), nullptr);
    EXPECT_EQ(content_of(archive, "outer.txt"), "y");
}

TEST(Archive, sizes_behind_the_data_are_no_hindrance) {
    ZipWriter zip;
    ZipWriter::Entry entry = deflated_entry("a.txt", long_text());
    entry.flags = 8;
    zip.add(entry);
    zip.add("b.txt", "second");
    const std::string bytes = zip.bytes();
    EXPECT_EQ(content_of(Archive(bytes), "a.txt"), long_text());
    const Archive without_directory(zip.body());
    EXPECT_EQ(content_of(without_directory, "a.txt"), long_text());
    EXPECT_EQ(content_of(without_directory, "b.txt"), "second");
}

TEST(Archive, sizes_and_offsets_may_stand_in_zip64_records) {
    ZipWriter plain;
    plain.add("a.txt", "stored");
    std::string directory = plain.directory();
    constexpr std::size_t k_sizes_at = 20;
    constexpr std::size_t k_extra_size_at = 30;
    constexpr std::size_t k_offset_at = 42;
    directory.replace(k_sizes_at, 8, 8, '\xFF');
    directory.replace(k_offset_at, 4, 4, '\xFF');
    directory[k_extra_size_at] = 28;
    ZipWriter::append(directory, 1, 2);
    ZipWriter::append(directory, 24, 2);
    for (const std::uint64_t value : {6U, 6U, 0U}) ZipWriter::append(directory, value, 8);
    std::string bytes = plain.body() + directory;
    const std::size_t end_record = bytes.size();
    bytes += "PK\6\6";
    ZipWriter::append(bytes, 44, 8);
    ZipWriter::append(bytes, 0, 12);
    for (const std::uint64_t value :
         {std::uint64_t{1}, std::uint64_t{1}, std::uint64_t{directory.size()},
          std::uint64_t{plain.body().size()}}) {
        ZipWriter::append(bytes, value, 8);
    }
    bytes += "PK\6\7";
    ZipWriter::append(bytes, 0, 4);
    ZipWriter::append(bytes, end_record, 8);
    ZipWriter::append(bytes, 1, 4);
    bytes += "PK\5\6" + std::string(4, '\0') + std::string(12, '\xFF') + std::string(2, '\0');
    for (const std::string& file : {bytes, "junk" + bytes}) {
        const Archive archive(file);
        EXPECT_FALSE(archive.directory_lost());
        EXPECT_EQ(content_of(archive, "a.txt"), "stored");
    }
}

TEST(Archive, a_wrong_checksum_is_told_and_the_data_kept) {
    ZipWriter zip;
    ZipWriter::Entry entry = ZipWriter::stored("a.txt", "stored");
    entry.checksum ^= 1;
    zip.add(entry);
    const std::string bytes = zip.bytes();
    EntryDamage damage{};
    EXPECT_EQ(content_of(Archive(bytes), "a.txt", &damage), "stored");
    EXPECT_EQ(damage, EntryDamage::checksum);
}

TEST(Archive, deflated_data_cut_short_gives_what_is_readable) {
    ZipWriter zip;
    zip.add(deflated_entry("a.txt", long_text()));
    const std::string half = zip.body().substr(0, zip.body().size() / 2);
    EntryDamage damage{};
    const std::string text = content_of(Archive(half), "a.txt", &damage);
    EXPECT_EQ(damage, EntryDamage::truncated);
    EXPECT_GT(text.size(), long_text().size() / 4);
    EXPECT_TRUE(long_text().starts_with(text));
}

TEST(Archive, a_used_up_budget_names_its_flag) {
    ZipWriter zip;
    zip.add(deflated_entry("a.txt", std::string(1'000'000, ' ')));
    const std::string bytes = zip.bytes();
    const Archive archive(bytes);
    Budget budget(100'000, 1, 60);
    const Result<std::string> read = archive.read(*archive.find("a.txt"), budget);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, ErrorKind::too_large);
    EXPECT_NE(read.error().message.find("--max-inflated"), std::string::npos);
}

TEST(Archive, the_budget_is_shared_by_all_entries) {
    ZipWriter zip;
    zip.add("a.txt", std::string(600, 'a'));
    zip.add("b.txt", std::string(600, 'b'));
    const std::string bytes = zip.bytes();
    const Archive archive(bytes);
    Budget budget(1000, 1, 60);
    EXPECT_TRUE(archive.read(*archive.find("a.txt"), budget));
    EXPECT_FALSE(archive.read(*archive.find("b.txt"), budget));
}

TEST(Archive, encrypted_entries_are_recognised) {
    ZipWriter zip;
    ZipWriter::Entry entry = ZipWriter::stored("a.txt", "secret");
    entry.flags = 1;
    zip.add(entry);
    const std::string bytes = zip.bytes();
    const Archive archive(bytes);
    ASSERT_NE(archive.find("a.txt"), nullptr);
    EXPECT_TRUE(archive.find("a.txt")->encrypted);
    Budget budget = roomy();
    const Result<std::string> read = archive.read(*archive.find("a.txt"), budget);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, ErrorKind::encrypted);
}

TEST(Archive, other_methods_are_unsupported) {
    ZipWriter zip;
    ZipWriter::Entry entry = ZipWriter::stored("a.txt", "?");
    entry.method = 14;
    zip.add(entry);
    const std::string bytes = zip.bytes();
    const Archive archive(bytes);
    Budget budget = roomy();
    const Result<std::string> read = archive.read(*archive.find("a.txt"), budget);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, ErrorKind::unsupported);
}

TEST(Archive, other_bytes_have_no_entries) {
    for (const std::string_view bytes : {"", "PK", "PK\3\4", "Ref,Action\nA1,Call\n"}) {
        EXPECT_TRUE(Archive(bytes).entries().empty()) << bytes;
    }
}

TEST(Archive, entries_come_in_small_pieces_too) {
    ZipWriter zip;
    zip.add(deflated_entry("a.txt", long_text()));
    const std::string bytes = zip.bytes();
    const Archive archive(bytes);
    Budget budget = roomy();
    EntrySource source(bytes, *archive.find("a.txt"), budget);
    std::string text;
    std::array<char, 1000> room{};
    for (;;) {
        const Result<std::size_t> got = source.read(room);
        ASSERT_TRUE(got);
        if (*got == 0) break;
        text.append(room.data(), *got);
    }
    EXPECT_EQ(text, long_text());
    EXPECT_EQ(source.damage(), EntryDamage::none);
}

TEST(Budget, processor_time_runs_out) {
    Budget budget(1000, 1000, 0);
    volatile double work = 0;
    for (int i = 0; i < 100'000; ++i) work = work + 1;
    const Result<void> taken = budget.take_inflated(1);
    ASSERT_FALSE(taken);
    EXPECT_NE(taken.error().message.find("--max-seconds"), std::string::npos);
}

}  // namespace
}  // namespace tidytracker
