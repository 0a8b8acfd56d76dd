// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx/notes.hpp"

#include <utility>
#include <vector>

#include "base/parse_number.hpp"
#include "read/xlsx/text.hpp"

namespace tidytracker::xlsx {
namespace {

std::vector<std::string> read_authors(XmlScanner& xml) {
    std::vector<std::string> authors;
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        std::string& author = authors.emplace_back();
        append_string(xml.element_text(), author);
    }
    return authors;
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

void read_comments(XmlScanner& xml, excel::LegacyNotes& out) {
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
        if (at) out.add(std::move(note));
    }
}

Result<void> read_notes(Package& package, const Relationships& relationships,
                        const Persons& persons, ReadComments* comments, Sheet& sheet) {
    excel::LegacyNotes legacy;
    std::vector<Note> threads;
    for (const Relationship& relationship : relationships) {
        Result<bool> read = false;
        if (relationship.type == "comments") {
            read = comments(package, relationship.target, sheet.name, legacy);
        } else if (relationship.type == "threadedComment") {
            read = package.scan(relationship.target, sheet.name,
                                [&](XmlScanner& xml) { read_threads(xml, persons, threads); });
        }
        if (!read) return tl::unexpected(read.error());
    }
    std::move(legacy).join(std::move(threads), sheet);
    return {};
}

}  // namespace tidytracker::xlsx
