// SPDX-License-Identifier: Apache-2.0
#include "base/cipher.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <nettle/aes.h>
#include <nettle/arcfour.h>
#include <nettle/cbc.h>

namespace tidytracker {
namespace {

const std::uint8_t* aes_octets(std::string_view bytes) {
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

/// For one size of key.
template <class Context, auto set_key, auto decrypt>
std::string decrypt_with(std::string_view key, std::string_view initial, std::string_view bytes) {
    Context context{};
    set_key(&context, aes_octets(key));
    std::string out(bytes.size(), '\0');
    auto* const to = reinterpret_cast<std::uint8_t*>(out.data());
    if (initial.empty()) {
        decrypt(&context, bytes.size(), to, aes_octets(bytes));
        return out;
    }
    std::array<std::uint8_t, AES_BLOCK_SIZE> before{};
    std::copy(initial.begin(), initial.end(), before.begin());
    const auto one = [](const void* with, std::size_t size, std::uint8_t* into,
                        const std::uint8_t* from) {
        decrypt(static_cast<const Context*>(with), size, into, from);
    };
    cbc_decrypt(&context, one, AES_BLOCK_SIZE, before.data(), bytes.size(), to, aes_octets(bytes));
    return out;
}

std::string decrypt_aes(std::string_view key, std::string_view initial, std::string_view bytes) {
    if (bytes.size() % AES_BLOCK_SIZE != 0) return {};
    switch (key.size()) {
        case AES128_KEY_SIZE:
            return decrypt_with<aes128_ctx, aes128_set_decrypt_key, aes128_decrypt>(key, initial,
                                                                                    bytes);
        case AES192_KEY_SIZE:
            return decrypt_with<aes192_ctx, aes192_set_decrypt_key, aes192_decrypt>(key, initial,
                                                                                    bytes);
        case AES256_KEY_SIZE:
            return decrypt_with<aes256_ctx, aes256_set_decrypt_key, aes256_decrypt>(key, initial,
                                                                                    bytes);
        default:
            return {};
    }
}

}  // namespace

void apply_rc4(std::string_view key, std::span<char> bytes) {
    arcfour_ctx context{};
    arcfour_set_key(&context, key.size(), reinterpret_cast<const std::uint8_t*>(key.data()));
    auto* const octets = reinterpret_cast<std::uint8_t*>(bytes.data());
    arcfour_crypt(&context, bytes.size(), octets, octets);
}

std::string decrypt_aes_blocks(std::string_view key, std::string_view bytes) {
    return decrypt_aes(key, {}, bytes);
}

std::string decrypt_aes_chain(std::string_view key, std::string_view initial,
                              std::string_view bytes) {
    if (initial.size() != AES_BLOCK_SIZE) return {};
    return decrypt_aes(key, initial, bytes);
}

}  // namespace tidytracker
