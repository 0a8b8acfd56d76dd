// SPDX-License-Identifier: Apache-2.0
#include "read/html/cell.hpp"

#include <cmath>

#include "base/parse_number.hpp"
#include "base/text.hpp"
#include "read/spreadsheetml/named_formats.hpp"

namespace tidytracker::html {
namespace {

/// The format code in LibreOffice's sdnum="2057;0;DD/MM/YYYY", behind two language numbers.
std::string_view code_of_sdnum(std::string_view written) {
    for (int parts = 0; parts < 2; ++parts) {
        const std::size_t end = written.find(';');
        if (end == std::string_view::npos) return {};
        written.remove_prefix(end + 1);
    }
    return written;
}

}  // namespace

void CellBuilder::start(std::span<const Attribute> attributes, const Style& style, RunFont font) {
    flow_.start(font);
    style_ = style;
    value_ = {};
    link_.clear();
    value_.format = code_of_named_format(style.number_format.value_or(""));
    for (const Attribute& attribute : attributes) {
        if (attribute.name == "x:num" || attribute.name == "sdval") {
            value_.number = attribute.value;
        } else if (attribute.name == "x:bool") {
            value_.boolean = attribute.value;
        } else if (attribute.name == "x:err") {
            value_.error = true;
        } else if (attribute.name == "sdnum") {
            value_.format = code_of_sdnum(attribute.value);
        }
    }
}

void CellBuilder::set_link(std::string_view target) {
    target = trim(target);
    if (target.empty() || target == "#" || starts_with_ignoring_case(target, "javascript:")) return;
    link_ = target;
}

FinishedCell CellBuilder::finish(SharedParts& shared) {
    StyledText& text = flow_.finish();
    const RunFont font = text.adopt_sole_font();
    FinishedCell finished{.link = std::move(link_)};
    Cell& cell = finished.cell;
    CellStyle style{.bold = font.bold, .strike = font.strike, .fill = style_.fill};
    const bool blank = flow_.blank();  // nothing but &nbsp;, with which pages keep cells open
    if (take_number(blank ? std::string() : text.text(), shared, cell)) {
        style.number_format = shared.table.number_format(value_.format);
    } else if (!blank) {
        text.move_into(cell, shared.texts, shared.workbook);
        if (value_.error && cell.kind == CellKind::text) cell.kind = CellKind::error;
    }
    cell.style = shared.table.style(style);
    return finished;
}

/// The value is the attribute's, what is shown is the text.
bool CellBuilder::take_number(const std::string& text, SharedParts& shared, Cell& cell) const {
    std::optional<double> number;
    cell.kind = CellKind::number;
    if (value_.boolean) {
        cell.kind = CellKind::boolean;
        number = equals_ignoring_case(*value_.boolean, "true") || *value_.boolean == "1" ? 1 : 0;
    } else if (value_.number) {
        number = parse_number<double>(trim(value_.number->empty() ? text : *value_.number));
    }
    if (!number || !std::isfinite(*number)) {
        cell.kind = CellKind::empty;
        return false;
    }
    cell.number = *number;
    const bool as_written = cell.kind == CellKind::number && value_.format.empty() &&
                            (value_.number->empty() || *value_.number == text);
    if (!text.empty() && !as_written) cell.text = shared.texts.intern(text);
    return true;
}

}  // namespace tidytracker::html
