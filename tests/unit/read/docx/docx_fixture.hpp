// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/place.hpp>
#include <tidytracker/read.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "read/docx/docx.hpp"
#include "support/zip_writer.hpp"

namespace tidytracker::testing {

/// `<w:NAME ATTRIBUTES>INNER</w:NAME>`; the attributes stand in the name.
inline std::string element(std::string_view tag, std::string_view inner = "") {
    const std::string_view name = tag.substr(0, tag.find(' '));
    std::string out = "<w:";
    out.append(tag).append(">").append(inner).append("</w:").append(name);
    return out.append(">");
}
inline std::string run(std::string_view text, std::string_view properties = "") {
    return element("r", element("rPr", properties) + element("t xml:space=\"preserve\"", text));
}
inline std::string paragraph(std::string_view text, std::string_view properties = "") {
    return element("p", element("pPr", properties) + run(text));
}
inline std::string table_cell(std::string_view blocks, std::string_view properties = "") {
    return element("tc", element("tcPr", properties).append(blocks));
}
inline std::string table_row(const std::vector<std::string>& texts) {
    std::string cells;
    for (const std::string& text : texts) cells += table_cell(paragraph(text));
    return element("tr", cells);
}

/// A small Word document by its parts: a test changes what it is about.
struct DocumentParts : std::map<std::string, std::string> {
    explicit DocumentParts(std::string_view body = "") {
        (*this)["[Content_Types].xml"] = "<Types/>";
        (*this)["_rels/.rels"] = list_of({link("rId1", "officeDocument", "word/document.xml")});
        set_body(body);
        set_links({});
    }
    static std::string link(std::string_view id, std::string_view type, std::string_view target,
                            bool external = false) {
        std::string out = "<Relationship Id=\"";
        out.append(id).append("\" Type=\"http://x/").append(type).append("\" Target=\"");
        out.append(target).append("\"");
        return out.append(external ? " TargetMode=\"External\"/>" : "/>");
    }
    static std::string list_of(const std::vector<std::string>& links) {
        std::string out = "<Relationships>";
        for (const std::string& one : links) out += one;
        return out + "</Relationships>";
    }
    void set_body(std::string_view body) {
        (*this)["word/document.xml"] =
            "<w:document xmlns:w=\"http://w\">" + element("body", body) + "</w:document>";
    }
    /// Relationships of the document besides styles, numbering, notes and comments.
    void set_links(std::vector<std::string> links) {
        for (const std::string_view part :
             {"styles", "numbering", "footnotes", "endnotes", "comments"}) {
            links.push_back(link(part, part, std::string(part) + ".xml"));
        }
        (*this)["word/_rels/document.xml.rels"] = list_of(links);
    }
    void set_part(const std::string& name, std::string_view root, std::string_view inner) {
        (*this)["word/" + name + ".xml"] = element(root, inner);
    }
    [[nodiscard]] std::string bytes() const {
        ZipWriter zip;
        for (const auto& [name, content] : *this) zip.add(name, content);
        return zip.bytes();
    }
};

/// What reading a document gave.
struct DocumentReading {
    Workbook workbook{};
    Findings findings{};

    [[nodiscard]] const Sheet& sheet() const { return workbook.sheets.at(0); }
    [[nodiscard]] const Cell* cell(std::uint32_t row, std::uint32_t column) const {
        return sheet().find({row, column});
    }
    [[nodiscard]] std::string text(std::uint32_t row, std::uint32_t column) const {
        const Cell* found = cell(row, column);
        return found != nullptr ? workbook.displayed(*found) : std::string();
    }
    [[nodiscard]] const CellStyle& style(std::uint32_t row, std::uint32_t column) const {
        return workbook.style_of(*cell(row, column));
    }
    /// All texts, cell by cell.
    [[nodiscard]] std::vector<std::string> texts() const {
        std::vector<std::string> all;
        for (const Cell& each : sheet().cells) {
            if (each.kind == CellKind::text) all.push_back(workbook.displayed(each));
        }
        return all;
    }
    [[nodiscard]] std::string place(std::uint32_t row) const {
        return place_text(sheet(), std::array{CellAddress{row, 0}});
    }
    [[nodiscard]] const Finding* finding(std::string_view rule) const {
        const auto at = std::ranges::find(findings, rule, &Finding::rule);
        return at != findings.end() ? &*at : nullptr;
    }
};

inline DocumentReading read_document_file(const DocumentParts& parts) {
    DocumentReading reading;
    const std::string bytes = parts.bytes();
    Result<Workbook> workbook = docx_reader().read({"t.docx", bytes}, {}, reading.findings);
    EXPECT_TRUE(workbook) << (workbook ? "" : workbook.error().message);
    if (workbook) reading.workbook = *std::move(workbook);
    return reading;
}
inline DocumentReading read_body(std::string_view body) {
    return read_document_file(DocumentParts(body));
}

}  // namespace tidytracker::testing
