// SPDX-License-Identifier: Apache-2.0
// Comments of cells are two parts: the texts (ECMA-376 part 1, 18.7) and the shapes that programs
// draw for them, in VML (part 4, 19). Excel opens no comment without its shape.
#include "write/edit/package_notes.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "write/edit/package_sheet.hpp"
#include "write/excel_text.hpp"

namespace tidytracker {
namespace {

constexpr std::string_view k_author = "tidytracker";
constexpr std::string_view k_comments_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
constexpr std::string_view k_drawing_type =
    "application/vnd.openxmlformats-officedocument.vmlDrawing";
constexpr std::string_view k_empty_comments =
    "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors/>"
    "<commentList/></comments>";
constexpr std::string_view k_empty_drawing =
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:"
    "office\"><v:shapetype id=\"_x0000_t202\" "
    "coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke "
    "joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"
    "</xml>";

/// The part that a sheet has for a purpose, made where it has none.
std::string part_for(Package& package, const std::string& sheet_part, std::string_view type,
                     std::string_view stem, std::string_view suffix, std::string_view empty,
                     std::string& relation) {
    for (const Relation& there : package.relations_of(sheet_part)) {
        if (there.type != type || package.part(there.target) == nullptr) continue;
        relation = there.id;
        return there.target;
    }
    std::string name = package.unused_name(stem, suffix);
    package.set_part(name, std::string(empty));
    relation = package.add_relation(sheet_part, type, name);
    return name;
}

unsigned author_index(pugi::xml_node comments) {
    pugi::xml_node authors = child_of(comments, "authors");
    if (!authors) authors = add_child(comments, "authors", comments.first_child());
    unsigned index = 0;
    for (const pugi::xml_node author : authors.children()) {
        if (author.text().get() == k_author) return index;
        ++index;
    }
    add_child(authors, "author").text().set(std::string(k_author).c_str());
    return index;
}

void append_note_text(pugi::xml_node comment, const std::string& text) {
    pugi::xml_node node = child_of(comment, "text");
    if (!node) node = add_child(comment, "text");
    pugi::xml_node words = add_child(add_child(node, "r"), "t");
    words.append_attribute("xml:space").set_value("preserve");
    words.text().set(excel_text(text).c_str());
}

/// Adds the texts; returns the edits that need a shape, because their cell had no comment.
std::vector<const CellEdit*> add_texts(pugi::xml_node comments,
                                       std::span<const CellEdit* const> edits) {
    std::vector<const CellEdit*> fresh;
    const unsigned author = author_index(comments);
    pugi::xml_node list = child_of(comments, "commentList");
    if (!list) list = add_child(comments, "commentList");
    std::map<std::string, pugi::xml_node> there;
    for (const pugi::xml_node comment : list.children())
        there[comment.attribute("ref").value()] = comment;
    for (const CellEdit* edit : edits) {
        if (edit->note.empty()) continue;
        const std::string ref = to_a1(edit->at);
        const auto own = there.find(ref);
        if (own != there.end()) {
            append_note_text(own->second, "\n\n" + edit->note);
            continue;
        }
        pugi::xml_node comment = add_child(list, "comment");
        comment.append_attribute("ref").set_value(ref.c_str());
        comment.append_attribute("authorId").set_value(author);
        append_note_text(comment, edit->note);
        fresh.push_back(edit);
    }
    return fresh;
}

/// The shape of a comment, hidden until somebody points at its cell. It names its name spaces
/// itself: other programs give them other prefixes in the drawing that is there already.
std::string shape_of(const CellEdit& edit, std::size_t number) {
    const auto [row, column] = edit.at;
    return fmt::format(
        "<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        "xmlns:x=\"urn:schemas-microsoft-com:office:excel\" id=\"tidytracker_{}\" "
        "type=\"#_x0000_t202\" style=\"position:absolute;"
        "visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill "
        "color2=\"#ffffe1\"/>"
        "<v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"/>"
        "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{}, 15, "
        "{}, "
        "2, {}, 15, {}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{}</x:Row><x:Column>{}"
        "</x:Column></x:ClientData></v:shape>",
        number, column + 1, row, column + 5, row + 7, row, column);
}

}  // namespace

Result<void> add_notes(Package& package, const std::string& sheet_part,
                       std::span<const CellEdit* const> edits) {
    const bool any =
        std::ranges::any_of(edits, [](const CellEdit* edit) { return !edit->note.empty(); });
    if (!any) return {};
    std::string relation;
    const std::string comments = part_for(package, sheet_part, "comments", "xl/comments", ".xml",
                                          k_empty_comments, relation);
    std::vector<const CellEdit*> fresh;
    const Result<void> added =
        package.change(comments, [&](pugi::xml_node root) { fresh = add_texts(root, edits); });
    if (!added) return added;
    const std::string drawing =
        part_for(package, sheet_part, "vmlDrawing", "xl/drawings/vmlDrawing", ".vml",
                 k_empty_drawing, relation);
    std::string shapes;
    for (std::size_t i = 0; i < fresh.size(); ++i) shapes += shape_of(*fresh[i], i);
    // Not as a tree: what old programs write there is not always XML.
    std::string* vml = package.part(drawing);
    const std::size_t end = vml->rfind("</xml>");
    if (end != std::string::npos) vml->insert(end, shapes);
    package.declare_suffix("vml", k_drawing_type);
    package.declare_part(comments, k_comments_type);
    return package.change(sheet_part, [&](pugi::xml_node root) {
        if (child_of(root, "legacyDrawing")) return;
        work_sheet_element(root, "legacyDrawing")
            .append_attribute("r:id")
            .set_value(relation.c_str());
        if (!root.attribute("xmlns:r")) {
            root.append_attribute("xmlns:r").set_value(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        }
    });
}

}  // namespace tidytracker
