// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/xls/records.hpp"
#include "read/xls/text.hpp"

namespace tidytracker::biff {

/// Joins the notes of a sheet. In BIFF8 a NOTE record names the drawing object whose text it is,
/// and the object's text follows it ([MS-XLS] 2.4.179, 2.4.181, 2.4.329); before, the text stands
/// in NOTE records.
class NoteRecords {
  public:
    explicit NoteRecords(const TextReader& text) : text_(text) {}

    void take_object(std::string_view body);
    /// `parts`: the text record and its continuations.
    void take_text(const std::vector<std::string_view>& parts);
    void take_note(std::string_view body);
    void move_into(Sheet& sheet);

  private:
    struct Reference {
        Note note{};
        std::uint16_t object{};
    };

    const TextReader& text_;
    std::uint16_t object_{};  ///< seen last
    std::unordered_map<std::uint16_t, std::string> texts_{};
    std::vector<Reference> notes_{};
};

}  // namespace tidytracker::biff
