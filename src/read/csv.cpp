// SPDX-License-Identifier: Apache-2.0
// Comma separated values and their relatives. In: bytes in any encoding. Out: a workbook of one
// sheet, with every record as a row and every field that is not empty as a text cell. Never guesses
// the type of a value, never drops, pads or moves a field.
#include "read/csv.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "read/csv_dialect.hpp"
#include "read/csv_parse.hpp"
#include "read/text_source.hpp"

namespace tidytracker {
namespace {

/// More faults than these are counted, not listed: a hostile file has one on each line.
constexpr std::size_t k_listed_faults = 100;
constexpr std::uint32_t k_records_to_estimate = 1000;

/// Reports fields whose quote is never closed.
class UnclosedQuotes {
  public:
    explicit UnclosedQuotes(Findings& findings) : findings_(findings) {}

    void add(CellAddress at, std::string_view value) {
        if (++count_ > k_listed_faults) return;
        Finding finding = fault("a quotation mark opens this cell and never closes it");
        finding.place = to_a1(at);
        finding.text = value;
        finding.note = "the cell was ended where that makes its row as wide as the others";
        findings_.push_back(std::move(finding));
    }
    void finish() {
        if (count_ <= k_listed_faults) return;
        findings_.push_back(fault(fmt::format(
            "{} more cells have a quotation mark that never closes", count_ - k_listed_faults)));
    }

  private:
    static Finding fault(std::string message) {
        Finding finding;
        finding.rule = "unclosed-quote";
        finding.message = std::move(message);
        finding.help = "check these cells and the ones to the right of them";
        return finding;
    }

    Findings& findings_;
    std::size_t count_{};
};

/// Adds one record to the sheet.
Result<void> append_record(const std::vector<CsvField>& fields, std::uint32_t row,
                           const CsvDialect& dialect, std::string& scratch, Workbook& workbook) {
    if (fields.size() > k_max_columns) {
        return fail(ErrorKind::too_large,
                    fmt::format("row {} has more than {} fields", row + 1, k_max_columns),
                    "name the right delimiter with --delimiter");
    }
    Sheet& sheet = workbook.sheets.front();
    const auto first = static_cast<std::uint32_t>(sheet.cells.size());
    for (std::size_t column = 0; column < fields.size(); ++column) {
        const std::string_view value = value_of(fields[column], dialect, scratch);
        if (value.empty()) continue;
        Cell& cell = sheet.cells.emplace_back();
        cell.text = workbook.strings.add(value);
        cell.column = static_cast<std::uint16_t>(column);
        cell.kind = CellKind::text;
    }
    const auto count = static_cast<std::uint32_t>(sheet.cells.size() - first);
    if (count > 0) sheet.rows.push_back({row, first, count});
    return {};
}

/// Makes room for what the rest of the text will need if it goes on like its start. Growing by
/// doubling would touch twice the memory, which is what reading a large file mostly costs.
void reserve_rest(const CsvParser& parser, const Limits& limits, Workbook& workbook) {
    Sheet& sheet = workbook.sheets.front();
    const auto whole = [&parser, &limits](std::size_t so_far) {
        const double estimate = static_cast<double>(so_far) / parser.share_read() * 1.02;
        return std::min(static_cast<std::uint64_t>(estimate), limits.cells);
    };
    sheet.cells.reserve(whole(sheet.cells.size()));
    sheet.rows.reserve(whole(sheet.rows.size()));
    workbook.strings.reserve(whole(workbook.strings.size()), parser.text().size());
}

Result<void> append_records(CsvParser& parser, const CsvDialect& dialect, const Limits& limits,
                            Workbook& workbook, Findings& findings) {
    ReadBudget budget(limits);
    UnclosedQuotes unclosed(findings);
    std::vector<CsvField> fields;
    std::string scratch;
    for (std::uint32_t row = 0; parser.next(fields); ++row) {
        if (row == k_records_to_estimate) reserve_rest(parser, limits, workbook);
        if (Result<void> spent = budget.spend(fields.size()); !spent) return spent;
        if (Result<void> added = append_record(fields, row, dialect, scratch, workbook); !added) {
            return added;
        }
        if (const std::size_t field = parser.unclosed_field(); field != CsvParser::k_none) {
            unclosed.add({row, static_cast<std::uint32_t>(field)},
                         value_of(fields[field], dialect, scratch));
        }
    }
    unclosed.finish();
    return {};
}

/// The delimiter that the user named: "tab" and "\t" are easier to type than the character.
Result<std::optional<std::string>> delimiter_of(const ReadOptions& options) {
    if (!options.delimiter) return std::nullopt;
    const std::string& told = *options.delimiter;
    if (told == "\\t" || equals_ignoring_case(told, "tab")) return std::string("\t");
    if (told.find_first_of("\"\r\n") != std::string::npos || told.size() > 16) {
        return fail(ErrorKind::usage, fmt::format("'{}' cannot be a delimiter", told),
                    "a delimiter is a character such as , or ; or 'tab', or a few of them");
    }
    return told;
}

std::string describe(const DecodedText& decoded, const CsvDialect& dialect,
                     const LineEnds& line_ends) {
    std::string out = encoding_name(decoded) + ", " + delimiter_name(dialect.delimiter);
    if (!line_ends.name().empty()) out += fmt::format(", {}", line_ends.name());
    if (dialect.quote == '\'') out += ", single quotes";
    if (dialect.quote == '\0') out += ", without quotes";
    if (dialect.escape != '\0') out += ", backslash escapes";
    if (dialect.comment != '\0') out += fmt::format(", {} comments", dialect.comment);
    return out;
}

Result<Workbook> read_csv(const Input& input, const ReadOptions& options, Findings& findings) {
    const Result<std::optional<std::string>> told = delimiter_of(options);
    if (!told) return tl::unexpected(told.error());
    const Result<DecodedText> decoded = decode_source(input, options, findings);
    if (!decoded) return tl::unexpected(decoded.error());
    const CsvDialect dialect = detect_csv_dialect(decoded->text(), *told).dialect;
    Workbook workbook;
    workbook.format = dialect.delimiter == "\t" ? "tsv" : "csv";
    workbook.sheets.emplace_back();
    CsvParser parser(decoded->text(), dialect);
    Result<void> done = append_records(parser, dialect, options.limits, workbook, findings);
    if (!done) return tl::unexpected(done.error());
    workbook.description = describe(*decoded, dialect, parser.line_ends());
    return workbook;
}

Result<Workbook> read_tsv(const Input& input, const ReadOptions& options, Findings& findings) {
    ReadOptions tabs = options;
    if (!tabs.delimiter) tabs.delimiter = "\t";
    return read_csv(input, tabs, findings);
}

/// A regular table is one whatever its name is; the name decides only where the content does not:
/// the text reader claims 50, and 55 for a file that is named .txt.
int csv_confidence(const Input& input) {
    const DecodedText start = decode_start(input);
    if (trim(start.text()).empty()) return 0;
    const CsvDetection detection = detect_csv_dialect(start.text());
    const bool named = has_suffix(input.name, ".csv") || has_suffix(input.name, ".tsv") ||
                       has_suffix(input.name, ".tab");
    // Pasted trackers fit to 0.69 and 0.76, tables to 0.76 (ragged, but with quotes) and from 0.85
    // up (440 files); cubed, they lie well apart on either side of 50.
    const double fit = 90 * detection.fit * detection.fit * detection.fit;
    const int quotes = detection.quoted_cells && detection.fit > 0.5 ? 20 : 0;
    if (named) return std::clamp(static_cast<int>(fit) + quotes + 25, 51, 95);
    return std::min(static_cast<int>(fit) + quotes, 95);
}

int no_confidence(const Input& /*input*/) {
    return 0;
}

}  // namespace

const Reader& csv_reader() {
    static constexpr Reader k_reader{
        "csv", "comma, semicolon or otherwise separated values; the delimiter is found out",
        csv_confidence, read_csv};
    return k_reader;
}

const Reader& tsv_reader() {
    static constexpr Reader k_reader{"tsv", "tab separated values", no_confidence, read_tsv};
    return k_reader;
}

}  // namespace tidytracker
