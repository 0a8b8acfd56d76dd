// SPDX-License-Identifier: Apache-2.0
#include "read/ods/cell.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/parse_number.hpp"
#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/excel/formula_link.hpp"
#include "read/iso_moment.hpp"

namespace tidytracker::odf {
namespace {

struct ValueTypeName {
    std::string_view name{};
    ValueType type{};
};
constexpr std::array<ValueTypeName, 8> k_value_types = {{{"string", ValueType::text},
                                                         {"float", ValueType::number},
                                                         {"date", ValueType::date},
                                                         {"percentage", ValueType::number},
                                                         {"currency", ValueType::number},
                                                         {"boolean", ValueType::boolean},
                                                         {"time", ValueType::time},
                                                         {"error", ValueType::error}}};

/// The attributes that hold a value; which one depends on its type.
constexpr std::array<std::string_view, 5> k_value_attributes = {"value", "date-value", "time-value",
                                                                "boolean-value", "string-value"};

ValueType value_type_from(std::string_view written) {
    const auto* const at = std::ranges::find(k_value_types, written, &ValueTypeName::name);
    return at != k_value_types.end() ? at->type : ValueType::none;
}

}  // namespace

CellTag read_cell_tag(const XmlScanner& xml) {
    CellTag tag;
    for (const XmlScanner::Attribute& attribute : xml.attributes()) {
        const std::string_view name = attribute.name;
        if (name == "style-name") {
            tag.style = attribute.value;
        } else if (name == "value-type") {
            // Stands there twice: LibreOffice tells an error from a text in the second one.
            const ValueType type = value_type_from(attribute.value);
            if (tag.type == ValueType::none || type == ValueType::error) tag.type = type;
        } else if (name == "formula") {
            tag.formula = attribute.value;
            tag.has_formula = true;
        } else if (name == "number-columns-repeated") {
            tag.columns_repeated = repetitions_of(attribute.value);
        } else if (name == "number-columns-spanned") {
            tag.columns_spanned = repetitions_of(attribute.value);
        } else if (name == "number-rows-spanned") {
            tag.rows_spanned = repetitions_of(attribute.value);
        } else if (name == "content-validation-name") {
            tag.validation = attribute.value;
        } else if (std::ranges::find(k_value_attributes, name) != k_value_attributes.end()) {
            tag.value = attribute.value;
        }
    }
    return tag;
}

std::uint32_t repetitions_of(std::string_view written) {
    return std::max(1U, parse_number<std::uint32_t>(written).value_or(1));
}

void CellReader::read(XmlScanner& xml, const CellTag& tag, Cell& cell) {
    link_.clear();
    note_.reset();
    value_.clear();
    cell.formula = tag.has_formula;
    if (tag.has_formula) {
        std::string formula;
        append_xml_text(tag.formula, formula);
        link_ = link_of_formula(formula);
    }
    take_value(tag, cell);
    const ValueType type = tag.type;
    const CellStyle& style = shared_.workbook.styles[cell.style];
    text_.start({style.bold, style.strike});
    if (const auto plain = xml.sole_child_text("text:p")) {
        text_.add_paragraph(*plain);
    } else {
        read_content(xml);
    }
    if (cell.kind == CellKind::empty) {
        set_text(cell);
        const bool is_error =
            type == ValueType::error || (cell.formula && is_error_shaped(text_.text()));
        if (is_error && cell.kind == CellKind::text) cell.kind = CellKind::error;
    } else {
        set_displayed(cell);
    }
    cell.stale = cell.formula && type == ValueType::none && cell.kind == CellKind::empty;
}

/// What is not the value that its type promises stays as its text.
void CellReader::take_value(const CellTag& tag, Cell& cell) {
    std::optional<double> number;
    cell.kind = CellKind::number;
    if (tag.type == ValueType::number) {
        number = parse_number<double>(tag.value);
    } else if (tag.type == ValueType::boolean) {
        number = tag.value == "true" ? 1 : 0;
        cell.kind = CellKind::boolean;
    } else if (tag.type == ValueType::time) {
        number = days_from_iso_duration(tag.value);
        if (number) cell.style = shared_.table.with_format(cell.style, "[hh]:mm:ss");
    } else if (tag.type == ValueType::date) {
        const auto moment = moment_from_iso(tag.value, shared_.workbook.date_system);
        if (moment) {
            number = moment->serial;
            cell.style = shared_.table.with_format(cell.style, moment->format_code());
        }
    }
    if (tag.type != ValueType::error) append_xml_text(tag.value, value_);
    if (number && std::isfinite(*number)) {
        cell.number = *number;
    } else {
        cell.kind = CellKind::empty;
    }
}

void CellReader::read_content(XmlScanner& xml) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "p") {
            text_.read_paragraph(xml);
        } else if (xml.name() == "annotation") {
            read_note(xml);
        } else {
            xml.skip_element();
        }
    }
    if (!text_.link().empty()) link_ = text_.link();
}

/// The name of the author and the date come first, then paragraphs, perhaps in lists.
void CellReader::read_note(XmlScanner& xml) {
    Note note;
    note_text_.start({});
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "creator") {
            note.author = xml.element_text();
            repair_utf8_from(0, note.author);
        } else if (xml.name() == "p") {
            note_text_.read_paragraph(xml);
        } else if (xml.name() != "list" && xml.name() != "list-item") {
            xml.skip_element();
        }
    }
    note.text = trim(note_text_.text());
    if (!note.text.empty()) note_ = std::move(note);
}

void CellReader::set_text(Cell& cell) {
    if (text_.text().empty()) text_.add_paragraph(value_);
    text_.styled().move_into(cell, shared_.texts, shared_.workbook);
}

/// The paragraph of a number shows it in the language and format of its author. Most whole numbers
/// are shown as they are written; those do without.
void CellReader::set_displayed(Cell& cell) {
    const std::string& text = text_.text();
    const bool general = shared_.workbook.style_of(cell).number_format == 0;
    if (text.empty() || (general && cell.kind == CellKind::number && text == value_)) return;
    cell.text = shared_.texts.intern(text);
}

}  // namespace tidytracker::odf
