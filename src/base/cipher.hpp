// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace tidytracker {

/// Encrypts, or decrypts, with RC4 from the start of its key stream.
void apply_rc4(std::string_view key, std::span<char> bytes);

}  // namespace tidytracker
