// SPDX-License-Identifier: Apache-2.0
#include "read/excel/package_encryption.hpp"

#include <array>
#include <cstdint>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nettle/aes.h>
#include <nettle/base64.h>
#include <nettle/cbc.h>

#include "base/digest.hpp"
#include "read/excel/encryption.hpp"
#include "read/xlsx_fixture.hpp"
#include "support/compound_writer.hpp"

namespace tidytracker {
namespace {

using namespace std::string_literals;
using testing::CompoundWriter;
using testing::error_of;
using testing::Parts;
using testing::read_as;

constexpr std::string_view k_package_default = "VelvetSweatshop";
const std::string k_package_salt = "0123456789abcdef";
constexpr std::uint32_t k_few_rounds = 50;

std::string in_utf16(std::string_view ascii) {
    std::string out;
    for (const char c : ascii) out.append({c, '\0'});
    return out;
}

std::string number_bytes(std::uint64_t number, int size) {
    std::string out;
    for (int i = 0; i < size; ++i, number >>= 8U) out += static_cast<char>(number & 0xFFU);
    return out;
}

std::string whole_blocks(std::string bytes) {
    bytes.resize((bytes.size() + 15) / 16 * 16);
    return bytes;
}

const std::uint8_t* octets(const std::string& bytes) {
    return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

/// AES with keys of 128 bits, each block by itself.
std::string in_blocks(const std::string& key, std::string bytes) {
    bytes = whole_blocks(std::move(bytes));
    aes128_ctx context{};
    aes128_set_encrypt_key(&context, octets(key));
    std::string out(bytes.size(), '\0');
    aes128_encrypt(&context, bytes.size(), reinterpret_cast<std::uint8_t*>(out.data()),
                   octets(bytes));
    return out;
}

/// AES with keys of 256 bits, chained.
std::string in_chain(const std::string& key, std::string initial, std::string bytes) {
    bytes = whole_blocks(std::move(bytes));
    aes256_ctx context{};
    aes256_set_encrypt_key(&context, octets(key));
    const auto encrypt = [](const void* with, std::size_t size, std::uint8_t* into,
                            const std::uint8_t* from) {
        aes256_encrypt(static_cast<const aes256_ctx*>(with), size, into, from);
    };
    std::string out(bytes.size(), '\0');
    cbc_encrypt(&context, encrypt, AES_BLOCK_SIZE, reinterpret_cast<std::uint8_t*>(initial.data()),
                bytes.size(), reinterpret_cast<std::uint8_t*>(out.data()), octets(bytes));
    return out;
}

std::string base64(const std::string& bytes) {
    std::string out(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
    base64_encode_raw(out.data(), bytes.size(), octets(bytes));
    return out;
}

std::string compound(const std::string& info, const std::string& package) {
    CompoundWriter writer;
    writer.add("EncryptionInfo", info);
    writer.add("EncryptedPackage", package);
    return writer.bytes();
}

/// As Excel 2007 writes it ([MS-OFFCRYPTO] 2.3.4.5).
std::string standard_file(const std::string& package, std::string_view password) {
    std::string hash = sha1(k_package_salt + in_utf16(password));
    for (std::uint32_t i = 0; i < 50'000; ++i) hash = sha1(number_bytes(i, 4) + hash);
    hash = sha1(hash + number_bytes(0, 4));
    std::string block(64, '\x36');
    for (std::size_t i = 0; i < hash.size(); ++i) block[i] = static_cast<char>(block[i] ^ hash[i]);
    const std::string key = sha1(block).substr(0, 16);
    const std::string verifier = "fedcba9876543210";
    const std::string provider = in_utf16("Some provider") + "\0\0"s;
    const std::string header = number_bytes(0x24, 4) + number_bytes(0, 4) +
                               number_bytes(0x660E, 4) + number_bytes(0x8004, 4) +
                               number_bytes(128, 4) + number_bytes(0x18, 4) + number_bytes(0, 8) +
                               provider;
    const std::string info = number_bytes(3, 2) + number_bytes(2, 2) + number_bytes(0x24, 4) +
                             number_bytes(header.size(), 4) + header + number_bytes(16, 4) +
                             k_package_salt + in_blocks(key, verifier) + number_bytes(20, 4) +
                             in_blocks(key, sha1(verifier));
    return compound(info, number_bytes(package.size(), 8) + in_blocks(key, package));
}

/// As Excel writes it since 2010 ([MS-OFFCRYPTO] 2.3.4.10).
std::string agile_file(const std::string& package, std::string_view password,
                       std::uint32_t stated_rounds = k_few_rounds) {
    std::string hash = sha512(k_package_salt + in_utf16(password));
    for (std::uint32_t i = 0; i < k_few_rounds; ++i) hash = sha512(number_bytes(i, 4) + hash);
    const auto secret = [&hash](const std::string& purpose, const std::string& value) {
        return base64(in_chain(sha512(hash + purpose).substr(0, 32), k_package_salt, value));
    };
    const std::string verifier = "fedcba9876543210";
    const std::string key = "an intermediate key of 32 bytes.";
    const std::string data_salt = "fedcba9876543210";
    const std::string settings =
        "cipherAlgorithm=\"AES\" cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"SHA512\" "
        "keyBits=\"256\" blockSize=\"16\" hashSize=\"64\" saltSize=\"16\"";
    const std::string info = fmt::format(
        "<encryption xmlns:p=\"p\"><keyData {0} saltValue=\"{1}\"/><keyEncryptors><keyEncryptor>"
        "<p:encryptedKey {0} spinCount=\"{2}\" saltValue=\"{3}\" encryptedVerifierHashInput=\"{4}\""
        " encryptedVerifierHashValue=\"{5}\" encryptedKeyValue=\"{6}\"/></keyEncryptor>"
        "</keyEncryptors></encryption>",
        settings, base64(data_salt), stated_rounds, base64(k_package_salt),
        secret("\xFE\xA7\xD2\x76\x3B\x4B\x9E\x79", verifier),
        secret("\xD7\xAA\x0F\x6D\x30\x61\x34\x4E", sha512(verifier)),
        secret("\x14\x6E\x0B\xE7\xAB\xAC\xD0\xD6", key));
    std::string stream = number_bytes(package.size(), 8);
    for (std::size_t at = 0; at < package.size(); at += 4096) {
        const std::string initial = sha512(data_salt + number_bytes(at / 4096, 4)).substr(0, 16);
        stream += in_chain(key, initial, package.substr(at, 4096));
    }
    return compound(number_bytes(4, 2) + number_bytes(4, 2) + number_bytes(0x40, 4) + info, stream);
}

std::string long_package() {
    Parts parts;
    std::string rows;
    // Text that hardly shrinks, so that the package has several segments.
    std::string word = "mow";
    for (int row = 1; row <= 300; ++row) {
        word = sha256_hex(word);
        rows += fmt::format(
            "<row r=\"{0}\"><c r=\"A{0}\" t=\"inlineStr\"><is><t>{1}</t></is></c>"
            "</row>",
            row, row == 300 ? "Rake the beds" : word);
    }
    parts.set_rows(rows);
    return parts.bytes();
}

TEST(PackageEncryption, the_default_password_opens_standard_and_agile_encryption) {
    const std::string package = long_package();
    ASSERT_GT(package.size(), 3U * 4096U);
    for (const std::string& bytes :
         {standard_file(package, k_package_default), agile_file(package, k_package_default)}) {
        EXPECT_EQ(xlsx_reader().confidence({"tracker", bytes}), 95);
        const auto reading = read_as(xlsx_reader(), bytes);
        EXPECT_EQ(reading.value("A300"), "text:Rake the beds");
        EXPECT_TRUE(reading.findings.empty());
        EXPECT_TRUE(
            reading.workbook.description.ends_with(", encrypted with Excel's own password"));
    }
}

TEST(PackageEncryption, another_password_is_said) {
    const std::string package = long_package();
    for (const std::string& bytes :
         {standard_file(package, "other"), agile_file(package, "other")}) {
        const Error error = error_of(xlsx_reader(), bytes);
        EXPECT_EQ(error.kind, ErrorKind::encrypted);
        EXPECT_EQ(error.message, "the workbook is encrypted");
    }
}

TEST(PackageEncryption, rounds_that_would_take_minutes_are_refused) {
    const std::string bytes = agile_file(long_package(), k_package_default, 4'000'000'000U);
    EXPECT_EQ(error_of(xlsx_reader(), bytes).kind, ErrorKind::encrypted);
}

TEST(PackageEncryption, what_is_cut_off_is_refused_or_read_as_damaged) {
    const std::string whole = standard_file(long_package(), k_package_default);
    for (std::size_t size = 512; size < whole.size(); size += 1001) {
        Findings findings;
        const auto workbook = xlsx_reader().read({"tracker", whole.substr(0, size)}, {}, findings);
        EXPECT_TRUE(!workbook || !findings.empty()) << size;
    }
}

}  // namespace
}  // namespace tidytracker
