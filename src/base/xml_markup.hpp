// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

// What the writers of XML share.
namespace tidytracker {

inline constexpr std::string_view k_xml_head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Appends formatted text.
template <class... Parts>
void append(std::string& out, fmt::format_string<Parts...> form, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out), form, std::forward<Parts>(parts)...);
}

/// Text that XML 1.0 can hold: bytes that are no UTF-8, control characters, U+FFFE and U+FFFF
/// become U+FFFD; line ends become "\n".
[[nodiscard]] std::string xml_characters(std::string_view text);

/// Appends such text with its markup escaped; `xml_attribute` also escapes what white space would
/// become of line breaks there.
void append_xml(std::string_view text, std::string& out);
[[nodiscard]] std::string xml_attribute(std::string_view text);

}  // namespace tidytracker
