// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/parse_number.hpp"
#include "read/docx/story.hpp"

namespace tidytracker::docx {
namespace {

constexpr std::size_t k_deepest_table = 48;
/// Word's own limits are 63 columns and 32,767 rows.
constexpr std::size_t k_most_table_cells = std::size_t{63} * 32'767;
constexpr std::size_t k_most_grid_columns = 4'096;
/// White paper is no mark.
constexpr std::uint32_t k_white = 0xFFFFFF;

std::optional<std::uint32_t> shading(const XmlScanner& xml) {
    const auto fill = parse_hexadecimal<std::uint32_t>(xml.raw_attribute("fill"));
    return fill && *fill < k_white ? fill : std::nullopt;  // "auto" is no number
}

std::size_t grid_columns(const XmlScanner& xml) {
    const auto columns = parse_number<std::size_t>(xml.raw_attribute("val"));
    return std::min(columns.value_or(0), k_most_grid_columns);
}

}  // namespace

/// Joins a cell's paragraphs, line by line.
class StoryReader::CellSink final : public BlockSink {
  public:
    explicit CellSink(CellDraft& cell) : cell_(cell) {}
    void take(Paragraph paragraph) override {
        if (cell_.parts.size() <= cell_.tables.size()) cell_.parts.emplace_back();
        cell_.parts.back().append(paragraph.content, std::exchange(joined_, false) ? "" : "\n");
        joined_ = paragraph.mark_deleted;
    }
    void take(TableDraft table) override {
        if (cell_.parts.size() <= cell_.tables.size()) cell_.parts.emplace_back();
        cell_.tables.push_back(std::move(table));
    }

  private:
    CellDraft& cell_;
    bool joined_{};  ///< the mark of the paragraph before is deleted
};

void StoryReader::read_table(BlockSink& sink) {
    if (nesting_ >= k_deepest_table) return xml_.skip_element();
    if (nesting_ == 0) cells_ = 0;
    ++nesting_;
    TableDraft table;
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) {
        if (read_common()) continue;
        if (xml_.name() == "tblPr") {
            read_table_properties(table);
        } else if (xml_.name() == "tblGrid") {
            read_grid(table);
        } else if (xml_.name() == "tr") {
            read_row(table);
        }
    }
    --nesting_;
    sink.take(std::move(table));
}

void StoryReader::read_table_properties(TableDraft& table) {
    std::string style;
    bool first_row_differs = true;
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) {
        if (xml_.name() == "tblStyle") style = xml_.attribute("val");
        if (xml_.name() == "tblLook") {
            // Either an attribute of its own, or a bit of the older number (17.7.6.7).
            const std::string_view flag = xml_.raw_attribute("firstRow");
            const auto bits = parse_hexadecimal<unsigned>(xml_.raw_attribute("val"));
            constexpr unsigned k_first_row = 0x20;
            if (bits) first_row_differs = (*bits & k_first_row) != 0;
            if (!flag.empty()) first_row_differs = flag == "1" || flag == "true" || flag == "on";
        }
        xml_.skip_element();
    }
    table.bold_first_row = first_row_differs && around_.styles.find(style).bold_first_row;
}

void StoryReader::read_grid(TableDraft& table) {
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) {
        if (xml_.name() == "gridCol" && table.widths.size() < k_most_grid_columns) {
            const auto width = parse_number<std::uint32_t>(xml_.raw_attribute("w"));
            table.widths.push_back(width.value_or(0));
        }
        xml_.skip_element();  // tblGridChange holds the grid of before
    }
}

void StoryReader::read_row(TableDraft& table) {
    RowDraft row;
    bool deleted = false;
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) {
        if (read_common()) continue;
        if (xml_.name() == "trPr") {
            deleted = read_row_properties(row);
        } else if (xml_.name() == "tc") {
            read_cell(row);
        }
    }
    if (deleted) {
        ++around_.encounters.deletions;
    } else {
        table.rows.push_back(std::move(row));
    }
}

/// Returns whether a tracked change deletes the row.
bool StoryReader::read_row_properties(RowDraft& row) {
    bool deleted = false;
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) {
        const std::string_view name = xml_.name();
        if (name == "gridBefore") {
            row.skipped = grid_columns(xml_);
        } else if (name == "hidden") {
            row.hidden = is_switched_on(xml_);
        } else if (name == "tblHeader") {
            row.heading = is_switched_on(xml_);
        } else if (name == "del") {
            deleted = true;
        } else if (name == "ins") {
            ++around_.encounters.insertions;
        }
        xml_.skip_element();
    }
    return deleted;
}

void StoryReader::read_cell(RowDraft& row) {
    if (++cells_ > k_most_table_cells) {
        return xml_.stop({ErrorKind::too_large,
                          fmt::format("a table has more than {} cells", k_most_table_cells),
                          "no table of Word has so many; check what program wrote the file"});
    }
    CellDraft cell;
    CellSink sink(cell);
    bool joins_left = false;
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) {
        if (xml_.name() == "tcPr") {
            joins_left = read_cell_properties(cell);
        } else {
            read_block(sink);
        }
    }
    if (joins_left && !row.cells.empty()) {
        row.cells.back().span += cell.span;
    } else {
        row.cells.push_back(std::move(cell));
    }
}

/// Returns whether the cell goes on the one to its left, as in documents of old (hMerge).
bool StoryReader::read_cell_properties(CellDraft& cell) {
    bool joins_left = false;
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) {
        const std::string_view name = xml_.name();
        const bool begins = xml_.raw_attribute("val") == "restart";
        if (name == "gridSpan") {
            cell.span = std::max<std::size_t>(1, grid_columns(xml_));
        } else if (name == "vMerge") {
            cell.merge = begins ? VerticalMerge::begins : VerticalMerge::continues;
        } else if (name == "hMerge") {
            joins_left = !begins;
        } else if (name == "shd") {
            cell.fill = shading(xml_);
        }
        xml_.skip_element();
    }
    return joins_left;
}

}  // namespace tidytracker::docx
