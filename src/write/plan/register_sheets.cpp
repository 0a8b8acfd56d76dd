// SPDX-License-Identifier: Apache-2.0
#include "write/plan/register_sheets.hpp"

#include <array>
#include <map>
#include <unordered_map>

#include "base/text.hpp"
#include "schema/flat.hpp"

namespace tidytracker {
namespace {

using std::string_view;

constexpr std::array<Mark, 2> k_severity_marks{Mark{"Error", Tone::bad},
                                               Mark{"Warning", Tone::poor}};

PlannedColumn column(string_view caption, int width) {
    return {.caption = std::string(caption), .width = width};
}

PlannedColumn column_of(Field field) {
    const FieldInfo& known = info(field);
    return column(known.caption, known.width);
}

PlannedCell day(const std::string& iso) {
    return {.text = iso, .kind = PlannedCell::Kind::day};
}

PlannedCell number(std::size_t value) {
    return {.text = std::to_string(value), .kind = PlannedCell::Kind::number};
}

/// The caption under which officers know a field.
std::string caption_of(const std::string& field) {
    const auto known = field_from_name(field);
    return known ? std::string(info(*known).caption) : field;
}

}  // namespace

PlannedSheet progress_sheet(const Document& document) {
    PlannedSheet sheet{
        .name = "Progress",
        .about = "One row for each entry of progress, under the id of its record.",
        .title = "Progress",
        .columns = {column_of(Field::id), column_of(Field::action), column("Date", 13),
                    column("Label", 18), column("Author", 24), column("Text", 90)},
        .fixed_columns = 1};
    for (const Record& record : document.records) {
        for (const Progress& entry : record.progress) {
            sheet.rows.push_back({{.text = record.id},
                                  {.text = record.action},
                                  day(entry.date),
                                  {.text = entry.label},
                                  {.text = entry.author},
                                  {.text = entry.text}});
        }
    }
    return sheet;
}

PlannedSheet findings_sheet(const Document& document) {
    const SourceNames sources(document);
    PlannedSheet sheet{
        .name = "Findings",
        .about = "What is odd in the sources and should be looked at.",
        .title = "Findings",
        .columns = {column("Severity", 11), column("Finding", 44), column_of(Field::id),
                    column("Field", 18), column_of(Field::source), column_of(Field::place),
                    column("As printed", 30), column("Why", 36), column("What to do", 36),
                    column("Rule", 24)}};
    sheet.columns[0].marks.assign(k_severity_marks.begin(), k_severity_marks.end());
    for (const Finding& finding : document.findings) {
        sheet.rows.push_back({{.text = readable_word(to_string(finding.severity))},
                              {.text = finding.message},
                              {.text = finding.record},
                              {.text = caption_of(finding.field)},
                              {.text = sources.of(finding.source)},
                              {.text = finding.place},
                              {.text = finding.text},
                              {.text = finding.note},
                              {.text = finding.help},
                              {.text = finding.rule}});
    }
    return sheet;
}

PlannedSheet unconverted_sheet(const Document& document) {
    const SourceNames sources(document);
    PlannedSheet sheet{.name = "Unconverted",
                       .about = "Text of the sources that became no record, with the reason.",
                       .title = "Unconverted",
                       .columns = {column_of(Field::source), column_of(Field::place),
                                   column("Reason", 36), column("Text", 90)}};
    for (const Unconverted& each : document.unconverted) {
        sheet.rows.push_back({{.text = sources.of(each.source)},
                              {.text = each.place},
                              {.text = each.reason},
                              {.text = each.text}});
    }
    return sheet;
}

PlannedSheet sources_sheet(const Document& document) {
    std::map<string_view, std::size_t> records;
    for (const Record& record : document.records) ++records[record.source];
    PlannedSheet sheet{
        .name = "Sources",
        .about = "The files that the records come from.",
        .title = "Sources",
        .notes = {"The digest proves that a file is the very one that was read."},
        .columns = {column("ID", 8), column("File", 44), column("Title", 44), column("Date", 13),
                    column("Format", 12), column("Records", 11), column("SHA-256 digest", 68)}};
    for (const Source& source : document.sources) {
        sheet.rows.push_back({{.text = source.id},
                              {.text = source.name},
                              {.text = source.title},
                              day(source.date),
                              {.text = source.format},
                              number(records[source.id]),
                              {.text = source.sha256}});
    }
    return sheet;
}

}  // namespace tidytracker
