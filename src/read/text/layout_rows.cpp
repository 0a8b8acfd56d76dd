// SPDX-License-Identifier: Apache-2.0
// In: the lines of tables, cut into cells. Out: which of them begin a row. What begins one is told
// by the column of references, or by another whose cells never wrap: dates or states.
#include "read/text/layout_rows.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/row_bands.hpp"
#include "base/shape.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// Rows are told by a column that has a value in each of them.
struct KeyColumn {
    std::uint32_t column{};
    bool references{};
};

bool is_body(const LayoutLine& line) {
    return line.kind == LayoutLine::Kind::table && !line.across && line.flow == RowFlow::unknown &&
           !line.cells.empty();
}

bool is_whole_value(std::string_view text) {
    return is_reference_shaped(text) || is_date_shaped(text) || status_of_wording(text).has_value();
}

/// Settles the rows of one table.
class LayoutRows {
  public:
    /// @param own the lines of the table
    LayoutRows(std::vector<LayoutLine>& lines, std::span<const std::size_t> pages,
               std::span<const std::size_t> own)
        : lines_(lines), pages_(pages), own_(own) {}

    /// False if the rows cannot be told.
    bool settle() {
        const std::optional<KeyColumn> key = find_key();
        if (!key) return first_row_begins_with_most();
        if (key->references) mark_headings();
        collect(*key);
        const RowBands bands = find_row_bands(stretches_, key->column);
        if (bands.alignment == RowAlignment::unclear) return false;
        // Rows without references may have no date or state either: their text tells more.
        if (bands.alignment == RowAlignment::top && !key->references) return true;
        for (std::size_t s = 0; s < places_.size(); ++s) {
            for (const std::size_t line : places_[s]) lines_[line].flow = RowFlow::continues;
            for (const std::size_t start : bands.starts[s]) {
                lines_[places_[s][start]].flow = RowFlow::begins;
            }
        }
        return true;
    }

  private:
    [[nodiscard]] std::optional<KeyColumn> find_key() const {
        struct Tally {
            std::size_t texts{};
            std::size_t references{};
            std::size_t whole{};
        };
        std::map<std::uint32_t, Tally> tallies;
        for (const std::size_t i : own_) {
            if (!is_body(lines_[i])) continue;
            for (const LayoutCell& cell : lines_[i].cells) {
                Tally& tally = tallies[cell.column];
                if (cell.column == 0 && is_begun_key(cell.text)) continue;
                ++tally.texts;
                tally.references += is_reference_shaped(cell.text) ? 1U : 0U;
                tally.whole += is_whole_value(cell.text) ? 1U : 0U;
            }
        }
        const Tally& first = tallies[0];
        if (first.references >= 2 && first.references * 5 >= first.texts * 3) {
            return KeyColumn{0, true};
        }
        for (const auto& [column, tally] : tallies) {
            if (tally.whole >= 3 && tally.whole == tally.texts) return KeyColumn{column, false};
        }
        return std::nullopt;
    }

    /// Without keys, the text tells which lines begin a row, but only if cells stand at the top.
    /// They do not if the line below the header has less in it than those that follow.
    [[nodiscard]] bool first_row_begins_with_most() const {
        constexpr std::size_t k_lines_asked = 4;
        std::size_t first = 0;
        std::size_t asked = 0;
        for (const std::size_t i : own_) {
            if (!is_body(lines_[i])) continue;
            const std::size_t count = lines_[i].cells.size();
            if (asked == 0) first = count;
            if (count > first + 1) return false;
            if (++asked == k_lines_asked) break;
        }
        return true;
    }

    /// A text alone in the column of references that is none is a heading.
    void mark_headings() {
        for (const std::size_t i : own_) {
            LayoutLine& line = lines_[i];
            if (is_body(line) && line.cells.size() == 1 && line.cells[0].column == 0 &&
                !is_reference_shaped(line.cells[0].text) && !is_begun_key(line.cells[0].text)) {
                line.across = true;
            }
        }
    }

    [[nodiscard]] std::size_t page_of(std::size_t line) const {
        return static_cast<std::size_t>(std::ranges::upper_bound(pages_, line) - pages_.begin());
    }

    void collect(const KeyColumn& key) {
        bool open = false;
        for (std::size_t n = 0; n < own_.size(); ++n) {
            const std::size_t i = own_[n];
            const bool new_page = n > 0 && page_of(own_[n - 1]) != page_of(i);
            if (!is_body(lines_[i])) {
                // A header that is repeated on a page may stand above the rest of a row.
                const bool again = lines_[i].flow == RowFlow::begins && new_page;
                if (again && !stretches_.empty()) stretches_.back().open_below = true;
                open = false;
                continued_ = again;
                continue;
            }
            if (!open || new_page) {
                if (open) stretches_.back().open_below = true;
                stretches_.push_back({.open_above = open || continued_});
                places_.emplace_back();
                continued_ = false;
                open = true;
            }
            add_line(i, key);
        }
    }

    bool holds_key(const LayoutCell& cell, const KeyColumn& key) {
        if (cell.column != key.column) return false;
        if (!key.references) return is_whole_value(cell.text);
        const bool goes_on = std::exchange(begun_, is_begun_key(cell.text));
        return begun_ || (!goes_on && is_reference_shaped(cell.text));
    }

    void add_line(std::size_t line, const KeyColumn& key) {
        BandStretch& stretch = stretches_.back();
        BandLine& band = stretch.lines.emplace_back();
        const auto at = static_cast<double>(stretch.lines.size());
        const std::vector<std::size_t>& places = places_.back();
        band.apart = !places.empty() && places.back() + 1 < line;
        for (const LayoutCell& cell : lines_[line].cells) {
            band.key = band.key || holds_key(cell, key);
            band.cells.push_back({cell.column, at, begins_lower_case(cell.text)});
        }
        places_.back().push_back(line);
    }

    std::vector<LayoutLine>& lines_;
    std::span<const std::size_t> pages_;
    std::span<const std::size_t> own_;
    std::vector<BandStretch> stretches_{};
    std::vector<std::vector<std::size_t>> places_{};  ///< of the lines of each stretch
    bool continued_{};  ///< the next stretch may begin with the rest of a row
    bool begun_{};      ///< the last reference was not whole
};

}  // namespace

std::vector<std::uint32_t> settle_rows(std::vector<LayoutLine>& lines,
                                       std::span<const std::size_t> pages) {
    std::map<std::uint32_t, std::vector<std::size_t>> tables;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].kind == LayoutLine::Kind::table) tables[lines[i].table].push_back(i);
    }
    std::vector<std::uint32_t> unclear;
    for (const auto& [table, own] : tables) {
        if (!LayoutRows(lines, pages, own).settle()) unclear.push_back(table);
    }
    return unclear;
}

}  // namespace tidytracker
