// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

#include <map>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "read/reading.hpp"
#include "read/xlsx/xlsx.hpp"
#include "support/zip_writer.hpp"

namespace tidytracker::testing {

constexpr std::string_view k_main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view k_rel =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

inline std::string relationship(std::string_view id, std::string_view type, std::string_view target,
                                bool external = false) {
    std::string out = "<Relationship Id=\"";
    out.append(id).append("\" Type=\"").append(k_rel).append("/").append(type);
    out.append("\" Target=\"").append(target).append("\"");
    return out.append(external ? " TargetMode=\"External\"/>" : "/>");
}
inline std::string relationships(std::string_view inner) {
    std::string out =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
        "relationships\">";
    return out.append(inner).append("</Relationships>");
}

/// A small workbook by its parts: a test changes what it is about. Sheet "Actions" is
/// xl/worksheets/sheet1.xml.
struct Parts : std::map<std::string, std::string> {
    Parts() {
        auto& self = *this;
        self["[Content_Types].xml"] = "<Types/>";
        self["_rels/.rels"] =
            relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"));
        self["xl/workbook.xml"] =
            "<workbook><sheets><sheet name=\"Actions\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
            "</workbook>";
        self["xl/_rels/workbook.xml.rels"] =
            relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
                          relationship("rId2", "sharedStrings", "sharedStrings.xml") +
                          relationship("rId3", "styles", "styles.xml"));
        set_rows("");
    }
    /// The content of `<sheetData>`, and what follows it.
    void set_rows(std::string_view rows, std::string_view behind = "") {
        std::string sheet = "<worksheet xmlns=\"";
        sheet.append(k_main).append("\"><sheetData>").append(rows).append("</sheetData>");
        (*this)["xl/worksheets/sheet1.xml"] = sheet.append(behind).append("</worksheet>");
    }
    void set_strings(std::string_view items) {
        (*this)["xl/sharedStrings.xml"] = std::string("<sst>").append(items).append("</sst>");
    }
    void set_styles(std::string_view inner) {
        (*this)["xl/styles.xml"] = std::string("<styleSheet>").append(inner) + "</styleSheet>";
    }
    [[nodiscard]] std::string bytes() const {
        ZipWriter zip;
        for (const auto& [name, content] : *this) zip.add(name, content);
        return zip.bytes();
    }
};

inline Reading read_workbook(std::string_view bytes, const ReadOptions& options = {}) {
    return read_as(xlsx_reader(), bytes, options);
}
inline Reading read_workbook(const Parts& parts) {
    return read_workbook(parts.bytes());
}
inline Error error_of(std::string_view bytes, const ReadOptions& options = {}) {
    Findings findings;
    const Result<Workbook> workbook = xlsx_reader().read({"t.xlsx", bytes}, options, findings);
    EXPECT_FALSE(workbook);
    return workbook ? Error{} : workbook.error();
}

}  // namespace tidytracker::testing
