// SPDX-License-Identifier: Apache-2.0
#include "read/xls/references.hpp"

#include <array>

namespace tidytracker::biff {

void ReferenceRecords::take(const Record& record) {
    constexpr std::uint16_t k_own_book = 0x0401;
    if (text_.version() != Version::biff8) return;
    if (record.type == RecordType::external_book) {
        own_books_.push_back(number_at<std::uint16_t>(record.body, 2) == k_own_book);
    } else if (record.type == RecordType::external_sheets) {
        take_external_sheets(record.body);
    } else if (record.type == RecordType::defined_name) {
        take_name(record.body);
    }
}

void ReferenceRecords::take_external_sheets(std::string_view body) {
    ByteReader in(body);
    for (auto count = in.take<std::uint16_t>(); count > 0 && !in.rest().empty(); --count) {
        const std::size_t book = in.take<std::uint16_t>();
        const std::size_t first = in.take<std::uint16_t>();
        const std::size_t last = in.take<std::uint16_t>();
        const bool known =
            book < own_books_.size() && own_books_[book] && first == last && first < sheets_.size();
        references_.sheets.push_back(known ? sheets_[first] : "");
    }
}

/// The name stands behind fixed fields, without its length; a built-in one is a single byte.
void ReferenceRecords::take_name(std::string_view body) {
    constexpr std::size_t k_count_at = 3;
    constexpr std::size_t k_name_at = 14;
    const auto count = number_at<std::uint8_t>(body, k_count_at);
    std::string& name = references_.names.emplace_back();
    if (body.size() <= k_name_at) return;
    const std::array<std::string_view, 1> parts = {body.substr(k_name_at)};
    ContinuedReader in(parts);
    const bool wide = (in.take<std::uint8_t>() & 1U) != 0;
    in.append_characters(count, wide, name);
}

}  // namespace tidytracker::biff
