// SPDX-License-Identifier: Apache-2.0
//
// bench_generate KIND ROWS OUT: writes an invented tracker of so many rows. KIND is tracker.xlsx
// (shared strings, real dates) or tracker.csv (the same as displayed). Same arguments, same bytes.
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "content.hpp"

namespace tidytracker::bench {
namespace {

constexpr std::uint32_t k_seed = 20240331;
/// A work sheet has 1,048,576 rows, one of which is the header here.
constexpr std::uint32_t k_most_rows = 1048575;
constexpr std::time_t k_created = 1711843200;  // 31 March 2024; else it is the time of the run

void write_row(lxw_worksheet* sheet, lxw_row_t at, const Row& row, lxw_format* date) {
    for (std::size_t column = 0; column < k_columns.size(); ++column) {
        const auto to = static_cast<lxw_col_t>(column);
        if (k_columns[column].kind == ColumnKind::date) {
            worksheet_write_number(sheet, at, to, row.days[column], date);
        } else if (!row.texts[column].empty()) {
            worksheet_write_string(sheet, at, to, row.texts[column].c_str(), nullptr);
        }
    }
}

bool write_xlsx(std::uint32_t rows, const char* path) {
    lxw_workbook* const book = workbook_new(path);
    if (book == nullptr) return false;
    lxw_doc_properties properties{};
    properties.created = k_created;
    workbook_set_properties(book, &properties);
    lxw_worksheet* const sheet = workbook_add_worksheet(book, "Actions");
    lxw_format* const date = workbook_add_format(book);
    format_set_num_format(date, "dd/mm/yyyy");
    lxw_format* const bold = workbook_add_format(book);
    format_set_bold(bold);
    for (std::size_t column = 0; column < k_columns.size(); ++column) {
        const auto at = static_cast<lxw_col_t>(column);
        const std::string caption(k_columns[column].caption);
        worksheet_write_string(sheet, 0, at, caption.c_str(), bold);
        worksheet_set_column(sheet, at, at, k_columns[column].width, nullptr);
    }
    Content content(k_seed);
    for (std::uint32_t row = 1; row <= rows; ++row) write_row(sheet, row, content.next(), date);
    return workbook_close(book) == LXW_NO_ERROR;
}

void append_field(std::string_view text, std::string& out) {
    if (text.find_first_of(",\"\n") == std::string_view::npos) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    out += '"';
}

bool write_csv(std::uint32_t rows, const char* path) {
    std::FILE* const file = std::fopen(path, "wb");
    if (file == nullptr) return false;
    std::string line;
    for (const Column& column : k_columns) {
        if (!line.empty()) line += ',';
        line += column.caption;
    }
    line += "\r\n";
    bool good = std::fwrite(line.data(), 1, line.size(), file) == line.size();
    Content content(k_seed);
    for (std::uint32_t at = 0; at < rows && good; ++at) {
        const Row row = content.next();
        line.clear();
        for (std::size_t column = 0; column < k_columns.size(); ++column) {
            if (column > 0) line += ',';
            const bool date = k_columns[column].kind == ColumnKind::date;
            append_field(date ? day_text(row.days[column]) : row.texts[column], line);
        }
        line += "\r\n";
        good = std::fwrite(line.data(), 1, line.size(), file) == line.size();
    }
    return std::fclose(file) == 0 && good;
}

int run(int count, char** words) {
    std::uint32_t rows = 0;
    const bool complete = count == 4;
    const std::string_view number = complete ? words[2] : "";
    const char* const end = number.data() + number.size();
    const auto read = std::from_chars(number.data(), end, rows);
    const bool usable =
        complete && read.ec == std::errc{} && read.ptr == end && rows <= k_most_rows;
    const std::string_view kind = complete ? words[1] : "";
    if (!usable || (kind != "tracker.xlsx" && kind != "tracker.csv")) {
        fmt::print(stderr, "usage: bench_generate tracker.xlsx|tracker.csv ROWS OUT\n");
        return 2;
    }
    const bool written =
        kind == "tracker.xlsx" ? write_xlsx(rows, words[3]) : write_csv(rows, words[3]);
    if (!written) fmt::print(stderr, "bench_generate: cannot write {}\n", words[3]);
    return written ? 0 : 2;
}

}  // namespace
}  // namespace tidytracker::bench

int main(int count, char** words) {
    return tidytracker::bench::run(count, words);
}
