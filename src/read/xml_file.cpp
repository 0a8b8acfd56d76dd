// SPDX-License-Identifier: Apache-2.0
#include "read/xml_file.hpp"

#include <algorithm>

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "read/xml_ending.hpp"

namespace tidytracker {
namespace {

/// The root's tag stands near the start, behind a declaration and perhaps a comment.
constexpr std::size_t k_root_within = 64U << 10U;

/// The encoding that <?xml encoding="..."?> names, unless the scanner knows it anyway.
std::optional<std::string> declared_encoding(std::string_view bytes) {
    constexpr std::string_view k_label = "encoding=";
    const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
    const std::size_t label = declaration.substr(0, k_root_within).find(k_label);
    if (!trim(bytes.substr(0, 64)).starts_with("<?xml") || label == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view rest = declaration.substr(label + k_label.size());
    if (rest.empty()) return std::nullopt;
    const std::string_view name = rest.substr(1, rest.find(rest[0], 1) - 1);
    const bool known =
        starts_with_ignoring_case(name, "utf-8") || starts_with_ignoring_case(name, "utf-16");
    return known || name.empty() ? std::nullopt : std::optional(std::string(name));
}

}  // namespace

bool XmlRoot::mentions(std::string_view text) const {
    return std::ranges::any_of(
        values, [text](const std::string& value) { return value.find(text) != std::string::npos; });
}

std::optional<XmlRoot> xml_root_of(std::string_view bytes) {
    MemorySource source(bytes.substr(0, k_root_within));
    XmlScanner xml(source);
    for (;;) {
        const XmlToken token = xml.next();
        if (token == XmlToken::end) return std::nullopt;
        std::string text;
        if (token == XmlToken::text) xml.append_text(text);
        if (!trim(text).empty()) return std::nullopt;
        if (token == XmlToken::open) break;
    }
    XmlRoot root{.name = std::string(xml.name())};
    for (const XmlScanner::Attribute& attribute : xml.attributes()) {
        root.values.emplace_back(attribute.value);
    }
    return root;
}

Result<void> scan_xml_file(const Input& input, const ReadOptions& options, Findings& findings,
                           const std::function<void(XmlScanner&)>& visit) {
    std::string_view bytes = input.bytes;
    DecodedText decoded;
    const std::optional<std::string> encoding =
        options.encoding ? options.encoding : declared_encoding(bytes);
    if (encoding) {
        Result<DecodedText> result = decode_text(bytes, encoding);
        if (!result) return tl::unexpected(result.error());
        decoded = *std::move(result);
        bytes = decoded.text();
    }
    MemorySource source(bytes);
    XmlScanner xml(source);
    visit(xml);
    while (xml.next() != XmlToken::end) {
    }
    return report_ending(xml, EntryDamage::none, "", "", findings);
}

}  // namespace tidytracker
