// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// MIME messages of several parts (RFC 2045, 2046), as far as web archives (RFC 2557) need them.
namespace tidytracker::mime {

struct Part {
    std::string type{};      ///< "text/html"; lower case
    std::string charset{};   ///< empty if not given
    std::string location{};  ///< Content-Location; empty if not given
    std::string body{};      ///< decoded, in the part's own encoding
};

/// The parts of a message; a message without parts is one. None if the text begins with no headers.
[[nodiscard]] std::optional<std::vector<Part>> read_message(std::string_view message);

/// Does the text begin with the headers of a message of related parts?
[[nodiscard]] bool is_web_archive(std::string_view text);

[[nodiscard]] std::string decode_quoted_printable(std::string_view text);
[[nodiscard]] std::string decode_base64(std::string_view text);

}  // namespace tidytracker::mime
