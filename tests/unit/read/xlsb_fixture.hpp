// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "read/reading.hpp"
#include "read/xlsb/records.hpp"
#include "read/xlsb/xlsb.hpp"
#include "read/xlsx_fixture.hpp"
#include "support/compound_writer.hpp"

namespace tidytracker::testing {

/// A record of BIFF12: seven bits of type and size a byte.
inline std::string record12(std::uint32_t type, const std::string& body) {
    std::string out;
    for (std::uint64_t number : {std::uint64_t{type}, std::uint64_t{body.size()}}) {
        for (; number >= 0x80; number >>= 7U) out += static_cast<char>((number & 0x7FU) | 0x80U);
        out += static_cast<char>(number);
    }
    return out + body;
}
inline std::string number12(std::uint64_t value, int size) {
    std::string out;
    append_number(out, value, size);
    return out;
}
inline std::string string12(std::string_view ascii) {
    return number12(ascii.size(), 4) + wide(ascii);
}
/// Column and format of a cell.
inline std::string head12(unsigned column, unsigned format = 0) {
    return number12(column, 4) + number12(format, 4);
}
inline std::string row12(unsigned row, bool hidden = false) {
    return record12(biff12::RecordType::row_header, number12(row, 4) + std::string(7, '\0') +
                                                        std::string(1, hidden ? '\x10' : '\0') +
                                                        std::string(5, '\0'));
}

/// A small binary workbook by its parts: a test changes what it is about. Sheet "Actions" is
/// xl/worksheets/sheet1.bin.
struct BinaryParts : std::map<std::string, std::string> {
    BinaryParts() {
        auto& self = *this;
        self["[Content_Types].xml"] = "<Types/>";
        self["_rels/.rels"] =
            relationships(relationship("rId1", "officeDocument", "xl/workbook.bin"));
        set_workbook(0);
        self["xl/_rels/workbook.bin.rels"] =
            relationships(relationship("rId1", "worksheet", "worksheets/sheet1.bin") +
                          relationship("rId2", "sharedStrings", "sharedStrings.bin") +
                          relationship("rId3", "styles", "styles.bin"));
        set_rows("");
    }
    void set_workbook(unsigned flags, unsigned state = 0) {
        (*this)["xl/workbook.bin"] =
            record12(biff12::RecordType::workbook_properties, number12(flags, 4)) +
            record12(biff12::RecordType::bundled_sheet,
                     number12(state, 4) + number12(1, 4) + string12("rId1") + string12("Actions"));
    }
    /// The records of the rows, and what follows them.
    void set_rows(const std::string& rows, const std::string& behind = "") {
        (*this)["xl/worksheets/sheet1.bin"] =
            rows + behind + record12(biff12::RecordType::end_sheet, "");
    }
    [[nodiscard]] std::string bytes() const {
        ZipWriter zip;
        for (const auto& [name, content] : *this) zip.add(name, content);
        return zip.bytes();
    }
};

inline Reading read_xlsb(const BinaryParts& parts) {
    Reading reading;
    Result<Workbook> workbook = xlsb_reader().read({"t.xlsb", parts.bytes()}, {}, reading.findings);
    EXPECT_TRUE(workbook) << (workbook ? "" : workbook.error().message);
    if (workbook) reading.workbook = *std::move(workbook);
    return reading;
}

}  // namespace tidytracker::testing
