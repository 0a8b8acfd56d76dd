// SPDX-License-Identifier: Apache-2.0
// Graphics state, colours and paths (ISO 32000-1, 8.4 to 8.6).
#include <algorithm>
#include <cmath>

#include "read/pdf/interpreter_state.hpp"

namespace tidytracker::pdf {
namespace {

constexpr std::size_t k_deepest_states = 512;

}  // namespace

/// The number of operands tells grey, RGB and CMYK apart, whatever the colour space calls itself.
Paint Interpreter::paint_of_operands() const {
    const auto part = [this](std::size_t i) {
        return static_cast<std::uint32_t>(std::lround(std::clamp(number(i), 0.0, 1.0) * 255));
    };
    const std::size_t count = operands_.size();
    if (count == 0 || operands_.back().kind == TokenKind::name) return {.pattern = true};
    if (count == 3) return {.rgb = (part(0) << 16U) | (part(1) << 8U) | part(2)};
    if (count == 4) {
        const double rest = 1 - std::clamp(number(3), 0.0, 1.0);
        std::uint32_t rgb = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            const double light = (1 - std::clamp(number(i), 0.0, 1.0)) * rest;
            rgb = (rgb << 8U) | static_cast<std::uint32_t>(std::lround(light * 255));
        }
        return {.rgb = rgb};
    }
    return {.rgb = part(0) * 0x010101U};
}

void Interpreter::save() {
    if (states_.size() < k_deepest_states) {
        states_.push_back(state_);
    } else {
        ++states_ignored_;
    }
}

void Interpreter::restore() {
    if (states_ignored_ > 0) {
        --states_ignored_;
    } else if (!states_.empty()) {
        state_ = states_.back();
        states_.pop_back();
    }
}

void Interpreter::concatenate() {
    const Matrix inner{number(0), number(1), number(2), number(3), number(4), number(5)};
    state_.matrix = inner * state_.matrix;
}

void Interpreter::use_graphics_state() {
    if (const auto width = resources_->line_width(text(0))) state_.line_width = *width;
}

void Interpreter::rectangle() {
    const double x = number(0);
    const double y = number(1);
    const double right = x + number(2);
    const double top = y + number(3);
    path_.move_to(state_.matrix.apply({x, y}));
    path_.line_to(state_.matrix.apply({right, y}));
    path_.line_to(state_.matrix.apply({right, top}));
    path_.line_to(state_.matrix.apply({x, top}));
    path_.close();
}

void Interpreter::close_and_stroke() {
    path_.close();
    paint(false, true);
}

void Interpreter::close_fill_and_stroke() {
    path_.close();
    paint(true, true);
}

void Interpreter::paint(bool filled, bool stroked) {
    const bool hidden = !marks_.empty() && marks_.back().content.hidden;
    if (filled && state_.fill.visible() && !hidden) {
        fill_path(path_, state_.fill.rgb, state_.clip, page_);
    }
    if (stroked && state_.stroke.visible() && !hidden) {
        stroke_path(path_, state_.line_width * state_.matrix.scale(), state_.clip, page_);
    }
    if (clips_) {
        // The box around the clip is enough: clips are rectangles but for drawings.
        if (const auto bounds = path_.bounds()) state_.clip = intersection(state_.clip, *bounds);
    }
    clips_ = false;
    path_.clear();
}

}  // namespace tidytracker::pdf
