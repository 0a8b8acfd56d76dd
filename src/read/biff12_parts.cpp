// SPDX-License-Identifier: Apache-2.0
#include "read/biff12_parts.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "read/biff12_records.hpp"
#include "read/excel_notes.hpp"

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

}  // namespace

void read_workbook(std::string_view part, const xlsx::Relationships& relationships,
                   xlsx::WorkbookParts& parts) {
    constexpr unsigned k_from_1904 = 0x01;
    RecordStream records(part);
    while (records.next()) {
        ByteReader in(records.record().body);
        if (records.record().type == RecordType::workbook_properties) {
            const bool from_1904 = (in.take<std::uint32_t>() & k_from_1904) != 0;
            if (from_1904) parts.date_system = DateSystem::from_1904;
        } else if (records.record().type == RecordType::bundled_sheet) {
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
            parts.sheets.push_back(std::move(sheet));
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

}  // namespace tidytracker::biff12
