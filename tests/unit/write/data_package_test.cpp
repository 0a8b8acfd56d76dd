// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/fields.hpp>
#include <tidytracker/write.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/archive.hpp"
#include "base/calendar.hpp"
#include "base/digest.hpp"
#include "base/parse_number.hpp"
#include "write/example_document.hpp"

namespace tidytracker {
namespace {

using PackageJson = nlohmann::json;
using TableRows = std::vector<std::vector<std::string>>;

std::map<std::string, std::string> unpacked(const Document& document, bool raw = false) {
    const auto bytes = writer_by_name("datapackage")->render(document, {.raw_cells = raw});
    std::map<std::string, std::string> out;
    if (!bytes) return out;
    const Archive archive(*bytes);
    Budget budget(1 << 20, 1000, 5);
    for (const ArchiveEntry& entry : archive.entries()) {
        out[entry.name] = archive.read(entry, budget).value_or("");
    }
    return out;
}

TableRows rows_of(std::string_view csv) {
    TableRows rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        if (csv[i] == '"') {
            const bool doubled = quoted && csv.substr(i).starts_with("\"\"");
            if (doubled) rows.back().back() += csv[++i];
            if (!doubled) quoted = !quoted;
        } else if (!quoted && csv[i] == ',') {
            rows.back().emplace_back();
        } else if (!quoted && csv.substr(i).starts_with("\r\n")) {
            ++i;
            rows.emplace_back(1);
        } else {
            rows.back().back() += csv[i];
        }
    }
    rows.pop_back();
    return rows;
}

/// Does a value meet the type and the constraints of its field (Table Schema 1)?
bool is_valid(const std::string& value, const PackageJson& field) {
    const PackageJson constraints = field.value("constraints", PackageJson::object());
    if (value.empty()) return !constraints.value("required", false);
    const std::string type = field["type"];
    if (type == "date") return day_from_iso(value).has_value();
    if (type == "boolean") return value == "true" || value == "false";
    const auto number = parse_number<int>(value);
    if (type == "integer" && !number) return false;
    if (constraints.contains("minimum") && *number < constraints["minimum"]) return false;
    if (constraints.contains("maximum") && *number > constraints["maximum"]) return false;
    if (!constraints.contains("enum")) return true;
    const PackageJson& words = constraints["enum"];
    return std::find(words.begin(), words.end(), value) != words.end();
}

/// The values of the columns with these names, one text a row.
std::vector<std::string> keys_in(const TableRows& rows, const std::vector<std::string>& names) {
    std::vector<std::string> out;
    for (std::size_t row = 1; row < rows.size(); ++row) {
        std::string key;
        for (const std::string& name : names) {
            const auto at = std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin();
            key += rows[row].at(static_cast<std::size_t>(at)) + '\n';
        }
        out.push_back(key);
    }
    return out;
}

class DataPackage : public ::testing::Test {
  protected:
    DataPackage() {
        Document document = testing::full_document();
        document.findings.push_back({.rule = "overdue", .record = "gone", .source = "s2"});
        parts_ = unpacked(document);
        package_ = PackageJson::parse(parts_["datapackage.json"]);
    }
    std::map<std::string, std::string> parts_{};
    PackageJson package_{};
};

TEST_F(DataPackage, the_description_names_every_file_with_its_size_and_digest) {
    ASSERT_EQ(package_["profile"], "tabular-data-package");
    ASSERT_EQ(package_["resources"].size() + 1, parts_.size());
    for (const PackageJson& resource : package_["resources"]) {
        const std::string& bytes = parts_.at(resource["path"]);
        EXPECT_EQ(resource["bytes"], bytes.size());
        EXPECT_EQ(resource["hash"], "sha256:" + sha256_hex(bytes));
    }
}

TEST_F(DataPackage, every_value_meets_its_schema) {
    for (const PackageJson& resource : package_["resources"]) {
        const TableRows rows = rows_of(parts_.at(resource["path"]));
        const PackageJson& fields = resource["schema"]["fields"];
        EXPECT_GT(rows.size(), 1U) << resource["name"];
        for (std::size_t column = 0; column < fields.size(); ++column) {
            EXPECT_EQ(rows[0].at(column), fields[column]["name"]);
            for (std::size_t row = 1; row < rows.size(); ++row) {
                ASSERT_EQ(rows[row].size(), fields.size());
                EXPECT_TRUE(is_valid(rows[row][column], fields[column]))
                    << rows[0][column] << ": " << rows[row][column];
            }
        }
    }
}

TEST_F(DataPackage, keys_are_unique_and_references_lead_somewhere) {
    std::map<std::string, TableRows> tables;
    for (const PackageJson& resource : package_["resources"]) {
        tables[resource["name"]] = rows_of(parts_.at(resource["path"]));
    }
    for (const PackageJson& resource : package_["resources"]) {
        const TableRows& rows = tables[resource["name"]];
        const PackageJson& schema = resource["schema"];
        const auto keys = keys_in(rows, schema["primaryKey"]);
        EXPECT_EQ(std::set(keys.begin(), keys.end()).size(), keys.size()) << resource["name"];
        for (const PackageJson& each : schema.value("foreignKeys", PackageJson::array())) {
            const auto there = keys_in(tables[each["reference"]["resource"]], {"id"});
            for (const std::string& key : keys_in(rows, {std::string(each["fields"])})) {
                EXPECT_TRUE(key == "\n" ||
                            std::find(there.begin(), there.end(), key) != there.end())
                    << resource["name"] << ' ' << key;
            }
        }
    }
}

TEST_F(DataPackage, the_actions_are_the_flat_register) {
    const Document document = testing::full_document();
    EXPECT_EQ(parts_["actions.csv"], *writer_by_name("csv")->render(document, {}));
    EXPECT_NE(parts_["parties.csv"].find("A-17,leads,1,Nigel Marsh,Cllr,,Parks,Cllr N Marsh\r\n"),
              std::string::npos);
}

TEST_F(DataPackage, formulas_are_disarmed_unless_raw_cells_are_asked_for) {
    Document document = testing::full_document();
    document.unconverted[0].text = "=cmd()";
    EXPECT_NE(unpacked(document)["unconverted.csv"].find(",'=cmd()"), std::string::npos);
    EXPECT_NE(unpacked(document, true)["unconverted.csv"].find(",=cmd()"), std::string::npos);
}

}  // namespace
}  // namespace tidytracker
