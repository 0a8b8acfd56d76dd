// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "read/styled_text.hpp"

namespace tidytracker::html {

/// The text of a cell or a paragraph as a browser lays it out: white space is one space, block
/// elements and <br> break lines.
class TextFlow {
  public:
    void start(RunFont font);
    void append(std::string_view text, RunFont font, bool preformatted);
    /// A line break that shows even where there is no text behind it but another one.
    void break_line(RunFont font);
    /// A block element begins or ends here: what follows is on a line of its own.
    void break_block() { block_pending_ = !text_.text().empty(); }
    /// Without white space at the end.
    [[nodiscard]] StyledText& finish();
    [[nodiscard]] bool blank() const;

  private:
    StyledText text_{};
    std::string piece_{};
    bool space_pending_{};
    bool block_pending_{};
    bool at_line_start_{true};
};

}  // namespace tidytracker::html
