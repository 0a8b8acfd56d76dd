// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Bytes of unknown encoding as UTF-8. Nothing here knows what the text says: double-encoded text
// ("CafÃ©" in valid UTF-8) is left as it is.
namespace tidytracker {

/// A file's text as UTF-8, and what was decided about its bytes.
struct DecodedText {
    std::string encoding{};         ///< IANA name, or the name that the user gave
    std::string reason{};           ///< the evidence, "valid UTF-8"
    bool byte_order_mark{};         ///< there was one; it is no part of the text
    std::size_t stray_bytes{};      ///< read as Windows-1252 amid UTF-8
    std::size_t lost_characters{};  ///< bytes that stand for nothing became U+FFFD
    std::string_view bytes{};       ///< the input, where it is UTF-8 as it stands
    std::string converted{};        ///< else its UTF-8 form
    bool is_converted{};

    /// Valid UTF-8. Points into the input or into this value.
    [[nodiscard]] std::string_view text() const { return is_converted ? converted : bytes; }
};

/// Decodes `bytes` by the encoding that the user named, else by byte order mark, by the pattern of
/// NUL bytes (UTF-16, UTF-32), as UTF-8, as UTF-8 with stray Windows-1252 bytes, as Mac OS Roman or
/// as Windows-1252, whichever comes first. Valid UTF-8 is not copied.
/// Errors: usage for an unknown name, unreadable for content that is no text.
[[nodiscard]] Result<DecodedText> decode_text(std::string_view bytes,
                                              const std::optional<std::string>& encoding = {});

}  // namespace tidytracker
