// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/pdf/content_lexer.hpp"
#include "read/pdf/graphics_state.hpp"
#include "read/pdf/interpreter.hpp"
#include "read/pdf/paths.hpp"
#include "read/pdf/words.hpp"

// The interpreter's state and its operators, for the files that implement them.
namespace tidytracker::pdf {

/// An operand; texts lie end to end in one string that is emptied with the operands.
struct Operand {
    TokenKind kind{};
    double number{};
    std::size_t first{};
    std::size_t length{};
};

struct OpenMark {
    MarkedContent content{};
    Box box{};            ///< of the glyphs that an actual text replaces
    PlacedGlyph first{};  ///< the first of them
    bool shown{};
};

class Interpreter {
  public:
    Interpreter(Effort& effort, Page& page) : effort_(effort), page_(page) {}

    void run(std::string_view content, const GraphicsState& start, Resources& resources) {
        const auto saved_states = std::exchange(states_, {});
        const auto saved_state = std::exchange(state_, start);
        Resources* const saved_resources = std::exchange(resources_, &resources);
        const std::size_t open_marks = marks_.size();
        run_operators(content);
        while (marks_.size() > open_marks) end_marked();
        words_.end_word(true);
        states_ = saved_states;
        state_ = saved_state;
        resources_ = saved_resources;
    }
    [[nodiscard]] std::vector<Word> take_words() { return words_.take(); }

    // One for each operator, or group of operators that differ by a little.
    void save();
    void restore();
    void concatenate();
    void set_line_width() { state_.line_width = number(0); }
    void use_graphics_state();
    void move_to() { path_.move_to(at(0)); }
    void line_to() { path_.line_to(at(0)); }
    void curve_to() { path_.curve_to(at(4)); }
    void curve_to_last() { path_.curve_to(at(2)); }
    void close_path() { path_.close(); }
    void rectangle();
    void clip_path() { clips_ = true; }
    void end_path() { paint(false, false); }
    void stroke() { paint(false, true); }
    void fill() { paint(true, false); }
    void fill_and_stroke() { paint(true, true); }
    void close_and_stroke();
    void close_fill_and_stroke();
    void set_fill() { state_.fill = paint_of_operands(); }
    void set_stroke() { state_.stroke = paint_of_operands(); }
    void reset_fill() { state_.fill = {}; }
    void reset_stroke() { state_.stroke = {}; }
    void begin_text();
    void set_character_space() { state_.text.character_space = number(0); }
    void set_word_space() { state_.text.word_space = number(0); }
    void set_scale() { state_.text.scale = number(0) / 100; }
    void set_leading() { state_.text.leading = number(0); }
    void set_rise() { state_.text.rise = number(0); }
    void set_font();
    void move_text() { move_line(number(0), number(1)); }
    void move_text_and_set_leading();
    void set_text_matrix();
    void next_line() { move_line(0, -state_.text.leading); }
    void show_text() { show(text(0)); }
    void show_on_next_line();
    void show_spaced_on_next_line();
    void show_adjusted();
    void show_object();
    void skip_image();
    void begin_marked();
    void begin_marked_with_properties();
    void end_marked();

  private:
    void run_operators(std::string_view content);
    void run_operator(std::string_view name);
    void add_operand(const Token& token);
    void read_properties();
    [[nodiscard]] double number(std::size_t index) const;
    [[nodiscard]] std::string_view text(std::size_t index) const;
    [[nodiscard]] std::string_view text_of(const Operand& operand) const;
    [[nodiscard]] Point at(std::size_t index) const;
    [[nodiscard]] Paint paint_of_operands() const;
    void paint(bool filled, bool stroked);
    void move_line(double x, double y);
    void show(std::string_view bytes);
    void place(const ShownGlyph& glyph, const Matrix& shown);
    void advance_by(double x, double y);
    void open_mark(MarkedContent content);

    Effort& effort_;
    Page& page_;
    Resources* resources_{};
    GraphicsState state_{};
    std::vector<GraphicsState> states_{};
    std::size_t states_ignored_{};
    Matrix text_matrix_{};
    Matrix line_matrix_{};
    Path path_{};
    bool clips_{};
    std::vector<Operand> operands_{};
    std::string texts_{};
    MarkedContent properties_{};
    ContentLexer* lexer_{};
    std::vector<OpenMark> marks_{};
    std::size_t marks_ignored_{};
    std::vector<const Form*> showing_{};  ///< the forms that are being shown, outermost first
    std::size_t shown_{};
    WordBuilder words_{};
};

}  // namespace tidytracker::pdf
