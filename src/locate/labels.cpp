// SPDX-License-Identifier: Apache-2.0
#include "locate/labels.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "locate/bullets.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

/// "- Due date: 3 May": what stands before the colon, and the rest.
struct LabelledLine {
    std::string key{};
    std::string caption{};
    std::string value{};
};

std::string text_from(const GridRow& row, std::size_t first) {
    std::string text;
    for (std::size_t i = first; i < row.cells.size(); ++i) {
        if (!text.empty()) text += ' ';
        text += row.cells[i].text;
    }
    return text;
}

/// A hint in brackets may hold colons and any number of words: "Source (meeting/item): ...".
std::size_t colon_behind_label(std::string_view line) {
    int depth = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        depth += line[i] == '(' ? 1 : 0;
        depth -= line[i] == ')' ? 1 : 0;
        if (line[i] == ':' && depth <= 0) return i;
    }
    return std::string_view::npos;
}

std::optional<LabelledLine> labelled(const GridRow& row) {
    constexpr std::size_t k_longest_label_words = 6;
    const std::string_view first = row.cells.front().text;
    const std::string_view line = trim(first.substr(bullet_length(first)));
    std::size_t colon = colon_behind_label(line);
    LabelledLine found;
    if (colon != std::string_view::npos && colon > 0) {
        found.value = trim(line.substr(colon + 1));
        const std::string rest = text_from(row, 1);
        if (!rest.empty()) found.value += (found.value.empty() ? "" : " ") + rest;
    } else if (row.cells.size() == 2) {
        // A form in two columns needs no colon.
        colon = line.size();
        found.value = row.cells[1].text;
    } else {
        return std::nullopt;
    }
    found.caption = squeeze(line.substr(0, colon));
    found.key = caption_key(found.caption);
    const std::size_t words = words_of(found.key).size();
    if (words == 0 || words > k_longest_label_words) return std::nullopt;
    return found;
}

/// The labels that make up the blocks: those that come again.
struct Labels {
    std::map<std::string, std::size_t> counts{};
    std::string first{};  ///< the one that blocks begin with

    [[nodiscard]] bool belongs(const std::string& key) const { return counts.contains(key); }
};

using Lines = std::vector<std::optional<LabelledLine>>;

/// A label counts if it comes again and trackers use it, or if it stands in most of the blocks.
Labels labels_of(std::span<const GridRow> rows, const Lines& lines) {
    Labels labels;
    for (const auto& line : lines) {
        if (line) ++labels.counts[line->key];
    }
    std::size_t most = 0;
    for (const auto& [key, count] : labels.counts) {
        if (is_known_caption(key)) most = std::max(most, count);
    }
    std::erase_if(labels.counts, [most](const auto& entry) {
        const bool known = !read_caption(entry.first).empty();
        return entry.second < 2 || entry.second * 2 < most || (!known && entry.second < 3);
    });
    // Blocks begin with the label that most often stands behind something that is none.
    std::map<std::string, std::size_t> openings;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i] || !labels.belongs(lines[i]->key)) continue;
        const bool inside =
            is_right_below(rows, i) && lines[i - 1] && labels.belongs(lines[i - 1]->key);
        if (!inside) ++openings[lines[i]->key];
    }
    std::size_t often = 0;
    for (const auto& [key, count] : openings) {
        if (count > often) labels.first = key;
        often = std::max(often, count);
    }
    return labels;
}

/// Two captions of trackers, of which one says who, when or how far, make blocks worth reading.
bool describe_actions(const Labels& labels) {
    constexpr auto k_follow_up = std::to_array<Field>(
        {Field::leads, Field::due, Field::status, Field::progress, Field::completed});
    std::size_t known = 0;
    bool follow_up = false;
    for (const auto& [key, count] : labels.counts) {
        const auto readings = read_caption(key);
        if (readings.empty()) continue;
        ++known;
        follow_up = follow_up ||
                    std::ranges::find(k_follow_up, readings.front().field) != k_follow_up.end();
    }
    return known >= 2 && follow_up;
}

std::vector<CellAddress> line_cells(const GridRow& row) {
    std::vector<CellAddress> cells;
    for (const GridCell& cell : row.cells) cells.push_back(cell.at);
    return cells;
}

void append_line(TableCell& cell, std::string_view text, const GridRow& row) {
    if (!cell.text.empty() && !text.empty()) cell.text += '\n';
    cell.text += text;
    const std::vector<CellAddress> cells = line_cells(row);
    cell.cells.insert(cell.cells.end(), cells.begin(), cells.end());
}

/// Collects the blocks.
class BlockReader {
  public:
    BlockReader(std::span<const GridRow> rows, const Lines& lines, const Labels& labels)
        : rows_(rows), lines_(lines), labels_(labels), roles_(rows.size(), RowRole::title) {
        table_.shape = TableShape::labels;
        table_.columns.emplace_back();
    }

    void read() {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (lines_[i] && labels_.belongs(lines_[i]->key)) {
                take_label(i);
            } else if (open_column_ && is_right_below(rows_, i) && !heads_block(i)) {
                append_line(table_.rows.back().cells[*open_column_], text_from(rows_[i], 0),
                            rows_[i]);
                take_row(i);
            } else {
                open_column_.reset();
                if (!table_.rows.empty()) roles_[i] = RowRole::note;
            }
        }
    }
    [[nodiscard]] Table take() {
        for (TableRow& row : table_.rows) row.cells.resize(table_.columns.size());
        const bool headed = std::ranges::any_of(
            table_.rows, [](const TableRow& row) { return !row.cells[0].text.empty(); });
        if (!headed) {
            table_.columns.erase(table_.columns.begin());
            for (TableRow& row : table_.rows) row.cells.erase(row.cells.begin());
        }
        table_.range = {{table_.rows.front().sheet_rows.front(), 0},
                        {table_.rows.back().sheet_rows.back(), 0}};
        for (const TableRow& row : table_.rows) {
            for (const TableCell& cell : row.cells) {
                for (const CellAddress& at : cell.cells) {
                    table_.range.last.column = std::max(table_.range.last.column, at.column);
                }
            }
        }
        return std::move(table_);
    }
    [[nodiscard]] const std::vector<RowRole>& roles() const { return roles_; }
    [[nodiscard]] std::size_t blocks() const { return table_.rows.size(); }

  private:
    std::span<const GridRow> rows_;
    const Lines& lines_;
    const Labels& labels_;
    std::vector<RowRole> roles_;
    Table table_{};
    std::map<std::string, std::size_t> columns_{};
    std::set<std::string> seen_{};  ///< labels of the current block
    std::optional<std::size_t> open_column_{};

    /// Is the line the heading of the block that begins below it?
    [[nodiscard]] bool heads_block(std::size_t row) const {
        const std::size_t next = row + 1;
        return next < rows_.size() && is_right_below(rows_, next) && lines_[next] &&
               lines_[next]->key == labels_.first;
    }
    void take_row(std::size_t row) {
        table_.rows.back().sheet_rows.push_back(rows_[row].row);
        roles_[row] = RowRole::data;
    }
    /// A block begins with its first label, or with one that it has already; the lines right above
    /// it are its heading.
    void begin_block(std::size_t row) {
        table_.rows.emplace_back();
        table_.rows.back().hidden = rows_[row].hidden;
        table_.rows.back().cells.resize(table_.columns.size());
        seen_.clear();
        std::size_t first = row;
        while (is_right_below(rows_, first) && roles_[first - 1] != RowRole::data &&
               !(lines_[first - 1] && labels_.belongs(lines_[first - 1]->key))) {
            --first;
        }
        for (; first < row; ++first) {
            append_line(table_.rows.back().cells[0], text_from(rows_[first], 0), rows_[first]);
            take_row(first);
        }
    }
    void take_label(std::size_t row) {
        const LabelledLine& line = *lines_[row];
        if (table_.rows.empty() || line.key == labels_.first || seen_.contains(line.key)) {
            begin_block(row);
        }
        seen_.insert(line.key);
        const auto [column, is_new] = columns_.try_emplace(line.key, table_.columns.size());
        if (is_new) table_.columns.push_back(Column{.caption = line.caption});
        open_column_ = column->second;
        auto& caption_cells = table_.columns[*open_column_].caption_cells;
        caption_cells.push_back(rows_[row].cells.front().at);
        auto& cells = table_.rows.back().cells;
        cells.resize(std::max(cells.size(), table_.columns.size()));
        // A line without value is a caption and nothing else.
        if (!line.value.empty()) append_line(cells[*open_column_], line.value, rows_[row]);
        take_row(row);
    }
};

}  // namespace

std::vector<Table> locate_label_blocks(std::span<const GridRow> rows,
                                       std::vector<RowLabel>& labels) {
    Lines lines;
    lines.reserve(rows.size());
    for (const GridRow& row : rows) lines.push_back(labelled(row));
    const Labels found = labels_of(rows, lines);
    if (found.first.empty() || !describe_actions(found)) return {};
    BlockReader reader(rows, lines, found);
    reader.read();
    if (reader.blocks() < 2) return {};
    for (std::size_t i = 0; i < rows.size(); ++i) labels[i].role = reader.roles()[i];
    std::vector<Table> tables;
    tables.push_back(reader.take());
    return tables;
}

}  // namespace tidytracker
