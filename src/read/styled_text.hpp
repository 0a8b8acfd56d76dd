// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/recent_texts.hpp"

namespace tidytracker {

/// What of a font the model keeps.
struct RunFont {
    bool bold{};
    bool strike{};
    friend bool operator==(const RunFont&, const RunFont&) = default;
};

/// Collects a cell's text together with the fonts of its stretches.
class StyledText {
  public:
    /// Begins a new text in a cell whose own font is `font`.
    void start(RunFont font);
    /// Bytes that are no UTF-8 become U+FFFD.
    void append(std::string_view text, RunFont font);

    [[nodiscard]] const std::string& text() const { return text_; }
    /// All of the text as runs; empty if all of it has the cell's font.
    [[nodiscard]] std::span<const TextRun> runs() const {
        return std::span(runs_).first(mixed_ ? runs_.size() : 0);
    }
    /// The cell's font, which becomes that of all of the text if that has but one.
    RunFont adopt_sole_font();
    /// Takes white space off the end.
    void trim_end();

    /// Puts the text and its runs into the workbook and makes `cell` a text of it, unless it is
    /// empty.
    void move_into(Cell& cell, RecentTexts& texts, Workbook& workbook) const;

  private:
    std::string text_{};
    std::vector<TextRun> runs_{};
    RunFont cell_font_{};
    bool mixed_{};
};

}  // namespace tidytracker
