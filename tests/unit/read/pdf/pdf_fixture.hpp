// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/workbook.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace tidytracker::test {

/// Writes PDF files object by object.
class PdfWriter {
  public:
    /// Returns the number of the object.
    int add(std::string body) {
        objects_.push_back(std::move(body));
        return static_cast<int>(objects_.size());
    }
    int add_stream(std::string_view dictionary, std::string_view data) {
        return add(fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", dictionary,
                               data.size(), data));
    }
    /// The number that the next object will get.
    [[nodiscard]] int next() const { return static_cast<int>(objects_.size()) + 1; }

    [[nodiscard]] std::string finish(int root) const {
        std::string out = "%PDF-1.7\n";
        std::vector<std::size_t> offsets;
        for (std::size_t i = 0; i < objects_.size(); ++i) {
            offsets.push_back(out.size());
            out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects_[i]);
        }
        const std::size_t table = out.size();
        out += fmt::format("xref\n0 {}\n0000000000 65535 f \n", offsets.size() + 1);
        for (const std::size_t offset : offsets) out += fmt::format("{:010} 00000 n \n", offset);
        out += fmt::format("trailer\n<< /Size {} /Root {} 0 R >>\nstartxref\n{}\n%%EOF\n",
                           offsets.size() + 1, root, table);
        return out;
    }

  private:
    std::vector<std::string> objects_{};
};

/// A document of A4 pages in Helvetica (/F1) and Helvetica-Bold (/F2), one for each content.
/// `page_entries` are put into every page, `resources` into its resources.
inline std::string pdf_of(const std::vector<std::string>& contents,
                          std::string_view page_entries = "", std::string_view resources = "") {
    PdfWriter writer;
    const int font = writer.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    const int bold = writer.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>");
    const int pages = font + 2;
    const int root = pages + 1;
    std::string kids;
    for (std::size_t i = 0; i < contents.size(); ++i) {
        kids += fmt::format("{} 0 R ", root + 1 + 2 * static_cast<int>(i));
    }
    writer.add(fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, contents.size()));
    writer.add(fmt::format("<< /Type /Catalog /Pages {} 0 R >>", pages));
    for (const std::string& content : contents) {
        const int page = writer.next();
        writer.add(
            fmt::format("<< /Type /Page /Parent {} 0 R /MediaBox [0 0 595 842] /Contents {} 0 R {} "
                        "/Resources << /Font << /F1 {} 0 R /F2 {} 0 R >> {} >> >>",
                        pages, page + 1, page_entries, font, bold, resources));
        writer.add_stream("", content);
    }
    return writer.finish(root);
}

/// Text at a place that is counted from the upper left corner of an A4 page.
inline std::string text_at(double x, double y, std::string_view text, double size = 10,
                           std::string_view font = "F1") {
    return fmt::format("BT /{} {} Tf {} {} Td ({}) Tj ET\n", font, size, x, 842 - y, text);
}

inline std::string line_between(double x1, double y1, double x2, double y2) {
    return fmt::format("{} {} m {} {} l S\n", x1, 842 - y1, x2, 842 - y2);
}

/// The rules around the cells of a table.
inline std::string rules_of(const std::vector<double>& xs, const std::vector<double>& ys) {
    std::string out;
    for (const double x : xs) out += line_between(x, ys.front(), x, ys.back());
    for (const double y : ys) out += line_between(xs.front(), y, xs.back(), y);
    return out;
}

/// The rows of a sheet as text, cells parted by " | ".
inline std::vector<std::string> rows_of(const Workbook& workbook) {
    std::vector<std::string> rows;
    const Sheet& sheet = workbook.sheets.front();
    for (const Row& row : sheet.rows) {
        std::string text;
        std::uint32_t column = 0;
        for (const Cell& cell : sheet.cells_of(row)) {
            for (; column < cell.column; ++column) text += " | ";
            text += workbook.displayed(cell);
        }
        rows.push_back(std::move(text));
    }
    return rows;
}

}  // namespace tidytracker::test
