// SPDX-License-Identifier: Apache-2.0
// Strings the steps together: bytes -> workbook -> tables -> bound columns -> records -> findings.
// Everything that is not a step's own business is settled here: ids, sources, and the account that
// shows that no cell was lost.
#include <tidytracker/locate.hpp>
#include <tidytracker/normalise.hpp>
#include <tidytracker/pipeline.hpp>
#include <tidytracker/place.hpp>
#include <tidytracker/validate.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "pipeline_account.hpp"
#include "pipeline_day.hpp"
#include "pipeline_ids.hpp"
#include "pipeline_register.hpp"
#include "read/register/document_json.hpp"
#include "read/signature.hpp"
#include "schema/captions.hpp"
#include "schema/sightings.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

std::string_view base_name(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool is_chosen(const Workbook& workbook, std::size_t index, const Instructions& instructions) {
    if (!instructions.sheet) return true;
    return workbook.sheets[index].name == *instructions.sheet ||
           std::to_string(index + 1) == *instructions.sheet;
}

/// A sheet that was asked for must be there.
Result<void> check_choice(const Workbook& workbook, const Instructions& instructions) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        if (is_chosen(workbook, i, instructions)) return {};
        names.push_back(workbook.sheets[i].name);
    }
    if (!instructions.sheet) return {};
    return fail(ErrorKind::usage, fmt::format("there is no sheet \"{}\"", *instructions.sheet),
                fmt::format("its sheets are: {}", join(names, ", ")));
}

/// The texts that speak for the document: title rows, then the name of the file.
std::vector<std::string> titles_of(const SourceReading& reading) {
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < reading.labels.size(); ++i) {
        const Sheet& sheet = reading.workbook.sheets[i];
        for (const RowLabel& label : reading.labels[i]) {
            const Row* row = label.role == RowRole::title ? sheet.find_row(label.row) : nullptr;
            if (row == nullptr) continue;
            std::string text;
            for (const Cell& cell : sheet.cells_of(*row)) {
                text += ' ' + reading.workbook.displayed(cell);
            }
            titles.push_back(squeeze(text));
        }
    }
    titles.push_back(reading.source.name);
    return titles;
}

/// A day about which the document was written: a day in its titles or its name, else the middle of
/// a month.
IsoDay day_of_writing(const SourceReading& reading) {
    if (!reading.source.date.empty()) return reading.source.date;
    IsoDay month;
    for (const std::string& title : titles_of(reading)) {
        const DateSpan found = find_date(title, {});
        if (found.edtf.empty()) continue;
        if (found.start == found.end) return found.start;
        if (month.empty()) month = found.start.substr(0, 8) + "15";
    }
    return month;
}

/// The first row above the tables is the title; a document's own property only where there is none.
std::string title_of(const SourceReading& reading) {
    const Workbook& workbook = reading.workbook;
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        if (reading.labels[i].empty() || reading.tables.empty()) continue;
        const RowLabel& first = reading.labels[i].front();
        if (first.role != RowRole::title) continue;
        const Row* row = workbook.sheets[i].find_row(first.row);
        if (row == nullptr) continue;
        for (const Cell& cell : workbook.sheets[i].cells_of(*row)) {
            std::string text = squeeze(workbook.displayed(cell));
            if (!text.empty()) return text;
        }
    }
    return workbook.title;
}

std::string place_of_caption(const Table& table, const Sheet& sheet, const std::string& caption) {
    const auto column = std::ranges::find(table.columns, caption, &Column::caption);
    if (column == table.columns.end() || column->caption_cells.empty()) {
        return place_text(sheet, std::array{table.range.first});
    }
    return place_text(sheet, std::array{column->caption_cells.front()});
}

/// What the user said, with the signs that keys explain as statuses.
Instructions with_signs(Instructions instructions, std::span<const Key> keys) {
    for (const Key& key : keys) {
        for (const KeyEntry& entry : key.entries) {
            if (entry.sign.empty() || entry.meaning.empty()) continue;
            const std::optional<Status> status = status_said_in(entry.meaning);
            if (status) instructions.statuses.emplace_back(entry.sign, to_string(*status));
        }
    }
    return instructions;
}

void locate_in_sheet(SourceReading& reading, std::uint32_t sheet, const Instructions& instructions,
                     Findings& findings) {
    Findings located;
    SheetLayout layout = locate_tables(reading.workbook, sheet, located);
    std::ranges::move(layout.details, std::back_inserter(reading.details));
    std::ranges::move(layout.keys, std::back_inserter(reading.keys));
    const Instructions told = with_signs(instructions, reading.keys);
    for (Table& table : layout.tables) {
        Findings mapped;
        Mapping mapping = map_columns(table, told, mapped);
        for (Finding& finding : mapped) {
            finding.place = place_of_caption(table, reading.workbook.sheets[sheet], finding.text);
            located.push_back(std::move(finding));
        }
        reading.tables.push_back(MappedTable{std::move(table), std::move(mapping)});
    }
    reading.labels[sheet] = std::move(layout.labels);
    std::ranges::move(located, std::back_inserter(findings));
}

/// Records are large: those that are the first need not be moved one by one.
void append(std::vector<Record> more, std::vector<Record>& records) {
    if (records.empty()) {
        records = std::move(more);
        return;
    }
    records.insert(records.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
}

void report_hidden_sheet(const Sheet& sheet, Findings& findings) {
    if (sheet.rows.empty()) return;
    findings.push_back(Finding{.rule = "hidden-sheet",
                               .severity = Severity::info,
                               .message = fmt::format("sheet \"{}\" is hidden", sheet.name),
                               .place = sheet.name,
                               .note = "its cells are listed as not converted",
                               .help = "unhide it, or choose it with --sheet"});
}

bool is_own(const MappedTable& mapped) {
    return mapped.mapping.own;
}

/// The other sheets of a register of ours are left out, unless its actions are not what they were.
void locate_in_sheets(SourceReading& reading, const Instructions& instructions,
                      Findings& findings) {
    const auto locate = [&](std::uint32_t index) {
        const Sheet& sheet = reading.workbook.sheets[index];
        if (!is_chosen(reading.workbook, index, instructions)) return;
        if (sheet.visibility != Visibility::visible && !instructions.sheet) {
            report_hidden_sheet(sheet, findings);
        } else {
            locate_in_sheet(reading, index, instructions, findings);
        }
    };
    const std::vector<std::uint32_t>& others = reading.register_sheets;
    for (std::uint32_t i = 0; i < reading.workbook.sheets.size(); ++i) {
        if (!std::ranges::binary_search(others, i)) locate(i);
    }
    if (std::ranges::any_of(reading.tables, is_own)) return;
    std::ranges::for_each(others, locate);
    reading.register_sheets.clear();
}

void report_hidden_rows(const MappedTable& mapped, const Workbook& workbook, Findings& findings) {
    const Sheet& sheet = workbook.sheets[mapped.table.sheet];
    std::vector<CellAddress> cells;
    std::size_t rows = 0;
    for (const TableRow& row : mapped.table.rows) {
        if (!row.hidden) continue;
        ++rows;
        for (const TableCell& cell : row.cells) {
            std::ranges::copy_if(cell.cells, std::back_inserter(cells), [&row](CellAddress at) {
                return std::ranges::binary_search(row.sheet_rows, at.row);
            });
        }
    }
    if (rows == 0) return;
    findings.push_back(
        Finding{.rule = "hidden-rows",
                .severity = Severity::warning,
                .message = fmt::format("{} of the table {} hidden", count_of(rows, "row"),
                                       rows == 1 ? "is" : "are"),
                .place = place_text(sheet, cells),
                .note = "hidden rows become records like others",
                .help = "delete them in the source if they are not meant to count"});
}

bool has_tracker(const SourceReading& reading) {
    return std::ranges::any_of(reading.tables,
                               [](const MappedTable& mapped) { return mapped.mapping.tracker; });
}

/// A JSON document of ours is records already. Findings of the checks are found anew; those of the
/// steps before cannot be.
void add_document(Conversion& conversion, Document document) {
    Document& into = conversion.document;
    SourceNames names(into.sources);
    // In their order, and also those that gave no record, so that registers of parts make the same
    // register as the files of all parts.
    for (const Source& source : document.sources) {
        static_cast<void>(names.adopt(document.sources, source.id));
    }
    part_ids(into.records, document);
    // Another program may write the same form, but it has not checked what it wrote.
    const bool checked =
        document.generator.empty() || document.generator.starts_with("tidytracker");
    for (Record& record : document.records) {
        rename_sources(record,
                       [&](const std::string& id) { return names.adopt(document.sources, id); });
        if (checked) conversion.read_back.push_back(record.source);
        into.records.push_back(std::move(record));
    }
    std::ranges::sort(conversion.read_back);
    conversion.read_back.erase(
        std::unique(conversion.read_back.begin(), conversion.read_back.end()),
        conversion.read_back.end());
    for (Unconverted& left : document.unconverted) {
        left.source = names.adopt(document.sources, left.source);
        into.unconverted.push_back(std::move(left));
    }
    for (Finding& finding : document.findings) {
        const Rule* rule = find_rule(finding.rule);
        if (rule != nullptr && rule->check != nullptr && !rule->needs_source) continue;
        if (!finding.source.empty()) finding.source = names.adopt(document.sources, finding.source);
        into.findings.push_back(std::move(finding));
    }
}

}  // namespace

Result<SourceReading> inspect(const Input& input, const ReadOptions& options,
                              const Instructions& instructions, Findings& findings) {
    SourceReading reading;
    reading.source.name = base_name(input.name);
    reading.source.sha256 = sha256_hex(input.bytes);
    const bool whole = !options.format && looks_like_document(input.bytes);
    if (whole || (!options.format && looks_like_records(input.bytes))) {
        Result<Document> document = whole ? read_document(input.bytes) : read_records(input.bytes);
        if (!document) return tl::unexpected(document.error());
        reading.source.format = whole ? "json" : "jsonl";
        reading.document = std::move(*document);
        return reading;
    }
    Result<Workbook> workbook = read(input, options, findings);
    if (!workbook) return tl::unexpected(workbook.error());
    reading.workbook = std::move(*workbook);
    reading.source.format = reading.workbook.format;
    const auto sheets = static_cast<std::uint32_t>(reading.workbook.sheets.size());
    if (const Result<void> there = check_choice(reading.workbook, instructions); !there) {
        return tl::unexpected(there.error());
    }
    reading.labels.resize(sheets);
    if (!instructions.sheet) reading.register_sheets = register_sheets(reading.workbook);
    locate_in_sheets(reading, instructions, findings);
    reading.source.title = title_of(reading);
    date_source(reading, instructions);
    return reading;
}

SourceRecords make_records(SourceReading reading, const Instructions& instructions,
                           Findings findings) {
    SourceRecords made{.reading = std::move(reading), .findings = std::move(findings)};
    if (made.reading.document) return made;
    made.reading.written = day_of_writing(made.reading);
    const RegisterDetails details = register_details(made.reading);
    // The source has no id before it stands among others; its own records are those without one.
    for (const MappedTable& mapped : made.reading.tables) {
        if (!mapped.mapping.tracker) continue;
        report_hidden_rows(mapped, made.reading.workbook, made.findings);
        const BoundTable bound{.workbook = &made.reading.workbook,
                               .table = &mapped.table,
                               .mapping = &mapped.mapping,
                               .keys = made.reading.keys,
                               .details = &details,
                               .written = made.reading.written};
        append(normalise(bound, made.reading.source, instructions, made.findings), made.records);
    }
    settle_account(made.reading, made.records, made.unconverted, made.findings);
    // A register keeps one day of each source: the one by which it ranks, so that registers merge
    // as the documents themselves would.
    Source& source = made.reading.source;
    if (!source.edition.day.empty()) source.date = source.edition.day;
    if (made.records.empty() && has_tracker(made.reading)) {
        made.findings.push_back(Finding{.rule = "empty-tracker",
                                        .severity = Severity::warning,
                                        .message = "the tracker in this document has no rows",
                                        .note = "there is a header, but no action below it",
                                        .help = "tidytracker inspect shows what was looked at"});
    } else if (made.records.empty()) {
        Finding finding{.rule = "no-tracker",
                        .severity = Severity::warning,
                        .message = "no tracker was found in this document",
                        .note = "all of its text is listed as not converted",
                        .help = "tidytracker inspect shows what was looked at"};
        const bool plain = made.reading.workbook.format == "text";
        if (plain && is_named_package(made.reading.source.name)) {
            finding.note =
                "its content is plain text, whatever its name says; all of it is listed "
                "as not converted";
        }
        made.findings.push_back(std::move(finding));
    }
    return made;
}

void add_records(Conversion& conversion, SourceRecords made) {
    Document& document = conversion.document;
    SourceReading& reading = made.reading;
    if (reading.document) {
        add_document(conversion, std::move(*reading.document));
        reading.document.reset();
        conversion.sources.push_back(std::move(reading));
        return;
    }
    reading.source.id = next_source_id(document.sources);
    document.sources.push_back(reading.source);
    SourceNames names(document.sources);
    const std::string& own = reading.source.id;
    for (Record& record : made.records) {
        record.source = record.source.empty() ? own : names.of(record.source);
    }
    for (Unconverted& left : made.unconverted) left.source = own;
    for (Finding& finding : made.findings) finding.source = own;
    append(std::move(made.records), document.records);
    std::ranges::move(made.unconverted, std::back_inserter(document.unconverted));
    std::ranges::move(made.findings, std::back_inserter(document.findings));
    conversion.sources.push_back(std::move(reading));
}

void add_source(Conversion& conversion, SourceReading reading, const Instructions& instructions,
                Findings findings) {
    add_records(conversion, make_records(std::move(reading), instructions, std::move(findings)));
}

void finish(Conversion& conversion, const Instructions& instructions, const RuleSet& rules) {
    Document& document = conversion.document;
    document.as_of = instructions.as_of;
    assign_ids(document.records);
    derive_overdue(document.records, instructions.as_of);
    Findings findings = std::move(document.findings);
    const Subject subject{.document = &document,
                          .sources = conversion.sources,
                          .rules = &rules,
                          .read_back = conversion.read_back};
    validate(subject, findings);
    document.findings = judge(std::move(findings), document, rules);
    // Findings that came with a register stand where they stood when it was made.
    std::ranges::stable_sort(document.findings, {}, &Finding::rule);
}

}  // namespace tidytracker
