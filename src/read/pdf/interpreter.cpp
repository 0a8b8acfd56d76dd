// SPDX-License-Identifier: Apache-2.0
// In: the content of a page. Out: its words, rules and fills where the reader sees them. Never
// draws, never follows images, never trusts nesting or numbers.
#include "read/pdf/interpreter.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "read/pdf/interpreter_state.hpp"
#include "read/pdf/text_string.hpp"

namespace tidytracker::pdf {
namespace {

constexpr std::size_t k_most_operands = 20'000;  // TJ arrays of whole paragraphs have some hundred
constexpr std::size_t k_deepest_forms = 12;
/// A map or a drawing shows its symbols some thousand times.
constexpr std::size_t k_most_forms_of_page = 100'000;
/// What showing a form costs at the least, so that empty forms are not free.
constexpr std::uint64_t k_cost_of_form = 64;

struct Operator {
    std::string_view name{};
    void (Interpreter::*run)(){};
};

/// By name, in byte order.
constexpr std::array k_operators{
    Operator{"\"", &Interpreter::show_spaced_on_next_line},
    Operator{"'", &Interpreter::show_on_next_line},
    Operator{"B", &Interpreter::fill_and_stroke},
    Operator{"B*", &Interpreter::fill_and_stroke},
    Operator{"BDC", &Interpreter::begin_marked_with_properties},
    Operator{"BMC", &Interpreter::begin_marked},
    Operator{"BT", &Interpreter::begin_text},
    Operator{"CS", &Interpreter::reset_stroke},
    Operator{"Do", &Interpreter::show_object},
    Operator{"EMC", &Interpreter::end_marked},
    Operator{"G", &Interpreter::set_stroke},
    Operator{"ID", &Interpreter::skip_image},
    Operator{"K", &Interpreter::set_stroke},
    Operator{"Q", &Interpreter::restore},
    Operator{"RG", &Interpreter::set_stroke},
    Operator{"S", &Interpreter::stroke},
    Operator{"SC", &Interpreter::set_stroke},
    Operator{"SCN", &Interpreter::set_stroke},
    Operator{"T*", &Interpreter::next_line},
    Operator{"TD", &Interpreter::move_text_and_set_leading},
    Operator{"TJ", &Interpreter::show_adjusted},
    Operator{"TL", &Interpreter::set_leading},
    Operator{"Tc", &Interpreter::set_character_space},
    Operator{"Td", &Interpreter::move_text},
    Operator{"Tf", &Interpreter::set_font},
    Operator{"Tj", &Interpreter::show_text},
    Operator{"Tm", &Interpreter::set_text_matrix},
    Operator{"Ts", &Interpreter::set_rise},
    Operator{"Tw", &Interpreter::set_word_space},
    Operator{"Tz", &Interpreter::set_scale},
    Operator{"W", &Interpreter::clip_path},
    Operator{"W*", &Interpreter::clip_path},
    Operator{"b", &Interpreter::close_fill_and_stroke},
    Operator{"b*", &Interpreter::close_fill_and_stroke},
    Operator{"c", &Interpreter::curve_to},
    Operator{"cm", &Interpreter::concatenate},
    Operator{"cs", &Interpreter::reset_fill},
    Operator{"f", &Interpreter::fill},
    Operator{"f*", &Interpreter::fill},
    Operator{"F", &Interpreter::fill},
    Operator{"g", &Interpreter::set_fill},
    Operator{"gs", &Interpreter::use_graphics_state},
    Operator{"h", &Interpreter::close_path},
    Operator{"k", &Interpreter::set_fill},
    Operator{"l", &Interpreter::line_to},
    Operator{"m", &Interpreter::move_to},
    Operator{"n", &Interpreter::end_path},
    Operator{"q", &Interpreter::save},
    Operator{"re", &Interpreter::rectangle},
    Operator{"rg", &Interpreter::set_fill},
    Operator{"s", &Interpreter::close_and_stroke},
    Operator{"sc", &Interpreter::set_fill},
    Operator{"scn", &Interpreter::set_fill},
    Operator{"v", &Interpreter::curve_to_last},
    Operator{"w", &Interpreter::set_line_width},
    Operator{"y", &Interpreter::curve_to_last},
};

/// Finds an operator by its packed name: a name has at most three bytes.
const Operator* find_operator(std::string_view name) {
    static const auto k_packed = [] {
        std::vector<std::pair<std::uint32_t, const Operator*>> packed;
        for (const Operator& each : k_operators) {
            std::uint32_t key = 0;
            for (const char c : each.name) key = (key << 8U) | static_cast<unsigned char>(c);
            packed.emplace_back(key, &each);
        }
        std::ranges::sort(packed);
        return packed;
    }();
    if (name.empty() || name.size() > 3) return nullptr;
    std::uint32_t key = 0;
    for (const char c : name) key = (key << 8U) | static_cast<unsigned char>(c);
    const auto found = std::ranges::lower_bound(k_packed, key, {},
                                                &std::pair<std::uint32_t, const Operator*>::first);
    return found != k_packed.end() && found->first == key ? found->second : nullptr;
}

}  // namespace

void Interpreter::run_operators(std::string_view content) {
    if (!effort_.spend(k_cost_of_form)) return;
    ContentLexer lexer(content);
    ContentLexer* const outer = std::exchange(lexer_, &lexer);
    std::size_t booked = 0;
    for (Token token = lexer.next(); token.kind != TokenKind::end; token = lexer.next()) {
        if (token.kind == TokenKind::keyword) {
            // A form that was shown has used the operands of its own.
            run_operator(token.text);
            operands_.clear();
            texts_.clear();
            if (!effort_.spend(lexer.position() - booked)) break;
            booked = lexer.position();
        } else {
            add_operand(token);
        }
    }
    lexer_ = outer;
}

void Interpreter::run_operator(std::string_view name) {
    if (const Operator* found = find_operator(name)) (this->*found->run)();
}

void Interpreter::add_operand(const Token& token) {
    if (token.kind == TokenKind::open && token.text == "<<") {
        read_properties();
        return;
    }
    if (token.kind == TokenKind::open || token.kind == TokenKind::close) return;
    if (operands_.size() >= k_most_operands) return;
    Operand operand{token.kind, token.number, texts_.size(), 0};
    if (token.kind != TokenKind::number) {
        texts_ += token.text;
        operand.length = token.text.size();
    }
    operands_.push_back(operand);
}

/// Reads an inline dictionary, of which BDC alone makes use here.
void Interpreter::read_properties() {
    properties_ = {};
    int depth = 1;
    std::string key;
    for (Token token = lexer_->next(); token.kind != TokenKind::end; token = lexer_->next()) {
        if (token.kind == TokenKind::open) ++depth;
        if (token.kind == TokenKind::close && --depth == 0) return;
        if (key == "MCID" && token.kind == TokenKind::number && token.number >= 0) {
            properties_.mark = static_cast<int>(std::min(token.number, 1e9));
        }
        if (key == "ActualText" && token.kind == TokenKind::string) {
            properties_.actual_text = decode_text_string(token.text);
        }
        key = token.kind == TokenKind::name && depth == 1 ? std::string(token.text) : "";
    }
}

double Interpreter::number(std::size_t index) const {
    return index < operands_.size() ? operands_[index].number : 0;
}

std::string_view Interpreter::text_of(const Operand& operand) const {
    return std::string_view(texts_).substr(operand.first, operand.length);
}

std::string_view Interpreter::text(std::size_t index) const {
    return index < operands_.size() ? text_of(operands_[index]) : std::string_view();
}

Point Interpreter::at(std::size_t index) const {
    return state_.matrix.apply({number(index), number(index + 1)});
}

void Interpreter::show_object() {
    const std::string name(text(0));
    if (resources_->is_image(name)) {
        const Box box = intersection(map_box(state_.matrix, {0, 0, 1, 1}), state_.clip);
        if (box.width() > 0 && box.height() > 0 && page_.width * page_.height > 0) {
            page_.image_area += box.width() * box.height() / (page_.width * page_.height);
        }
        return;
    }
    const Form* form = resources_->form(name);
    if (form == nullptr || form->hidden || showing_.size() >= k_deepest_forms) return;
    // A form may not show itself, not even through another one (ISO 32000-1, 8.10.1).
    if (std::ranges::find(showing_, form) != showing_.end()) return;
    if (page_.forms_shown >= k_most_forms_of_page) return;
    ++page_.forms_shown;
    GraphicsState start = state_;
    start.matrix = form->matrix * state_.matrix;
    start.clip = intersection(start.clip, map_box(start.matrix, form->box));
    showing_.push_back(form);
    Path outer_path = std::exchange(path_, {});
    const Matrix text_matrix = text_matrix_;
    const Matrix line_matrix = line_matrix_;
    run(form->content, start, form->resources != nullptr ? *form->resources : *resources_);
    text_matrix_ = text_matrix;
    line_matrix_ = line_matrix;
    path_ = std::move(outer_path);
    showing_.pop_back();
}

void Interpreter::skip_image() {
    lexer_->skip_inline_image();
    page_.image_area += 1e-6;
}

void interpret(std::string_view content, const Matrix& frame, Resources& resources, Effort& effort,
               Page& page) {
    Interpreter interpreter(effort, page);
    GraphicsState start;
    start.matrix = frame;
    start.clip = {0, 0, page.width, page.height};
    interpreter.run(content, start, resources);
    std::vector<Word> words = interpreter.take_words();
    page.words.insert(page.words.end(), std::make_move_iterator(words.begin()),
                      std::make_move_iterator(words.end()));
}

}  // namespace tidytracker::pdf
