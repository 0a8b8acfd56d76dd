// SPDX-License-Identifier: Apache-2.0
#include "read/csv/plain.hpp"

#include <algorithm>

namespace tidytracker {

PlainRecords::PlainRecords(std::string_view text, const CsvDialect& dialect)
    : text_(text),
      dialect_(dialect),
      applies_(dialect.delimiter.size() == 1 && dialect.escape == '\0'),
      has_quotes_(dialect.quote != '\0'),
      delimiter_(applies_ ? dialect.delimiter[0] : '\n'),
      marks_(text, {'\n', '\r', delimiter_, has_quotes_ ? dialect.quote : '\n'}) {}

std::size_t PlainRecords::take(std::size_t at, std::vector<CsvField>& fields) {
    if (!applies_) return k_none;
    if (marked_ != at) marks_.seek(at);
    marked_ = k_none;
    has_lines_ = false;
    const std::size_t begin = at;
    std::size_t end = at;
    while (true) {
        end = is_quote(at) ? take_quoted(at, fields) : take_plain(at, fields);
        if (end >= text_.size() || text_[end] != delimiter_) break;
        if (has_lines_ && dialect_.columns > 1 && fields.size() > dialect_.columns) break;
        at = end + 1;
    }
    // A field of several lines may be a quote that was never closed; the width tells.
    const bool doubtful = has_lines_ && dialect_.columns > 1 && fields.size() != dialect_.columns;
    if (end == k_none || doubtful) return reject(begin, fields);
    skip_line_end(end);
    return end;
}

/// Leaves a record to those who read it in several ways. A text that has many such would be looked
/// at again and again to its end.
std::size_t PlainRecords::reject(std::size_t at, std::vector<CsvField>& fields) {
    constexpr std::size_t k_least = std::size_t{1} << 20U;
    in_vain_ += std::max(reached_, at) - at;
    applies_ = in_vain_ <= 4 * text_.size() + k_least;
    fields.clear();
    return k_none;
}

/// Blanks before a quote may belong to the field or not.
bool PlainRecords::has_blanks_before_quote(std::size_t at) const {
    if (at >= text_.size() || text_[at] != ' ') return false;
    return is_quote(text_.find_first_not_of(' ', at));
}

std::size_t PlainRecords::take_plain(std::size_t at, std::vector<CsvField>& fields) {
    if (has_blanks_before_quote(at)) return k_none;
    std::size_t end = marks_.next();
    while (is_quote(end)) end = marks_.next();
    fields.push_back({text_.substr(at, end - at)});
    return end;
}

std::size_t PlainRecords::take_quoted(std::size_t at, std::vector<CsvField>& fields) {
    marks_.next();  // the quote that opens the field
    bool escaped = false;
    while (true) {
        const std::size_t mark = marks_.next();
        reached_ = mark;
        if (mark == text_.size()) return k_none;
        if (is_quote(mark)) {
            if (is_quote(mark + 1)) {
                marks_.next();
                escaped = true;
                continue;
            }
            if (!ends_field(mark + 1)) return k_none;
            fields.push_back({text_.substr(at + 1, mark - at - 1), true, escaped});
            return marks_.next();
        }
        has_lines_ |= is_line_end(mark);
    }
}

void PlainRecords::skip_line_end(std::size_t at) {
    const bool two = at + 1 < text_.size() && text_[at] == '\r' && text_[at + 1] == '\n';
    if (two) marks_.next();
    marked_ = at + (two ? 2 : 1);
}

}  // namespace tidytracker
