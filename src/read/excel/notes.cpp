// SPDX-License-Identifier: Apache-2.0
#include "read/excel/notes.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "read/excel/note_author.hpp"

namespace tidytracker::excel {
namespace {

/// Authors of the notes that stand in for threads: "tc={GUID}".
constexpr std::string_view k_thread_author = "tc={";
/// Ends the first paragraph of the stand-in text, in every language of Excel.
constexpr std::string_view k_placeholder_link = "linkid=870924";

/// The message in the stand-in text of a thread whose own part is lost: what follows Microsoft's
/// paragraph and the line that only says "Comment:".
std::string without_placeholder(const std::string& text) {
    const std::size_t link = text.find(k_placeholder_link);
    if (link == std::string::npos) return text;
    const std::size_t label = text.find_first_not_of("\r\n", link + k_placeholder_link.size());
    if (label == std::string::npos) return {};
    const std::size_t line_end = text.find('\n', label);
    if (line_end == std::string::npos) return {};
    return std::string(trim(std::string_view(text).substr(line_end)));
}

}  // namespace

void LegacyNotes::add(Note note) {
    const bool of_thread = note.author.starts_with(k_thread_author);
    note.text = of_thread ? without_placeholder(note.text)
                          : without_author(std::move(note.text), note.author);
    if (of_thread) note.author.clear();
    notes_.push_back(std::move(note));
    of_thread_.push_back(of_thread);
}

void LegacyNotes::join(std::vector<Note> threads, Sheet& sheet) && {
    std::set<CellAddress> threaded;
    for (const Note& note : threads) threaded.insert(note.at);
    for (std::size_t i = 0; i < notes_.size(); ++i) {
        const bool stands_in = of_thread_[i] && threaded.contains(notes_[i].at);
        if (!stands_in && !notes_[i].text.empty()) sheet.notes.push_back(std::move(notes_[i]));
    }
    std::ranges::move(threads, std::back_inserter(sheet.notes));
    std::ranges::stable_sort(sheet.notes, {}, &Note::at);
}

}  // namespace tidytracker::excel
