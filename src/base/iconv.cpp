// SPDX-License-Identifier: Apache-2.0
#include "base/iconv.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

#include <iconv.h>

#include "base/text.hpp"

namespace tidytracker {
namespace {

/// Owns a conversion descriptor.
class Converter {
  public:
    explicit Converter(const std::string& encoding)
        : handle_(iconv_open("UTF-8", encoding.c_str())) {}
    ~Converter() {
        if (is_open()) iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    [[nodiscard]] bool is_open() const {
        // iconv_open's way to say "no" is the pointer -1.
        return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr)
    }

    /// Converts up to the next fault or the end; returns errno, 0 at the end.
    int run(std::string_view& bytes, std::string& out) {
        std::array<char, 1U << 14U> buffer{};
        // iconv takes a pointer to non-const bytes, but does not write there.
        char* in = const_cast<char*>(bytes.data());  // NOLINT(*-const-cast)
        std::size_t in_left = bytes.size();
        int error = E2BIG;
        while (error == E2BIG) {
            char* to = buffer.data();
            std::size_t to_left = buffer.size();
            const std::size_t result = iconv(handle_, &in, &in_left, &to, &to_left);
            error = result == static_cast<std::size_t>(-1) ? errno : 0;
            out.append(buffer.data(), buffer.size() - to_left);
        }
        bytes = bytes.substr(bytes.size() - in_left);
        return error;
    }

  private:
    iconv_t handle_{};
};

bool is_plain_name(const std::string& encoding) {
    return !encoding.empty() && std::ranges::all_of(encoding, [](char c) {
        return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.' || c == ':';
    });
}

}  // namespace

std::optional<Converted> convert_to_utf8(std::string_view bytes, const std::string& encoding,
                                         std::size_t unit) {
    if (!is_plain_name(encoding)) return std::nullopt;
    Converter converter(encoding);
    if (!converter.is_open()) return std::nullopt;
    Converted converted;
    converted.text.reserve(bytes.size());
    while (converter.run(bytes, converted.text) != 0) {
        converted.text += "\xEF\xBF\xBD";
        ++converted.lost;
        bytes.remove_prefix(std::min(unit, bytes.size()));
    }
    return converted;
}

}  // namespace tidytracker
