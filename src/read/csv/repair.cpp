// SPDX-License-Identifier: Apache-2.0
#include "read/csv/repair.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace tidytracker {
namespace {

/// Tables of two columns in quotes could as well be amounts: "1,200".
constexpr std::size_t k_fewest_wrapped_columns = 3;

bool begins_within_text(const std::vector<CsvField>& fields, std::size_t at) {
    const CsvField& field = fields[at];
    const CsvField& before = fields[at - 1];
    return !field.quoted && !before.quoted && !before.raw.empty() && field.raw.size() > 1 &&
           field.raw[0] == ' ' && field.raw[1] != ' ';
}

/// One cell that lies end to end with the next one in the text.
CsvField joined(const CsvField& field, const CsvField& next) {
    const char* const end = next.raw.data() + next.raw.size();
    CsvField whole = field;
    whole.raw = {field.raw.data(), static_cast<std::size_t>(end - field.raw.data())};
    whole.escaped |= next.escaped;
    return whole;
}

bool is_caption(const CsvField& field) {
    return std::ranges::any_of(field.raw, is_letter);
}

}  // namespace

std::optional<std::size_t> join_unquoted(std::vector<CsvField>& fields, const CsvDialect& dialect) {
    if (fields.size() <= dialect.columns || dialect.columns < 3) return {};
    // Prose puts a blank behind these two.
    const bool of_prose = dialect.delimiter == "," || dialect.delimiter == ";";
    if (!of_prose) return {};
    std::size_t parts = 0;
    for (std::size_t at = 1; at < fields.size(); ++at) {
        if (begins_within_text(fields, at)) ++parts;
    }
    if (fields.size() - parts != dialect.columns) return {};
    std::optional<std::size_t> first;
    // From the end, so that three parts become one as well.
    for (std::size_t at = fields.size() - 1; at > 0; --at) {
        if (!begins_within_text(fields, at)) continue;
        fields[at - 1] = joined(fields[at - 1], fields[at]);
        fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(at));
        first = at - 1;
    }
    return first;
}

std::optional<std::string> unwrapped_lines(std::string_view text, const CsvDialect& dialect) {
    if (dialect.columns > 1 || !dialect.delimiter.empty()) return {};
    if (!trim(text).starts_with('"')) return {};
    std::string lines;
    std::string scratch;
    CsvParser parser(text, dialect);
    std::vector<CsvField> fields;
    while (parser.next(fields)) {
        const bool blank = fields[0].raw.empty();
        if (!blank && (!fields[0].quoted || fields[0].odd)) return {};
        const std::string_view line = value_of(fields[0], dialect, scratch);
        if (line.find_first_of("\r\n") != std::string_view::npos) return {};
        lines.append(line) += '\n';
    }
    const CsvDialect inner = detect_csv_dialect(lines).dialect;
    if (inner.columns < k_fewest_wrapped_columns) return {};
    CsvParser captions(lines, inner);
    const bool any = captions.next(fields);
    if (!any || fields.size() != inner.columns || !std::ranges::all_of(fields, is_caption)) {
        return {};
    }
    return lines;
}

}  // namespace tidytracker
