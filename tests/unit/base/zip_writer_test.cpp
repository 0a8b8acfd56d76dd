// SPDX-License-Identifier: Apache-2.0
#include "base/zip_writer.hpp"

#include <cstdint>
#include <string>

#include <gtest/gtest.h>
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

namespace tidytracker {
namespace {

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = size; i > 0; --i) {
        value = value << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
    }
    return value;
}

std::string inflated(std::string packed, std::size_t size) {
    std::string out(size, '\0');
    inflate_state state{};
    isal_inflate_init(&state);
    state.next_in = reinterpret_cast<std::uint8_t*>(packed.data());
    state.avail_in = static_cast<std::uint32_t>(packed.size());
    state.next_out = reinterpret_cast<std::uint8_t*>(out.data());
    state.avail_out = static_cast<std::uint32_t>(out.size());
    EXPECT_EQ(isal_inflate_stateless(&state), ISAL_DECOMP_OK);
    out.resize(state.total_out);
    return out;
}

/// The text of an entry, found as readers do it: through the end record and the directory.
std::string entry(std::string_view zip, std::size_t wanted) {
    const std::size_t end = zip.size() - 22;
    EXPECT_EQ(number(zip, end, 4), 0x06054B50U);
    std::size_t at = number(zip, end + 16, 4);
    EXPECT_EQ(at + number(zip, end + 12, 4), end);
    for (std::size_t i = 0; i < wanted; ++i) at += 46 + number(zip, at + 28, 2);
    EXPECT_EQ(number(zip, at, 4), 0x02014B50U);
    const std::size_t local = number(zip, at + 42, 4);
    EXPECT_EQ(number(zip, local, 4), 0x04034B50U);
    const std::size_t name = number(zip, local + 26, 2);
    EXPECT_EQ(zip.substr(local + 30, name), zip.substr(at + 46, name));
    EXPECT_EQ(zip.substr(local + 8, 18), zip.substr(at + 10, 18)) << "both say the same";
    const std::string body(zip.substr(local + 30 + name, number(zip, local + 18, 4)));
    const std::size_t size = number(zip, local + 22, 4);
    const std::string text = number(zip, local + 8, 2) == 0 ? body : inflated(body, size);
    EXPECT_EQ(text.size(), size);
    EXPECT_EQ(crc32_gzip_refl(0, reinterpret_cast<const unsigned char*>(text.data()), size),
              number(zip, local + 14, 4));
    return text;
}

TEST(ZipWriter, entries_are_found_and_inflated) {
    const std::string large(100'000, 'x');
    ZipWriter writer;
    writer.add("a.txt", "short");
    writer.add("folder/b.txt", large);
    writer.add("empty", "");
    const auto zip = writer.finish();
    ASSERT_TRUE(zip);
    EXPECT_LT(zip->size(), 2'000U) << "packed";
    EXPECT_EQ(number(*zip, zip->size() - 12, 2), 3U);
    EXPECT_EQ(entry(*zip, 0), "short");
    EXPECT_EQ(entry(*zip, 1), large);
    EXPECT_EQ(entry(*zip, 2), "");
}

TEST(ZipWriter, an_empty_archive_has_an_end) {
    const auto zip = ZipWriter().finish();
    ASSERT_TRUE(zip);
    EXPECT_EQ(zip->size(), 22U);
}

}  // namespace
}  // namespace tidytracker
