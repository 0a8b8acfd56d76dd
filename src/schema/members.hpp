// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>

#include <string_view>
#include <type_traits>

// The members of the JSON document, in their order, said once: the JSON Schema, the writer and the
// reader are visitors. A visitor has one function for each shape that a member can have:
//   string     text that must be there           text       text, null when empty
//   day        ISO day, null when empty          must_day   ISO day that must be there
//   word       a word of an enumeration          place      place text that must be there
//   boolean    true, false or null               percent    0 to 100 or null
//   object     an object or null                 list       an array of objects
//   strings    an array of texts                 pairs      an object of texts
//   places     an object of arrays of places     spare_text text that may be left out
namespace tidytracker {

inline constexpr std::string_view k_schema_version = "tidytracker/1";

/// Record or const Record.
template <class R, class Visitor>
void visit_record(R& record, Visitor& visit) {
    visit.string("id", record.id);
    visit.text("ref", record.ref);
    visit.text("ref_text", record.ref_text);
    visit.text("parent", record.parent);
    visit.word("kind", record.kind);
    visit.object("meeting", record.meeting);
    visit.text("section", record.section);
    visit.text("item", record.item);
    visit.text("action", record.action);
    visit.list("leads", record.leads);
    visit.list("support", record.support);
    visit.list("raised_by", record.raised_by);
    visit.object("raised", record.raised);
    visit.object("due", record.due);
    visit.list("due_history", record.due_history);
    visit.object("completed", record.completed);
    visit.object("review", record.review);
    visit.word("status", record.status);
    visit.text("status_text", record.status_text);
    visit.boolean("overdue", record.overdue);
    visit.word("rag", record.rag);
    visit.text("rag_text", record.rag_text);
    visit.percent("percent", record.percent);
    visit.word("priority", record.priority);
    visit.text("priority_text", record.priority_text);
    visit.word("response", record.response);
    visit.text("response_text", record.response_text);
    visit.list("progress", record.progress);
    visit.text("outcome", record.outcome);
    visit.text("evidence", record.evidence);
    visit.strings("links", record.links);
    visit.pairs("extra", record.extra);
    visit.string("source", record.source);
    visit.place("place", record.place);
    visit.places("cells", record.cells);
}

template <class T, class Visitor>
void visit_members(T& it, Visitor& visit) {
    using Noun = std::remove_const_t<T>;
    if constexpr (std::is_same_v<Noun, Record>) {
        visit_record(it, visit);
    } else if constexpr (std::is_same_v<Noun, When>) {
        visit.day("date", it.date);
        visit.text("edtf", it.edtf);
        visit.string("text", it.text);
        visit.word("qualifier", it.qualifier);
    } else if constexpr (std::is_same_v<Noun, Party>) {
        visit.text("person", it.person);
        visit.text("title", it.title);
        visit.text("post", it.post);
        visit.text("organisation", it.organisation);
        visit.string("text", it.text);
    } else if constexpr (std::is_same_v<Noun, Progress>) {
        visit.day("date", it.date);
        visit.text("label", it.label);
        visit.text("author", it.author);
        visit.string("text", it.text);
    } else if constexpr (std::is_same_v<Noun, Meeting>) {
        visit.text("name", it.name);
        visit.day("date", it.date);
    } else if constexpr (std::is_same_v<Noun, Source>) {
        visit.string("id", it.id);
        visit.string("name", it.name);
        visit.string("sha256", it.sha256);
        visit.string("format", it.format);
        visit.text("title", it.title);
        visit.day("date", it.date);
    } else if constexpr (std::is_same_v<Noun, Unconverted>) {
        visit.string("source", it.source);
        visit.place("place", it.place);
        visit.string("reason", it.reason);
        visit.string("text", it.text);
    } else {
        static_assert(std::is_same_v<Noun, Finding>);
        visit.string("rule", it.rule);
        visit.word("severity", it.severity);
        visit.string("message", it.message);
        visit.spare_text("record", it.record);
        visit.spare_text("field", it.field);
        visit.spare_text("source", it.source);
        visit.spare_text("place", it.place);
        visit.spare_text("text", it.text);
        visit.spare_text("help", it.help);
    }
}

}  // namespace tidytracker
