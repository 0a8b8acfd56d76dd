// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/byte_set.hpp"
#include "read/csv/dialect.hpp"
#include "read/csv/field.hpp"

namespace tidytracker {

/// Takes the records that are as RFC 4180 has them, as nearly all are. Delimiters, quotes and line
/// ends are found in one pass over the text; nothing else is looked at.
class PlainRecords {
  public:
    static constexpr std::size_t k_none = std::string_view::npos;

    /// Both must outlive it; the fields point into `text`.
    PlainRecords(std::string_view text, const CsvDialect& dialect);

    /// Takes the record that begins at a place; returns where it ends, at a line end or the end of
    /// the text. k_none, and no fields, if anything in it can be read in more than one way.
    std::size_t take(std::size_t at, std::vector<CsvField>& fields);

  private:
    [[nodiscard]] bool is_quote(std::size_t at) const {
        return at < text_.size() && text_[at] == dialect_.quote && has_quotes_;
    }
    [[nodiscard]] bool ends_field(std::size_t at) const {
        return at >= text_.size() || text_[at] == delimiter_ || is_line_end(at);
    }
    [[nodiscard]] bool is_line_end(std::size_t at) const {
        return text_[at] == '\n' || text_[at] == '\r';
    }
    [[nodiscard]] bool has_blanks_before_quote(std::size_t at) const;
    std::size_t take_plain(std::size_t at, std::vector<CsvField>& fields);
    std::size_t take_quoted(std::size_t at, std::vector<CsvField>& fields);
    void skip_line_end(std::size_t at);
    std::size_t reject(std::size_t at, std::vector<CsvField>& fields);

    std::string_view text_;
    const CsvDialect& dialect_;
    bool applies_;  ///< nothing is escaped but by doubling, and the delimiter is one byte
    bool has_quotes_;
    char delimiter_;
    ByteMarks marks_;
    std::size_t marked_{k_none};  ///< where the next mark is looked for
    bool has_lines_{};            ///< a field of this record has several lines
    std::size_t reached_{};       ///< the last mark that was looked at
    std::size_t in_vain_{};       ///< bytes that were looked at and not taken
};

}  // namespace tidytracker
