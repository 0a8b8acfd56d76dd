// SPDX-License-Identifier: Apache-2.0
#include "read/csv/parse.hpp"

#include <algorithm>
#include <cstring>

#include "base/text.hpp"

namespace tidytracker {
namespace {

/// A field whose quote is never closed ends within this many lines, or in its own. Comments in
/// trackers seldom have more than a dozen lines.
constexpr std::size_t k_max_lines_of_unclosed = 50;

/// A quote that ends a quotation: behind a word, and before a blank or a mark.
bool looks_closing(std::string_view text, std::size_t at) {
    const bool behind_word = at > 0 && !is_space(text[at - 1]);
    return behind_word && at + 1 < text.size() && !is_word_byte(text[at + 1]);
}

}  // namespace

/// What follows an opening quote.
struct CsvParser::Quoted {
    std::size_t quote{};            ///< of the opening quote
    std::size_t close{k_none};      ///< of the quote that ends the field
    std::size_t stray{k_none};      ///< of the first quote that neither ends it nor is escaped
    bool swallows_opening_quote{};  ///< a stray quote on a later line begins a field there
    [[nodiscard]] std::size_t body() const { return quote + 1; }
};

/// One way to read a field with quotes.
struct CsvParser::Reading {
    CsvField field{};
    std::size_t end{k_none};  ///< of the field: a delimiter, line end or end of the text follows
    bool unclosed{};
    [[nodiscard]] bool possible() const { return end != k_none; }
};

CsvParser::CsvParser(std::string_view text, const CsvDialect& dialect)
    : text_(text),
      dialect_(dialect),
      delimiter_(dialect.delimiter),
      plain_(text, dialect),
      field_stops_('\n', '\r', dialect.delimiter.empty() ? '\n' : dialect.delimiter[0],
                   dialect.escape == '\0' ? '\n' : dialect.escape),
      quoted_stops_('\n', '\r', dialect.quote, dialect.escape == '\0' ? '\n' : dialect.escape),
      at_(std::min(dialect.skip, text.size())),
      // Looking ahead costs at most a few times the reading itself, whatever the text is.
      speculation_(text.size() * 4 + (std::size_t{1} << 20U)) {
    if (delimiter_.size() > 1 && delimiter_.back() == ' ') {
        delimiter_before_line_end_ = delimiter_.substr(0, delimiter_.size() - 1);
    }
}

bool CsvParser::next(std::vector<CsvField>& fields) {
    fields.clear();
    unclosed_ = k_none;
    if (at_ >= text_.size()) return false;
    if (!dialect_.comment.empty() && text_.substr(at_).starts_with(dialect_.comment)) {
        const std::size_t end = find_line_end(text_, at_);
        fields.push_back({text_.substr(at_, end - at_)});
        at_ = end + line_ends_.take(text_.substr(end));
        return true;
    }
    if (const std::size_t end = plain_.take(at_, fields); end != k_none) {
        at_ = end + line_ends_.take(text_.substr(end));
        return true;
    }
    while (true) {
        take_field(fields);
        const std::size_t delimiter = delimiter_at(at_);
        if (delimiter == 0) {
            at_ += line_ends_.take(text_.substr(at_));
            return true;
        }
        at_ += delimiter;
    }
}

bool CsvParser::is_line_end(std::size_t at) const {
    return at >= text_.size() || text_[at] == '\n' || text_[at] == '\r';
}

/// Length of the delimiter at a place; 0 if there is none. An export that writes "a, b, c" leaves
/// out the blank behind the last delimiter of a line.
std::size_t CsvParser::delimiter_at(std::size_t at) const {
    if (at >= text_.size() || delimiter_.empty() || text_[at] != delimiter_[0]) return 0;
    if (delimiter_.size() == 1) return 1;
    if (text_.substr(at).starts_with(delimiter_)) return delimiter_.size();
    const std::string_view cut = delimiter_before_line_end_;
    const bool before_line_end =
        !cut.empty() && text_.substr(at).starts_with(cut) && is_line_end(at + cut.size());
    return before_line_end ? cut.size() : 0;
}

bool CsvParser::ends_field(std::size_t at) const {
    return is_line_end(at) || delimiter_at(at) > 0;
}

bool CsvParser::begins_field(std::size_t at) const {
    if (at == 0 || is_line_end(at - 1)) return true;
    const std::string_view delimiter = dialect_.delimiter;
    return !delimiter.empty() && text_.substr(0, at).ends_with(delimiter);
}

std::size_t CsvParser::skip_blanks(std::size_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    return at;
}

/// Where the field's end should be if the quote at `close` closes it.
std::size_t CsvParser::after_quote(std::size_t close) const {
    return ends_field(close + 1) ? close + 1 : skip_blanks(close + 1);
}

std::size_t CsvParser::skip_line_end(std::size_t at) const {
    if (at >= text_.size()) return text_.size();
    const bool two = text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n';
    return at + (two ? 2 : 1);
}

/// The quote that opens the field at a place, blanks before it allowed; k_none if there is none.
std::size_t CsvParser::opening_quote(std::size_t at) const {
    if (dialect_.quote == '\0') return k_none;
    if (at < text_.size() && text_[at] == ' ' && dialect_.quote == '"') at = skip_blanks(at);
    return at < text_.size() && text_[at] == dialect_.quote ? at : k_none;
}

/// The end of a field without quotes.
std::size_t CsvParser::plain_end(std::size_t at) const {
    const std::size_t size = text_.size();
    while (true) {
        at = field_stops_.find(text_, at);
        if (at >= size || text_[at] == '\n' || text_[at] == '\r') return std::min(at, size);
        if (dialect_.escape != '\0' && text_[at] == dialect_.escape) {
            at += at + 1 < size && !is_line_end(at + 1) ? 2U : 1U;
            continue;
        }
        if (dialect_.delimiter.size() == 1 || delimiter_at(at) > 0) return at;
        ++at;
    }
}

bool CsvParser::has_escape(std::size_t from, std::size_t end) const {
    return dialect_.escape != '\0' &&
           text_.substr(from, end - from).find(dialect_.escape) != std::string_view::npos;
}

void CsvParser::take_field(std::vector<CsvField>& fields) {
    const std::size_t quote = opening_quote(at_);
    if (quote != k_none) {
        if (!take_plain_quoted(quote, fields)) take_quoted(quote, fields);
        return;
    }
    const std::size_t end = plain_end(at_);
    fields.push_back({text_.substr(at_, end - at_), false, has_escape(at_, end)});
    at_ = end;
}

/// Takes a field in quotes that is one line without further quotes or escapes.
bool CsvParser::take_plain_quoted(std::size_t quote, std::vector<CsvField>& fields) {
    const std::size_t body = quote + 1;
    const std::size_t close = quoted_stops_.find(text_, body);
    const bool closes = close < text_.size() && text_[close] == dialect_.quote;
    if (!closes || !ends_field(close + 1)) return false;
    fields.push_back({text_.substr(body, close - body), true});
    at_ = close + 1;
    return true;
}

void CsvParser::take_quoted(std::size_t quote, std::vector<CsvField>& fields) {
    const Quoted quoted = scan_quoted(quote, false);
    const Reading reading = choose(quoted, fields.size());
    if (reading.unclosed && unclosed_ == k_none) unclosed_ = fields.size();
    fields.push_back(reading.field);
    at_ = reading.end;
}

/// Looks for the quote that closes a field. Nothing is looked at twice in vain: that no quote
/// closes a field from some place on is remembered, and what follows a stray quote is speculation.
CsvParser::Quoted CsvParser::scan_quoted(std::size_t quote, bool speculative) {
    Quoted quoted{quote};
    if (quote >= no_close_from_) return quoted;
    const char stop[2] = {dialect_.quote, dialect_.escape};
    const std::string_view stops(stop, dialect_.escape == '\0' ? 1 : 2);
    std::size_t line_end = k_none;
    std::size_t at = quoted.body();
    while (true) {
        const std::size_t from = at;
        at = stops.size() == 1 ? text_.find(stop[0], at) : text_.find_first_of(stops, at);
        if (speculative || quoted.stray != k_none) spend(std::min(at, text_.size()) - from + 1);
        if (at == k_none) {
            no_close_from_ = quote;
            return quoted;
        }
        const bool pair = at + 1 < text_.size() && text_[at + 1] == dialect_.quote;
        if (text_[at] != dialect_.quote || pair) {
            at += 2;
            if (at >= text_.size()) at = text_.size();
            continue;
        }
        if (ends_field(after_quote(at))) {
            quoted.close = at;
            return quoted;
        }
        if (quoted.stray == k_none) {
            quoted.stray = at;
            line_end = find_line_end(text_, quoted.body());
        }
        quoted.swallows_opening_quote |= line_end < at && begins_field(at);
        if (speculation_ == 0) return quoted;
        ++at;
    }
}

/// Files disagree on what quotes mean, so a field with odd quotes is read in each sensible way; the
/// first one that makes the record as wide as most records is taken.
CsvParser::Reading CsvParser::choose(const Quoted& quoted, std::size_t fields_before) {
    const Reading enclosed = as_enclosed(quoted);
    if (enclosed.possible() && quoted.stray == k_none) {
        const bool freed = hides_rows(enclosed, quoted, fields_before);
        return freed ? as_unclosed(quoted, fields_before, 1) : enclosed;
    }
    const Reading plain = as_plain_text(quoted);
    const bool plain_first = quoted.stray != k_none && looks_closing(text_, quoted.stray);
    const bool trusted = enclosed.possible() && !quoted.swallows_opening_quote;
    const Reading& first = plain_first || !trusted ? plain : enclosed;
    const Reading& second = !trusted || !plain_first ? plain : enclosed;
    for (const Reading* reading : {&first, &second}) {
        if (reading->possible() && makes_record(*reading, fields_before)) return *reading;
    }
    const Reading unclosed = as_unclosed(quoted, fields_before, k_max_lines_of_unclosed);
    for (const Reading* reading : {&unclosed, &first, &second}) {
        if (reading->possible()) return *reading;
    }
    const std::size_t end = plain_end(quoted.body());
    return {{text_.substr(quoted.body(), end - quoted.body()), true, true, true}, end, true};
}

/// Does a well-formed field of several lines make its record of an odd width, while its first two
/// lines alone are records of the usual one? Then its quote was never meant to last over them.
bool CsvParser::hides_rows(const Reading& enclosed, const Quoted& quoted,
                           std::size_t fields_before) {
    const std::string_view content = enclosed.field.raw;
    const std::size_t line_end = find_line_end(content);
    if (line_end == content.size() || makes_record(enclosed, fields_before)) return false;
    return as_unclosed(quoted, fields_before, 1).possible() &&
           fields_from(skip_line_end(quoted.body() + line_end)) == dialect_.columns;
}

/// As RFC 4180 has it; quotes within that are not escaped are text.
CsvParser::Reading CsvParser::as_enclosed(const Quoted& quoted) const {
    if (quoted.close == k_none) return {};
    const std::size_t body = quoted.body();
    const std::string_view raw = text_.substr(body, quoted.close - body);
    const bool escaped =
        raw.find(dialect_.quote) != std::string_view::npos || has_escape(body, quoted.close);
    return {{raw, true, escaped, quoted.stray != k_none}, after_quote(quoted.close), false};
}

/// As text that opens with a quotation: "Quick wins" programme. Its quotes stay, and still keep
/// delimiters between them from ending the field.
CsvParser::Reading CsvParser::as_plain_text(const Quoted& quoted) {
    if (speculation_ == 0) return {};
    bool inside = true;
    std::size_t at = quoted.body();
    for (; !is_line_end(at) && (inside || delimiter_at(at) == 0); ++at) {
        if (text_[at] == dialect_.quote) inside = !inside;
    }
    spend(at - quoted.quote);
    if (inside) return {};
    return {{text_.substr(quoted.quote, at - quoted.quote), false, false, true}, at, false};
}

/// As a field whose closing quote is missing: it ends at the first delimiter of its first line, or
/// of a later one if that makes the record whole.
CsvParser::Reading CsvParser::as_unclosed(const Quoted& quoted, std::size_t fields_before,
                                          std::size_t max_lines) {
    if (dialect_.columns < 2) return {};
    std::size_t line = quoted.body();
    for (std::size_t count = 0; count < max_lines && line < text_.size(); ++count) {
        if (speculation_ == 0) return {};
        const std::size_t end = plain_end(line);
        spend(end - line + 1);
        const std::string_view raw = text_.substr(quoted.body(), end - quoted.body());
        Reading reading{{raw, true, true, true}, end, true};
        if (makes_record(reading, fields_before)) return reading;
        const std::size_t line_end = find_line_end(text_, end);
        spend(line_end - end);
        line = skip_line_end(line_end);
    }
    return {};
}

/// Does the record have its usual width if the field is read so? True if nothing can be said.
bool CsvParser::makes_record(const Reading& reading, std::size_t fields_before) {
    if (dialect_.columns < 2 || speculation_ == 0) return true;
    std::size_t fields = fields_before + 1;
    const std::size_t delimiter = delimiter_at(reading.end);
    if (delimiter > 0) fields += fields_from(reading.end + delimiter);
    return fields == dialect_.columns;
}

/// Fields from a place to the end of the record, quotes read as RFC 4180 has it.
std::size_t CsvParser::fields_from(std::size_t at) {
    for (std::size_t fields = 1;; ++fields) {
        const std::size_t from = at;
        const std::size_t quote = opening_quote(at);
        const Quoted quoted = quote == k_none ? Quoted{} : scan_quoted(quote, true);
        at = quoted.close == k_none ? plain_end(at) : after_quote(quoted.close);
        const std::size_t delimiter = delimiter_at(at);
        spend(at - from + 1);
        if (delimiter == 0 || fields > dialect_.columns || speculation_ == 0) return fields;
        at += delimiter;
    }
}

void CsvParser::spend(std::size_t bytes) {
    speculation_ -= std::min(speculation_, bytes);
}

}  // namespace tidytracker
