// SPDX-License-Identifier: Apache-2.0
#include "read/excel/package_encryption.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/budget.hpp"
#include "base/cipher.hpp"
#include "base/compound_file.hpp"
#include "base/digest.hpp"
#include "base/little_endian.hpp"
#include "base/parse_number.hpp"
#include "base/xml_scanner.hpp"
#include "read/excel/encryption.hpp"
#include "read/html/mime.hpp"

namespace tidytracker::excel {
namespace {

using Digest = std::string (*)(std::string_view);

struct NamedDigest {
    std::string_view name{};
    Digest digest{};
};
constexpr std::array<NamedDigest, 4> k_digests{{
    {"SHA1", sha1},
    {"SHA256", sha256},
    {"SHA384", sha384},
    {"SHA512", sha512},
}};

constexpr std::size_t k_cipher_block = 16;
constexpr std::size_t k_longest_key = 32;
/// The size of the package stands in front of it.
constexpr std::size_t k_size_field = 8;
/// Excel takes 100,000 rounds. A file may ask for ten million, which no program is known to do.
constexpr std::uint32_t k_most_rounds = 1'000'000;
/// Excel's salts have 16 bytes; each is digested anew for every 4,096 bytes of the package.
constexpr std::size_t k_longest_salt = 64;

std::string fitted(std::string bytes, std::size_t size, char filling) {
    bytes.resize(size, filling);
    return bytes;
}

/// The digest of the password, salted and repeated so that trying others takes long.
std::string spun(Digest digest, std::string_view salt, std::uint32_t rounds) {
    std::string value = digest(std::string(salt) + default_password_bytes());
    for (std::uint32_t round = 0; round < rounds; ++round) {
        std::string counted = key_bytes(round);
        counted += value;
        value = digest(counted);
    }
    return value;
}

/// The whole blocks of the package's stream, without the size in front.
std::string_view blocks_of(std::string_view package) {
    package.remove_prefix(std::min(k_size_field, package.size()));
    return package.substr(0, package.size() / k_cipher_block * k_cipher_block);
}

/// [MS-OFFCRYPTO] 2.3.4.7: SHA-1 and 50,000 rounds.
std::string standard_key(std::string_view salt, std::size_t size) {
    constexpr std::uint32_t k_rounds = 50'000;
    constexpr std::size_t k_hash_block = 64;
    const std::string last = sha1(spun(sha1, salt, k_rounds) + key_bytes(0));
    std::string key;
    for (const char filling : {'\x36', '\x5C'}) {
        std::string block(k_hash_block, filling);
        for (std::size_t at = 0; at < last.size(); ++at) {
            block[at] = static_cast<char>(block[at] ^ last[at]);
        }
        key += sha1(block);
    }
    return key.substr(0, size);
}

/// [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9: AES, each block by itself.
std::optional<std::string> open_standard(std::string_view info, std::string_view package) {
    constexpr std::size_t k_verifier_size = 16;
    constexpr std::size_t k_encrypted_digest = 32;
    ByteReader in(info);
    const std::string_view header = in.take_bytes(in.take<std::uint32_t>());
    const std::size_t key_size = number_at<std::uint32_t>(header, 16) / 8;
    const std::string_view salt = in.take_bytes(in.take<std::uint32_t>());
    const std::string_view verifier = in.take_bytes(k_verifier_size);
    in.skip(sizeof(std::uint32_t));
    const std::string_view its_digest = in.take_bytes(k_encrypted_digest);
    if (in.overrun()) return {};
    const std::string key = standard_key(salt, key_size);
    const std::string expected = sha1(decrypt_aes_blocks(key, verifier));
    if (!decrypt_aes_blocks(key, its_digest).starts_with(expected)) return {};
    return decrypt_aes_blocks(key, blocks_of(package));
}

/// The parameters of one element of an agile description: keyData, or the password's encryptedKey.
struct AgileKey {
    Digest digest{};
    std::string salt{};
    std::size_t key_size{};
    std::uint32_t rounds{};
    std::string verifier{};
    std::string its_digest{};
    std::string value{};
};

AgileKey agile_key(const XmlScanner& xml) {
    AgileKey key;
    const std::string name = xml.attribute("hashAlgorithm");
    const auto* const known = std::ranges::find(k_digests, name, &NamedDigest::name);
    const bool chained = xml.attribute("cipherAlgorithm") == "AES" &&
                         xml.attribute("cipherChaining") == "ChainingModeCBC";
    if (known != k_digests.end() && chained) key.digest = known->digest;
    key.salt = mime::decode_base64(xml.attribute("saltValue"));
    key.key_size = parse_number<std::uint32_t>(xml.attribute("keyBits")).value_or(0) / 8;
    key.rounds = parse_number<std::uint32_t>(xml.attribute("spinCount")).value_or(0);
    key.verifier = mime::decode_base64(xml.attribute("encryptedVerifierHashInput"));
    key.its_digest = mime::decode_base64(xml.attribute("encryptedVerifierHashValue"));
    key.value = mime::decode_base64(xml.attribute("encryptedKeyValue"));
    return key;
}

struct AgileDescription {
    AgileKey data{};
    AgileKey password{};
    [[nodiscard]] bool usable() const {
        return data.digest != nullptr && password.digest != nullptr &&
               password.rounds <= k_most_rounds && password.key_size <= k_longest_key &&
               data.salt.size() <= k_longest_salt && password.salt.size() <= k_longest_salt;
    }
};

AgileDescription agile_description(std::string_view text) {
    AgileDescription description;
    MemorySource source(text);
    XmlScanner xml(source);
    while (xml.next_element(0)) {
        if (xml.name() == "keyData") description.data = agile_key(xml);
        if (xml.name() == "encryptedKey") description.password = agile_key(xml);
    }
    return description;
}

/// What the password's key protects, each value with a key of its own ([MS-OFFCRYPTO] 2.3.4.11).
std::string protected_value(const AgileKey& password, const std::string& base,
                            std::string_view purpose, std::string_view value) {
    constexpr char k_filling = '\x36';
    const std::string key =
        fitted(password.digest(base + std::string(purpose)), password.key_size, k_filling);
    return decrypt_aes_chain(key, fitted(password.salt, k_cipher_block, k_filling), value);
}

/// [MS-OFFCRYPTO] 2.3.4.15: the package is chained anew each 4096 bytes.
std::string decrypt_segments(const AgileKey& data, std::string_view key, std::string_view bytes) {
    constexpr std::size_t k_segment = 4096;
    std::string out;
    out.reserve(bytes.size());
    for (std::uint32_t number = 0; !bytes.empty(); ++number) {
        const std::string initial =
            fitted(data.digest(data.salt + key_bytes(number)), k_cipher_block, '\x36');
        out += decrypt_aes_chain(key, initial, bytes.substr(0, k_segment));
        bytes.remove_prefix(std::min(k_segment, bytes.size()));
    }
    return out;
}

/// [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15.
std::optional<std::string> open_agile(std::string_view info, std::string_view package) {
    using namespace std::string_view_literals;
    const AgileDescription description = agile_description(info);
    if (!description.usable()) return {};
    const AgileKey& password = description.password;
    const std::string base = spun(password.digest, password.salt, password.rounds);
    const std::string verifier =
        protected_value(password, base, "\xFE\xA7\xD2\x76\x3B\x4B\x9E\x79"sv, password.verifier);
    const std::string digest =
        protected_value(password, base, "\xD7\xAA\x0F\x6D\x30\x61\x34\x4E"sv, password.its_digest);
    if (verifier.empty() || !digest.starts_with(password.digest(verifier))) return {};
    const std::string key =
        protected_value(password, base, "\x14\x6E\x0B\xE7\xAB\xAC\xD0\xD6"sv, password.value);
    return decrypt_segments(description.data, std::string_view(key).substr(0, password.key_size),
                            blocks_of(package));
}

std::optional<std::string> open_with_default(std::string_view info, std::string_view package) {
    constexpr std::size_t k_head = 8;  // version, flags
    constexpr std::uint16_t k_agile = 4;
    constexpr std::uint16_t k_standard = 2;
    const auto minor = number_at<std::uint16_t>(info, 2);
    if (info.size() < k_head) return {};
    info.remove_prefix(k_head);
    std::optional<std::string> plain = minor == k_agile      ? open_agile(info, package)
                                       : minor == k_standard ? open_standard(info, package)
                                                             : std::nullopt;
    if (!plain) return {};
    const auto size = number_at<std::uint64_t>(package, 0);
    // The last block is filled up; a size that lies is of no use.
    plain->resize(static_cast<std::size_t>(std::min<std::uint64_t>(size, plain->size())));
    return plain;
}

}  // namespace

Result<std::string> decrypted_package(std::string_view bytes, const Limits& limits) {
    const CompoundFile file(bytes);
    const CompoundStream* const info = file.find("EncryptionInfo");
    const CompoundStream* const package = file.find("EncryptedPackage");
    if (info == nullptr || package == nullptr) return refuse_encrypted();
    Budget budget(limits.inflated_bytes, limits.cells, limits.seconds);
    const Result<std::string> description = file.read(*info, budget);
    if (!description) return tl::unexpected(description.error());
    const Result<std::string> secret = file.read(*package, budget);
    if (!secret) return tl::unexpected(secret.error());
    std::optional<std::string> plain = open_with_default(*description, *secret);
    if (!plain) return refuse_encrypted();
    return *std::move(plain);
}

}  // namespace tidytracker::excel
