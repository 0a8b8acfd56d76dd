// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/xml_scanner.hpp"
#include "read/ods/styles.hpp"
#include "read/styled_text.hpp"

namespace tidytracker::odf {

/// Collects the paragraphs of a cell or a note (ODF 1.3 part 3, 6.1).
class TextReader {
  public:
    explicit TextReader(const Styles& styles) : styles_(styles) {}

    /// Begins a new text, whose font is the cell's where no span says otherwise.
    void start(RunFont font);
    /// Reads the paragraph just opened; another one before it ends with a line break.
    void read_paragraph(XmlScanner& xml);
    /// Adds a paragraph that is nothing but this text.
    void add_paragraph(std::string_view text);

    [[nodiscard]] const StyledText& styled() const { return text_; }
    [[nodiscard]] const std::string& text() const { return text_.text(); }
    /// Where the last link leads; empty if there is none.
    [[nodiscard]] const std::string& link() const { return link_; }

  private:
    struct Span {
        std::size_t depth{};
        RunFont font{};
    };

    void begin_paragraph();
    void open(XmlScanner& xml);
    void append(std::string_view text);
    void append_collapsed(std::string_view text);

    const Styles& styles_;
    StyledText text_{};
    std::string link_{};
    std::string piece_{};
    std::vector<Span> spans_{};  ///< those that are open, the cell itself first
    bool has_paragraph_{};
    bool after_space_{};  ///< further white space is no part of the text
};

}  // namespace tidytracker::odf
