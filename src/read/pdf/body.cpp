// SPDX-License-Identifier: Apache-2.0
// In: all pages, and the tables of the structure tree. Out: the blocks of each page. Tells page
// furniture from text and finds which tables go on over a page break; joins nothing.
#include "read/pdf/body.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "read/pdf/furniture.hpp"
#include "read/pdf/page_tables.hpp"
#include "read/pdf/tagged_tables.hpp"

namespace tidytracker::pdf {
namespace {

/// A gap of lines of text is wider than any space, narrower than a tabulator.
constexpr double k_gap_of_text = 2.5;

struct PlacedTable {
    PageTable table{};
    bool continues{};
    RowFlow first_record{};
};

std::string first_row_text(const Page& page, const PageTable& table) {
    std::string text;
    for (const PageCell& cell : table.cells) {
        if (cell.row > 0) break;
        text += squeeze(text_of_words(page, cell.words, cell.box.right));
        text += '\n';
    }
    return text;
}

class BodyFinder {
  public:
    BodyFinder(const std::vector<Page>& pages, const std::vector<TaggedTable>& tagged)
        : pages_(pages), furniture_(find_furniture(pages)), tables_(pages.size()) {
        for (const TaggedTable& table : tagged) place_tagged(table);
    }

    std::vector<std::vector<PageBlock>> run() {
        std::vector<std::vector<PageBlock>> blocks;
        for (std::size_t page = 0; page < pages_.size(); ++page) {
            find_on_page(page);
            blocks.push_back(blocks_on_page(page));
        }
        return blocks;
    }

  private:
    void place_tagged(const TaggedTable& table) {
        for (TaggedPart& part : parts_of_tagged_table(table, pages_)) {
            const RowFlow first = part.parts_row ? RowFlow::continues : RowFlow::begins;
            tables_[part.page].push_back({std::move(part.table), part.continues, first});
        }
    }

    [[nodiscard]] std::vector<char> taken_on(std::size_t page) const {
        std::vector<char> taken = furniture_[page];
        for (const PlacedTable& placed : tables_[page]) {
            for (const PageCell& cell : placed.table.cells) {
                for (const WordIndex word : cell.words) taken[word] = 1;
            }
        }
        return taken;
    }

    /// The table that may go on: the last one of the page before, if no text stands below it.
    [[nodiscard]] const PageTable* carried_to(std::size_t page) const {
        if (page == 0 || tables_[page - 1].empty()) return nullptr;
        const PlacedTable& last = tables_[page - 1].back();
        if (last.table.route == TableRoute::tagged) return nullptr;
        const std::vector<char> taken = taken_on(page - 1);
        const Page& before = pages_[page - 1];
        for (WordIndex i = 0; i < before.words.size(); ++i) {
            if (taken[i] == 0 && before.words[i].box.top > last.table.box.bottom) return nullptr;
        }
        // Whatever ends in the upper half of a page had room to go on.
        return last.table.box.bottom > 0.5 * before.height ? &last.table : nullptr;
    }

    void find_on_page(std::size_t page) {
        const std::vector<char> taken = taken_on(page);
        std::vector<WordIndex> body;
        for (WordIndex i = 0; i < taken.size(); ++i) {
            if (taken[i] == 0) body.push_back(i);
        }
        const PageTable* const carried = carried_to(page);
        for (PageTable& table : find_tables(pages_[page], body, carried)) {
            const bool goes_on = table.continues;
            tables_[page].push_back({std::move(table), goes_on, RowFlow::unknown});
        }
        std::ranges::stable_sort(tables_[page], {},
                                 [](const PlacedTable& placed) { return placed.table.box.top; });
        if (carried == nullptr || tables_[page].empty()) return;
        PlacedTable& first = tables_[page].front();
        if (first.table.route == TableRoute::tagged || text_above(page, first.table)) return;
        const bool repeats =
            first_row_text(pages_[page - 1], *carried) == first_row_text(pages_[page], first.table);
        first.continues = first.continues || repeats;
        if (!first.continues) return;
        const bool open = !carried->closed_below || !first.table.closed_above;
        first.first_record = open && !repeats ? RowFlow::continues : RowFlow::unknown;
    }

    [[nodiscard]] bool text_above(std::size_t page, const PageTable& table) const {
        const std::vector<char> taken = taken_on(page);
        for (WordIndex i = 0; i < taken.size(); ++i) {
            if (taken[i] == 0 && pages_[page].words[i].box.bottom < table.box.top) return true;
        }
        return false;
    }

    /// Lines between the tables of a page.
    void append_lines(std::size_t page, const std::vector<WordIndex>& words, BlockKind kind,
                      std::vector<PageBlock>& blocks) const {
        std::vector<Line> lines = lines_of(pages_[page], words, k_gap_of_text);
        // Words that stand on their side have no lines; each is one of its own.
        for (const WordIndex word : words) {
            const Word& turned = pages_[page].words[word];
            if (turned.turn == 0) continue;
            Line line{.box = turned.box, .baseline = turned.box.bottom, .size = turned.size};
            line.chunks.push_back({.box = turned.box, .words = {word}, .size = turned.size});
            lines.push_back(std::move(line));
        }
        if (!lines.empty()) blocks.push_back({.kind = kind, .lines = std::move(lines)});
    }

    [[nodiscard]] std::vector<PageBlock> blocks_on_page(std::size_t page) {
        const std::vector<char> taken = taken_on(page);
        const Page& here = pages_[page];
        std::vector<PageBlock> blocks;
        std::vector<PlacedTable>& tables = tables_[page];
        // Text and tables, then the furniture: the first line of a document is its title.
        std::vector<WordIndex> head;
        std::vector<WordIndex> foot;
        std::vector<std::vector<WordIndex>> between(tables.size() + 1);
        for (WordIndex i = 0; i < here.words.size(); ++i) {
            if (furniture_[page][i] != 0) {
                (here.words[i].box.top < here.height / 2 ? head : foot).push_back(i);
            } else if (taken[i] == 0) {
                std::size_t slot = 0;
                const double middle = here.words[i].box.centre().y;
                while (slot < tables.size() && middle > tables[slot].table.box.centre().y) ++slot;
                between[slot].push_back(i);
            }
        }
        for (std::size_t i = 0; i < between.size(); ++i) {
            append_lines(page, between[i], BlockKind::paragraphs, blocks);
            if (i == tables.size()) break;
            // A copy: the next page still compares with this table.
            blocks.push_back({.kind = BlockKind::table,
                              .table = tables[i].table,
                              .continues = tables[i].continues,
                              .first_record = tables[i].first_record});
        }
        append_lines(page, head, BlockKind::page_header, blocks);
        append_lines(page, foot, BlockKind::page_footer, blocks);
        return blocks;
    }

    const std::vector<Page>& pages_;
    std::vector<std::vector<char>> furniture_;
    std::vector<std::vector<PlacedTable>> tables_;
};

}  // namespace

std::vector<std::vector<PageBlock>> blocks_of(const std::vector<Page>& pages,
                                              const std::vector<TaggedTable>& tagged) {
    return BodyFinder(pages, tagged).run();
}

}  // namespace tidytracker::pdf
