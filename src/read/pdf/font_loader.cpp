// SPDX-License-Identifier: Apache-2.0
// What a code means comes, in this order, from: ToUnicode, the names in Differences, the base
// encoding, the encoding built into the font program, the encoding of fonts of this kind.
#include "read/pdf/font_loader.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/unicode.hpp"
#include "read/pdf/encodings.hpp"
#include "read/pdf/font_program.hpp"
#include "read/pdf/glyph_names.hpp"
#include "read/pdf/text_string.hpp"

namespace tidytracker::pdf {
namespace {

constexpr int k_most_width_entries = 200'000;

/// Without the tag of a subset: "ABCDEF+Arial" is "Arial".
std::string plain_font_name(std::string name) {
    if (name.size() > 7 && name[6] == '+') name.erase(0, 7);
    return name;
}

bool font_name_has(std::string_view name, std::initializer_list<std::string_view> parts) {
    return std::ranges::any_of(
        parts, [name](std::string_view part) { return name.find(part) != std::string_view::npos; });
}

void read_descriptor(const QPDFObjectHandle& descriptor, Font& font) {
    constexpr int k_italic = 1 << 6;
    constexpr int k_force_bold = 1 << 18;
    constexpr double k_bold_weight = 600;
    constexpr double k_bold_stem = 140;  // Arial 88, Arial Bold 138 to 144
    const int flags = integer_of(entry(descriptor, "/Flags"), 0);
    font.bold = font_name_has(font.name, {"Bold", "bold", "Black", "Heavy", "Semibold", "Demi"}) ||
                (flags & k_force_bold) != 0 ||
                number_of(entry(descriptor, "/FontWeight"), 0) >= k_bold_weight ||
                number_of(entry(descriptor, "/StemV"), 0) >= k_bold_stem;
    font.italic = font_name_has(font.name, {"Italic", "Oblique"}) || (flags & k_italic) != 0;
    const double ascent = number_of(entry(descriptor, "/Ascent"), 0) / 1000;
    const double descent = number_of(entry(descriptor, "/Descent"), 0) / 1000;
    // Descriptors hold anything: zeros, the font's box, a positive descent.
    if (ascent != 0) font.ascent = std::clamp(std::abs(ascent), 0.3, 0.95);
    if (descent != 0) font.descent = std::clamp(-std::abs(descent), -0.6, -0.02);
}

/// The meaning of the codes before Differences.
CodeTexts base_texts(const QPDFObjectHandle& dictionary, const QPDFObjectHandle& descriptor,
                     const Font& font, Streams& streams) {
    constexpr int k_symbolic = 1 << 2;
    const QPDFObjectHandle encoding = entry(dictionary, "/Encoding");
    std::string named = name_of(encoding);
    if (named.empty()) named = name_of(entry(encoding, "/BaseEncoding"));
    auto base = encoding_by_name(named);
    if (!base) {
        CodeTexts built_in = cff_encoding(streams.read(entry(descriptor, "/FontFile3")));
        const bool none = std::ranges::all_of(built_in, &std::string::empty);
        if (none) built_in = type1_encoding(streams.read(entry(descriptor, "/FontFile")));
        if (std::ranges::any_of(built_in, [](const std::string& t) { return !t.empty(); })) {
            return built_in;
        }
        const bool true_type = name_of(entry(dictionary, "/Subtype")) == "TrueType";
        const bool symbolic = (integer_of(entry(descriptor, "/Flags"), 0) & k_symbolic) != 0;
        base = true_type && !symbolic ? BaseEncoding::standard
               : true_type            ? BaseEncoding::win_ansi
                                      : BaseEncoding::standard;
        if (font.name == "Symbol") base = BaseEncoding::symbol;
        if (font.name == "ZapfDingbats") base = BaseEncoding::zapf_dingbats;
    }
    CodeTexts texts;
    const Encoding& characters = base_encoding(*base);
    for (std::size_t code = 0; code < texts.size(); ++code) {
        if (characters[code] != 0) append_utf8(characters[code], texts[code]);
    }
    return texts;
}

/// Names that say nothing, such as "g45" or "c65", often number the character they show.
std::string text_of_numbered_glyph(std::string_view name) {
    const std::size_t digits = name.find_first_of("0123456789");
    if (digits > 3) return {};  // or nowhere
    char32_t value = 0;
    for (const char c : name.substr(digits)) {
        if (c < '0' || c > '9' || value > 0xFFFF) return {};
        value = value * 10 + static_cast<char32_t>(c - '0');
    }
    std::string text;
    if (value >= 0x20 && value < 0x100) append_utf8(value, text);
    return text;
}

void apply_differences(QPDFObjectHandle differences, CodeTexts& texts) {
    if (!differences.isArray()) return;
    int code = 0;
    const int count = differences.getArrayNItems();
    for (int i = 0; i < count; ++i) {
        const QPDFObjectHandle item = differences.getArrayItem(i);
        const std::string name = name_of(item);
        if (name.empty()) {
            code = integer_of(item, code);
            continue;
        }
        if (code >= 0 && code < 256) {
            std::string text = text_of_glyph_name(name);
            if (text.empty()) text = text_of_numbered_glyph(name);
            texts[static_cast<std::size_t>(code)] = std::move(text);
        }
        ++code;
    }
}

void read_simple_widths(const QPDFObjectHandle& dictionary, const QPDFObjectHandle& descriptor,
                        double unit, Font& font) {
    QPDFObjectHandle widths = entry(dictionary, "/Widths");
    if (!widths.isArray()) {
        for (std::size_t code = 0; code < font.widths.size(); ++code) {
            std::string_view text = font.texts[code];
            if (text.empty()) continue;
            font.widths[code] = standard_width(font.name, take_character(text)) / 1000;
        }
        return;
    }
    font.widths.fill(number_of(entry(descriptor, "/MissingWidth"), 0) * unit);
    const int first = integer_of(entry(dictionary, "/FirstChar"), 0);
    const int count = std::min(widths.getArrayNItems(), 256);
    for (int i = 0; i < count; ++i) {
        const int code = first + i;
        if (code < 0 || code > 255) continue;
        font.widths[static_cast<std::size_t>(code)] = number_of(widths.getArrayItem(i), 0) * unit;
    }
}

void load_simple_font(const QPDFObjectHandle& dictionary, Font& font, Streams& streams) {
    const QPDFObjectHandle descriptor = entry(dictionary, "/FontDescriptor");
    read_descriptor(descriptor, font);
    font.texts = base_texts(dictionary, descriptor, font, streams);
    apply_differences(entry(entry(dictionary, "/Encoding"), "/Differences"), font.texts);
    for (std::size_t code = 0; code < font.texts.size(); ++code) {
        std::optional<std::string> mapped;
        if (font.has_to_unicode) mapped = font.to_unicode.text_of(static_cast<std::uint32_t>(code));
        font.texts[code] =
            tidy_glyph_text(mapped && !mapped->empty() ? *mapped : font.texts[code], font.name);
    }
    double unit = 0.001;
    if (name_of(entry(dictionary, "/Subtype")) == "Type3") {
        unit = std::abs(matrix_of(entry(dictionary, "/FontMatrix")).a);
    }
    read_simple_widths(dictionary, descriptor, unit, font);
}

/// The array W: "first [w w w]" and "first last w".
void read_cid_widths(QPDFObjectHandle array, Font& font) {
    if (!array.isArray()) return;
    const int count = array.getArrayNItems();
    int left = k_most_width_entries;
    for (int i = 0; i + 1 < count;) {
        const int first = integer_of(array.getArrayItem(i), -1);
        QPDFObjectHandle second = array.getArrayItem(i + 1);
        if (first < 0 || first > 0xFFFF) return;
        if (second.isArray()) {
            const int widths = second.getArrayNItems();
            for (int k = 0; k < widths && left > 0; ++k, --left) {
                font.cid_widths[static_cast<std::uint32_t>(first + k)] =
                    number_of(second.getArrayItem(k), 0) / 1000;
            }
            i += 2;
            continue;
        }
        const int last = std::min(integer_of(second, first), 0xFFFF);
        const double width = i + 2 < count ? number_of(array.getArrayItem(i + 2), 0) / 1000 : 0;
        for (int cid = first; cid <= last && left > 0; ++cid, --left) {
            font.cid_widths[static_cast<std::uint32_t>(cid)] = width;
        }
        i += 3;
    }
}

/// Predefined maps other than Identity are for Chinese, Japanese and Korean; those whose codes are
/// UTF-16 can be read without the tables of the others.
CharacterMap named_codes(std::string_view name) {
    CharacterMap map =
        name.find("UCS2") != std::string_view::npos || name.find("UTF16") != std::string_view::npos
            ? CharacterMap::utf16()
            : CharacterMap::identity();
    if (name.ends_with("-V") || name == "V") map.set_vertical();
    return map;
}

void load_composite_font(const QPDFObjectHandle& dictionary, Font& font, Streams& streams) {
    font.composite = true;
    QPDFObjectHandle descendants = entry(dictionary, "/DescendantFonts");
    QPDFObjectHandle descendant = QPDFObjectHandle::newNull();
    if (descendants.isArray() && descendants.getArrayNItems() > 0) {
        descendant = descendants.getArrayItem(0);
    }
    read_descriptor(entry(descendant, "/FontDescriptor"), font);
    const QPDFObjectHandle encoding = entry(dictionary, "/Encoding");
    if (const std::string name = name_of(encoding); !name.empty()) {
        font.codes = named_codes(name);
    } else {
        font.codes = CharacterMap::parse(streams.read_map(encoding));
    }
    font.vertical = font.codes.vertical();
    font.default_width = number_of(entry(descendant, "/DW"), 1000) / 1000;
    read_cid_widths(entry(descendant, "/W"), font);
}

}  // namespace

Font load_font(const QPDFObjectHandle& dictionary, Streams& streams) {
    Font font;
    font.name = plain_font_name(name_of(entry(dictionary, "/BaseFont")));
    const QPDFObjectHandle to_unicode = entry(dictionary, "/ToUnicode");
    if (QPDFObjectHandle stream = to_unicode; stream.isStream()) {
        font.to_unicode = CharacterMap::parse(streams.read_map(stream));
        font.has_to_unicode = true;
    }
    if (name_of(entry(dictionary, "/Subtype")) == "Type0") {
        load_composite_font(dictionary, font, streams);
    } else {
        load_simple_font(dictionary, font, streams);
    }
    return font;
}

}  // namespace tidytracker::pdf
