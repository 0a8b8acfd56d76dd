// SPDX-License-Identifier: Apache-2.0
// The register as an SQLite data base: the tables of the data package with their keys, built in
// memory. An empty value is NULL; days are ISO text, truth is 0 or 1. The same document gives the
// same bytes with the same version of the library.
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "base/text.hpp"
#include "base/xml_markup.hpp"
#include "write/formats.hpp"
#include "write/package/tables.hpp"

namespace tidytracker {
namespace {

using std::string_view;

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct FinishStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
struct FreeBytes {
    void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinishStatement>;

string_view sqlite_type(string_view type) {
    return type == "integer" || type == "boolean" ? "INTEGER" : "TEXT";
}

/// Words of ours, which hold no quotation mark.
std::string word_list(std::span<const string_view> words) {
    std::vector<std::string> quoted;
    for (const string_view word : words) {
        if (!word.empty()) quoted.push_back(fmt::format("'{}'", word));
    }
    return join(quoted, ", ");
}

std::string column_definition(const PackageColumn& column) {
    std::string out = fmt::format("\"{}\" {}", column.name, sqlite_type(column.type));
    if (column.required) out += " NOT NULL";
    if (!column.words.empty()) {
        append(out, " CHECK (\"{}\" IN ({}))", column.name, word_list(column.words));
    }
    return out;
}

std::string table_definition(const PackageTable& table) {
    std::vector<std::string> lines;
    for (const PackageColumn& column : table.columns) lines.push_back(column_definition(column));
    std::vector<std::string> key;
    for (const string_view column : table.key) key.push_back(fmt::format("\"{}\"", column));
    lines.push_back(fmt::format("PRIMARY KEY ({})", join(key, ", ")));
    for (const PackageReference& reference : table.references) {
        lines.push_back(fmt::format("FOREIGN KEY (\"{}\") REFERENCES \"{}\" (\"id\")",
                                    reference.column, reference.table));
    }
    return fmt::format("CREATE TABLE \"{}\" (\n  {}\n);", table.name, join(lines, ",\n  "));
}

/// Inserts rows. After the first fault nothing more is inserted.
class SqliteRows final : public PackageRows {
  public:
    SqliteRows(sqlite3* database, const PackageTable& table) : table_(table) {
        std::string places = "?";
        for (std::size_t i = 1; i < table.columns.size(); ++i) places += ", ?";
        const std::string insert =
            fmt::format("INSERT INTO \"{}\" VALUES ({})", table.name, places);
        sqlite3_stmt* statement = nullptr;
        status_ = sqlite3_prepare_v2(database, insert.c_str(), -1, &statement, nullptr);
        statement_.reset(statement);
    }
    [[nodiscard]] bool failed() const { return status_ != SQLITE_OK; }

  private:
    void take(string_view text) override {
        if (failed()) return;
        const string_view type = table_.columns[column_].type;
        if (type == "boolean" && !text.empty()) text = text == "true" ? "1" : "0";
        ++column_;
        // Columns of numbers turn digits into numbers by themselves.
        const auto place = static_cast<int>(column_);
        status_ = text.empty() ? sqlite3_bind_null(statement_.get(), place)
                               : sqlite3_bind_text64(statement_.get(), place, text.data(),
                                                     text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        if (!failed() && column_ == table_.columns.size()) insert();
    }
    void insert() {
        column_ = 0;
        const int stepped = sqlite3_step(statement_.get());
        if (stepped != SQLITE_DONE) status_ = stepped;
        sqlite3_reset(statement_.get());
    }

    const PackageTable& table_;
    Statement statement_{};
    int status_{};
    std::size_t column_{};
};

tl::unexpected<Error> cannot_build(sqlite3* database) {
    return fail(ErrorKind::unwritable,
                fmt::format("cannot build the data base: {}",
                            database == nullptr ? "out of memory" : sqlite3_errmsg(database)));
}

bool execute(sqlite3* database, const std::string& commands) {
    return sqlite3_exec(database, commands.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

Result<void> fill_database(sqlite3* database, const Document& document) {
    if (!execute(database, "BEGIN;")) return cannot_build(database);
    for (const PackageTable& table : package_tables()) {
        if (!execute(database, table_definition(table))) return cannot_build(database);
        SqliteRows rows(database, table);
        table.fill(document, rows);
        if (rows.failed()) return cannot_build(database);
    }
    if (!execute(database,
                 "CREATE INDEX \"findings_of_records\" ON \"findings\" (\"record\"); "
                 "COMMIT;")) {
        return cannot_build(database);
    }
    return {};
}

Result<std::string> render_sqlite(const Document& document, const WriteOptions& /*options*/) {
    sqlite3* opened = nullptr;
    const int status = sqlite3_open(":memory:", &opened);
    const Database database(opened);
    if (status != SQLITE_OK) return cannot_build(opened);
    if (const auto filled = fill_database(opened, document); !filled) {
        return tl::unexpected<Error>(filled.error());
    }
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, FreeBytes> bytes(
        sqlite3_serialize(opened, "main", &size, 0));
    if (bytes == nullptr) return cannot_build(nullptr);
    return std::string(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
}

}  // namespace

extern constinit const Writer k_sqlite_writer{.name = "sqlite",
                                              .suffix = ".sqlite",
                                              .description = "SQLite data base, related tables",
                                              .binary = true,
                                              .render = render_sqlite};

}  // namespace tidytracker
