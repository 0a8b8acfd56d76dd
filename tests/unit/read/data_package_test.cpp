// SPDX-License-Identifier: Apache-2.0
#include "read/register/data_package.hpp"

#include <string>

#include <gtest/gtest.h>

#include "base/zip_writer.hpp"

namespace tidytracker {
namespace {

constexpr std::string_view k_described =
    R"({"name": "logs", "resources": [{"name": "north", "path": "a.csv"},)"
    R"( {"name": "notes", "path": "notes.txt"}, {"name": "south", "path": "b.csv"}]})";

std::string archive_of(std::string_view description) {
    ZipWriter zip;
    zip.add("b.csv", "Ref,Action\n2,Paint\n");
    zip.add("datapackage.json", description);
    zip.add("a.csv", "Ref,Action\n1,Dig\n");
    return zip.finish().value();
}

TEST(DataPackageReader, each_table_is_a_sheet_in_the_order_of_the_description) {
    const std::string bytes = archive_of(k_described);
    Findings findings;
    const auto workbook = read({.name = "logs.zip", .bytes = bytes}, {}, findings);
    ASSERT_TRUE(workbook);
    EXPECT_EQ(workbook->format, "datapackage");
    ASSERT_EQ(workbook->sheets.size(), 2U);
    EXPECT_EQ(workbook->sheets[0].name, "north");
    EXPECT_EQ(workbook->sheets[1].name, "south");
    EXPECT_EQ(workbook->displayed(*workbook->sheets[1].find({1, 1})), "Paint");
}

TEST(DataPackageReader, a_file_that_is_missing_is_named) {
    const std::string bytes =
        archive_of(R"({"resources": [{"name": "east", "path": "../east.csv"}]})");
    Findings findings;
    const auto workbook = read({.name = "logs.zip", .bytes = bytes}, {}, findings);
    ASSERT_FALSE(workbook);
    EXPECT_EQ(workbook.error().kind, ErrorKind::unreadable);
    EXPECT_NE(workbook.error().message.find("east.csv"), std::string::npos);
}

TEST(DataPackageReader, a_description_that_is_no_json_is_an_error) {
    for (const std::string_view description : {"", "[", "{\"resources\": 3}"}) {
        const std::string bytes = archive_of(description);
        Findings findings;
        EXPECT_FALSE(read({.name = "logs.zip", .bytes = bytes}, {}, findings)) << description;
    }
}

}  // namespace
}  // namespace tidytracker
