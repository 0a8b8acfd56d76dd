// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <optional>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "locate/bullets.hpp"
#include "locate/roles.hpp"
#include "locate/tables.hpp"
#include "schema/captions.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// A heading over asks stands close above them.
constexpr std::size_t k_rows_up_to_heading = 12;

/// Builds the table of one list of asks.
class AskList {
  public:
    AskList(std::span<const GridRow> rows, std::vector<RowLabel>& labels)
        : rows_(rows), labels_(labels) {
        table_.shape = TableShape::list;
        table_.columns.emplace_back();
    }

    void set_caption(std::size_t row, std::string_view caption) {
        table_.columns[0].caption = caption;
        table_.columns[0].caption_cells = cells_of(row);
        label(row, RowRole::header);
        table_.header_rows.push_back(rows_[row].row);
        find_heading(row);
    }
    void begin_item(std::size_t row, std::string_view text) {
        TableRow made{.sheet_rows = {rows_[row].row},
                      .section = static_cast<std::uint32_t>(table_.sections.size() - 1)};
        made.cells.push_back(TableCell{std::string(trim(text)) + rest_of(row), cells_of(row)});
        table_.rows.push_back(std::move(made));
        label(row, RowRole::data);
    }
    void continue_item(std::size_t row) {
        TableCell& cell = table_.rows.back().cells[0];
        cell.text.append("\n").append(rows_[row].cells[0].text).append(rest_of(row));
        const auto more = cells_of(row);
        cell.cells.insert(cell.cells.end(), more.begin(), more.end());
        table_.rows.back().sheet_rows.push_back(rows_[row].row);
        label(row, RowRole::data);
    }
    [[nodiscard]] bool empty() const { return table_.rows.empty(); }
    /// The finished table; only now the rows get their labels.
    [[nodiscard]] Table take() {
        for (const auto& [row, role] : roles_) labels_[row].role = role;
        const std::uint32_t last = table_.rows.back().sheet_rows.back();
        table_.range = {{table_.header_rows.front(), 0}, {last, 0}};
        return std::move(table_);
    }

  private:
    std::span<const GridRow> rows_;
    std::vector<RowLabel>& labels_;
    Table table_{};
    std::vector<std::pair<std::size_t, RowRole>> roles_{};

    [[nodiscard]] std::vector<CellAddress> cells_of(std::size_t row) const {
        std::vector<CellAddress> cells;
        for (const GridCell& cell : rows_[row].cells) cells.push_back(cell.at);
        return cells;
    }
    /// What stands behind the first cell of the line.
    [[nodiscard]] std::string rest_of(std::size_t row) const {
        std::string rest;
        for (std::size_t i = 1; i < rows_[row].cells.size(); ++i) {
            rest.append(" ").append(rows_[row].cells[i].text);
        }
        return rest;
    }
    void label(std::size_t row, RowRole role) { roles_.emplace_back(row, role); }

    /// The nearest heading above that speaks of asks becomes the section.
    void find_heading(std::size_t row) {
        const std::size_t stop = row > k_rows_up_to_heading ? row - k_rows_up_to_heading : 0;
        for (std::size_t i = row; i-- > stop;) {
            const std::string& text = rows_[i].cells[0].text;
            if (rows_[i].cells.size() > 1 || ends_sentence(text) || !heads_asks(text)) continue;
            table_.sections.push_back(Section{squeeze(text), cells_of(i)});
            label(i, RowRole::section);
            return;
        }
    }
};

/// "Recommendation: That Council notes ..." in one line; the part behind the colon.
std::optional<std::string_view> labelled_ask(const GridRow& row) {
    if (row.cells.size() != 1) return std::nullopt;
    const std::string_view text = row.cells[0].text;
    const auto label = opening_kind(text);
    if (!label || label->value != Kind::recommendation) return std::nullopt;
    const std::string_view rest = text.substr(label->length);
    if (!rest.starts_with(':')) return std::nullopt;
    return trim(rest.substr(1));
}

/// A line below an item that goes on with it: next to it, no bullet, and no heading.
bool continues(std::span<const GridRow> rows, std::size_t row) {
    const std::string& text = rows[row].cells[0].text;
    return is_right_below(rows, row) && bullet_length(text) == 0 &&
           (begins_lower_case(text) || !ends_sentence(rows[row - 1].cells[0].text));
}

/// Reads the items below an introduction; returns the first row behind them.
std::size_t read_items(std::span<const GridRow> rows, std::size_t row, AskList& list) {
    for (; row < rows.size(); ++row) {
        const std::string& text = rows[row].cells[0].text;
        const std::size_t bullet = bullet_length(text);
        if (bullet > 0) {
            list.begin_item(row, std::string_view(text).substr(bullet));
        } else if (!list.empty() && continues(rows, row)) {
            list.continue_item(row);
        } else {
            break;
        }
    }
    return row;
}

}  // namespace

std::vector<Table> locate_asks(std::span<const GridRow> rows, std::vector<RowLabel>& labels) {
    std::vector<Table> tables;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string& line = rows[i].cells[0].text;
        const std::optional<std::string_view> ask = labelled_ask(rows[i]);
        if (!ask && (rows[i].cells.size() > 1 || !introduces_asks(line))) continue;
        AskList list(rows, labels);
        list.set_caption(i, ask ? line.substr(0, line.find(':')) : line);
        if (ask && !ask->empty()) list.begin_item(i, *ask);
        const std::size_t next = read_items(rows, i + 1, list);
        if (list.empty()) continue;
        tables.push_back(list.take());
        i = next - 1;
    }
    return tables;
}

std::vector<Detail> locate_details(std::span<const GridRow> rows,
                                   std::span<const RowLabel> labels) {
    std::vector<Detail> details;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool outside = labels[i].role == RowRole::title || labels[i].role == RowRole::note;
        if (!outside || rows[i].cells.empty()) continue;
        const GridCell& cell = rows[i].cells[0];
        const std::size_t colon = cell.text.find(':');
        if (colon == std::string::npos || words_of(cell.text.substr(0, colon)).size() > 5) continue;
        Detail detail{.label = std::string(trim(cell.text.substr(0, colon))), .cells = {cell.at}};
        detail.value = trim(cell.text.substr(colon + 1));
        const GridCell* value = nullptr;
        if (detail.value.empty() && rows[i].cells.size() > 1) {
            value = &rows[i].cells[1];
        } else if (detail.value.empty() && i + 1 < rows.size()) {
            value = &rows[i + 1].cells[0];
        }
        if (value != nullptr) {
            detail.value = value->text;
            detail.cells.push_back(value->at);
        }
        if (!detail.value.empty()) details.push_back(std::move(detail));
    }
    return details;
}

}  // namespace tidytracker
