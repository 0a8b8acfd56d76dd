// SPDX-License-Identifier: Apache-2.0
#include "base/byte_source.hpp"

#include "base/unicode.hpp"

namespace tidytracker {
namespace {

constexpr bool is_high_surrogate(char32_t unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}
constexpr bool is_low_surrogate(char32_t unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

Result<std::size_t> Utf8Source::fill(std::size_t size) {
    const std::size_t before = raw_.size();
    raw_.resize(before + size);
    Result<std::size_t> got = source_.read(std::span(raw_).subspan(before));
    raw_.resize(before + got.value_or(0));
    return got;
}

Result<void> Utf8Source::recognise() {
    while (raw_.size() < 4) {
        const Result<std::size_t> got = fill(4 - raw_.size());
        if (!got) return tl::unexpected(got.error());
        if (*got == 0) break;
    }
    using namespace std::string_view_literals;
    if (raw_.starts_with("\xFF\xFE") || raw_.starts_with("<\0"sv)) {
        encoding_ = Encoding::utf16_le;
    } else if (raw_.starts_with("\xFE\xFF") || raw_.starts_with("\0<"sv)) {
        encoding_ = Encoding::utf16_be;
    } else {
        encoding_ = Encoding::utf8;
    }
    if (raw_.starts_with("\xEF\xBB\xBF")) raw_.erase(0, 3);
    if (raw_.starts_with("\xFF\xFE") || raw_.starts_with("\xFE\xFF")) raw_.erase(0, 2);
    return {};
}

Result<std::size_t> Utf8Source::read(std::span<char> room) {
    if (encoding_ == Encoding::unknown) {
        if (const Result<void> done = recognise(); !done) return tl::unexpected(done.error());
    }
    if (encoding_ == Encoding::utf8) {
        if (raw_.empty()) return source_.read(room);
        const std::size_t size = raw_.copy(room.data(), room.size());
        raw_.erase(0, size);
        return size;
    }
    for (;;) {
        const std::size_t size = transcode(room);
        if (size > 0) return size;
        Result<std::size_t> got = fill(room.size());
        if (!got || *got == 0) return got;
    }
}

std::size_t Utf8Source::transcode(std::span<char> room) {
    const auto unit_at = [this](std::size_t at) {
        const auto first = static_cast<unsigned char>(raw_[at]);
        const auto second = static_cast<unsigned char>(raw_[at + 1]);
        return static_cast<char32_t>(encoding_ == Encoding::utf16_le ? first | second << 8
                                                                     : first << 8 | second);
    };
    std::string out;
    std::size_t at = 0;
    while (at + 2 <= raw_.size() && out.size() + 4 <= room.size()) {
        const char32_t unit = unit_at(at);
        if (!is_high_surrogate(unit)) {
            append_utf8(is_low_surrogate(unit) ? U'\uFFFD' : unit, out);
            at += 2;
            continue;
        }
        if (at + 4 > raw_.size()) break;
        const char32_t low = unit_at(at + 2);
        const bool paired = is_low_surrogate(low);
        append_utf8(paired ? 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00) : U'\uFFFD', out);
        at += paired ? 4 : 2;
    }
    raw_.erase(0, at);
    out.copy(room.data(), out.size());
    return out.size();
}

}  // namespace tidytracker
