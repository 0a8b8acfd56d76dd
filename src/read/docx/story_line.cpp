// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "base/parse_number.hpp"
#include "base/superscript.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/docx/story.hpp"
#include "read/docx/symbols.hpp"

namespace tidytracker::docx {
namespace {

/// Text boxes and tables in one another.
constexpr std::size_t k_deepest_nesting = 48;
constexpr std::string_view k_symbol = "Symbol";

/// Letters of a symbol font as what they look like. Word shows those of Symbol as letters unless
/// they stand in the Private Use Area.
std::string text_in_symbols(std::string_view font, std::string_view text) {
    const bool letters_too = !equals_ignoring_case(font, k_symbol);
    std::string out;
    while (!text.empty()) {
        const char32_t c = take_character(text);
        if (is_private_use(c) || (letters_too && c < 0x100)) {
            out += symbol_of(font, c);
        } else {
            append_utf8(c, out);
        }
    }
    return out;
}

/// A number in superscript is a mark, or a power; as plain digits it would be part of what it
/// stands behind: 31 with the mark 1 is not 311.
bool is_raised_number(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return is_digit(c) || c == ','; });
}

std::string readable(std::string_view text) {
    std::string out = is_valid_utf8(text) ? std::string(text) : repair_utf8(text);
    // A line break within a text element is white space of the file, not of the document.
    std::ranges::replace_if(out, is_space, ' ');
    return out;
}

}  // namespace

struct StoryReader::Handled {
    std::string_view name{};
    Handler read{};
};

const StoryReader::Handled* StoryReader::handled(std::string_view name) {
    static constexpr auto k_handled = std::to_array<Handled>({
        {"br", &StoryReader::read_break},
        {"commentReference", &StoryReader::read_comment_mark},
        {"cr", &StoryReader::read_break},
        {"endnoteReference", &StoryReader::read_endnote_mark},
        {"fldChar", &StoryReader::read_field_mark},
        {"fldSimple", &StoryReader::read_simple_field},
        {"footnoteReference", &StoryReader::read_footnote_mark},
        {"hyperlink", &StoryReader::read_link},
        {"instrText", &StoryReader::read_instruction},
        {"noBreakHyphen", &StoryReader::read_hyphen},
        {"pPr", &StoryReader::read_paragraph_properties},
        {"ptab", &StoryReader::read_tab},
        {"r", &StoryReader::read_run},
        {"rPr", &StoryReader::read_run_look},
        {"sym", &StoryReader::read_symbol},
        {"t", &StoryReader::read_text},
        {"tab", &StoryReader::read_tab},
        {"txbxContent", &StoryReader::read_text_box},
    });
    const auto* const at = std::ranges::find(k_handled, name, &Handled::name);
    return at != k_handled.end() ? &*at : nullptr;
}

void StoryReader::read_paragraph(BlockSink& sink) {
    Line line;
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) {
        if (read_common()) continue;
        const Handled* known = handled(xml_.name());
        if (known != nullptr) (this->*known->read)(line);
    }
    finish_paragraph(line);
    sink.take(std::move(line.paragraph));
    for (Paragraph& paragraph : line.box_paragraphs) sink.take(std::move(paragraph));
    for (TableDraft& table : line.box_tables) sink.take(std::move(table));
}

/// Puts the number or bullet of a list item in front, which Word prints and does not write.
void StoryReader::finish_paragraph(Line& line) {
    Paragraph& paragraph = line.paragraph;
    const Style& style = around_.styles.find(line.style);
    paragraph.heading =
        line.outline_level ? Style{.outline_level = line.outline_level}.heading() : style.heading();
    const std::optional<ListPlace> list = line.list ? line.list : style.list;
    if (!list || list->list == 0 || paragraph.mark_deleted) return;
    const std::string label = around_.numbering.count(*list, style.id);
    const bool blank = paragraph.content.blank();
    if (label.empty() || (blank && Numbering::is_bullet(label))) return;
    paragraph.content.prepend(blank ? label : label + " ");
}

void StoryReader::read_paragraph_properties(Line& line) {
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) {
        const std::string_view name = xml_.name();
        if (name == "rPr") {
            read_mark_properties(line);
            continue;
        }
        if (name == "numPr") {
            read_list_properties(line);
            continue;
        }
        if (name == "pStyle") line.style = xml_.attribute("val");
        if (name == "outlineLvl") {
            line.outline_level = parse_number<unsigned>(xml_.raw_attribute("val"));
        }
        xml_.skip_element();
    }
}

/// The properties of the paragraph's own mark: a change may delete it alone.
void StoryReader::read_mark_properties(Line& line) {
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) {
        const std::string_view name = xml_.name();
        if (name == "del" || name == "moveFrom") line.paragraph.mark_deleted = true;
        xml_.skip_element();
    }
}

void StoryReader::read_list_properties(Line& line) {
    ListPlace place;
    bool named = false;
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) {
        const auto value = parse_number<unsigned>(xml_.raw_attribute("val"));
        if (xml_.name() == "numId" && value) {
            place.list = *value;
            named = true;
        }
        if (xml_.name() == "ilvl") place.level = value;
        xml_.skip_element();
    }
    const std::optional<ListPlace>& of_style = around_.styles.find(line.style).list;
    if (!named && of_style) place.list = of_style->list;
    line.list = place;
}

void StoryReader::read_run(Line& line) {
    line.run = around_.styles.find(line.style).run;
}

void StoryReader::read_run_look(Line& line) {
    const RunProperties own = read_run_properties(xml_);
    if (!own.style.empty()) line.run.override_with(around_.styles.find(own.style).run);
    line.run.override_with(own);
}

void StoryReader::read_text(Line& line) {
    const std::string text = readable(xml_.element_text());
    if (is_symbol_font(line.run.font)) {
        print(line, text_in_symbols(line.run.font, text));
    } else if (line.run.raised.value_or(false) && is_raised_number(text)) {
        print(line, superscript_digits(text));
    } else {
        print(line, text);
    }
}

void StoryReader::read_tab(Line& line) {
    print(line, "\t");
}

/// Line, column and page breaks (17.3.3.1). One in front of all text parts nothing.
void StoryReader::read_break(Line& line) {
    if (!line.paragraph.content.text().empty()) print(line, "\n");
}

void StoryReader::read_hyphen(Line& line) {
    print(line, "-");
}

void StoryReader::read_symbol(Line& line) {
    const auto code = parse_hexadecimal<std::uint32_t>(xml_.raw_attribute("char"));
    if (code) print(line, symbol_of(xml_.attribute("font"), static_cast<char32_t>(*code)));
}

void StoryReader::read_link(Line& line) {
    const xlsx::Relationship* target = find_by_id(links_, xml_.attribute("id"));
    if (target != nullptr && target->external) line.paragraph.content.add_link(target->target);
}

void StoryReader::read_footnote_mark(Line& line) {
    line.paragraph.content.add_mark({NoteMark::Kind::footnote, xml_.attribute("id")});
}

void StoryReader::read_endnote_mark(Line& line) {
    line.paragraph.content.add_mark({NoteMark::Kind::endnote, xml_.attribute("id")});
}

void StoryReader::read_comment_mark(Line& line) {
    line.paragraph.content.add_mark({NoteMark::Kind::comment, xml_.attribute("id")});
}

class StoryReader::BoxSink final : public BlockSink {
  public:
    explicit BoxSink(Line& line) : line_(line) {}
    void take(Paragraph paragraph) override {
        line_.box_paragraphs.push_back(std::move(paragraph));
    }
    void take(TableDraft table) override { line_.box_tables.push_back(std::move(table)); }

  private:
    Line& line_;
};

/// What stands in a text box comes behind the paragraph that holds it.
void StoryReader::read_text_box(Line& line) {
    if (nesting_ >= k_deepest_nesting) return xml_.skip_element();
    ++nesting_;
    BoxSink sink(line);
    const std::size_t depth = xml_.depth();
    while (xml_.next_element(depth)) read_block(sink);
    --nesting_;
}

bool StoryReader::is_shown(const Line& line) {
    const bool in_field = std::ranges::any_of(
        line.fields, [](const OpenField& field) { return !field.shows_result || field.printed; });
    return !in_field && std::ranges::none_of(scopes_, &Scope::placeholder);
}

void StoryReader::print(Line& line, std::string_view text) {
    if (!is_shown(line)) return;
    if (line.run.hidden.value_or(false)) {
        if (!trim(text).empty()) ++around_.encounters.hidden_texts;
        return;
    }
    Scope* control = innermost(Scope::Kind::control);
    if (control != nullptr && !control->box.empty()) {
        if (control->done) return;
        control->done = true;
        text = control->box;
    }
    line.paragraph.content.append(text, {.bold = line.run.bold.value_or(false),
                                         .strike = line.run.strike.value_or(false),
                                         .highlight = line.run.highlight});
}

}  // namespace tidytracker::docx
