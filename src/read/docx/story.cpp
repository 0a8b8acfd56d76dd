// SPDX-License-Identifier: Apache-2.0
#include "read/docx/story.hpp"

#include <algorithm>
#include <array>

#include "read/docx/symbols.hpp"

namespace tidytracker::docx {
namespace {

/// Content controls in one another; no form has a tenth of that.
constexpr std::size_t k_deepest_scope = 256;

/// What is not part of the document as it looks: former properties, bookmarks of section breaks,
/// the reading aid over East Asian characters.
constexpr auto k_never_read = std::to_array<std::string_view>(
    {"delInstrText", "delText", "pPrChange", "rPrChange", "rt", "sdtEndPr", "sectPr",
     "sectPrChange", "tblPrChange", "tblPrEx", "tcPrChange", "trPrChange"});

}  // namespace

void StoryReader::read(BlockSink& sink) {
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) read_block(sink);
}

/// An element that opens no deeper than a scope shows that the scope has been closed.
void StoryReader::close_scopes() {
    while (!scopes_.empty() && scopes_.back().depth >= xml_.depth()) scopes_.pop_back();
}

void StoryReader::open_scope(Scope::Kind kind) {
    if (scopes_.size() < k_deepest_scope) scopes_.push_back({.kind = kind, .depth = xml_.depth()});
}

StoryReader::Scope* StoryReader::innermost(Scope::Kind kind) {
    const auto at = std::find_if(scopes_.rbegin(), scopes_.rend(),
                                 [kind](const Scope& scope) { return scope.kind == kind; });
    return at != scopes_.rend() ? &*at : nullptr;
}

/// Reads an element that may stand among blocks as well as in a line; false if it is none of them.
bool StoryReader::read_common() {
    close_scopes();
    const std::string_view name = xml_.name();
    if (name == "sdt") {
        open_scope(Scope::Kind::control);
    } else if (name == "sdtPr") {
        read_control_properties();
    } else if (name == "AlternateContent") {
        open_scope(Scope::Kind::alternatives);
    } else if (name == "Choice" || name == "Fallback") {
        read_alternative();
    } else if (name == "altChunk" || name == "OLEObject") {
        ++around_.encounters.embedded;
    } else if (std::ranges::find(k_never_read, name) != k_never_read.end()) {
        xml_.skip_element();
    } else {
        return read_change();
    }
    return true;
}

/// Tracked changes (17.13.5): insertions are read like other text, deletions are not.
bool StoryReader::read_change() {
    const std::string_view name = xml_.name();
    if (name == "ins") {
        ++around_.encounters.insertions;
    } else if (name == "moveTo") {
        ++around_.encounters.moves;
    } else if (name == "del") {
        ++around_.encounters.deletions;
        xml_.skip_element();
    } else if (name == "moveFrom") {
        xml_.skip_element();
    } else {
        return false;
    }
    return true;
}

/// Of all kinds of content controls (17.5.2) only check boxes do not hold what they show in a font
/// that tells it, and prompts are no content.
void StoryReader::read_control_properties() {
    Scope* control = innermost(Scope::Kind::control);
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) {
        if (control == nullptr) continue;
        if (xml_.name() == "showingPlcHdr") control->placeholder = is_switched_on(xml_);
        if (xml_.name() == "checkbox") control->box = k_empty_box;
        if (xml_.name() == "checked" && is_switched_on(xml_)) control->box = k_ticked_box;
    }
}

/// Of the forms of one content (ECMA-376 part 3, 9.3) the first is read: the others say the same.
void StoryReader::read_alternative() {
    Scope* alternatives = innermost(Scope::Kind::alternatives);
    if (alternatives == nullptr) return;
    if (alternatives->done) return xml_.skip_element();
    alternatives->done = true;
}

void StoryReader::read_block(BlockSink& sink) {
    if (read_common()) return;
    if (xml_.name() == "p") {
        read_paragraph(sink);
    } else if (xml_.name() == "tbl") {
        read_table(sink);
    }
}

}  // namespace tidytracker::docx
