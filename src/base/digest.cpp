// SPDX-License-Identifier: Apache-2.0
#include "base/digest.hpp"

#include <array>
#include <cstdint>

#include <nettle/base64.h>
#include <nettle/md5.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>

namespace tidytracker {
namespace {

const std::uint8_t* octets_of(std::string_view bytes) {
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

using Sha256 = std::array<std::uint8_t, SHA256_DIGEST_SIZE>;

Sha256 sha256_of(std::string_view bytes) {
    sha256_ctx context{};
    sha256_init(&context);
    sha256_update(&context, bytes.size(), octets_of(bytes));
    Sha256 digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return digest;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
    const Sha256 digest = sha256_of(bytes);
    constexpr std::string_view k_digits = "0123456789abcdef";
    std::string out;
    out.reserve(digest.size() * 2);
    for (const std::uint8_t byte : digest) {
        out += k_digits[byte >> 4U];
        out += k_digits[byte & 0xFU];
    }
    return out;
}

std::string sha256_base64(std::string_view bytes) {
    const Sha256 digest = sha256_of(bytes);
    std::string out(BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE), '\0');
    base64_encode_raw(out.data(), digest.size(), digest.data());
    return out;
}

std::string sha1(std::string_view bytes) {
    sha1_ctx context{};
    sha1_init(&context);
    sha1_update(&context, bytes.size(), octets_of(bytes));
    std::array<std::uint8_t, SHA1_DIGEST_SIZE> digest{};
    sha1_digest(&context, digest.size(), digest.data());
    return {digest.begin(), digest.end()};
}

std::string sha256(std::string_view bytes) {
    const Sha256 digest = sha256_of(bytes);
    return {digest.begin(), digest.end()};
}

std::string sha384(std::string_view bytes) {
    sha384_ctx context{};
    sha384_init(&context);
    sha384_update(&context, bytes.size(), octets_of(bytes));
    std::array<std::uint8_t, SHA384_DIGEST_SIZE> digest{};
    sha384_digest(&context, digest.size(), digest.data());
    return {digest.begin(), digest.end()};
}

std::string sha512(std::string_view bytes) {
    sha512_ctx context{};
    sha512_init(&context);
    sha512_update(&context, bytes.size(), octets_of(bytes));
    std::array<std::uint8_t, SHA512_DIGEST_SIZE> digest{};
    sha512_digest(&context, digest.size(), digest.data());
    return {digest.begin(), digest.end()};
}

std::string md5(std::string_view bytes) {
    md5_ctx context{};
    md5_init(&context);
    md5_update(&context, bytes.size(), octets_of(bytes));
    std::array<std::uint8_t, MD5_DIGEST_SIZE> digest{};
    md5_digest(&context, digest.size(), digest.data());
    return {digest.begin(), digest.end()};
}

}  // namespace tidytracker
