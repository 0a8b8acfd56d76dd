// SPDX-License-Identifier: Apache-2.0
// Fields (ECMA-376 part 1, 17.16): what they show is text of the document, what they are told is
// not, apart from the targets of links.
#include <vector>

#include "base/parse_number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/docx/story.hpp"
#include "read/docx/symbols.hpp"

namespace tidytracker::docx {
namespace {

/// More stand in one another in no document.
constexpr std::size_t k_most_open_fields = 64;
constexpr std::size_t k_longest_instruction = 8'192;

}  // namespace

void StoryReader::read_field_mark(Line& line) {
    const std::string type = xml_.attribute("fldCharType");
    const std::string shown = read_form_field();
    if (type == "begin") {
        if (!shown.empty()) print(line, shown);
        if (line.fields.size() < k_most_open_fields) {
            line.fields.push_back({.printed = !shown.empty()});
        }
    } else if (!line.fields.empty() && type == "separate") {
        line.fields.back().shows_result = true;
        add_link_of(line.fields.back().instruction, line);
    } else if (!line.fields.empty() && type == "end") {
        line.fields.pop_back();
    }
}

/// What a check box or a drop-down list of the old forms (17.16.7, 17.16.9) shows; empty for other
/// fields. Reads the element `fldChar` just opened.
std::string StoryReader::read_form_field() {
    std::string shown;
    std::vector<std::string> entries;
    std::size_t choice = 0;
    const std::size_t depth = xml_.depth();
    bool in_list = false;
    while (xml_.next_element(depth)) {
        const std::string_view name = xml_.name();
        if (name == "checkBox") {
            shown = k_empty_box;
        } else if (name == "ddList") {
            in_list = true;
        } else if (!shown.empty() && (name == "checked" || name == "default")) {
            shown = is_switched_on(xml_) ? k_ticked_box : k_empty_box;
        } else if (in_list && (name == "result" || name == "default")) {
            choice = parse_number<std::size_t>(xml_.raw_attribute("val")).value_or(0);
        } else if (in_list && name == "listEntry") {
            entries.push_back(xml_.attribute("val"));
        }
    }
    if (choice < entries.size()) shown = entries[choice];
    return is_valid_utf8(shown) ? shown : repair_utf8(shown);
}

void StoryReader::read_simple_field(Line& line) {
    add_link_of(xml_.attribute("instr"), line);
}

void StoryReader::read_instruction(Line& line) {
    const std::string_view text = xml_.element_text();
    if (line.fields.empty()) return;
    std::string& instruction = line.fields.back().instruction;
    if (instruction.size() + text.size() <= k_longest_instruction) instruction += text;
}

/// HYPERLINK "https://..." \o "tip"; with \l in front it leads to a place in the document.
void StoryReader::add_link_of(std::string_view instruction, Line& line) {
    constexpr std::string_view k_keyword = "HYPERLINK";
    instruction = trim(instruction);
    if (!starts_with_ignoring_case(instruction, k_keyword)) return;
    instruction = trim(instruction.substr(k_keyword.size()));
    if (!instruction.starts_with('"')) return;
    const std::string_view target = instruction.substr(1, instruction.find('"', 1) - 1);
    if (!target.empty() && is_valid_utf8(target)) {
        line.paragraph.content.add_link(std::string(target));
    }
}

}  // namespace tidytracker::docx
