// SPDX-License-Identifier: Apache-2.0
#include "read/excel/style_table.hpp"

#include <limits>

#include "base/text.hpp"

namespace tidytracker {
namespace {

/// Cells count styles with 16 bits.
constexpr std::size_t k_most_cell_styles = std::numeric_limits<std::uint16_t>::max();

}  // namespace

std::uint32_t StyleTable::number_format(std::string_view code) {
    if (code.empty() || equals_ignoring_case(code, "General")) return 0;
    const auto known = formats_.find(code);
    if (known != formats_.end()) return known->second;
    const auto index = static_cast<std::uint32_t>(workbook_.number_formats.size());
    workbook_.number_formats.emplace_back(code);
    formats_.emplace(code, index);
    return index;
}

std::uint16_t StyleTable::style(const CellStyle& style) {
    if (style == CellStyle{}) return 0;
    const auto [known, is_new] = styles_.try_emplace(style, std::uint16_t{0});
    if (is_new && workbook_.styles.size() < k_most_cell_styles) {
        known->second = static_cast<std::uint16_t>(workbook_.styles.size());
        workbook_.styles.push_back(style);
    }
    return known->second;
}

std::uint16_t StyleTable::with_format(std::uint16_t style, std::string_view code) {
    if (style >= workbook_.styles.size()) style = 0;
    const auto [known, is_new] = made_.try_emplace({style, std::string(code)}, style);
    if (!is_new || workbook_.styles.size() >= k_most_cell_styles) return known->second;
    const NumberFormat wanted{code};
    CellStyle copy = workbook_.styles[style];
    const NumberFormat& present = workbook_.number_formats[copy.number_format];
    const bool shows_enough =
        present.shows_day() == wanted.shows_day() && (present.shows_time() || !wanted.shows_time());
    if (shows_enough) return style;
    copy.number_format = number_format(code);
    known->second = static_cast<std::uint16_t>(workbook_.styles.size());
    workbook_.styles.push_back(copy);
    return known->second;
}

}  // namespace tidytracker
