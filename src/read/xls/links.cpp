// SPDX-License-Identifier: Apache-2.0
#include "read/xls/links.hpp"

#include <string>
#include <utility>

#include "base/little_endian.hpp"
#include "base/unicode.hpp"

namespace tidytracker::biff {
namespace {

using namespace std::string_view_literals;

// What a hyperlink object holds ([MS-OSHARED] 2.3.7.1).
constexpr unsigned k_has_moniker = 0x0001;
constexpr unsigned k_has_location = 0x0008;
constexpr unsigned k_has_display_name = 0x0010;
constexpr unsigned k_has_frame = 0x0080;
constexpr unsigned k_moniker_is_string = 0x0100;

/// Class ids as they stand in the file.
constexpr std::string_view k_url_moniker =
    "\xE0\xC9\xEA\x79\xF9\xBA\xCE\x11\x8C\x82\x00\xAA\x00\x4B\xA9\x0B"sv;
constexpr std::string_view k_file_moniker =
    "\x03\x03\x00\x00\x00\x00\x00\x00\xC0\x00\x00\x00\x00\x00\x00\x46"sv;

std::string text_to_nul(std::string_view utf16) {
    std::string text;
    append_utf16(utf16, text);
    text.resize(std::min(text.find('\0'), text.size()));
    return text;
}

std::string take_string(ByteReader& in) {
    const std::uint64_t count = in.take<std::uint32_t>();
    return text_to_nul(in.take_bytes(count * 2));
}

/// [MS-OSHARED] 2.3.7.8: the path in bytes, and in Unicode if that says more.
std::string take_file_moniker(ByteReader& in) {
    constexpr std::size_t k_unused = 24;
    std::string path;
    for (auto up = in.take<std::uint16_t>(); up > 0 && path.size() < 64; --up) path += "..\\";
    const std::string_view bytes = in.take_bytes(in.take<std::uint32_t>());
    in.skip(k_unused);
    if (in.take<std::uint32_t>() == 0) {
        append_latin_1(bytes.substr(0, bytes.find('\0')), path);
        return path;
    }
    const std::size_t size = in.take<std::uint32_t>();
    in.skip(2);
    return path + text_to_nul(in.take_bytes(size));
}

std::string take_moniker(ByteReader& in) {
    const std::string_view id = in.take_bytes(k_url_moniker.size());
    if (id == k_url_moniker) {
        const std::size_t size = in.take<std::uint32_t>();
        return text_to_nul(in.take_bytes(size));
    }
    if (id == k_file_moniker) return take_file_moniker(in);
    in.skip(in.rest().size());  // of unknown length
    return {};
}

}  // namespace

std::optional<Link> link_from(std::string_view body) {
    constexpr std::size_t k_class_and_version = 20;
    ByteReader in(body);
    Link link;
    link.at.first.row = in.take<std::uint16_t>();
    link.at.last.row = in.take<std::uint16_t>();
    link.at.first.column = in.take<std::uint16_t>();
    link.at.last.column = in.take<std::uint16_t>();
    in.skip(k_class_and_version);
    const unsigned flags = in.take<std::uint32_t>();
    const auto has = [flags](unsigned flag) { return (flags & flag) != 0; };
    if (has(k_has_display_name)) (void)take_string(in);
    if (has(k_has_frame)) (void)take_string(in);
    if (has(k_has_moniker)) {
        link.target = has(k_moniker_is_string) ? take_string(in) : take_moniker(in);
    }
    if (has(k_has_location)) link.target.append("#").append(take_string(in));
    const bool ordered =
        link.at.first.row <= link.at.last.row && link.at.first.column <= link.at.last.column;
    if (!ordered || link.target.empty() || link.target == "#") return std::nullopt;
    return link;
}

}  // namespace tidytracker::biff
