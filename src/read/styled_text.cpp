// SPDX-License-Identifier: Apache-2.0
#include "read/styled_text.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {

void StyledText::start(RunFont font) {
    text_.clear();
    runs_.clear();
    cell_font_ = font;
    mixed_ = false;
}

void StyledText::append(std::string_view text, RunFont font) {
    if (text.empty()) return;
    mixed_ = mixed_ || font != cell_font_;
    const std::size_t first = text_.size();
    text_ += text;
    repair_utf8_from(first, text_);
    const bool same = !runs_.empty() && RunFont{runs_.back().bold, runs_.back().strike} == font;
    if (!same) {
        runs_.push_back(
            {.first = static_cast<std::uint32_t>(first), .bold = font.bold, .strike = font.strike});
    }
    runs_.back().length += static_cast<std::uint32_t>(text_.size() - first);
}

RunFont StyledText::adopt_sole_font() {
    if (runs_.size() == 1) {
        cell_font_ = {runs_[0].bold, runs_[0].strike};
        mixed_ = false;
    }
    return cell_font_;
}

void StyledText::trim_end() {
    std::size_t size = text_.size();
    while (size > 0 && is_space(text_[size - 1])) --size;
    text_.resize(size);
    while (!runs_.empty() && runs_.back().first >= size) runs_.pop_back();
    if (!runs_.empty()) runs_.back().length = static_cast<std::uint32_t>(size) - runs_.back().first;
}

void StyledText::move_into(Cell& cell, RecentTexts& texts, Workbook& workbook) const {
    if (text_.empty()) return;
    cell.kind = CellKind::text;
    if (!mixed_) {
        cell.text = texts.intern(text_);
        return;
    }
    cell.text = workbook.strings.add(text_);
    workbook.rich_texts.push_back({cell.text, runs_});
}

}  // namespace tidytracker
