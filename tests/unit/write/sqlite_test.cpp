// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/write.hpp>

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "write/example_document.hpp"

namespace tidytracker {
namespace {

/// A data base of these bytes, to ask.
class AskedDatabase {
  public:
    explicit AskedDatabase(const std::string& bytes) : bytes_(bytes) {
        sqlite3* opened = nullptr;
        EXPECT_EQ(sqlite3_open(":memory:", &opened), SQLITE_OK);
        database_.reset(opened);
        auto* data = reinterpret_cast<unsigned char*>(bytes_.data());
        const auto size = static_cast<sqlite3_int64>(bytes_.size());
        EXPECT_EQ(
            sqlite3_deserialize(opened, "main", data, size, size, SQLITE_DESERIALIZE_READONLY),
            SQLITE_OK);
    }
    /// "a|b" for each row of the answer; NULL is "-".
    [[nodiscard]] std::vector<std::string> ask(const std::string& question) const {
        std::vector<std::string> rows;
        const auto add = [](void* out, int count, char** values, char**) {
            std::string row;
            for (int i = 0; i < count; ++i) {
                if (i > 0) row += '|';
                row += values[i] == nullptr ? "-" : values[i];
            }
            static_cast<std::vector<std::string>*>(out)->push_back(row);
            return 0;
        };
        EXPECT_EQ(sqlite3_exec(database_.get(), question.c_str(), add, &rows, nullptr), SQLITE_OK)
            << sqlite3_errmsg(database_.get());
        return rows;
    }

  private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close(database); }
    };
    std::string bytes_;
    std::unique_ptr<sqlite3, Close> database_{};
};

using Answer = std::vector<std::string>;

std::string database_of(const Document& document) {
    return writer_by_name("sqlite")->render(document, {}).value();
}

TEST(SqliteWriter, records_can_be_asked_for_with_what_belongs_to_them) {
    const AskedDatabase database(database_of(testing::full_document()));
    EXPECT_EQ(database.ask("SELECT ref, due, overdue, percent, typeof(percent) FROM actions "
                           "WHERE status = 'in_progress'"),
              Answer{"A-17|2024-05-31|1|40|integer"});
    EXPECT_EQ(database.ask("SELECT a.ref, p.person, s.name FROM actions a JOIN parties p ON "
                           "p.record = a.id AND p.role = 'leads' AND p.number = 1 JOIN sources s "
                           "ON s.id = a.source"),
              Answer{"A-17|Nigel Marsh|north.xlsx"});
    EXPECT_EQ(database.ask("SELECT due, rag FROM actions WHERE id = 'x1'"), Answer{"-|-"});
}

TEST(SqliteWriter, keys_hold_and_lead_somewhere) {
    Document document = testing::full_document();
    document.findings.push_back({.rule = "overdue", .record = "gone", .source = "s2"});
    const AskedDatabase database(database_of(document));
    EXPECT_EQ(database.ask("PRAGMA integrity_check"), Answer{"ok"});
    EXPECT_EQ(database.ask("PRAGMA foreign_key_check"), Answer{});
    EXPECT_EQ(database.ask("SELECT count(*) FROM pragma_foreign_key_list('findings')"),
              Answer{"2"});
}

TEST(SqliteWriter, hostile_texts_stay_texts) {
    Document document = testing::full_document();
    document.records[0].action = "'); DROP TABLE actions; --";
    document.records[1].action = "bad \xFF byte";
    const AskedDatabase database(database_of(document));
    EXPECT_EQ(database.ask("SELECT action FROM actions ORDER BY id"),
              (Answer{"'); DROP TABLE actions; --", "bad \xEF\xBF\xBD byte"}));
}

TEST(SqliteWriter, the_same_document_gives_the_same_bytes) {
    EXPECT_EQ(database_of(testing::full_document()), database_of(testing::full_document()));
    EXPECT_EQ(writer_by_suffix("out/register.DB")->name, "sqlite");
}

}  // namespace
}  // namespace tidytracker
