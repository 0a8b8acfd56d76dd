// SPDX-License-Identifier: Apache-2.0
#include "read/xlsb/parts.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "read/excel/notes.hpp"
#include "read/xlsb/records.hpp"

namespace tidytracker::biff12 {
namespace {

constexpr unsigned k_font_strike = 0x0008;
constexpr unsigned k_semi_bold = 600;  ///< of weights from 100 to 1000; 700 is bold
constexpr std::uint32_t k_solid = 1;

void take_style(const Record& record, bool in_cell_formats, std::size_t& indexed_colours,
                excel::Colours& colours, excel::StyleLists& lists) {
    ByteReader in(record.body);
    switch (record.type) {
        case RecordType::format: {
            const unsigned id = in.take<std::uint16_t>();
            lists.codes[id] = take_string(in);
            return;
        }
        case RecordType::font: {
            in.skip(2);
            const unsigned flags = in.take<std::uint16_t>();
            const unsigned weight = in.take<std::uint16_t>();
            lists.fonts.push_back(
                {.bold = weight >= k_semi_bold, .strike = (flags & k_font_strike) != 0});
            return;
        }
        case RecordType::fill: {
            const bool solid = in.take<std::uint32_t>() == k_solid;
            const excel::ColourReference colour = take_colour(in);
            lists.fills.push_back(solid ? std::optional(colour) : std::nullopt);
            return;
        }
        case RecordType::cell_format: {
            if (!in_cell_formats || lists.formats.size() >= excel::k_most_styles) return;
            in.skip(2);
            excel::CellFormat format{.number_format = in.take<std::uint16_t>()};
            format.font = in.take<std::uint16_t>();
            format.fill = in.take<std::uint16_t>();
            lists.formats.push_back(format);
            return;
        }
        case RecordType::indexed_colour: {
            const std::uint32_t red = in.take<std::uint8_t>();
            const std::uint32_t green = in.take<std::uint8_t>();
            colours.set_indexed(indexed_colours++,
                                red << 16U | green << 8U | in.take<std::uint8_t>());
            return;
        }
        default:
            return;
    }
}

/// 2.4.304.
xlsx::SheetEntry take_sheet(ByteReader& in, const xlsx::Relationships& relationships) {
    const auto state = in.take<std::uint32_t>();
    in.skip(4);
    const xlsx::Relationship* target = xlsx::find_by_id(relationships, take_string(in));
    xlsx::SheetEntry sheet{.name = take_string(in)};
    if (state != 0) sheet.visibility = Visibility::hidden;
    if (state == 2) sheet.visibility = Visibility::very_hidden;
    if (target != nullptr) {
        sheet.part = target->target;
        sheet.kind = target->type;
    }
    return sheet;
}

/// 2.4.662: for each sheet that formulas refer to, a number of a book and those of its sheets.
void take_external_sheets(ByteReader& in, const std::vector<std::uint32_t>& books,
                          xlsx::WorkbookParts& parts) {
    for (auto count = in.take<std::uint32_t>(); count > 0 && !in.rest().empty(); --count) {
        const std::size_t book = in.take<std::uint32_t>();
        const std::size_t first = in.take<std::uint32_t>();
        const std::size_t last = in.take<std::uint32_t>();
        const bool known = book < books.size() && books[book] == RecordType::this_book &&
                           first == last && first < parts.sheets.size();
        parts.references.sheets.push_back(known ? parts.sheets[first].name : "");
    }
}

}  // namespace

void read_workbook(std::string_view part, const xlsx::Relationships& relationships,
                   xlsx::WorkbookParts& parts) {
    constexpr unsigned k_from_1904 = 0x01;
    std::vector<std::uint32_t> books;
    RecordStream records(part);
    while (records.next()) {
        ByteReader in(records.record().body);
        switch (records.record().type) {
            case RecordType::workbook_properties:
                if ((in.take<std::uint32_t>() & k_from_1904) != 0) {
                    parts.date_system = DateSystem::from_1904;
                }
                break;
            case RecordType::bundled_sheet:
                parts.sheets.push_back(take_sheet(in, relationships));
                break;
            case RecordType::external_book:
            case RecordType::this_book:
            case RecordType::same_sheet:
            case RecordType::external_add_in:
                books.push_back(records.record().type);
                break;
            case RecordType::external_sheets:
                take_external_sheets(in, books, parts);
                break;
            case RecordType::defined_name:
                in.skip(9);  // flags, shortcut, sheet
                parts.references.names.push_back(take_string(in));
                break;
            default:
                break;
        }
    }
}

void read_styles(std::string_view part, excel::Colours& colours, xlsx::SharedParts& shared) {
    excel::StyleLists lists;
    std::size_t indexed_colours = 0;
    bool in_cell_formats = false;
    RecordStream records(part);
    while (records.next()) {
        const Record& record = records.record();
        if (record.type == RecordType::begin_cell_formats) in_cell_formats = true;
        if (record.type == RecordType::end_cell_formats) in_cell_formats = false;
        take_style(record, in_cell_formats, indexed_colours, colours, lists);
    }
    lists.move_into(shared.workbook, colours);
    shared.fonts = std::move(lists.fonts);
}

excel::SharedStrings read_shared_strings(std::string_view part, xlsx::SharedParts& shared) {
    excel::SharedStrings strings;
    RichString item;
    RecordStream records(part);
    const auto share_read = [&records] { return records.share_read(); };
    while (records.next()) {
        if (records.record().type != RecordType::shared_string_item) continue;
        ByteReader in(records.record().body);
        take_rich_string(in, shared.fonts, item);
        excel::add_shared_string(item.text, item.runs, share_read, strings, shared.workbook);
    }
    return strings;
}

void read_comments(std::string_view part, excel::LegacyNotes& notes) {
    std::vector<std::string> authors;
    RichString text;
    RecordStream records(part);
    std::optional<CellAddress> at;
    std::size_t author = 0;
    while (records.next()) {
        ByteReader in(records.record().body);
        if (records.record().type == RecordType::comment_author) {
            authors.push_back(take_string(in));
        } else if (records.record().type == RecordType::begin_comment) {
            author = in.take<std::uint32_t>();
            const std::optional<CellRange> range = take_range(in);
            at = range ? std::optional(range->first) : std::nullopt;
        } else if (records.record().type == RecordType::comment_text && at) {
            take_rich_string(in, {}, text);
            notes.add({*at, author < authors.size() ? authors[author] : "", text.text});
            at.reset();
        }
    }
}

/// 2.4.100.
void read_table(std::string_view part, std::vector<DefinedTable>& tables) {
    constexpr std::size_t k_between = 48;  // source, number, rows, flags, formats, connection
    RecordStream records(part);
    while (records.next()) {
        if (records.record().type != RecordType::begin_table) continue;
        ByteReader in(records.record().body);
        const std::optional<CellRange> range = take_range(in);
        in.skip(k_between);
        (void)take_string(in);  // the name in formulas that older versions made
        if (range) tables.push_back({take_string(in), *range});
    }
}

}  // namespace tidytracker::biff12
