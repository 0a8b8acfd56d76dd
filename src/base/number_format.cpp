// SPDX-License-Identifier: Apache-2.0
//
// Number formats: a format code and a number (or text) go in, the text that Excel displays comes
// out. A code is split into tokens (number_format/lexer), compiled to operations (compile, ...) and
// walked for each cell (general, number, fraction, date). Nothing here reads a locale or the clock,
// names months and days in other languages than English, or prints colours.
#include <tidytracker/number_format.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/number_format/compile.hpp"
#include "base/number_format/render.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {

using number_format::Comparison;
using number_format::Condition;
using number_format::Op;
using number_format::OpKind;
using number_format::Section;
using number_format::SectionKind;

struct NumberFormat::Program {
    std::string code{"General"};
    /// Most cells are General; they skip the sections.
    bool general{true};
    number_format::Format format{};
};

namespace {

bool holds(const Condition& condition, double value) {
    switch (condition.comparison) {
        case Comparison::less:
            return value < condition.limit;
        case Comparison::less_or_equal:
            return value <= condition.limit;
        case Comparison::equal:
            return value == condition.limit;
        case Comparison::not_equal:
            return value != condition.limit;
        case Comparison::greater_or_equal:
            return value >= condition.limit;
        case Comparison::greater:
            return value > condition.limit;
    }
    return false;
}

/// Without conditions: the sections of one are for all numbers, of two for the rest and negative
/// ones, of three for positive, negative and zero. A condition replaces that meaning.
const Section* section_for(const std::vector<Section>& sections, double value) {
    const std::size_t count = sections.size();
    if (count == 0) return nullptr;
    const std::optional<Condition>& first = sections[0].condition;
    const bool takes_first =
        first ? holds(*first, value) : count == 1 || value > 0 || (count == 2 && value == 0);
    if (takes_first) return &sections[0];
    if (count < 2) return nullptr;
    const std::optional<Condition>& second = sections[1].condition;
    const bool takes_second =
        second ? holds(*second, value) : value < 0 || (count == 2 && first.has_value());
    if (takes_second) return &sections[1];
    return count < 3 ? nullptr : &sections[2];
}

bool append_section(const Section& section, double value, DateSystem system, std::string& out) {
    switch (section.kind) {
        case SectionKind::number:
            append_number(section, value, out);
            return true;
        case SectionKind::scientific:
            append_scientific(section, value, out);
            return true;
        case SectionKind::fraction:
            append_fraction(section, value, out);
            return true;
        case SectionKind::date:
            return append_date(section, value, system, out);
        case SectionKind::text:
            return false;
    }
    return false;
}

}  // namespace

NumberFormat::NumberFormat() {
    static const auto general = std::make_shared<const Program>();
    program_ = general;
}

NumberFormat::NumberFormat(std::string_view code) : NumberFormat() {
    if (equals_ignoring_case(code, "General") || code.empty()) return;
    Program program{.code = std::string(code)};
    repair_utf8_from(0, program.code);  // what it prints literally is shown in cells
    if (auto format = number_format::compile(program.code)) {
        program.general = false;
        program.format = *std::move(format);
    }
    program_ = std::make_shared<const Program>(std::move(program));
}

NumberFormat::~NumberFormat() = default;
// A program is shared and never null, so that a format that was moved from still prints.
NumberFormat::NumberFormat(NumberFormat&& other) noexcept {
    program_ = other.program_;
}
NumberFormat& NumberFormat::operator=(NumberFormat&& other) noexcept {
    program_ = other.program_;
    return *this;
}
NumberFormat::NumberFormat(const NumberFormat&) = default;
NumberFormat& NumberFormat::operator=(const NumberFormat&) = default;

void NumberFormat::append(double value, DateSystem system, std::string& out) const {
    if (!std::isfinite(value)) {
        // No file format can hold these as a number; Excel has an error for them.
        out += "#NUM!";
        return;
    }
    if (!program_->general) {
        const Section* const section = section_for(program_->format.numbers, value);
        if (section != nullptr && append_section(*section, value, system, out)) return;
        // Excel fills the cell with #### if no section takes the number, or if it is no date. The
        // number itself says more.
    }
    number_format::append_general(value, out);
}

void NumberFormat::append(std::string_view text, std::string& out) const {
    if (!program_->format.text) {
        out += text;
        return;
    }
    for (const Op& op : program_->format.text->ops) {
        out += op.kind == OpKind::general ? text : op.text;
    }
}

bool NumberFormat::shows_day() const {
    return std::ranges::any_of(program_->format.numbers, &Section::shows_day);
}

bool NumberFormat::shows_time() const {
    return std::ranges::any_of(program_->format.numbers, &Section::shows_time);
}

std::string_view NumberFormat::code() const {
    return program_->code;
}

}  // namespace tidytracker
