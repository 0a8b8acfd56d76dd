// SPDX-License-Identifier: Apache-2.0
// Text and the marks around it (ISO 32000-1, 9.4 and 14.6).
#include <utility>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/pdf/interpreter_state.hpp"
#include "read/pdf/text_string.hpp"

namespace tidytracker::pdf {
namespace {

constexpr std::size_t k_deepest_marks = 512;
constexpr std::size_t k_most_glyphs_shown = 1'000'000;  // of one page

/// White space, the no-break and the typographic ones too.
bool is_blank_glyph(std::string_view text) {
    if (static_cast<unsigned char>(text.front()) > ' ' && is_letter(text.front())) return false;
    while (!text.empty()) {
        const char32_t c = take_character(text);
        const bool blank = c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F ||
                           c == 0x205F || c == 0x3000;
        if (!blank) return false;
    }
    return true;
}

}  // namespace

void Interpreter::begin_text() {
    text_matrix_ = {};
    line_matrix_ = {};
}

void Interpreter::set_font() {
    if (operands_.size() < 2) return;
    state_.text.font = resources_->font(text(0));
    state_.text.size = number(1);
}

void Interpreter::move_text_and_set_leading() {
    state_.text.leading = -number(1);
    move_line(number(0), number(1));
}

void Interpreter::set_text_matrix() {
    line_matrix_ = {number(0), number(1), number(2), number(3), number(4), number(5)};
    text_matrix_ = line_matrix_;
}

void Interpreter::move_line(double x, double y) {
    line_matrix_ = Matrix{1, 0, 0, 1, x, y} * line_matrix_;
    text_matrix_ = line_matrix_;
}

void Interpreter::show_on_next_line() {
    next_line();
    show(text(0));
}

void Interpreter::show_spaced_on_next_line() {
    state_.text.word_space = number(0);
    state_.text.character_space = number(1);
    next_line();
    show(text(2));
}

void Interpreter::show_adjusted() {
    for (const Operand& operand : operands_) {
        if (operand.kind == TokenKind::string) {
            show(text_of(operand));
        } else if (operand.kind == TokenKind::number) {
            const double shift = -operand.number / 1000 * state_.text.size;
            const bool vertical = state_.text.font != nullptr && state_.text.font->vertical;
            if (vertical) {
                advance_by(0, shift);
            } else {
                advance_by(shift * state_.text.scale, 0);
            }
        }
    }
}

void Interpreter::advance_by(double x, double y) {
    text_matrix_.e += x * text_matrix_.a + y * text_matrix_.c;
    text_matrix_.f += x * text_matrix_.b + y * text_matrix_.d;
}

void Interpreter::show(std::string_view bytes) {
    const TextState& text = state_.text;
    if (text.font == nullptr || text.size == 0) return;
    while (!bytes.empty()) {
        const ShownGlyph glyph = text.font->take_glyph(bytes);
        const Matrix shown = Matrix{text.size * text.scale, 0, 0, text.size, 0, text.rise} *
                             text_matrix_ * state_.matrix;
        place(glyph, shown);
        const double space = text.character_space + (glyph.word_space ? text.word_space : 0);
        if (text.font->vertical) {
            advance_by(0, -text.size + space);
        } else {
            advance_by((glyph.width * text.size + space) * text.scale, 0);
        }
    }
}

void Interpreter::place(const ShownGlyph& glyph, const Matrix& shown) {
    const Font& font = *state_.text.font;
    if (glyph.text.empty()) {
        page_.unreadable += glyph.width > 0 ? 1 : 0;
        return;
    }
    if (is_blank_glyph(glyph.text)) {
        words_.end_word(true);
        return;
    }
    PlacedGlyph placed{.text = glyph.text,
                       .origin = shown.apply({0, 0}),
                       .advance = {glyph.width * shown.a, glyph.width * shown.b},
                       .up = {shown.c, shown.d},
                       .ascent = font.ascent,
                       .descent = font.descent,
                       .colour = state_.fill.rgb,
                       .bold = font.bold};
    if (font.vertical) {
        placed.origin = shown.apply({-glyph.width / 2, -0.88});
    }
    const Box box = map_box(shown, {0, font.descent, glyph.width, font.ascent});
    if (!box.grown(0.5).overlaps(state_.clip)) return;
    if (!marks_.empty()) {
        OpenMark& mark = marks_.back();
        if (mark.content.hidden) return;
        placed.mark = mark.content.mark;
        placed.artifact = mark.content.artifact;
        if (mark.content.actual_text) {
            // The text stands for all of the glyphs, where the first of them stands.
            if (!mark.shown) {
                mark.first = placed;
                mark.box = box;
            }
            mark.box.include(box);
            mark.shown = true;
            return;
        }
    }
    if (++shown_ > k_most_glyphs_shown) return;
    words_.add(placed);
}

/// What encloses content goes on to apply where the inner mark says nothing of its own. Marks of
/// forms are numbered apart from the page's.
void Interpreter::open_mark(MarkedContent content) {
    if (marks_.size() >= k_deepest_marks) {
        ++marks_ignored_;
        return;
    }
    if (!showing_.empty()) content.mark = k_unmarked;
    if (!marks_.empty()) {
        const MarkedContent& outer = marks_.back().content;
        if (content.mark == k_unmarked) content.mark = outer.mark;
        content.artifact = content.artifact || outer.artifact;
        content.hidden = content.hidden || outer.hidden;
    }
    marks_.push_back(OpenMark{.content = std::move(content)});
}

void Interpreter::begin_marked() {
    open_mark({.artifact = text(0) == "Artifact"});
}

void Interpreter::begin_marked_with_properties() {
    MarkedContent content = std::exchange(properties_, {});
    if (operands_.size() >= 2 && operands_[1].kind == TokenKind::name) {
        content = resources_->properties(text(1));
    }
    content.artifact = content.artifact || text(0) == "Artifact";
    // Only a span of text is replaced; of a figure or a link the text itself is wanted.
    if (text(0) != "Span") content.actual_text.reset();
    open_mark(std::move(content));
}

void Interpreter::end_marked() {
    if (marks_ignored_ > 0) {
        --marks_ignored_;
        return;
    }
    if (marks_.empty()) return;
    OpenMark mark = std::move(marks_.back());
    marks_.pop_back();
    if (!mark.shown) return;
    const std::string replaced = tidy_glyph_text(*mark.content.actual_text, "");
    PlacedGlyph glyph = mark.first;
    glyph.text = trim(replaced);
    glyph.advance = {mark.box.right - glyph.origin.x, 0};
    if (!glyph.text.empty()) words_.add(glyph);
}

}  // namespace tidytracker::pdf
