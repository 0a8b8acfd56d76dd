// SPDX-License-Identifier: Apache-2.0
// Font programs, as far as they tell what the codes of a font without ToUnicode mean. Offsets in
// them are hostile: every read is checked.
#include "read/pdf/font_program.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/pdf/content_lexer.hpp"
#include "read/pdf/encodings.hpp"
#include "read/pdf/glyph_names.hpp"

namespace tidytracker::pdf {
namespace {

constexpr std::size_t k_most_glyphs = 65'535;

/// Standard strings 150 to 228; 1 to 149 are the glyphs of StandardEncoding in the order of their
/// codes. The expert strings behind them are small capitals and old style figures.
constexpr std::string_view k_standard_strings =
    "onesuperior logicalnot mu trademark Eth onehalf plusminus Thorn onequarter divide brokenbar "
    "degree thorn threequarters twosuperior registered minus eth multiply threesuperior copyright "
    "Aacute Acircumflex Adieresis Agrave Aring Atilde Ccedilla Eacute Ecircumflex Edieresis "
    "Egrave Iacute Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis Ograve Otilde "
    "Scaron Uacute Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex "
    "adieresis agrave aring atilde ccedilla eacute ecircumflex edieresis egrave iacute icircumflex "
    "idieresis igrave ntilde oacute ocircumflex odieresis ograve otilde scaron uacute ucircumflex "
    "udieresis ugrave yacute ydieresis zcaron";
constexpr std::uint32_t k_first_custom_string = 391;

/// A view of a CFF program that answers 0 or nothing beyond its end.
class CffBytes {
  public:
    explicit CffBytes(std::string_view bytes) : bytes_(bytes) {}
    [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t size) const {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            const bool there = at + i < bytes_.size();
            value = (value << 8U) | (there ? static_cast<unsigned char>(bytes_[at + i]) : 0U);
        }
        return value;
    }
    [[nodiscard]] std::string_view part(std::size_t from, std::size_t to) const {
        if (from >= to || to > bytes_.size()) return {};
        return bytes_.substr(from, to - from);
    }
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }

  private:
    std::string_view bytes_;
};

/// An INDEX: the parts it holds, and where it ends.
struct CffIndex {
    std::vector<std::string_view> parts{};
    std::size_t end{};
};

CffIndex read_index(const CffBytes& bytes, std::size_t at) {
    CffIndex index;
    const std::uint32_t count = bytes.number(at, 2);
    index.end = at + 2;
    if (count == 0) return index;
    const std::uint32_t offset_size = bytes.number(at + 2, 1);
    const std::size_t offsets = at + 3;
    if (offset_size < 1 || offset_size > 4) return index;
    const std::size_t data = offsets + (std::size_t{count} + 1) * offset_size - 1;
    if (data > bytes.size()) return index;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::size_t place = offsets + std::size_t{i} * offset_size;
        index.parts.push_back(bytes.part(data + bytes.number(place, offset_size),
                                         data + bytes.number(place + offset_size, offset_size)));
    }
    index.end = data + bytes.number(offsets + std::size_t{count} * offset_size, offset_size);
    return index;
}

/// The integer operands of one operator of a DICT; real numbers count as 0.
std::optional<std::vector<std::int32_t>> find_operands(std::string_view dict, int wanted) {
    const CffBytes bytes(dict);
    std::vector<std::int32_t> operands;
    for (std::size_t at = 0; at < dict.size();) {
        const auto b = static_cast<std::int32_t>(bytes.number(at, 1));
        if (b <= 21) {
            if (b == wanted) return operands;
            operands.clear();
            at += b == 12 ? 2 : 1;
        } else if (b == 28) {
            operands.push_back(static_cast<std::int16_t>(bytes.number(at + 1, 2)));
            at += 3;
        } else if (b == 29) {
            operands.push_back(static_cast<std::int32_t>(bytes.number(at + 1, 4)));
            at += 5;
        } else if (b == 30) {
            for (++at; at < dict.size() && (bytes.number(at, 1) & 0x0FU) != 0x0F; ++at) {
            }
            ++at;
            operands.push_back(0);
        } else if (b <= 246) {
            operands.push_back(b - 139);
            at += 1;
        } else {
            const auto low = static_cast<std::int32_t>(bytes.number(at + 1, 1));
            operands.push_back(b <= 250 ? (b - 247) * 256 + low + 108
                                        : -(b - 251) * 256 - low - 108);
            at += 2;
        }
    }
    return std::nullopt;
}

std::size_t offset_operand(std::string_view dict, int wanted) {
    const auto operands = find_operands(dict, wanted);
    if (!operands || operands->empty() || operands->back() < 0) return 0;
    return static_cast<std::size_t>(operands->back());
}

/// The string identifiers of the glyphs, glyph 0 first.
std::vector<std::uint32_t> read_charset(const CffBytes& bytes, std::size_t at, std::size_t glyphs) {
    std::vector<std::uint32_t> names{0};
    // Offsets 0 to 2 are predefined: the first, ISOAdobe, numbers the glyphs as the strings.
    if (at <= 2) {
        while (names.size() < glyphs) names.push_back(static_cast<std::uint32_t>(names.size()));
        return names;
    }
    const std::uint32_t format = bytes.number(at++, 1);
    while (names.size() < glyphs && at < bytes.size()) {
        const std::uint32_t first = bytes.number(at, 2);
        at += 2;
        std::uint32_t left = 0;
        if (format != 0) {
            left = bytes.number(at, format == 1 ? 1 : 2);
            at += format == 1 ? 1 : 2;
        }
        for (std::uint32_t i = 0; i <= left && names.size() < glyphs; ++i) {
            names.push_back(first + i);
        }
    }
    return names;
}

/// The code of each glyph in turn, from glyph 1 on.
std::vector<std::uint32_t> read_codes(const CffBytes& bytes, std::size_t at) {
    std::vector<std::uint32_t> codes;
    const std::uint32_t format = bytes.number(at, 1) & 0x7FU;
    const std::uint32_t count = bytes.number(at + 1, 1);
    at += 2;
    for (std::uint32_t i = 0; i < count; ++i) {
        codes.push_back(bytes.number(at++, 1));
        if (format == 0) continue;
        const std::uint32_t left = bytes.number(at++, 1);
        for (std::uint32_t k = 1; k <= left; ++k) codes.push_back((codes.back() + 1) & 0xFFU);
    }
    return codes;
}

std::string text_of_string(std::uint32_t identifier, const CffIndex& strings) {
    static const std::vector<std::string> k_texts = [] {
        std::vector<std::string> texts{""};
        for (const char16_t character : base_encoding(BaseEncoding::standard)) {
            if (character != 0) append_utf8(character, texts.emplace_back());
        }
        for (const std::string_view name : words_of(k_standard_strings)) {
            texts.push_back(text_of_glyph_name(name));
        }
        return texts;
    }();
    if (identifier < k_texts.size()) return k_texts[identifier];
    if (identifier < k_first_custom_string) return {};
    const std::size_t custom = identifier - k_first_custom_string;
    return custom < strings.parts.size() ? text_of_glyph_name(strings.parts[custom]) : "";
}

}  // namespace

CodeTexts standard_code_texts() {
    CodeTexts texts;
    const Encoding& encoding = base_encoding(BaseEncoding::standard);
    for (std::size_t code = 0; code < texts.size(); ++code) {
        if (encoding[code] != 0) append_utf8(encoding[code], texts[code]);
    }
    return texts;
}

CodeTexts type1_encoding(std::string_view program) {
    CodeTexts texts;
    const std::size_t start = program.find("/Encoding");
    if (start == std::string_view::npos) return texts;
    ContentLexer lexer(program.substr(start + 9));
    Token token = lexer.next();
    if (token.text == "StandardEncoding") return standard_code_texts();
    // "dup 65 /A put", up to "def"; the loop that first fills the array has no "dup".
    int code = -1;
    bool duplicated = false;
    for (std::size_t i = 0; i < 2048 && token.kind != TokenKind::end; ++i, token = lexer.next()) {
        if (token.kind == TokenKind::number && duplicated) {
            code = token.number >= 0 && token.number < 256 ? static_cast<int>(token.number) : -1;
        } else if (token.kind == TokenKind::name && code >= 0) {
            texts[static_cast<std::size_t>(code)] = text_of_glyph_name(token.text);
        }
        if (token.kind == TokenKind::keyword) {
            if (token.text == "def" || token.text == "readonly") break;
            duplicated = token.text == "dup";
            code = -1;
        }
    }
    return texts;
}

CodeTexts cff_encoding(std::string_view program) {
    CodeTexts texts;
    const CffBytes bytes(program);
    const CffIndex names = read_index(bytes, bytes.number(2, 1));
    const CffIndex dicts = read_index(bytes, names.end);
    const CffIndex strings = read_index(bytes, dicts.end);
    if (dicts.parts.empty()) return texts;
    const std::string_view dict = dicts.parts.front();
    constexpr int k_charset = 15;
    constexpr int k_encoding = 16;
    constexpr int k_char_strings = 17;
    const std::size_t encoding = offset_operand(dict, k_encoding);
    if (encoding <= 1) return standard_code_texts();
    const std::size_t glyphs =
        std::min<std::size_t>(bytes.number(offset_operand(dict, k_char_strings), 2), k_most_glyphs);
    const auto charset = read_charset(bytes, offset_operand(dict, k_charset), glyphs);
    const auto codes = read_codes(bytes, encoding);
    for (std::size_t i = 0; i < codes.size() && i + 1 < charset.size(); ++i) {
        texts[codes[i]] = text_of_string(charset[i + 1], strings);
    }
    return texts;
}

}  // namespace tidytracker::pdf
