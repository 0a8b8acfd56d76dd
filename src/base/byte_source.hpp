// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace tidytracker {

/// Bytes that come one piece after the other, so that a big part never stands in memory whole.
class ByteSource {
  public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Fills the front of `room`, which is not empty. Returns the number of bytes; 0 is the end.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<char> room) = 0;
    /// How much of the whole has been read, from 0 to 1; 0 if that is not known.
    [[nodiscard]] virtual double share_read() const { return 0; }
};

/// Bytes that are in memory already; they must outlive the source.
class MemorySource final : public ByteSource {
  public:
    explicit MemorySource(std::string_view bytes) : rest_(bytes) {}
    [[nodiscard]] Result<std::size_t> read(std::span<char> room) override {
        const std::size_t size = rest_.copy(room.data(), room.size());
        rest_.remove_prefix(size);
        return size;
    }

  private:
    std::string_view rest_{};
};

/// Another source's text as UTF-8: UTF-16 (by its byte order mark or the zero bytes of its first
/// character) is transcoded, UTF-8 passes through; a byte order mark is left out.
class Utf8Source final : public ByteSource {
  public:
    explicit Utf8Source(ByteSource& source) : source_(source) {}
    [[nodiscard]] Result<std::size_t> read(std::span<char> room) override;
    [[nodiscard]] double share_read() const override { return source_.share_read(); }

  private:
    enum class Encoding { unknown, utf8, utf16_le, utf16_be };
    [[nodiscard]] Result<std::size_t> fill(std::size_t size);
    [[nodiscard]] Result<void> recognise();
    [[nodiscard]] std::size_t transcode(std::span<char> room);

    ByteSource& source_;
    Encoding encoding_{Encoding::unknown};
    std::string raw_{};  ///< read, but not passed on yet
};

}  // namespace tidytracker
