// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tidytracker {

/// The SHA-256 digest (FIPS 180-4) in lower case hexadecimal.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);
/// The same digest in Base64, as the hash sources of a content security policy have it.
[[nodiscard]] std::string sha256_base64(std::string_view bytes);
/// The bytes of the SHA and MD5 digests (FIPS 180-4, RFC 1321), which encryption uses.
[[nodiscard]] std::string sha1(std::string_view bytes);
[[nodiscard]] std::string sha256(std::string_view bytes);
[[nodiscard]] std::string sha384(std::string_view bytes);
[[nodiscard]] std::string sha512(std::string_view bytes);
[[nodiscard]] std::string md5(std::string_view bytes);

}  // namespace tidytracker
