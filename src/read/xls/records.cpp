// SPDX-License-Identifier: Apache-2.0
#include "read/xls/records.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace tidytracker::biff {
namespace {

constexpr std::size_t k_header_size = 4;

}  // namespace

bool RecordStream::next() {
    if (at_ >= stream_.size() || stream_.size() - at_ < k_header_size) return false;
    const std::size_t size = number_at<std::uint16_t>(stream_, at_ + 2);
    record_ = {number_at<std::uint16_t>(stream_, at_), stream_.substr(at_ + k_header_size, size),
               at_};
    at_ += k_header_size + record_.body.size();
    return true;
}

std::uint16_t RecordStream::next_type() const {
    return number_at<std::uint16_t>(stream_, at_);
}

std::vector<std::string_view> RecordStream::with_continuations() {
    std::vector<std::string_view> parts{record_.body};
    while (next_type() == RecordType::continuation && next()) parts.push_back(record_.body);
    return parts;
}

/// Goes on to the next part if this one is used up.
void ContinuedReader::settle() {
    while (rest_.empty() && !parts_.empty()) {
        rest_ = parts_.front();
        parts_ = parts_.subspan(1);
    }
}

void ContinuedReader::skip(std::uint64_t size) {
    for (settle(); size > 0 && !rest_.empty(); settle()) {
        const std::uint64_t step = std::min<std::uint64_t>(size, rest_.size());
        rest_.remove_prefix(step);
        size -= step;
    }
}

bool ContinuedReader::at_end() {
    settle();
    return rest_.empty();
}

void ContinuedReader::append_characters(std::size_t count, bool wide, std::string& out) {
    // Nearly all strings lie in one record and need no copy.
    const std::size_t size = wide ? count * 2 : count;
    if (rest_.size() >= size) {
        const std::string_view characters = rest_.substr(0, size);
        wide ? append_utf16(characters, out) : append_latin_1(characters, out);
        rest_.remove_prefix(size);
        return;
    }
    units_.clear();  // UTF-16, so that a pair of surrogates may be parted by the joint
    for (;;) {
        const std::size_t width = wide ? 2 : 1;
        const std::size_t here = std::min(count, rest_.size() / width);
        for (const char c : rest_.substr(0, here * width)) {
            units_ += c;
            if (!wide) units_ += '\0';
        }
        count -= here;
        rest_.remove_prefix(here * width);
        if (count == 0) break;
        rest_ = {};  // half a character before the joint is none
        if (at_end()) break;
        wide = (take<std::uint8_t>() & 1U) != 0;
    }
    append_utf16(units_, out);
}

}  // namespace tidytracker::biff
