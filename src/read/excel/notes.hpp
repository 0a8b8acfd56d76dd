// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <vector>

namespace tidytracker::excel {

/// The notes of a sheet as programs without threaded comments see them: where there is a thread,
/// Excel writes a placeholder for them.
class LegacyNotes {
  public:
    /// Without the author's name before the text, which Excel puts there, and without the
    /// placeholder before the first message of a thread.
    void add(Note note);
    /// Gives the notes to the sheet, ascending by cell, with each message of a thread as a note;
    /// placeholders of known threads are left out.
    void join(std::vector<Note> threads, Sheet& sheet) &&;

  private:
    std::vector<Note> notes_{};
    std::vector<bool> of_thread_{};
};

}  // namespace tidytracker::excel
