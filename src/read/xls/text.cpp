// SPDX-License-Identifier: Apache-2.0
#include "read/xls/text.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/iconv.hpp"
#include "base/unicode.hpp"

namespace tidytracker::biff {
namespace {

// 2.5.293: what stands between the length and the characters.
constexpr unsigned k_wide = 0x01;
constexpr unsigned k_has_phonetics = 0x04;
constexpr unsigned k_has_runs = 0x08;

struct CodePageName {
    std::uint16_t number{};
    const char* encoding{};
};
/// Numbers that are no "CPnnn" of iconv. Excel for Windows wrote 32769 before it wrote 1252.
constexpr std::array k_code_page_names{
    CodePageName{367, "ASCII"},         CodePageName{1200, "UTF-16LE"},
    CodePageName{10000, "MACINTOSH"},   CodePageName{10001, "SHIFT_JIS"},
    CodePageName{10007, "MACCYRILLIC"}, CodePageName{10029, "MACCENTRALEUROPE"},
    CodePageName{32768, "MACINTOSH"},   CodePageName{32769, "WINDOWS-1252"}};

void remove_nuls(std::size_t first, std::string& out) {
    out.erase(std::remove(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), '\0'),
              out.end());
}

}  // namespace

void TextReader::set_code_page(std::uint16_t number) {
    const auto* const named = std::ranges::find(k_code_page_names, number, &CodePageName::number);
    encoding_ = named != k_code_page_names.end() ? named->encoding : fmt::format("CP{}", number);
}

void TextReader::append_bytes(std::string_view bytes, std::string& out) const {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::ranges::all_of(bytes, is_ascii)) {
        out += bytes;
        return;
    }
    if (const auto converted = convert_to_utf8(bytes, encoding_, 1)) {
        out += converted->text;
    } else {
        append_latin_1(bytes, out);
    }
}

void TextReader::append(ContinuedReader& in, LengthField length, std::string& out) const {
    const std::size_t before = out.size();
    const std::size_t count =
        length == LengthField::one_byte ? in.take<std::uint8_t>() : in.take<std::uint16_t>();
    if (version_ == Version::biff8) {
        const unsigned flags = in.take<std::uint8_t>();
        if ((flags & k_has_runs) != 0) in.skip(2);
        if ((flags & k_has_phonetics) != 0) in.skip(4);
        in.append_characters(count, (flags & k_wide) != 0, out);
    } else {
        std::string bytes;
        for (std::size_t i = 0; i < count && !in.at_end(); ++i) bytes += in.take<char>();
        append_bytes(bytes, out);
    }
    remove_nuls(before, out);
}

std::string TextReader::read(std::string_view bytes, LengthField length) const {
    ContinuedReader in({&bytes, 1});
    std::string out;
    append(in, length, out);
    return out;
}

excel::SharedStrings read_shared_strings(std::span<const std::string_view> parts,
                                         std::span<const excel::FontStyle> fonts,
                                         Workbook& workbook) {
    ContinuedReader in(parts);
    in.skip(4);  // how often they are used
    const auto promised = in.take<std::uint32_t>();
    excel::SharedStrings strings;
    const auto share_read = [&strings, promised] {
        return static_cast<double>(strings.count) / static_cast<double>(promised);
    };
    std::string text;
    std::vector<excel::FontChange> changes;
    while (strings.count < promised && !in.at_end()) {
        text.clear();
        changes.clear();
        const std::size_t count = in.take<std::uint16_t>();
        const unsigned flags = in.take<std::uint8_t>();
        const std::size_t runs = (flags & k_has_runs) != 0 ? in.take<std::uint16_t>() : 0;
        const std::uint64_t phonetics =
            (flags & k_has_phonetics) != 0 ? in.take<std::uint32_t>() : 0;
        in.append_characters(count, (flags & k_wide) != 0, text);
        for (std::size_t i = 0; i < runs && !in.at_end(); ++i) {
            const auto first = in.take<std::uint16_t>();
            changes.push_back({first, in.take<std::uint16_t>()});
        }
        in.skip(phonetics);
        const std::vector<TextRun> in_fonts = excel::runs_from(text, changes, fonts);
        if (in_fonts.empty()) remove_nuls(0, text);
        excel::add_shared_string(text, in_fonts, share_read, strings, workbook);
    }
    return strings;
}

}  // namespace tidytracker::biff
