// SPDX-License-Identifier: Apache-2.0
#include "read/csv/field.hpp"

namespace tidytracker {
namespace {

/// The next byte that may stand for another one, a quote that is doubled or an escape.
std::size_t find_special(const CsvField& field, const CsvDialect& dialect, std::size_t at) {
    const bool quotes = field.quoted && dialect.quote != '\0';
    if (dialect.escape == '\0') {
        return quotes ? field.raw.find(dialect.quote, at) : std::string_view::npos;
    }
    const char special[2] = {dialect.escape, dialect.quote};
    return field.raw.find_first_of({special, quotes ? 2U : 1U}, at);
}

bool stands_for_next(const CsvField& field, const CsvDialect& dialect, std::size_t at) {
    if (at + 1 >= field.raw.size()) return false;
    const char next = field.raw[at + 1];
    if (field.quoted && field.raw[at] == dialect.quote && next == dialect.quote) return true;
    return dialect.escape != '\0' && field.raw[at] == dialect.escape && next != '\0' &&
           (next == dialect.quote || next == dialect.escape || dialect.delimiter.starts_with(next));
}

}  // namespace

std::string_view value_of(const CsvField& field, const CsvDialect& dialect, std::string& scratch) {
    if (!field.escaped) return field.raw;
    scratch.clear();
    const std::string_view raw = field.raw;
    std::size_t from = 0;
    std::size_t at = 0;
    while ((at = find_special(field, dialect, at)) < raw.size()) {
        const bool dropped = stands_for_next(field, dialect, at);
        scratch += raw.substr(from, at - from);
        from = dropped ? at + 1 : at;
        at = from + 1;
    }
    return scratch += raw.substr(from);
}

}  // namespace tidytracker
