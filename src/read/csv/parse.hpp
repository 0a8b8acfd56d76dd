// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/byte_set.hpp"
#include "read/csv/dialect.hpp"
#include "read/csv/field.hpp"
#include "read/csv/plain.hpp"
#include "read/line_ends.hpp"

namespace tidytracker {

/// Takes a text apart, one record at a time. RFC 4180 and what files do beyond it: any line end,
/// quotes amid a field, blanks around quotes, text behind a closing quote, quotes that are never
/// closed. Each byte of the text is in a field, or is syntax.
class CsvParser {
  public:
    static constexpr std::size_t k_none = std::string_view::npos;

    /// Both must outlive the parser; the fields point into `text`.
    CsvParser(std::string_view text, const CsvDialect& dialect);

    /// Takes the next record; a blank line is a record of one empty field. False at the end.
    bool next(std::vector<CsvField>& fields);
    /// The field of the last record whose quote is not closed; k_none if there is none.
    [[nodiscard]] std::size_t unclosed_field() const { return unclosed_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    /// The part of the text that is used up, more than 0 to 1.
    [[nodiscard]] double share_read() const {
        return static_cast<double>(at_ + 1) / static_cast<double>(text_.size() + 1);
    }
    /// The line ends of the records so far; those within fields do not count.
    [[nodiscard]] const LineEnds& line_ends() const { return line_ends_; }

  private:
    struct Quoted;
    struct Reading;

    [[nodiscard]] bool is_line_end(std::size_t at) const;
    [[nodiscard]] std::size_t delimiter_at(std::size_t at) const;
    [[nodiscard]] bool ends_field(std::size_t at) const;
    [[nodiscard]] bool begins_field(std::size_t at) const;
    [[nodiscard]] std::size_t skip_blanks(std::size_t at) const;
    [[nodiscard]] std::size_t after_quote(std::size_t close) const;
    [[nodiscard]] std::size_t skip_line_end(std::size_t at) const;
    [[nodiscard]] std::size_t opening_quote(std::size_t at) const;
    [[nodiscard]] std::size_t plain_end(std::size_t at) const;
    [[nodiscard]] bool has_escape(std::size_t from, std::size_t end) const;

    void take_field(std::vector<CsvField>& fields);
    [[nodiscard]] bool take_plain_quoted(std::size_t quote, std::vector<CsvField>& fields);
    void take_quoted(std::size_t quote, std::vector<CsvField>& fields);
    [[nodiscard]] Quoted scan_quoted(std::size_t quote, bool speculative);
    [[nodiscard]] Reading choose(const Quoted& quoted, std::size_t fields_before);
    [[nodiscard]] bool hides_rows(const Reading& enclosed, const Quoted& quoted,
                                  std::size_t fields_before);
    [[nodiscard]] Reading as_enclosed(const Quoted& quoted) const;
    [[nodiscard]] Reading as_plain_text(const Quoted& quoted);
    [[nodiscard]] Reading as_unclosed(const Quoted& quoted, std::size_t fields_before,
                                      std::size_t max_lines);
    [[nodiscard]] bool makes_record(const Reading& reading, std::size_t fields_before);
    [[nodiscard]] std::size_t fields_from(std::size_t at);
    void spend(std::size_t bytes);

    std::string_view text_;
    const CsvDialect& dialect_;
    std::string_view delimiter_;
    std::string_view delimiter_before_line_end_;
    PlainRecords plain_;
    ByteSet field_stops_;   ///< what may end a field without quotes, or be escaped in it
    ByteSet quoted_stops_;  ///< what makes a field in quotes more than one line of text
    std::size_t at_{};
    LineEnds line_ends_{};
    std::size_t unclosed_{k_none};
    std::size_t no_close_from_{k_none};  ///< no quote closes a field from here on
    std::size_t speculation_;            ///< bytes that may still be looked at more than once
};

}  // namespace tidytracker
