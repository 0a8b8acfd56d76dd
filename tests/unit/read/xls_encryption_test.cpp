// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/cipher.hpp"
#include "base/digest.hpp"
#include "read/biff_fixture.hpp"

namespace tidytracker {
namespace {

using testing::BiffWorkbook;
using testing::CompoundWriter;
using testing::head;
using testing::le;
using testing::le_double;
using testing::read_xls;
using testing::record;
using testing::wide;

const std::string k_salt = "0123456789abcdef";
const std::string k_verifier = "fedcba9876543210";

std::string rc4(const std::string& key, std::string bytes) {
    apply_rc4(key, bytes);
    return bytes;
}

std::string key_40_bit(std::string_view password, std::uint32_t block) {
    const std::string hash = md5(wide(password)).substr(0, 5);
    std::string all;
    for (int i = 0; i < 16; ++i) all += hash + k_salt;
    return md5(md5(all).substr(0, 5) + le(block, 4));
}

std::string key_128_bit(std::string_view password, std::uint32_t block) {
    return sha1(sha1(k_salt + wide(password)) + le(block, 4)).substr(0, 16);
}

using Key = std::string (*)(std::string_view, std::uint32_t);

/// Encrypts the bodies of all records but the first two and of the sheets' list its places.
std::string encrypted(const std::string& stream, Key key, std::string_view password) {
    std::string secret;
    for (std::size_t at = 0; at < stream.size(); at += 1024) {
        secret +=
            rc4(key(password, static_cast<std::uint32_t>(at / 1024)), stream.substr(at, 1024));
    }
    std::string out = stream;
    biff::RecordStream records(stream);
    while (records.next()) {
        const biff::Record& one = records.record();
        if (one.type == biff::RecordType::begin || one.type == biff::RecordType::file_pass)
            continue;
        const std::size_t plain = one.type == biff::RecordType::bound_sheet ? 4 : 0;
        const std::size_t at = one.at + 4 + plain;
        if (one.body.size() > plain) {
            out.replace(at, one.body.size() - plain, secret, at, one.body.size() - plain);
        }
    }
    CompoundWriter writer;
    writer.add("Workbook", out);
    return writer.bytes();
}

BiffWorkbook long_workbook(const std::string& pass) {
    BiffWorkbook workbook;
    workbook.globals = record(biff::RecordType::file_pass, pass);
    for (unsigned row = 0; row < 200; ++row) {
        workbook.sheets[0].records +=
            record(biff::RecordType::number, head(row, 0) + le_double(row));
    }
    return workbook;
}

std::string pass_40_bit(std::string_view password) {
    const std::string secret = rc4(key_40_bit(password, 0), k_verifier + md5(k_verifier));
    return le(1, 2) + le(1, 2) + le(1, 2) + k_salt + secret;
}

std::string pass_128_bit(std::string_view password) {
    const std::string header = le(4, 4) + le(0, 4) + le(0x6801, 4) + le(0x8004, 4) + le(128, 4) +
                               le(1, 4) + le(0, 8) + le(0, 2);
    const std::string secret = rc4(key_128_bit(password, 0), k_verifier + sha1(k_verifier));
    return le(1, 2) + le(2, 2) + le(2, 2) + le(4, 4) + le(header.size(), 4) + header + le(16, 4) +
           k_salt + secret.substr(0, 16) + le(20, 4) + secret.substr(16);
}

constexpr std::string_view k_default = "VelvetSweatshop";

TEST(XlsEncryption, the_default_password_opens_rc4) {
    const std::string bytes =
        encrypted(long_workbook(pass_40_bit(k_default)).stream(), key_40_bit, k_default);
    const testing::Reading reading = read_xls(bytes);
    EXPECT_EQ(reading.sheet().name, "Actions");
    EXPECT_EQ(reading.value("A2"), "number:1");
    EXPECT_EQ(reading.value("A200"), "number:199");
}

TEST(XlsEncryption, the_default_password_opens_rc4_of_crypto_api) {
    const std::string bytes =
        encrypted(long_workbook(pass_128_bit(k_default)).stream(), key_128_bit, k_default);
    EXPECT_EQ(read_xls(bytes).value("A200"), "number:199");
}

TEST(XlsEncryption, another_password_is_said) {
    const std::string first =
        encrypted(long_workbook(pass_40_bit("other")).stream(), key_40_bit, "other");
    const std::string second =
        encrypted(long_workbook(pass_128_bit("other")).stream(), key_128_bit, "other");
    for (const std::string& bytes : {first, second}) {
        const Error error = testing::xls_error(bytes);
        EXPECT_EQ(error.kind, ErrorKind::encrypted);
        EXPECT_EQ(error.message, "the workbook is encrypted");
        EXPECT_NE(error.help.find("remove the password"), std::string::npos);
    }
}

TEST(XlsEncryption, the_default_password_opens_xor_obfuscation) {
    // The array of the default password for key 0xD0C5, by [MS-OFFCRYPTO] 2.3.7.2.
    std::string array;
    const std::string password = std::string(k_default) + "\xBB";
    for (std::size_t i = 0; i < 16; ++i) {
        const unsigned byte =
            static_cast<unsigned char>(password[i]) ^ (i % 2 == 0 ? 0xC5U : 0xD0U);
        array += static_cast<char>((byte << 2U | byte >> 6U) & 0xFFU);
    }
    const std::string stream = long_workbook(le(0, 2) + le(0xD0C5, 2) + le(0x9A0A, 2)).stream();
    std::string out = stream;
    biff::RecordStream records(stream);
    while (records.next()) {
        const biff::Record& one = records.record();
        if (one.type == biff::RecordType::begin || one.type == biff::RecordType::file_pass)
            continue;
        for (std::size_t i = one.type == biff::RecordType::bound_sheet ? 4 : 0; i < one.body.size();
             ++i) {
            const std::size_t at = one.at + 4 + i;
            const auto mask = static_cast<unsigned char>(array[(at + one.body.size()) % 16]);
            const unsigned byte = (static_cast<unsigned char>(stream[at]) ^ mask) & 0xFFU;
            out[at] = static_cast<char>((byte << 5U | byte >> 3U) & 0xFFU);
        }
    }
    CompoundWriter writer;
    writer.add("Workbook", out);
    EXPECT_EQ(read_xls(writer.bytes()).value("A200"), "number:199");
}

TEST(XlsEncryption, headers_that_are_cut_off_are_refused) {
    const std::string pass = pass_128_bit(k_default);
    for (std::size_t size = 0; size < pass.size(); ++size) {
        CompoundWriter writer;
        writer.add("Workbook", long_workbook(pass.substr(0, size)).stream());
        EXPECT_EQ(testing::xls_error(writer.bytes()).kind, ErrorKind::encrypted) << size;
    }
}

}  // namespace
}  // namespace tidytracker
