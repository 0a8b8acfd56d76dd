// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx_notes.hpp"

#include <algorithm>
#include <set>

#include "base/parse_number.hpp"
#include "base/text.hpp"
#include "read/note_author.hpp"
#include "read/xlsx_text.hpp"

namespace tidytracker::xlsx {
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

struct LegacyNotes {
    std::vector<Note> notes{};
    std::vector<bool> of_thread{};
};

std::vector<std::string> read_authors(XmlScanner& xml) {
    std::vector<std::string> authors;
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        std::string& author = authors.emplace_back();
        append_string(xml.element_text(), author);
    }
    return authors;
}

void read_comments(XmlScanner& xml, LegacyNotes& out) {
    std::vector<std::string> authors;
    RichTextReader text;
    while (xml.next_element(0)) {
        if (xml.name() == "authors") authors = read_authors(xml);
        if (xml.name() != "comment") continue;
        const auto at = address_from_a1(xml.raw_attribute("ref"));
        const auto author = parse_number<std::size_t>(xml.raw_attribute("authorId"));
        Note note{.at = at.value_or(CellAddress{})};
        if (author && *author < authors.size()) note.author = authors[*author];
        const std::size_t depth = xml.depth();
        while (xml.next_element(depth)) {
            if (xml.name() != "text") {
                xml.skip_element();
                continue;
            }
            text.read(xml);
            note.text += text.text();
        }
        if (!at) continue;
        const bool of_thread = note.author.starts_with(k_thread_author);
        note.text = of_thread ? without_placeholder(note.text)
                              : without_author(std::move(note.text), note.author);
        if (of_thread) note.author.clear();
        out.notes.push_back(std::move(note));
        out.of_thread.push_back(of_thread);
    }
}

void read_threads(XmlScanner& xml, const Persons& persons, std::vector<Note>& notes) {
    while (xml.next_element(0)) {
        if (xml.name() != "threadedComment") continue;
        const auto at = address_from_a1(xml.raw_attribute("ref"));
        const auto person = persons.find(xml.attribute("personId"));
        Note note{.at = at.value_or(CellAddress{})};
        if (person != persons.end()) note.author = person->second;
        const std::size_t depth = xml.depth();
        while (xml.next_element(depth)) {
            if (xml.name() == "text") {
                append_string(xml.element_text(), note.text);
            } else {
                xml.skip_element();
            }
        }
        if (at && !note.text.empty()) notes.push_back(std::move(note));
    }
}

}  // namespace

void read_persons(XmlScanner& xml, Persons& persons) {
    while (xml.next_element(0)) {
        if (xml.name() != "person") continue;
        std::string name;
        append_string(xml.attribute("displayName"), name);
        persons[xml.attribute("id")] = std::move(name);
    }
}

Result<void> read_notes(Package& package, const Relationships& relationships,
                        const Persons& persons, Sheet& sheet) {
    LegacyNotes legacy;
    std::vector<Note> threads;
    for (const Relationship& relationship : relationships) {
        Result<bool> read = false;
        if (relationship.type == "comments") {
            read = package.scan(relationship.target, sheet.name,
                                [&](XmlScanner& xml) { read_comments(xml, legacy); });
        } else if (relationship.type == "threadedComment") {
            read = package.scan(relationship.target, sheet.name,
                                [&](XmlScanner& xml) { read_threads(xml, persons, threads); });
        }
        if (!read) return tl::unexpected(read.error());
    }
    std::set<CellAddress> threaded;
    for (const Note& note : threads) threaded.insert(note.at);
    for (std::size_t i = 0; i < legacy.notes.size(); ++i) {
        Note& note = legacy.notes[i];
        const bool stands_in = legacy.of_thread[i] && threaded.contains(note.at);
        if (!stands_in && !note.text.empty()) sheet.notes.push_back(std::move(note));
    }
    std::ranges::move(threads, std::back_inserter(sheet.notes));
    std::ranges::stable_sort(sheet.notes, {}, &Note::at);
    return {};
}

}  // namespace tidytracker::xlsx
