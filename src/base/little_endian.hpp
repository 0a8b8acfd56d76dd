// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

// Numbers in files whose lowest byte stands first. Nothing here trusts a position or a count.
namespace tidytracker {

/// The number at an offset; 0 beyond the end.
template <class T>
[[nodiscard]] T number_at(std::string_view bytes, std::size_t at) {
    if (at > bytes.size() || bytes.size() - at < sizeof(T)) return 0;
    std::uint64_t value = 0;
    for (std::size_t i = sizeof(T); i-- > 0;) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return static_cast<T>(value);
}

/// The IEEE 754 number of eight bytes at an offset; 0 beyond the end.
[[nodiscard]] inline double double_at(std::string_view bytes, std::size_t at) {
    return std::bit_cast<double>(number_at<std::uint64_t>(bytes, at));
}

/// Takes numbers and bytes off the front. Beyond the end there are zeros, and `overrun` says so.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}
    template <class T>
    [[nodiscard]] T take() {
        const T value = number_at<T>(rest_, 0);
        skip(sizeof(T));
        return value;
    }
    /// As many bytes as are left, if that is fewer.
    [[nodiscard]] std::string_view take_bytes(std::size_t size) {
        const std::string_view bytes = rest_.substr(0, size);
        skip(size);
        return bytes;
    }
    void skip(std::size_t size) {
        overrun_ = overrun_ || size > rest_.size();
        rest_.remove_prefix(std::min(size, rest_.size()));
    }
    [[nodiscard]] std::string_view rest() const { return rest_; }
    [[nodiscard]] bool overrun() const { return overrun_; }

  private:
    std::string_view rest_{};
    bool overrun_{};
};

}  // namespace tidytracker
