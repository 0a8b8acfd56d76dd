// SPDX-License-Identifier: Apache-2.0
#include "base/cipher.hpp"

#include <cstdint>

#include <nettle/arcfour.h>

namespace tidytracker {

void apply_rc4(std::string_view key, std::span<char> bytes) {
    arcfour_ctx context{};
    arcfour_set_key(&context, key.size(), reinterpret_cast<const std::uint8_t*>(key.data()));
    auto* const octets = reinterpret_cast<std::uint8_t*>(bytes.data());
    arcfour_crypt(&context, bytes.size(), octets, octets);
}

}  // namespace tidytracker
