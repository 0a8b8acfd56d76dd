// SPDX-License-Identifier: Apache-2.0
#include "read/html/mime.hpp"

#include <algorithm>
#include <map>

#include "base/parse_number.hpp"
#include "base/text.hpp"

namespace tidytracker::mime {
namespace {

using Headers = std::map<std::string, std::string>;

/// Archives in archives do not occur; what nests deeper is left alone.
constexpr int k_deepest_part = 4;
constexpr std::size_t k_most_parts = 10'000;

std::string_view take_header_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// Takes the headers and the blank line behind them off `text`. Names are in lower case.
Headers take_headers(std::string_view& text) {
    Headers headers;
    std::string name;
    while (!text.empty()) {
        const std::string_view line = take_header_line(text);
        if (line.empty()) break;
        if (is_space(line[0])) {
            // A header goes on in indented lines.
            if (!name.empty()) headers[name].append(" ").append(trim(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) break;
        name = lower_ascii(trim(line.substr(0, colon)));
        headers[name] = trim(line.substr(colon + 1));
    }
    return headers;
}

/// The parameter of a header: boundary="----=_NextPart_01".
std::string parameter_of(std::string_view header, std::string_view name) {
    const std::string lower = lower_ascii(header);
    std::string wanted(name);
    wanted += '=';
    for (std::size_t at = lower.find(wanted); at != std::string::npos;
         at = lower.find(wanted, at + 1)) {
        if (at > 0 && lower[at - 1] != ';' && !is_space(lower[at - 1])) continue;
        std::string_view value = header.substr(at + wanted.size());
        if (value.starts_with('"')) {
            value.remove_prefix(1);
            return std::string(value.substr(0, value.find('"')));
        }
        return std::string(trim(value.substr(0, value.find(';'))));
    }
    return {};
}

std::string decoded_body(std::string_view body, const Headers& headers) {
    const auto encoding = headers.find("content-transfer-encoding");
    const std::string name =
        encoding == headers.end() ? std::string() : lower_ascii(encoding->second);
    if (name == "quoted-printable") return decode_quoted_printable(body);
    if (name == "base64") return decode_base64(body);
    return std::string(body);
}

void read_part(std::string_view text, int depth, std::vector<Part>& parts);

/// Parts lie between lines that begin with the boundary; behind a last one may stand an epilogue.
void read_multipart(std::string_view body, const std::string& boundary, int depth,
                    std::vector<Part>& parts) {
    const std::string delimiter = "--" + boundary;
    std::size_t at = body.find(delimiter);
    while (at != std::string_view::npos && parts.size() < k_most_parts) {
        std::string_view rest = body.substr(at + delimiter.size());
        if (rest.starts_with("--")) return;
        (void)take_header_line(rest);
        const auto first = static_cast<std::size_t>(rest.data() - body.data());
        at = body.find(delimiter, first);
        read_part(body.substr(first, at == std::string_view::npos ? at : at - first), depth, parts);
    }
}

void read_part(std::string_view text, int depth, std::vector<Part>& parts) {
    Headers headers = take_headers(text);
    const std::string content_type = headers["content-type"];
    const std::string boundary = parameter_of(content_type, "boundary");
    if (!boundary.empty() && depth < k_deepest_part) {
        return read_multipart(text, boundary, depth + 1, parts);
    }
    parts.push_back({.type = lower_ascii(
                         trim(std::string_view(content_type).substr(0, content_type.find(';')))),
                     .charset = lower_ascii(parameter_of(content_type, "charset")),
                     .location = headers["content-location"],
                     .body = decoded_body(text, headers)});
}

}  // namespace

bool is_web_archive(std::string_view text) {
    std::string_view rest = text;
    const Headers headers = take_headers(rest);
    const auto type = headers.find("content-type");
    return type != headers.end() && headers.contains("mime-version") &&
           starts_with_ignoring_case(type->second, "multipart/");
}

std::optional<std::vector<Part>> read_message(std::string_view message) {
    std::string_view rest = message;
    if (!take_headers(rest).contains("content-type")) return std::nullopt;
    std::vector<Part> parts;
    read_part(message, 0, parts);
    return parts;
}

std::string decode_quoted_printable(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find('='), text.size());
        out.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) break;
        const auto byte = parse_hexadecimal<std::uint8_t>(text.substr(1, 2));
        const std::size_t line_end = std::min(text.find('\n'), text.size());
        if (byte && text.size() >= 3) {
            out += static_cast<char>(*byte);
            text.remove_prefix(3);
        } else if (line_end < text.size() && trim(text.substr(1, line_end - 1)).empty()) {
            text.remove_prefix(line_end + 1);  // a line that goes on
        } else {
            out += '=';
            text.remove_prefix(1);
        }
    }
    return out;
}

std::string decode_base64(std::string_view text) {
    constexpr std::string_view k_digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    std::uint32_t bits = 0;
    unsigned count = 0;
    for (const char c : text) {
        const std::size_t digit = k_digits.find(c);
        if (digit == std::string_view::npos) continue;  // line ends, padding
        bits = (bits << 6 | static_cast<std::uint32_t>(digit)) & 0xFFFFFF;
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(bits >> count & 0xFF);
    }
    return out;
}

}  // namespace tidytracker::mime
