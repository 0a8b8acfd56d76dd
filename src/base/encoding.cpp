// SPDX-License-Identifier: Apache-2.0
#include "base/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "base/encoding_guess.hpp"
#include "base/iconv.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {
namespace {

constexpr std::string_view k_replacement = "\xEF\xBF\xBD";

struct ByteOrderMark {
    std::string_view bytes{};
    std::string_view encoding{};
    std::size_t unit{};
};

/// UTF-32 stands before UTF-16, whose little-endian mark is the first half of its own.
constexpr std::array<ByteOrderMark, 5> k_byte_order_marks{{
    {{"\xEF\xBB\xBF", 3}, "UTF-8", 1},
    {{"\xFF\xFE\x00\x00", 4}, "UTF-32LE", 4},
    {{"\x00\x00\xFE\xFF", 4}, "UTF-32BE", 4},
    {{"\xFF\xFE", 2}, "UTF-16LE", 2},
    {{"\xFE\xFF", 2}, "UTF-16BE", 2},
}};

/// Offered when a name is unknown; iconv knows some hundred more.
const std::vector<std::string_view> k_known_names{
    "UTF-8",        "UTF-16",     "UTF-16LE",    "UTF-16BE",  "Windows-1252",
    "Windows-1250", "ISO-8859-1", "ISO-8859-15", "Macintosh", "IBM437",
    "IBM850",       "Shift_JIS",  "Windows-1251"};

/// Bytes 0x80 to 0x9F of Windows-1252; 0 where it has no character. All others are Latin-1.
constexpr std::array<char16_t, 32> k_windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_windows_1252(char c, DecodedText& decoded) {
    const auto byte = static_cast<unsigned char>(c);
    char32_t character = byte;
    if (byte >= 0x80 && byte <= 0x9F) character = k_windows_1252[byte - 0x80U];
    if (character == 0 && byte != 0) {
        ++decoded.lost_characters;
        decoded.converted += k_replacement;
    } else {
        append_utf8(character, decoded.converted);
    }
}

Result<DecodedText> decode_with_iconv(std::string_view bytes, std::string_view encoding,
                                      std::size_t unit) {
    std::optional<Converted> converted = convert_to_utf8(bytes, std::string(encoding), unit);
    if (!converted) {
        const std::string_view near = nearest(encoding, k_known_names);
        return fail(ErrorKind::usage, fmt::format("unknown encoding '{}'", encoding),
                    near.empty() ? "UTF-8, UTF-16, Windows-1252, ISO-8859-1 and Macintosh are the "
                                   "usual ones; 'iconv --list' prints all names"
                                 : fmt::format("did you mean {}?", near));
    }
    DecodedText decoded;
    decoded.encoding = encoding;
    decoded.converted = std::move(converted->text);
    decoded.lost_characters = converted->lost;
    decoded.is_converted = true;
    if (decoded.converted.starts_with(k_byte_order_marks[0].bytes)) {
        decoded.byte_order_mark = true;
        decoded.converted.erase(0, k_byte_order_marks[0].bytes.size());
    }
    return decoded;
}

/// The size of a code unit by the name of an encoding.
std::size_t unit_of(std::string_view encoding) {
    if (encoding.find("16") != std::string_view::npos && encoding.starts_with("UTF")) return 2;
    if (encoding.find("32") != std::string_view::npos && encoding.starts_with("UTF")) return 4;
    return encoding.starts_with("UCS-2") ? 2 : encoding.starts_with("UCS-4") ? 4 : 1;
}

/// The characters of `bytes` are UTF-8, and its other bytes Windows-1252. Only at the very end a
/// begun character is one that the file's end cut off.
DecodedText decode_mixed(std::string_view bytes) {
    DecodedText decoded;
    decoded.is_converted = true;
    decoded.converted.reserve(bytes.size() + bytes.size() / 16);
    while (!bytes.empty()) {
        const std::size_t length = utf8_length(bytes);
        if (length > 0) {
            decoded.converted += bytes.substr(0, length);
            bytes.remove_prefix(length);
        } else if (is_cut_utf8(bytes)) {
            ++decoded.lost_characters;
            decoded.converted += k_replacement;
            break;
        } else {
            ++decoded.stray_bytes;
            append_windows_1252(bytes[0], decoded);
            bytes.remove_prefix(1);
        }
    }
    return decoded;
}

DecodedText decode_windows_1252(std::string_view bytes) {
    DecodedText decoded;
    decoded.is_converted = true;
    decoded.converted.reserve(bytes.size() + bytes.size() / 16);
    std::size_t plain = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) continue;
        decoded.converted += bytes.substr(plain, at - plain);
        append_windows_1252(bytes[at], decoded);
        plain = at + 1;
    }
    decoded.converted += bytes.substr(plain);
    return decoded;
}

/// A text of one byte a character, or UTF-8.
Result<DecodedText> decode_bytes(std::string_view bytes) {
    const Utf8Census census = count_utf8(bytes);
    DecodedText decoded;
    if (census.stray == 0) {
        decoded.bytes = bytes;
        decoded.encoding = "UTF-8";
        decoded.reason = census.characters == 0 ? "only ASCII" : "valid UTF-8";
        return decoded;
    }
    // By chance two bytes of Windows-1252 prose seldom make a character of UTF-8: fewer than one in
    // a thousand do. One in ten therefore proves that parts of the text are UTF-8.
    if (census.characters * 10 >= census.stray) {
        decoded = decode_mixed(bytes);
        decoded.encoding = "UTF-8";
        decoded.reason =
            fmt::format("{} of UTF-8 amid {}", count_of(census.characters, "character"),
                        count_of(census.stray, "other byte"));
        return decoded;
    }
    if (looks_like_mac_roman(bytes)) {
        Result<DecodedText> mac = decode_with_iconv(bytes, "MACINTOSH", 1);
        if (mac) {
            mac->encoding = "macintosh";
            mac->reason = "its accents and quotes make sense as Mac OS Roman";
            return mac;
        }
    }
    decoded = decode_windows_1252(bytes);
    decoded.encoding = "Windows-1252";
    decoded.reason = "no valid UTF-8";
    return decoded;
}

}  // namespace

Result<DecodedText> decode_text(std::string_view bytes,
                                const std::optional<std::string>& encoding) {
    if (encoding) {
        Result<DecodedText> named = decode_with_iconv(bytes, *encoding, unit_of(*encoding));
        if (named) named->reason = "as told";
        return named;
    }
    for (const ByteOrderMark& mark : k_byte_order_marks) {
        if (!bytes.starts_with(mark.bytes)) continue;
        const std::string_view rest = bytes.substr(mark.bytes.size());
        Result<DecodedText> decoded =
            mark.unit == 1 ? decode_bytes(rest) : decode_with_iconv(rest, mark.encoding, mark.unit);
        if (!decoded) return decoded;
        decoded->byte_order_mark = true;
        decoded->reason = "byte order mark";
        return decoded;
    }
    const ByteSample sample = sample_bytes(bytes);
    if (const WideEncoding wide = wide_encoding_of(sample); wide.unit > 0) {
        Result<DecodedText> decoded = decode_with_iconv(bytes, wide.name, wide.unit);
        if (decoded) decoded->reason = "the pattern of its NUL bytes";
        return decoded;
    }
    if (is_binary(sample)) {
        return fail(ErrorKind::unreadable, "the content is not text in any known encoding",
                    "save it as a spreadsheet (.xlsx) or as text (.csv), or name its encoding with "
                    "--encoding");
    }
    return decode_bytes(bytes);
}

}  // namespace tidytracker
