// SPDX-License-Identifier: Apache-2.0
// In: the lines of a table, and which of them hold a key. Out: where the rows begin. All costs are
// in lines: how far cells stand from where the alignment would have them. What cannot be told for
// sure is said to be unclear; nothing is guessed.
#include "base/row_bands.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tidytracker {
namespace {

constexpr double k_impossible = std::numeric_limits<double>::infinity();
/// A row whose cell begins like the rest of a sentence; some do: "tbc", "end of May".
constexpr double k_cost_of_rest = 0.5;
/// White space within a row: between paragraphs of a cell.
constexpr double k_cost_of_gap = 0.5;
/// A row that a page break parts.
constexpr double k_cost_of_break = 0.4;
/// Between two keys there are no more lines than fill a page or two.
constexpr std::size_t k_most_lines_of_row = 250;
/// All rows of one stretch that are tried: what no page comes near, and no memory minds.
constexpr std::size_t k_most_measured = 4'000'000;

using Lines = std::span<const BandLine>;
using Positions = std::vector<std::size_t>;

Positions keys_of(const BandStretch& stretch) {
    Positions keys;
    for (std::size_t i = 0; i < stretch.lines.size(); ++i) {
        if (stretch.lines[i].key) keys.push_back(i);
    }
    return keys;
}

/// The lines of a row while they are added from top to bottom.
class Row {
  public:
    Row(std::uint32_t key_column, RowAlignment alignment)
        : key_column_(key_column), alignment_(alignment) {}

    void add(const BandLine& line) {
        if (line.apart && !cells_.empty()) cost_ += k_cost_of_gap;
        for (const BandCell& cell : line.cells) {
            const auto known = std::ranges::find(cells_, cell.column, &Extent::column);
            if (known != cells_.end()) {
                known->last = cell.at;
                continue;
            }
            cells_.push_back({cell.column, cell.at, cell.at});
            if (cell.goes_on) cost_ += k_cost_of_rest;
        }
    }
    [[nodiscard]] double cost() const {
        const auto key = std::ranges::find(cells_, key_column_, &Extent::column);
        if (key == cells_.end()) return k_impossible;
        double sum = cost_;
        for (const Extent& cell : cells_) sum += std::abs(place_of(cell) - place_of(*key));
        return sum;
    }

  private:
    struct Extent {
        std::uint32_t column{};
        double first{};
        double last{};
    };
    [[nodiscard]] double place_of(const Extent& cell) const {
        if (alignment_ == RowAlignment::top) return cell.first;
        if (alignment_ == RowAlignment::bottom) return cell.last;
        return (cell.first + cell.last) / 2;
    }

    std::uint32_t key_column_;
    RowAlignment alignment_;
    std::vector<Extent> cells_{};
    double cost_{};
};

struct Solution {
    double cost{};
    /// What the next best solution costs more.
    double margin{k_impossible};
    Positions starts{};
};

/// Rows that begin, or end, with their keys.
Solution solve_at_keys(const BandStretch& stretch, std::uint32_t key_column,
                       RowAlignment alignment) {
    const Positions keys = keys_of(stretch);
    const std::size_t size = stretch.lines.size();
    Solution found;
    const bool top = alignment == RowAlignment::top;
    const auto begin_of = [&](std::size_t i) {
        return top ? keys[i] : i > 0 ? keys[i - 1] + 1 : 0;
    };
    std::size_t end = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        found.starts.push_back(begin_of(i));
        end = top ? (i + 1 < keys.size() ? keys[i + 1] : size) : keys[i] + 1;
        Row row(key_column, alignment);
        for (std::size_t line = begin_of(i); line < end; ++line) row.add(stretch.lines[line]);
        found.cost += row.cost();
    }
    const auto cost_of_lost = [](std::size_t lines, bool open) {
        return lines == 0 ? 0 : open ? k_cost_of_break : static_cast<double>(lines);
    };
    const std::size_t head = keys.empty() ? size : found.starts.front();
    found.cost += cost_of_lost(head, stretch.open_above);
    if (!keys.empty()) found.cost += cost_of_lost(size - end, stretch.open_below);
    return found;
}

/// Rows whose cells stand in the middle of them: finds where each ends.
class MiddleSolver {
  public:
    MiddleSolver(const BandStretch& stretch, std::uint32_t key_column)
        : stretch_(stretch),
          key_column_(key_column),
          keys_(keys_of(stretch)),
          size_(stretch.lines.size()) {}

    Solution solve() {
        if (keys_.empty()) {
            if (size_ == 0) return {};
            if (stretch_.open_above) return {.cost = k_cost_of_break};
            return {.cost = k_impossible};
        }
        std::size_t measured = 0;
        for (std::size_t i = 0; i <= keys_.size(); ++i) {
            const std::size_t ends = last_end(i) - first_end(i) + 1;
            if (ends > k_most_lines_of_row) return {.cost = k_impossible};
            if (i > 0) measured += ends * (last_end(i - 1) - first_end(i - 1) + 1);
        }
        if (measured > k_most_measured) return {.cost = k_impossible};
        measure_down();
        measure_up();
        return choose();
    }

  private:
    /// The bound above row i lies between these; bound keys_.size() is the end of the last row.
    [[nodiscard]] std::size_t first_end(std::size_t i) const {
        if (i == 0) return 0;
        return i == keys_.size() && !stretch_.open_below ? size_ : keys_[i - 1] + 1;
    }
    [[nodiscard]] std::size_t last_end(std::size_t i) const {
        if (i == 0) return stretch_.open_above ? keys_[0] : 0;
        return i == keys_.size() ? size_ : keys_[i];
    }
    /// What row i costs from a first line on, for each possible end.
    [[nodiscard]] std::vector<double> costs_from(std::size_t i, std::size_t begin) const {
        std::vector<double> costs;
        Row row(key_column_, RowAlignment::middle);
        for (std::size_t line = begin; line < last_end(i + 1); ++line) {
            row.add(stretch_.lines[line]);
            if (line + 1 >= first_end(i + 1)) costs.push_back(row.cost());
        }
        return costs;
    }

    void measure_down() {
        down_.assign(keys_.size() + 1, {});
        for (std::size_t at = first_end(0); at <= last_end(0); ++at) {
            down_[0].push_back(at > 0 ? k_cost_of_break : 0);
        }
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            std::vector<std::vector<double>>& costs = costs_.emplace_back();
            down_[i + 1].assign(last_end(i + 1) - first_end(i + 1) + 1, k_impossible);
            for (std::size_t from = 0; from < down_[i].size(); ++from) {
                costs.push_back(costs_from(i, first_end(i) + from));
                for (std::size_t to = 0; to < costs.back().size(); ++to) {
                    down_[i + 1][to] =
                        std::min(down_[i + 1][to], down_[i][from] + costs.back()[to]);
                }
            }
        }
    }

    void measure_up() {
        up_.assign(keys_.size() + 1, {});
        for (std::size_t at = first_end(keys_.size()); at <= size_; ++at) {
            up_.back().push_back(at < size_ ? k_cost_of_break : 0);
        }
        for (std::size_t i = keys_.size(); i-- > 0;) {
            up_[i].assign(down_[i].size(), k_impossible);
            for (std::size_t from = 0; from < up_[i].size(); ++from) {
                for (std::size_t to = 0; to < up_[i + 1].size(); ++to) {
                    up_[i][from] = std::min(up_[i][from], costs_[i][from][to] + up_[i + 1][to]);
                }
            }
        }
    }

    [[nodiscard]] Solution choose() const {
        Solution found;
        for (std::size_t i = 0; i < down_.size(); ++i) {
            double best = k_impossible;
            double second = k_impossible;
            std::size_t chosen = 0;
            for (std::size_t at = 0; at < down_[i].size(); ++at) {
                const double cost = down_[i][at] + up_[i][at];
                if (cost < best) {
                    second = best;
                    best = cost;
                    chosen = at;
                } else {
                    second = std::min(second, cost);
                }
            }
            found.cost = best;
            found.margin = std::min(found.margin, second - best);
            if (i < keys_.size()) found.starts.push_back(first_end(i) + chosen);
        }
        return found;
    }

    const BandStretch& stretch_;
    std::uint32_t key_column_;
    Positions keys_;
    std::size_t size_;
    std::vector<std::vector<std::vector<double>>> costs_{};  ///< by row, its begin and its end
    std::vector<std::vector<double>> down_{};                ///< cheapest rows above each bound
    std::vector<std::vector<double>> up_{};                  ///< and below it
};

struct Trial {
    double cost{};
    double margin{k_impossible};
    std::vector<Positions> starts{};
};

Trial try_alignment(std::span<const BandStretch> stretches, std::uint32_t key_column,
                    RowAlignment alignment) {
    Trial trial;
    for (const BandStretch& stretch : stretches) {
        Solution part = alignment == RowAlignment::middle
                            ? MiddleSolver(stretch, key_column).solve()
                            : solve_at_keys(stretch, key_column, alignment);
        trial.cost += part.cost;
        trial.margin = std::min(trial.margin, part.margin);
        trial.starts.push_back(std::move(part.starts));
    }
    return trial;
}

}  // namespace

bool is_begun_key(std::string_view text) {
    constexpr std::size_t k_longest = 12;
    return text.size() >= 2 && text.size() <= k_longest &&
           (text.back() == '-' || text.back() == '/') && text.find(' ') == std::string_view::npos;
}

std::vector<std::vector<std::size_t>> row_bands_at(std::span<const BandStretch> stretches,
                                                   std::uint32_t key_column,
                                                   RowAlignment alignment) {
    return try_alignment(stretches, key_column, alignment).starts;
}

RowBands find_row_bands(std::span<const BandStretch> stretches, std::uint32_t key_column) {
    // On some ninety trackers set in three programs, the right alignment costs 0 to 0.6 a row, and
    // a wrong one 1 to 5 as soon as cells wrap.
    constexpr double k_most_cost = 1.0;
    constexpr double k_least_margin = 0.5;
    double rows = 0;
    for (const BandStretch& stretch : stretches) {
        rows += static_cast<double>(keys_of(stretch).size());
    }
    RowBands best{.alignment = RowAlignment::unclear};
    double least = k_impossible;
    for (const RowAlignment alignment :
         {RowAlignment::top, RowAlignment::bottom, RowAlignment::middle}) {
        Trial trial = try_alignment(stretches, key_column, alignment);
        if (trial.cost >= least) continue;
        least = trial.cost;
        best = {alignment, std::move(trial.starts)};
        if (trial.cost > k_most_cost * rows ||
            (alignment == RowAlignment::middle && trial.margin < k_least_margin)) {
            best = {.alignment = RowAlignment::unclear};
        }
    }
    return best;
}

}  // namespace tidytracker
