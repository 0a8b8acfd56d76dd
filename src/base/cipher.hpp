// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tidytracker {

/// Encrypts, or decrypts, with RC4 from the start of its key stream.
void apply_rc4(std::string_view key, std::span<char> bytes);

/// Decrypts whole blocks of 16 bytes with AES (FIPS 197), each by itself (ECB) or chained to the
/// one before it (CBC), the first one to `initial`. Empty for a key that has not 16, 24 or 32
/// bytes, an initial block of another size, and bytes that are no whole blocks.
[[nodiscard]] std::string decrypt_aes_blocks(std::string_view key, std::string_view bytes);
[[nodiscard]] std::string decrypt_aes_chain(std::string_view key, std::string_view initial,
                                            std::string_view bytes);

}  // namespace tidytracker
