// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include <algorithm>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tidytracker {
namespace {

namespace fs = std::filesystem;

/// A folder of its own for each test.
class Files : public ::testing::Test {
  protected:
    void SetUp() override {
        std::string pattern = (fs::temp_directory_path() / "files-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
    }
    void TearDown() override {
        fs::permissions(folder_, fs::perms::owner_all);
        fs::remove_all(folder_);
    }
    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_ / name).string();
    }
    [[nodiscard]] std::ptrdiff_t count() const {
        return std::distance(fs::directory_iterator(folder_), fs::directory_iterator());
    }
    fs::path folder_;
};

TEST_F(Files, what_was_written_is_read) {
    const std::string bytes("a\0\r\n\xFF", 5);
    ASSERT_TRUE(write_file_atomically(path("north.csv"), bytes, Overwrite::no));
    EXPECT_EQ(read_file(path("north.csv")), bytes);
    EXPECT_EQ(count(), 1);
}

TEST_F(Files, a_large_file_is_read_whole) {
    const std::string bytes(300'001, 'x');
    ASSERT_TRUE(write_file_atomically(path("large"), bytes, Overwrite::no));
    EXPECT_EQ(read_file(path("large"))->size(), bytes.size());
}

TEST_F(Files, a_missing_file_suggests_its_neighbour) {
    ASSERT_TRUE(write_file_atomically(path("actions.xlsx"), "x", Overwrite::no));
    const auto bytes = read_file(path("actoins.xlsx"));
    ASSERT_FALSE(bytes);
    EXPECT_EQ(bytes.error().kind, ErrorKind::not_found);
    EXPECT_EQ(bytes.error().help, "did you mean " + path("actions.xlsx") + "?");
    EXPECT_EQ(read_file(path("quite/other")).error().help, "");
}

TEST_F(Files, a_folder_is_no_file) {
    const auto bytes = read_file(folder_.string());
    ASSERT_FALSE(bytes);
    EXPECT_EQ(bytes.error().kind, ErrorKind::unreadable);
    EXPECT_NE(bytes.error().message.find("is a folder"), std::string::npos);
    EXPECT_EQ(write_file_atomically(folder_.string(), "x", Overwrite::yes).error().kind,
              ErrorKind::unwritable);
}

TEST_F(Files, an_existing_file_needs_force) {
    ASSERT_TRUE(write_file_atomically(path("out"), "old", Overwrite::no));
    const auto refused = write_file_atomically(path("out"), "new", Overwrite::no);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::exists);
    EXPECT_EQ(refused.error().help, "add --force to replace it");
    EXPECT_EQ(read_file(path("out")), "old");
    ASSERT_TRUE(write_file_atomically(path("out"), "new", Overwrite::yes));
    EXPECT_EQ(read_file(path("out")), "new");
    EXPECT_EQ(count(), 1);
}

TEST_F(Files, a_replaced_file_keeps_its_permissions) {
    ASSERT_TRUE(write_file_atomically(path("out"), "old", Overwrite::no));
    fs::permissions(path("out"), fs::perms::owner_read | fs::perms::owner_write);
    ASSERT_TRUE(write_file_atomically(path("out"), "new", Overwrite::yes));
    EXPECT_EQ(fs::status(path("out")).permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Files, a_symbolic_link_stays_one) {
    ASSERT_TRUE(write_file_atomically(path("real"), "old", Overwrite::no));
    fs::create_symlink("real", path("link"));
    ASSERT_TRUE(write_file_atomically(path("link"), "new", Overwrite::yes));
    EXPECT_TRUE(fs::is_symlink(path("link")));
    EXPECT_EQ(read_file(path("real")), "new");
}

TEST_F(Files, a_missing_folder_is_named_with_its_reason) {
    const auto written = write_file_atomically(path("none/out"), "x", Overwrite::no);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::unwritable);
    EXPECT_EQ(written.error().message,
              "cannot write " + path("none/out") + ": No such file or directory");
}

TEST_F(Files, what_is_no_regular_file_is_written_in_place) {
    EXPECT_TRUE(write_file_atomically("/dev/null", "x", Overwrite::no));
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(Files, a_failed_write_leaves_nothing_behind) {
    if (!fs::exists("/dev/full")) GTEST_SKIP();
    EXPECT_EQ(write_file_atomically("/dev/full", "x", Overwrite::no).error().kind,
              ErrorKind::unwritable);
    const std::string long_name(300, 'n');
    EXPECT_FALSE(write_file_atomically(path(long_name), "x", Overwrite::no));
    EXPECT_EQ(count(), 0);
}

}  // namespace
}  // namespace tidytracker
