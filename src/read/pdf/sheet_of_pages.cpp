// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/sheet_of_pages.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace tidytracker::pdf {
namespace {

constexpr std::size_t k_most_sheet_columns = 65'535;

class SheetMaker {
  public:
    SheetMaker(Workbook& workbook, Sheet& sheet) : workbook_(workbook), sheet_(sheet) {}

    void add_page(const Page& page, const std::vector<PageBlock>& blocks, std::uint32_t number) {
        std::uint32_t lines = 0;
        std::uint32_t tables = 0;
        for (const PageBlock& block : blocks) {
            Block made{.first_row = row_,
                       .kind = block.kind,
                       .number = 1,
                       .page = number,
                       .continues = block.continues,
                       .first_record = block.first_record};
            if (block.kind == BlockKind::table) {
                made.number = ++tables;
                add_table(page, block.table);
            } else {
                if (block.kind == BlockKind::paragraphs) made.number = lines + 1;
                for (const Line& line : block.lines) add_line(page, line);
                if (block.kind == BlockKind::paragraphs) lines += row_ - made.first_row;
            }
            if (row_ != made.first_row) sheet_.blocks.push_back(made);
        }
    }

  private:
    std::uint16_t style_for(const CellStyle& style) {
        const auto same = std::ranges::find_if(workbook_.styles, [&style](const CellStyle& each) {
            return each.bold == style.bold && each.strike == style.strike &&
                   each.fill == style.fill;
        });
        const auto index = static_cast<std::size_t>(same - workbook_.styles.begin());
        if (same != workbook_.styles.end()) return static_cast<std::uint16_t>(index);
        if (workbook_.styles.size() >= 4'096) return 0;
        workbook_.styles.push_back(style);
        return static_cast<std::uint16_t>(index);
    }

    static CellStyle style_of_words(const Page& page, const std::vector<WordIndex>& words) {
        CellStyle style;
        const auto all = [&](auto member) {
            return !words.empty() && std::ranges::all_of(words, [&](WordIndex word) {
                return page.words[word].*member;
            });
        };
        style.bold = all(&Word::bold);
        style.strike = all(&Word::struck);
        return style;
    }

    void add_cell(std::string_view text, const CellStyle& style, std::size_t column) {
        Cell cell;
        cell.text = workbook_.strings.add(text);
        cell.column = static_cast<std::uint16_t>(std::min(column, k_most_sheet_columns));
        cell.style = style_for(style);
        cell.kind = CellKind::text;
        sheet_.cells.push_back(cell);
        ++sheet_.rows.back().count;
    }

    void start_row() {
        sheet_.rows.push_back({row_, static_cast<std::uint32_t>(sheet_.cells.size()), 0, false});
    }

    void add_links(const Page& page, const Box& box, CellAddress at) {
        for (const LinkArea& link : page.links) {
            if (box.overlaps(link.box) && box.contains(link.box.centre())) {
                sheet_.links.push_back({{at, at}, link.target});
            }
        }
    }

    void add_line(const Page& page, const Line& line) {
        start_row();
        // The parts of a line of text are one cell, however far they stand apart.
        std::string text;
        std::vector<WordIndex> words;
        for (const Chunk& chunk : line.chunks) {
            if (!text.empty()) text += "  ";
            text += text_of_chunk(page, chunk);
            words.insert(words.end(), chunk.words.begin(), chunk.words.end());
        }
        add_cell(text, style_of_words(page, words), 0);
        add_links(page, line.box.grown(1), {row_, 0});
        ++row_;
    }

    /// The colour behind a cell: of the smallest coloured area that covers its middle.
    static std::optional<std::uint32_t> fill_behind(const Page& page, const Box& box) {
        constexpr double k_largest = 4;              // times the cell: not the colour of the page
        constexpr std::size_t k_most_fills = 5'000;  // more make a picture
        if (page.fills.size() > k_most_fills) return std::nullopt;
        std::optional<std::uint32_t> colour;
        double area = k_largest * std::max(box.width() * box.height(), 100.0);
        for (const Fill& fill : page.fills) {
            const double size = fill.box.width() * fill.box.height();
            if (size > area || !fill.box.contains(box.centre())) continue;
            area = size;
            colour = fill.colour;
        }
        return colour;
    }

    /// Where the text of a cell has to wrap: a cell is padded on the right as on the left.
    static double right_of_text(const Page& page, const PageCell& cell) {
        constexpr double k_widest_padding = 12;
        double left = cell.box.right;
        for (const WordIndex word : cell.words) left = std::min(left, page.words[word].box.left);
        return cell.box.right - std::clamp(left - cell.box.left, 0.0, k_widest_padding);
    }

    void add_table(const Page& page, const PageTable& table) {
        const std::uint32_t first = row_;
        auto cell = table.cells.begin();
        for (std::size_t row = 0; row < table.rows; ++row, ++row_) {
            start_row();
            for (; cell != table.cells.end() && cell->row == row; ++cell) {
                CellStyle style = style_of_words(page, cell->words);
                style.fill = fill_behind(page, cell->box);
                add_cell(text_of_words(page, cell->words, right_of_text(page, *cell)), style,
                         cell->column);
                add_links(page, cell->box, {row_, static_cast<std::uint32_t>(cell->column)});
                if (cell->rows * cell->columns <= 1) continue;
                const CellAddress from{first + static_cast<std::uint32_t>(cell->row),
                                       static_cast<std::uint32_t>(cell->column)};
                sheet_.merged.push_back(
                    {from,
                     {from.row + static_cast<std::uint32_t>(cell->rows) - 1,
                      from.column + static_cast<std::uint32_t>(cell->columns) - 1}});
            }
            if (sheet_.rows.back().count == 0) sheet_.rows.pop_back();
        }
    }

    Workbook& workbook_;
    Sheet& sheet_;
    std::uint32_t row_{};
};

}  // namespace

void append_sheet(const std::vector<Page>& pages, const std::vector<std::vector<PageBlock>>& blocks,
                  Workbook& workbook) {
    Sheet sheet{.name = "pages", .places = PlaceStyle::page};
    SheetMaker maker(workbook, sheet);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        maker.add_page(pages[i], blocks[i], static_cast<std::uint32_t>(i + 1));
    }
    workbook.sheets.push_back(std::move(sheet));
}

}  // namespace tidytracker::pdf
