// SPDX-License-Identifier: Apache-2.0
#include "read/xls/encryption.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "base/cipher.hpp"
#include "base/digest.hpp"
#include "base/little_endian.hpp"
#include "read/excel/encryption.hpp"
#include "read/xls/records.hpp"

namespace tidytracker::biff {
namespace {

/// Keys change every so many bytes of the stream, headers of records included.
constexpr std::size_t k_block_size = 1024;
constexpr std::size_t k_record_header = 4;

/// Records that are never encrypted ([MS-XLS] 2.2.10): BOF, FILEPASS, INTERFACEHDR, FILELOCK,
/// USREXCL, RRDHEAD, RRDINFO.
constexpr std::array<std::uint16_t, 7> k_plain_records = {0x0809, 0x002F, 0x00E1, 0x0195,
                                                          0x0194, 0x0138, 0x0196};

/// The key of a block of the stream; empty if the password is another.
using BlockKey = std::function<std::string(std::uint32_t block)>;

/// Does a verifier that was encrypted with the first key have the digest encrypted behind it?
bool fits(const std::string& key, std::string_view verifier, std::string_view its_digest,
          std::string (*digest)(std::string_view)) {
    std::string plain(verifier);
    plain += its_digest;
    apply_rc4(key, plain);
    return digest(std::string_view(plain).substr(0, verifier.size())) ==
           std::string_view(plain).substr(verifier.size());
}

/// [MS-OFFCRYPTO] 2.3.6: keys of 40 bits by MD5.
BlockKey rc4_key(std::string_view header) {
    constexpr std::size_t k_size = 16;
    constexpr std::size_t k_short = 5;
    if (header.size() < 3 * k_size) return {};
    const std::string_view salt = header.substr(0, k_size);
    const std::string first = md5(excel::default_password_bytes()).substr(0, k_short);
    std::string salted;
    for (int i = 0; i < 16; ++i) salted.append(first).append(salt);
    const std::string base = md5(salted).substr(0, k_short);
    BlockKey key = [base](std::uint32_t block) { return md5(base + excel::key_bytes(block)); };
    const bool right =
        fits(key(0), header.substr(k_size, k_size), header.substr(2 * k_size, k_size), md5);
    return right ? key : BlockKey{};
}

/// [MS-OFFCRYPTO] 2.3.5: RC4 through CryptoAPI, with SHA-1 and keys of 40 to 128 bits.
BlockKey crypto_api_key(std::string_view header) {
    constexpr std::uint32_t k_rc4 = 0x00006801;
    constexpr std::size_t k_verifier_size = 16;
    constexpr std::size_t k_digest_size = 20;
    constexpr std::size_t k_longest_key = 16;
    ByteReader in(header);
    in.skip(4);  // flags, which the header repeats
    const std::string_view details = in.take_bytes(in.take<std::uint32_t>());
    const auto algorithm = number_at<std::uint32_t>(details, 8);
    std::size_t size = number_at<std::uint32_t>(details, 16) / 8;
    if (size == 0) size = 5;
    if (algorithm != k_rc4 || size > k_longest_key) return {};
    const std::string_view salt = in.take_bytes(in.take<std::uint32_t>());
    const std::string_view verifier = in.take_bytes(k_verifier_size);
    in.skip(4);
    const std::string_view digest = in.take_bytes(k_digest_size);
    const std::string base = sha1(std::string(salt) + excel::default_password_bytes());
    BlockKey key = [base, size](std::uint32_t block) {
        std::string bytes = sha1(base + excel::key_bytes(block)).substr(0, size);
        // Short keys are filled up with zeros (2.3.5.2).
        if (bytes.size() == 5) bytes.resize(k_longest_key);
        return bytes;
    };
    return fits(key(0), verifier, digest, sha1) ? key : BlockKey{};
}

/// Calls `visit` with the place and size of the encrypted part of each record.
void for_each_secret(const std::string& stream,
                     const std::function<void(const Record&, std::size_t, std::size_t)>& visit) {
    RecordStream records(stream);
    while (records.next()) {
        const Record& record = records.record();
        const std::size_t at = record.at + k_record_header;
        if (std::ranges::find(k_plain_records, record.type) != k_plain_records.end()) continue;
        // The places of the sheets stay readable.
        const std::size_t plain = record.type == RecordType::bound_sheet ? 4 : 0;
        if (record.body.size() <= plain) continue;
        visit(record, at + plain, record.body.size() - plain);
    }
}

void decrypt_blocks(const BlockKey& key, std::string& stream) {
    std::string plain = stream;
    for (std::size_t at = 0; at < plain.size(); at += k_block_size) {
        const std::size_t size = std::min(k_block_size, plain.size() - at);
        apply_rc4(key(static_cast<std::uint32_t>(at / k_block_size)),
                  std::span(plain).subspan(at, size));
    }
    std::string out = stream;
    for_each_secret(stream, [&](const Record&, std::size_t at, std::size_t size) {
        out.replace(at, size, plain, at, size);
    });
    stream = std::move(out);
}

unsigned char rotated_left(unsigned value, unsigned bits) {
    return static_cast<unsigned char>(value << bits | value >> (8 - bits));
}

/// [MS-OFFCRYPTO] 2.3.7.1.
std::uint16_t xor_verifier(std::string_view password) {
    unsigned verifier = 0;
    std::string bytes(1, static_cast<char>(password.size()));
    bytes += password;
    std::ranges::reverse(bytes);
    for (const char byte : bytes) {
        const unsigned high = (verifier & 0x4000U) != 0 ? 1 : 0;
        verifier = (high | (verifier << 1U & 0x7FFFU)) ^ static_cast<unsigned char>(byte);
    }
    return static_cast<std::uint16_t>(verifier ^ 0xCE4BU);
}

/// [MS-OFFCRYPTO] 2.3.7.2: the password, filled up to 16 bytes, mixed with the key in the file.
std::array<unsigned char, 16> xor_array(std::string_view password, unsigned key) {
    constexpr std::array<unsigned char, 15> k_filling = {
        0xBB, 0xFF, 0xFF, 0xBA, 0xFF, 0xFF, 0xB9, 0x80, 0x00, 0xBE, 0x0F, 0x00, 0xBF, 0x0F, 0x00};
    std::array<unsigned char, 16> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned byte = i < password.size() ? static_cast<unsigned char>(password[i])
                                                  : k_filling[i - password.size()];
        const unsigned half = i % 2 == 0 ? key & 0xFFU : key >> 8U;
        bytes[i] = rotated_left((byte ^ half) & 0xFFU, 2);
    }
    return bytes;
}

/// [MS-OFFCRYPTO] 2.3.7.3. Where in the array a record begins depends on its place and size.
void decrypt_xor(unsigned key, std::string& stream) {
    const auto array = xor_array(excel::k_default_password, key);
    std::string out = stream;
    for_each_secret(stream, [&](const Record& record, std::size_t at, std::size_t size) {
        for (std::size_t i = at; i < at + size; ++i) {
            const auto byte = static_cast<unsigned char>(stream[i]);
            const unsigned mask = array[(i + record.body.size()) % array.size()];
            out[i] = static_cast<char>(rotated_left(byte, 3) ^ mask);
        }
    });
    stream = std::move(out);
}

Result<void> decrypt_with(std::string_view pass, bool unicode, std::string& stream) {
    constexpr std::uint16_t k_xor = 0;
    const auto type = number_at<std::uint16_t>(pass, 0);
    if (!unicode || type == k_xor) {
        const std::string_view fields =
            unicode ? pass.substr(std::min<std::size_t>(2, pass.size())) : pass;
        if (number_at<std::uint16_t>(fields, 2) != xor_verifier(excel::k_default_password)) {
            return excel::refuse_encrypted();
        }
        decrypt_xor(number_at<std::uint16_t>(fields, 0), stream);
        return {};
    }
    constexpr std::size_t k_head = 6;  // type, version
    const auto minor = number_at<std::uint16_t>(pass, 4);
    if (pass.size() < k_head) return excel::refuse_encrypted();
    const std::string_view header = pass.substr(k_head);
    const BlockKey key = minor == 1 ? rc4_key(header) : crypto_api_key(header);
    if (!key) return excel::refuse_encrypted();
    decrypt_blocks(key, stream);
    return {};
}

}  // namespace

Result<void> decrypt(std::string& stream) {
    constexpr std::uint16_t k_unicode_version = 0x0600;
    RecordStream records(stream);
    const bool begins = records.next() && records.record().type == RecordType::begin;
    const bool unicode =
        begins && number_at<std::uint16_t>(records.record().body, 0) == k_unicode_version;
    while (records.next() && records.record().type != RecordType::end_of_file) {
        if (records.record().type != RecordType::file_pass) continue;
        const std::string pass(records.record().body);
        return decrypt_with(pass, unicode, stream);
    }
    return {};
}

}  // namespace tidytracker::biff
