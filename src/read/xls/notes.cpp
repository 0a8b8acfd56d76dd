// SPDX-License-Identifier: Apache-2.0
#include "read/xls/notes.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "read/excel/notes.hpp"

namespace tidytracker::biff {

/// The first part of an object record, common object data, holds its number (2.5.143).
void NoteRecords::take_object(std::string_view body) {
    constexpr std::uint16_t k_common_data = 0x0015;
    if (number_at<std::uint16_t>(body, 0) == k_common_data) {
        object_ = number_at<std::uint16_t>(body, 6);
    }
}

/// The characters stand in the continuations, so that the first of them begins with their width.
void NoteRecords::take_text(const std::vector<std::string_view>& parts) {
    constexpr std::size_t k_count_at = 10;
    const std::size_t count = number_at<std::uint16_t>(parts[0], k_count_at);
    const std::span<const std::string_view> all = parts;
    ContinuedReader in(all.subspan(1));
    const bool wide = (in.take<std::uint8_t>() & 1U) != 0;
    std::string text;
    in.append_characters(count, wide, text);
    std::erase(text, '\0');
    texts_[object_] = std::move(text);
}

void NoteRecords::take_note(std::string_view body) {
    constexpr std::size_t k_head = 6;
    const std::uint32_t row = number_at<std::uint16_t>(body, 0);
    const std::uint32_t column = number_at<std::uint16_t>(body, 2);
    if (body.size() < k_head) return;
    if (text_.version() == Version::biff8) {
        Reference& reference = notes_.emplace_back();
        reference.note.at = {row, column};
        reference.object = number_at<std::uint16_t>(body, k_head);
        const std::string_view author = body.substr(std::min<std::size_t>(8, body.size()));
        reference.note.author = text_.read(author, LengthField::two_bytes);
        return;
    }
    // A long text goes on in further records, which have no row.
    constexpr std::uint32_t k_no_row = 0xFFFF;
    if (row != k_no_row) notes_.emplace_back().note.at = {row, column};
    if (notes_.empty()) return;
    text_.append_bytes(body.substr(k_head), notes_.back().note.text);
}

void NoteRecords::move_into(Sheet& sheet) {
    excel::LegacyNotes joined;
    for (Reference& reference : notes_) {
        Note& note = reference.note;
        if (const auto text = texts_.find(reference.object); text != texts_.end()) {
            note.text = text->second;
        }
        joined.add(std::move(note));
    }
    std::move(joined).join({}, sheet);
}

}  // namespace tidytracker::biff
