// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/reading.hpp"
#include "read/xls/records.hpp"
#include "read/xls/xls.hpp"
#include "support/compound_writer.hpp"

namespace tidytracker::testing {

/// A number as `size` little-endian bytes.
inline std::string le(std::uint64_t value, int size) {
    std::string out;
    append_number(out, value, size);
    return out;
}
inline std::string le_double(double value) {
    return le(std::bit_cast<std::uint64_t>(value), 8);
}
inline std::string record(std::uint64_t type, const std::string& body) {
    return le(type, 2) + le(body.size(), 2) + body;
}
inline std::string begin_record(unsigned type) {
    return record(biff::RecordType::begin, le(0x0600, 2) + le(type, 2) + std::string(12, '\0'));
}
inline std::string end_record() {
    return record(biff::RecordType::end_of_file, "");
}
/// Row, column and format of a cell.
inline std::string head(unsigned row, unsigned column, unsigned format = 0) {
    return le(row, 2) + le(column, 2) + le(format, 2);
}
/// A BIFF8 string of ASCII characters.
inline std::string narrow_string(std::string_view text, int length_size = 2) {
    return le(text.size(), length_size) + std::string(1, '\0') + std::string(text);
}

/// A BIFF8 workbook by its records: a test says what it is about.
struct BiffWorkbook {
    struct Part {
        std::string name{};
        std::string records{};
        unsigned state{};
        unsigned kind{};
    };
    std::string globals{};  ///< behind the first record
    std::vector<Part> sheets{{"Actions"}};

    BiffWorkbook() = default;
    explicit BiffWorkbook(std::string records) { sheets[0].records = std::move(records); }

    [[nodiscard]] std::string stream() const {
        const std::string before = begin_record(biff::SubstreamType::globals) + globals;
        std::size_t at = before.size() + end_record().size();
        for (const Part& sheet : sheets) at += 12 + sheet.name.size();
        std::string list;
        std::string bodies;
        for (const Part& sheet : sheets) {
            list += record(biff::RecordType::bound_sheet,
                           le(at + bodies.size(), 4) + le(sheet.state, 1) + le(sheet.kind, 1) +
                               narrow_string(sheet.name, 1));
            bodies += begin_record(biff::SubstreamType::work_sheet) + sheet.records + end_record();
        }
        return before + list + end_record() + bodies;
    }
    [[nodiscard]] std::string bytes() const {
        CompoundWriter writer;
        writer.add("Workbook", stream());
        return writer.bytes();
    }
};

inline Reading read_xls(const std::string& bytes) {
    return read_as(xls_reader(), bytes);
}
inline Reading read_xls(const BiffWorkbook& workbook) {
    return read_xls(workbook.bytes());
}
inline Error xls_error(const std::string& bytes, const ReadOptions& options = {}) {
    return error_of(xls_reader(), bytes, options);
}

}  // namespace tidytracker::testing
