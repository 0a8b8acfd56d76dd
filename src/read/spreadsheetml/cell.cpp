// SPDX-License-Identifier: Apache-2.0
#include "read/spreadsheetml/cell.hpp"

#include <cmath>

#include "base/parse_number.hpp"
#include "base/text.hpp"
#include "read/excel/formula_link.hpp"
#include "read/excel/note_author.hpp"
#include "read/iso_moment.hpp"

namespace tidytracker::spreadsheetml {

void CellReader::read(XmlScanner& xml, Cell& cell) {
    note_.reset();
    link_ = xml.attribute("HRef");
    cell.formula = xml.has_attribute("Formula");
    if (cell.formula && link_.empty()) link_ = link_of_formula(xml.attribute("Formula"));
    bool has_value = false;
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "Data") {
            has_value = true;
            read_data(xml, cell);
        } else if (xml.name() == "Comment") {
            read_note(xml);
        } else {
            xml.skip_element();
        }
    }
    cell.stale = cell.formula && !has_value;
}

/// Reads what the element just opened says, marked up as in HTML 4: B, S, Font, ...
void CellReader::read_text(XmlScanner& xml, RunFont font) {
    text_.start(font);
    struct Element {
        std::size_t depth{};
        RunFont font{};
    };
    const std::size_t depth = xml.depth();
    std::vector<Element> open{{depth, font}};
    for (;;) {
        const XmlToken token = xml.next();
        if (token == XmlToken::end || (token == XmlToken::close && xml.depth() < depth)) return;
        while (open.size() > 1 && open.back().depth > xml.depth()) open.pop_back();
        if (token == XmlToken::open) {
            RunFont inner = open.back().font;
            if (equals_ignoring_case(xml.name(), "B")) inner.bold = true;
            if (equals_ignoring_case(xml.name(), "S")) inner.strike = true;
            if (inner != open.back().font) open.push_back({xml.depth(), inner});
        } else if (token == XmlToken::text) {
            piece_.clear();
            xml.append_text(piece_);
            text_.append(piece_, open.back().font);
        }
    }
}

/// What is not the value that its type promises stays as its text.
void CellReader::read_data(XmlScanner& xml, Cell& cell) {
    const std::string type = xml.attribute("Type");
    const CellStyle style = shared_.workbook.style_of(cell);
    // The markup of a rich text says it all; a struck cell's plain text is struck as a whole.
    read_text(xml, {style.bold, style.strike});
    const std::string_view text = text_.text();
    if (type == "DateTime") return set_date(cell);
    const auto number = parse_number<double>(trim(text));
    if (type == "Number" && number && std::isfinite(*number)) {
        cell.kind = CellKind::number;
        cell.number = *number;
    } else if (type == "Boolean" && (text == "0" || text == "1")) {
        cell.kind = CellKind::boolean;
        cell.number = text == "1" ? 1 : 0;
    } else {
        text_.move_into(cell, shared_.texts, shared_.workbook);
        if (type == "Error" && cell.kind == CellKind::text) cell.kind = CellKind::error;
    }
}

void CellReader::set_date(Cell& cell) {
    const auto moment = moment_from_iso(trim(text_.text()), shared_.workbook.date_system);
    if (!moment) return text_.move_into(cell, shared_.texts, shared_.workbook);
    cell.kind = CellKind::number;
    cell.number = moment->serial;
    // Every value has both parts here; what the cell's format shows is what is meant.
    if (shared_.workbook.style_of(cell).number_format != 0) return;
    const double day = std::floor(moment->serial);
    std::string_view code = moment->format_code();
    if (day >= moment->serial) code = "yyyy-mm-dd";
    if (day < 1) code = "hh:mm:ss";
    cell.style = shared_.table.with_format(cell.style, code);
}

void CellReader::read_note(XmlScanner& xml) {
    Note note{.author = xml.attribute("Author")};
    read_text(xml, {});
    note.text = without_author(std::string(trim(text_.text())), note.author);
    if (!note.text.empty()) note_ = std::move(note);
}

}  // namespace tidytracker::spreadsheetml
