// SPDX-License-Identifier: Apache-2.0
#include "read/xls/styles.hpp"

#include <algorithm>

namespace tidytracker::biff {
namespace {

constexpr unsigned k_font_bold = 0x0001;  ///< before BIFF5
constexpr unsigned k_font_strike = 0x0008;
constexpr unsigned k_semi_bold = 600;  ///< of weights from 100 to 1000; 700 is bold
/// Fonts are counted 0, 1, 2, 3, 5, ...: there is no font 4 ([MS-XLS] 2.5.129).
constexpr std::size_t k_font_left_out = 4;
constexpr std::uint32_t k_solid = 1;  ///< FillPattern, 2.5.124

/// The theme that Office 2007 gave all its workbooks, in the order of Colours. XLS files of later
/// versions refer to it unless they hold a theme of their own.
constexpr std::uint32_t k_theme_2007[] = {0xFFFFFF, 0x000000, 0xEEECE1, 0x1F497D,
                                          0x4F81BD, 0xC0504D, 0x9BBB59, 0x8064A2,
                                          0x4BACC6, 0xF79646, 0x0000FF, 0x800080};

/// Red, green and blue, in this order, as 0xRRGGBB.
std::uint32_t rgb_at(std::string_view body, std::size_t at) {
    return static_cast<std::uint32_t>(number_at<std::uint8_t>(body, at)) << 16 |
           static_cast<std::uint32_t>(number_at<std::uint8_t>(body, at + 1)) << 8 |
           number_at<std::uint8_t>(body, at + 2);
}

}  // namespace

StyleRecords::StyleRecords(const TextReader& text) : text_(text) {
    for (std::size_t slot = 0; slot < std::size(k_theme_2007); ++slot) {
        colours_.set_theme(slot, k_theme_2007[slot]);
    }
    if (text.version() != Version::biff2) return;
    // BIFF2 cells name their number format and font themselves: six bits and two.
    for (unsigned attribute = 0; attribute < 256; ++attribute) {
        table_.formats.push_back(
            {.number_format = attribute & 0x3FU, .font = attribute >> 6U, .fill = ~std::size_t{0}});
    }
}

void StyleRecords::take(const Record& record) {
    switch (record.type) {
        case RecordType::font:
        case RecordType::font3:
            return take_font(record.body);
        case RecordType::format:
        case RecordType::format2:
            return take_number_format(record);
        case RecordType::cell_format:
        case RecordType::cell_format3:
        case RecordType::cell_format4:
            return take_cell_format(record);
        case RecordType::cell_format_extension:
            return take_extension(record.body);
        case RecordType::palette:
            return take_palette(record.body);
        default:
            return;
    }
}

void StyleRecords::take_font(std::string_view body) {
    const unsigned flags = number_at<std::uint16_t>(body, 2);
    const bool has_weight = text_.version() >= Version::biff5;
    const bool bold =
        has_weight ? number_at<std::uint16_t>(body, 6) >= k_semi_bold : (flags & k_font_bold) != 0;
    if (table_.fonts.size() == k_font_left_out) table_.fonts.emplace_back();
    table_.fonts.push_back({.bold = bold, .strike = (flags & k_font_strike) != 0});
}

void StyleRecords::take_number_format(const Record& record) {
    const bool numbered = text_.version() >= Version::biff5;
    const unsigned id = numbered ? number_at<std::uint16_t>(record.body, 0) : next_code_++;
    const std::size_t head = record.type == RecordType::format ? 2 : 0;
    if (record.body.size() < head) return;
    const LengthField length =
        text_.version() == Version::biff8 ? LengthField::two_bytes : LengthField::one_byte;
    table_.codes[id] = text_.read(record.body.substr(head), length);
}

/// [MS-XLS] 2.4.353; before BIFF8 numbers and fills stand elsewhere.
void StyleRecords::take_cell_format(const Record& record) {
    if (table_.formats.size() >= excel::k_most_styles) return;
    const std::string_view body = record.body;
    excel::CellFormat format{.fill = table_.fills.size()};
    std::uint32_t pattern = 0;
    std::size_t colour = 0;
    if (text_.version() >= Version::biff5) {
        format.font = number_at<std::uint16_t>(body, 0);
        format.number_format = number_at<std::uint16_t>(body, 2);
        const bool unicode = text_.version() == Version::biff8;
        pattern = unicode ? number_at<std::uint32_t>(body, 14) >> 26
                          : number_at<std::uint32_t>(body, 8) >> 16 & 0x3F;
        colour = number_at<std::uint16_t>(body, unicode ? 18 : 8) & 0x7FU;
    } else {
        format.font = number_at<std::uint8_t>(body, 0);
        format.number_format = number_at<std::uint8_t>(body, 1);
        const unsigned area = number_at<std::uint16_t>(body, 6);
        pattern = area & 0x3FU;
        colour = area >> 6U & 0x1FU;
    }
    std::optional<excel::ColourReference> fill;
    if (pattern == k_solid) fill.emplace().indexed = colour;
    table_.fills.push_back(fill);
    table_.formats.push_back(format);
}

/// Excel 2007 and later write the colours that they mean behind those that the palette has nearest
/// (2.4.355; the property and its value are 2.5.108 and 2.5.155).
void StyleRecords::take_extension(std::string_view body) {
    constexpr std::uint16_t k_meant_fill_colour = 4;
    constexpr std::uint16_t k_by_value = 2;
    constexpr std::uint16_t k_by_theme = 3;
    ByteReader in(body);
    in.skip(14);
    const std::size_t format = in.take<std::uint16_t>();
    in.skip(2);
    const std::size_t count = in.take<std::uint16_t>();
    if (format >= table_.fills.size() || !table_.fills[format]) return;
    for (std::size_t i = 0; i < count && !in.overrun(); ++i) {
        const auto type = in.take<std::uint16_t>();
        const std::size_t size = std::max<std::size_t>(in.take<std::uint16_t>(), 4);
        const std::string_view value = in.take_bytes(size - 4);
        if (type != k_meant_fill_colour) continue;
        excel::ColourReference colour{
            .tint = static_cast<double>(number_at<std::int16_t>(value, 2)) / 32767};
        const std::uint16_t kind = number_at<std::uint16_t>(value, 0);
        if (kind == k_by_value) colour.rgb = rgb_at(value, 4);
        if (kind == k_by_theme) colour.theme = number_at<std::uint32_t>(value, 4);
        if (colour.rgb || colour.theme) table_.fills[format] = colour;
    }
}

void StyleRecords::take_palette(std::string_view body) {
    constexpr std::size_t k_first_of_palette = 8;
    const std::size_t count = number_at<std::uint16_t>(body, 0);
    for (std::size_t i = 0; i < count && 2 + i * 4 + 4 <= body.size(); ++i) {
        colours_.set_indexed(k_first_of_palette + i, rgb_at(body, 2 + i * 4));
    }
}

}  // namespace tidytracker::biff
