// SPDX-License-Identifier: Apache-2.0
#include "read/xlsb/records.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace tidytracker::biff12 {
namespace {

constexpr int k_most_type_bytes = 2;
constexpr int k_most_size_bytes = 4;
constexpr std::uint32_t k_null_string = 0xFFFFFFFF;

}  // namespace

/// Seven bits a byte, the lowest first; the eighth says that another byte follows.
std::uint32_t RecordStream::take_number(int most_bytes) {
    std::uint32_t number = 0;
    for (int i = 0; i < most_bytes && !rest_.empty(); ++i) {
        const auto byte = static_cast<unsigned char>(rest_[0]);
        rest_.remove_prefix(1);
        number |= static_cast<std::uint32_t>(byte & 0x7FU) << (7 * i);
        if (byte < 0x80) break;
    }
    return number;
}

bool RecordStream::next() {
    if (rest_.empty()) return false;
    record_.type = take_number(k_most_type_bytes);
    const std::size_t size = take_number(k_most_size_bytes);
    cut_short_ = size > rest_.size();
    record_.body = rest_.substr(0, size);
    rest_.remove_prefix(record_.body.size());
    return true;
}

double RecordStream::share_read() const {
    if (part_.empty()) return 1;
    return static_cast<double>(part_.size() - rest_.size()) / static_cast<double>(part_.size());
}

void append_string(ByteReader& in, std::string& out) {
    const std::uint32_t count = in.take<std::uint32_t>();
    if (count == k_null_string) return;
    const std::size_t before = out.size();
    append_utf16(in.take_bytes(std::size_t{count} * 2), out);
    out.erase(std::remove(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), '\0'),
              out.end());
}

std::string take_string(ByteReader& in) {
    std::string text;
    append_string(in, text);
    return text;
}

void take_rich_string(ByteReader& in, std::span<const excel::FontStyle> fonts, RichString& out) {
    constexpr unsigned k_has_runs = 0x01;
    const unsigned flags = in.take<std::uint8_t>();
    out.text.clear();
    out.runs.clear();
    append_string(in, out.text);
    if ((flags & k_has_runs) == 0) return;
    std::vector<excel::FontChange> changes;
    const auto count = in.take<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && !in.overrun(); ++i) {
        const auto first = in.take<std::uint16_t>();
        changes.push_back({first, in.take<std::uint16_t>()});
    }
    out.runs = excel::runs_from(out.text, changes, fonts);
}

std::optional<CellRange> take_range(ByteReader& in) {
    CellRange range;
    range.first.row = in.take<std::uint32_t>();
    range.last.row = in.take<std::uint32_t>();
    range.first.column = in.take<std::uint32_t>();
    range.last.column = in.take<std::uint32_t>();
    const bool ordered =
        range.first.row <= range.last.row && range.first.column <= range.last.column;
    return ordered && !in.overrun() ? std::optional(range) : std::nullopt;
}

excel::ColourReference take_colour(ByteReader& in) {
    enum ColourType : unsigned { indexed = 1, rgb = 2, theme = 3 };
    const unsigned type = in.take<std::uint8_t>() >> 1U;
    const std::size_t index = in.take<std::uint8_t>();
    excel::ColourReference colour;
    colour.tint = static_cast<double>(in.take<std::int16_t>()) / 32767;
    const std::uint32_t red = in.take<std::uint8_t>();
    const std::uint32_t green = in.take<std::uint8_t>();
    const std::uint32_t blue = in.take<std::uint8_t>();
    in.skip(1);  // opacity
    if (type == ColourType::indexed) colour.indexed = index;
    if (type == ColourType::theme) colour.theme = index;
    if (type == ColourType::rgb) colour.rgb = red << 16U | green << 8U | blue;
    return colour;
}

}  // namespace tidytracker::biff12
