// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <isa-l/crc.h>

namespace tidytracker::testing {

/// Builds ZIP archives in memory, of entries that are stored or deflated beforehand. What a test
/// wants wrong is set on the entry.
class ZipWriter {
  public:
    struct Entry {
        std::string name{};
        std::string packed{};
        std::uint16_t method{};
        std::uint16_t flags{};
        std::uint32_t checksum{};
        std::uint32_t unpacked_size{};
    };

    static Entry stored(std::string name, std::string_view content) {
        return {.name = std::move(name),
                .packed = std::string(content),
                .checksum = checksum_of(content),
                .unpacked_size = static_cast<std::uint32_t>(content.size())};
    }
    static std::uint32_t checksum_of(std::string_view content) {
        return crc32_gzip_refl(0, reinterpret_cast<const unsigned char*>(content.data()),
                               content.size());
    }

    void add(const Entry& entry) {
        constexpr std::uint16_t k_sizes_follow = 8;
        const bool follow = (entry.flags & k_sizes_follow) != 0;
        const auto offset = static_cast<std::uint32_t>(body_.size());
        body_ += "PK\3\4";
        append_common(entry, body_, follow);
        body_ += entry.name + entry.packed;
        if (follow) {
            body_ += "PK\7\10";
            append(body_, entry.checksum, 4);
            append(body_, entry.packed.size(), 4);
            append(body_, entry.unpacked_size, 4);
        }
        directory_ += "PK\1\2";
        append(directory_, 20, 2);
        append_common(entry, directory_, false);
        append(directory_, 0, 2 + 2 + 2 + 4);  // comment, disk, attributes
        append(directory_, offset, 4);
        directory_ += entry.name;
        ++count_;
    }
    void add(std::string name, std::string_view content) { add(stored(std::move(name), content)); }

    /// Entries without the directory.
    [[nodiscard]] const std::string& body() const { return body_; }
    [[nodiscard]] const std::string& directory() const { return directory_; }
    /// The whole archive.
    [[nodiscard]] std::string bytes() const {
        std::string end = "PK\5\6";
        append(end, 0, 4);
        append(end, count_, 2);
        append(end, count_, 2);
        append(end, directory_.size(), 4);
        append(end, body_.size(), 4);
        append(end, 0, 2);
        return body_ + directory_ + end;
    }

    /// Appends a little-endian number of `size` bytes.
    static void append(std::string& out, std::uint64_t value, int size) {
        for (int i = 0; i < size; ++i, value >>= 8) out += static_cast<char>(value & 0xFF);
    }

  private:
    static void append_common(const Entry& entry, std::string& out, bool without_sizes) {
        append(out, 20, 2);
        append(out, entry.flags, 2);
        append(out, entry.method, 2);
        append(out, 0, 4);  // time and date
        append(out, without_sizes ? 0 : entry.checksum, 4);
        append(out, without_sizes ? 0 : entry.packed.size(), 4);
        append(out, without_sizes ? 0 : entry.unpacked_size, 4);
        append(out, entry.name.size(), 2);
        append(out, 0, 2);  // extra field
    }

    std::string body_{};
    std::string directory_{};
    std::uint16_t count_{};
};

}  // namespace tidytracker::testing
