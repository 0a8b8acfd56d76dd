// SPDX-License-Identifier: Apache-2.0
#include "write/edit/package_styles.hpp"

#include <tidytracker/number_format.hpp>

#include <array>
#include <string_view>

namespace tidytracker {
namespace {

/// Light fills under which black text stays easy to read. The comment says the severity in words.
constexpr std::array<const char*, 3> k_mark_colours{"FFDDEBF7", "FFFFEB9C", "FFFFC7CE"};

/// Opaque colours of the list, as in the workbooks that are written anew.
constexpr const char* k_link_colour = "FF0563C1";
constexpr const char* k_heading_colour = "FFFFFFFF";
constexpr const char* k_heading_fill = "FF1F3864";

/// Number format 14 is the short date of the reader's own country (ECMA-376 part 1, 18.8.30).
constexpr unsigned k_short_date = 14;

/// The order of the children of styleSheet (18.8.39); those behind cellXfs do not matter here.
constexpr std::array<std::string_view, 6> k_style_parts{"numFmts", "fonts",        "fills",
                                                        "borders", "cellStyleXfs", "cellXfs"};

void set(pugi::xml_node node, const char* name, unsigned value) {
    pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute) attribute = node.append_attribute(name);
    attribute.set_value(value);
}

unsigned count_children(pugi::xml_node node) {
    unsigned count = 0;
    for (const pugi::xml_node child : node.children()) {
        if (child.type() == pugi::node_element) ++count;
    }
    return count;
}

pugi::xml_node nth_element(pugi::xml_node node, unsigned index) {
    for (const pugi::xml_node child : node.children()) {
        if (child.type() == pugi::node_element && index-- == 0) return child;
    }
    return {};
}

}  // namespace

pugi::xml_node StyleBook::collection(std::string_view name) {
    if (const pugi::xml_node there = child_of(styles_, name)) return there;
    // Before the first of those that come later.
    bool later = false;
    for (const std::string_view part : k_style_parts) {
        if (later) {
            if (const pugi::xml_node next = child_of(styles_, part)) {
                return add_child(styles_, name, next);
            }
        }
        later = later || part == name;
    }
    return add_child(styles_, name);
}

unsigned StyleBook::add_fill(const char* colour) {
    pugi::xml_node fills = collection("fills");
    pugi::xml_node pattern = add_child(add_child(fills, "fill"), "patternFill");
    pattern.append_attribute("patternType").set_value("solid");
    add_child(pattern, "fgColor").append_attribute("rgb").set_value(colour);
    add_child(pattern, "bgColor").append_attribute("indexed").set_value(64U);
    const unsigned count = count_children(fills);
    set(fills, "count", count);
    return count - 1;
}

unsigned StyleBook::fill_of(Severity severity) {
    const auto known = fills_.find(severity);
    if (known != fills_.end()) return known->second;
    const unsigned fill = add_fill(k_mark_colours[static_cast<std::size_t>(severity)]);
    fills_.emplace(severity, fill);
    return fill;
}

unsigned StyleBook::last_format() {
    pugi::xml_node formats = collection("cellXfs");
    const unsigned count = count_children(formats);
    set(formats, "count", count);
    return count - 1;
}

/// Does the number format of a cell format show a day already, in the way that somebody chose?
bool StyleBook::shows_day(pugi::xml_node format) {
    const unsigned id = format.attribute("numFmtId").as_uint();
    for (const pugi::xml_node own : child_of(styles_, "numFmts").children()) {
        if (own.attribute("numFmtId").as_uint() != id) continue;
        return NumberFormat(own.attribute("formatCode").value()).shows_day();
    }
    return NumberFormat(NumberFormat::built_in(id)).shows_day();
}

unsigned StyleBook::marked(unsigned base, std::optional<Severity> mark, bool date) {
    const std::tuple key(base, mark ? static_cast<int>(*mark) : -1, date);
    const auto known = made_.find(key);
    if (known != made_.end()) return known->second;
    pugi::xml_node formats = collection("cellXfs");
    const pugi::xml_node like = nth_element(formats, base);
    pugi::xml_node own = like ? formats.append_copy(like) : add_child(formats, "xf");
    if (mark) {
        set(own, "fillId", fill_of(*mark));
        set(own, "applyFill", 1);
    }
    if (date && !shows_day(own)) {
        set(own, "numFmtId", k_short_date);
        set(own, "applyNumberFormat", 1);
    }
    const unsigned index = last_format();
    made_.emplace(key, index);
    return index;
}

/// A font like the workbook's own but for this; `colour` may be null.
unsigned StyleBook::add_font(bool bold, bool underlined, const char* colour) {
    pugi::xml_node fonts = collection("fonts");
    const pugi::xml_node like = nth_element(fonts, 0);
    pugi::xml_node font = like ? fonts.append_copy(like) : add_child(fonts, "font");
    if (colour != nullptr) {
        if (const pugi::xml_node old = child_of(font, "color")) font.remove_child(old);
        const pugi::xml_node size = child_of(font, "sz");
        pugi::xml_node own =
            size ? font.insert_child_after("color", size) : add_child(font, "color");
        own.append_attribute("rgb").set_value(colour);
    }
    // Order of the children is free in practice, but not in the schema: b comes first (18.8.22).
    if (underlined) add_child(font, "u", font.first_child());
    if (bold) add_child(font, "b", font.first_child());
    const unsigned count = count_children(fonts);
    set(fonts, "count", count);
    return count - 1;
}

/// A format with this font at the top of its cell.
unsigned StyleBook::add_format(unsigned font) {
    pugi::xml_node format = add_child(collection("cellXfs"), "xf");
    set(format, "fontId", font);
    set(format, "applyFont", 1);
    set(format, "applyAlignment", 1);
    add_child(format, "alignment").append_attribute("vertical").set_value("top");
    return last_format();
}

unsigned StyleBook::title() {
    return add_format(add_font(true, false, nullptr));
}

unsigned StyleBook::heading() {
    const unsigned format = add_format(add_font(true, false, k_heading_colour));
    pugi::xml_node own = nth_element(collection("cellXfs"), format);
    set(own, "fillId", add_fill(k_heading_fill));
    set(own, "applyFill", 1);
    return format;
}

unsigned StyleBook::link() {
    return add_format(add_font(false, true, k_link_colour));
}

unsigned StyleBook::wrapped_text() {
    pugi::xml_node format = add_child(collection("cellXfs"), "xf");
    set(format, "applyAlignment", 1);
    pugi::xml_node alignment = add_child(format, "alignment");
    alignment.append_attribute("vertical").set_value("top");
    alignment.append_attribute("wrapText").set_value("1");
    return last_format();
}

}  // namespace tidytracker
