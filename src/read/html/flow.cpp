// SPDX-License-Identifier: Apache-2.0
#include "read/html/flow.hpp"

#include "base/text.hpp"

namespace tidytracker::html {

void TextFlow::start(RunFont font) {
    text_.start(font);
    space_pending_ = false;
    block_pending_ = false;
    at_line_start_ = true;
}

void TextFlow::append(std::string_view text, RunFont font, bool preformatted) {
    piece_.clear();
    for (const char c : text) {
        if (c == '\r') continue;
        if (is_space(c) && !preformatted) {
            space_pending_ = true;
            continue;
        }
        const bool breaks = block_pending_ && !at_line_start_;
        if (breaks) piece_ += '\n';
        if (space_pending_ && !breaks && !at_line_start_) piece_ += ' ';
        space_pending_ = block_pending_ = false;
        at_line_start_ = c == '\n';
        piece_ += c;
    }
    text_.append(piece_, font);
}

void TextFlow::break_line(RunFont font) {
    // The break before a block and the one that is asked for here are two.
    if (block_pending_ && !at_line_start_) text_.append("\n", font);
    text_.append("\n", font);
    space_pending_ = block_pending_ = false;
    at_line_start_ = true;
}

StyledText& TextFlow::finish() {
    text_.trim_end();
    return text_;
}

bool TextFlow::blank() const {
    return trim(text_.text()).empty();
}

}  // namespace tidytracker::html
