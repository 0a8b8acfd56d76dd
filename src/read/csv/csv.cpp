// SPDX-License-Identifier: Apache-2.0
// Comma separated values and their relatives. In: bytes in any encoding. Out: a workbook of one
// sheet, with every record as a row and every field that is not empty as a text cell. Never guesses
// the type of a value, never drops or pads a field.
#include "read/csv/csv.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "read/csv/delimiters.hpp"
#include "read/csv/dialect.hpp"
#include "read/csv/parse.hpp"
#include "read/csv/repair.hpp"
#include "read/text_source.hpp"

namespace tidytracker {
namespace {

/// More faults than these are counted, not listed: a hostile file has one on each line.
constexpr std::size_t k_listed_faults = 100;
constexpr std::uint32_t k_records_to_estimate = 1000;

/// What may be wrong with a cell, and what was done about it.
struct CsvFault {
    std::string_view rule{};
    std::string_view message{};
    std::string_view of_more{};  ///< "... more cells ..."
    std::string_view note{};
    std::string_view help{};
};

constexpr CsvFault k_unclosed_quote{
    .rule = "unclosed-quote",
    .message = "a quotation mark opens this cell and never closes it",
    .of_more = "more cells have a quotation mark that never closes",
    .note = "the cell was ended where that makes its row as wide as the others",
    .help = "check these cells and the ones to the right of them"};
constexpr CsvFault k_unquoted_delimiter{
    .rule = "unquoted-delimiter",
    .message = "the delimiter stands in this cell, which has no quotes",
    .of_more = "more cells without quotes have the delimiter in them",
    .note = "its parts were joined, which makes its row as wide as the others",
    .help = "put quotation marks around the cell, or save the table as .xlsx"};

/// Reports the cells that were mended.
class CsvFaults {
  public:
    CsvFaults(const CsvFault& fault, Findings& findings) : fault_(fault), findings_(findings) {}

    void add(CellAddress at, std::string_view value) {
        if (++count_ > k_listed_faults) return;
        Finding finding = of(std::string(fault_.message));
        finding.place = to_a1(at);
        finding.text = value;
        finding.note = fault_.note;
        findings_.push_back(std::move(finding));
    }
    void finish() {
        if (count_ <= k_listed_faults) return;
        findings_.push_back(of(fmt::format("{} {}", count_ - k_listed_faults, fault_.of_more)));
    }

  private:
    [[nodiscard]] Finding of(std::string message) const {
        Finding finding;
        finding.rule = fault_.rule;
        finding.message = std::move(message);
        finding.help = fault_.help;
        return finding;
    }

    const CsvFault& fault_;
    Findings& findings_;
    std::size_t count_{};
};

/// Adds one record to the sheet.
void append_record(std::uint32_t row, std::span<const std::string_view> values,
                   Workbook& workbook) {
    Sheet& sheet = workbook.sheets.front();
    const auto first = static_cast<std::uint32_t>(sheet.cells.size());
    for (std::size_t column = 0; column < values.size(); ++column) {
        if (values[column].empty()) continue;
        Cell& cell = sheet.cells.emplace_back();
        cell.text = workbook.strings.add(values[column]);
        cell.column = static_cast<std::uint16_t>(column);
        cell.kind = CellKind::text;
    }
    const auto count = static_cast<std::uint32_t>(sheet.cells.size() - first);
    if (count > 0) sheet.rows.push_back({row, first, count});
}

/// The values of a record's fields. Those that differ from what stands in the text are kept here.
class RecordValues {
  public:
    [[nodiscard]] std::span<const std::string_view> take(const std::vector<CsvField>& fields,
                                                         const CsvDialect& dialect) {
        values_.resize(fields.size());
        for (std::size_t at = 0; at < fields.size(); ++at) {
            if (!fields[at].escaped) {
                values_[at] = fields[at].raw;
                continue;
            }
            if (scratch_.size() <= at) scratch_.resize(at + 1);
            values_[at] = value_of(fields[at], dialect, scratch_[at]);
        }
        return values_;
    }

  private:
    std::vector<std::string_view> values_{};
    std::deque<std::string> scratch_{};  ///< by column; strings that move would take views along
};

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

/// Reports what was mended in records.
struct RecordFaults {
    CsvFaults unclosed;
    CsvFaults unquoted;

    explicit RecordFaults(Findings& findings)
        : unclosed(k_unclosed_quote, findings), unquoted(k_unquoted_delimiter, findings) {}
    void finish() {
        unclosed.finish();
        unquoted.finish();
    }
};

/// Hands over all records of a text.
Result<void> take_records(CsvParser& parser, const CsvDialect& dialect, const TakeRow& take,
                          Findings& findings) {
    RecordFaults faults(findings);
    RecordValues values;
    std::vector<CsvField> fields;
    for (std::uint32_t row = 0; parser.next(fields); ++row) {
        const std::size_t parsed = fields.size();
        const std::optional<std::size_t> joined = join_unquoted(fields, dialect);
        if (fields.size() > k_max_columns) {
            return fail(ErrorKind::too_large,
                        fmt::format("row {} has more than {} fields", row + 1, k_max_columns),
                        "name the right delimiter with --delimiter");
        }
        const std::span<const std::string_view> texts = values.take(fields, dialect);
        if (const Result<void> taken = take(row, texts); !taken) return taken;
        std::size_t unclosed = parser.unclosed_field();
        // What was joined before it has moved it.
        if (joined && unclosed < parsed && unclosed > *joined) unclosed -= parsed - fields.size();
        if (unclosed < texts.size()) {
            faults.unclosed.add({row, static_cast<std::uint32_t>(unclosed)}, texts[unclosed]);
        }
        if (joined) faults.unquoted.add({row, static_cast<std::uint32_t>(*joined)}, texts[*joined]);
    }
    faults.finish();
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
    if (!dialect.comment.empty()) out += fmt::format(", {} comments", dialect.comment);
    return out;
}

/// A text together with how it is to be taken apart.
struct CsvText {
    DecodedText decoded{};
    std::optional<std::string> lines{};  ///< taken out of the quotes around each of them
    CsvDialect dialect{};
    [[nodiscard]] std::string_view text() const {
        return lines ? std::string_view(*lines) : decoded.text();
    }
};

Result<CsvText> csv_text(const Input& input, const ReadOptions& options, Findings& findings) {
    const Result<std::optional<std::string>> told = delimiter_of(options);
    if (!told) return tl::unexpected(told.error());
    Result<DecodedText> decoded = decode_source(input, options, findings);
    if (!decoded) return tl::unexpected(decoded.error());
    CsvText csv{.decoded = *std::move(decoded)};
    csv.dialect = detect_csv_dialect(csv.decoded.text(), *told).dialect;
    csv.lines = unwrapped_lines(csv.decoded.text(), csv.dialect);
    if (csv.lines) csv.dialect = detect_csv_dialect(*csv.lines).dialect;
    return csv;
}

Result<Workbook> read_csv(const Input& input, const ReadOptions& options, Findings& findings) {
    const Result<CsvText> csv = csv_text(input, options, findings);
    if (!csv) return tl::unexpected(csv.error());
    Workbook workbook;
    workbook.format = csv->dialect.delimiter == "\t" ? "tsv" : "csv";
    workbook.delimiter = csv->dialect.delimiter;
    workbook.sheets.emplace_back();
    CsvParser parser(csv->text(), csv->dialect);
    ReadBudget budget(options.limits);
    const auto take = [&](std::uint32_t row, std::span<const std::string_view> texts) {
        if (row == k_records_to_estimate) reserve_rest(parser, options.limits, workbook);
        Result<void> spent = budget.spend(texts.size());
        if (spent) append_record(row, texts, workbook);
        return spent;
    };
    const Result<void> done = take_records(parser, csv->dialect, take, findings);
    if (!done) return tl::unexpected(done.error());
    workbook.description = describe(csv->decoded, csv->dialect, parser.line_ends());
    if (csv->lines) workbook.description += ", each line in quotes";
    return workbook;
}

/// Nothing is held, so that only the time counts.
Result<void> read_csv_rows(const Input& input, const ReadOptions& options, const TakeRow& take,
                           Findings& findings) {
    const Result<CsvText> csv = csv_text(input, options, findings);
    if (!csv) return tl::unexpected(csv.error());
    CsvParser parser(csv->text(), csv->dialect);
    ReadBudget budget(options.limits);
    const auto within_time = [&](std::uint32_t row, std::span<const std::string_view> texts) {
        const Result<void> spent = budget.spend(0);
        return spent ? take(row, texts) : spent;
    };
    return take_records(parser, csv->dialect, within_time, findings);
}

ReadOptions with_tabs(ReadOptions options) {
    if (!options.delimiter) options.delimiter = "\t";
    return options;
}

Result<Workbook> read_tsv(const Input& input, const ReadOptions& options, Findings& findings) {
    return read_csv(input, with_tabs(options), findings);
}

Result<void> read_tsv_rows(const Input& input, const ReadOptions& options, const TakeRow& take,
                           Findings& findings) {
    return read_csv_rows(input, with_tabs(options), take, findings);
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
        csv_confidence, read_csv, read_csv_rows};
    return k_reader;
}

const Reader& tsv_reader() {
    static constexpr Reader k_reader{"tsv", "tab separated values", no_confidence, read_tsv,
                                     read_tsv_rows};
    return k_reader;
}

}  // namespace tidytracker
