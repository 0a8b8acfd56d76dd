// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx/cell.hpp"

#include <array>
#include <cmath>

#include "base/parse_number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/excel/formula_link.hpp"
#include "read/iso_moment.hpp"

namespace tidytracker::xlsx {
namespace {

struct TypeName {
    std::string_view name{};
    CellType type{};
};
constexpr std::array<TypeName, 7> k_type_names = {{{"s", CellType::shared_string},
                                                   {"str", CellType::text},
                                                   {"inlineStr", CellType::text},
                                                   {"n", CellType::number},
                                                   {"b", CellType::boolean},
                                                   {"e", CellType::error},
                                                   {"d", CellType::iso_date}}};

/// A number of few decimal digits, which most are; exact in a double.
std::optional<double> short_integer(std::string_view text) {
    if (text.empty() || text.size() > 15) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return static_cast<double>(value);
}

}  // namespace

CellType cell_type(std::string_view written) {
    for (const TypeName& entry : k_type_names) {
        if (entry.name == written) return entry.type;
    }
    return CellType::number;
}

void CellReader::read(XmlScanner& xml, CellType type, Cell& cell) {
    lost_string_ = false;
    formula_link_.clear();
    bool has_value = false;
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "v") {
            const std::string_view written = xml.element_text();
            // A formula may well give the empty text.
            has_value = !written.empty() || type == CellType::text;
            if (!written.empty()) set_value(written, type, cell);
        } else if (xml.name() == "f") {
            cell.formula = true;
            read_formula(xml);
        } else if (xml.name() == "is") {
            has_value = true;
            set_rich_text(xml, cell);
        } else {
            xml.skip_element();
        }
    }
    cell.stale = cell.formula && !has_value;
}

void CellReader::read_plain(std::string_view written, CellType type, Cell& cell) {
    lost_string_ = false;
    formula_link_.clear();
    if (!written.empty()) set_value(written, type, cell);
}

void CellReader::read_formula(XmlScanner& xml) {
    formula_link_ = link_of_formula(xml.element_text());
    repair_utf8_from(0, formula_link_);
}

void CellReader::set_value(std::string_view written, CellType type, Cell& cell) {
    switch (type) {
        case CellType::number:
            return set_number(written, cell);
        case CellType::shared_string:
            return set_shared_string(written, cell);
        case CellType::boolean:
            cell.kind = CellKind::boolean;
            cell.number = written == "1" || equals_ignoring_case(trim(written), "true") ? 1 : 0;
            return;
        case CellType::iso_date:
            return set_date(written, cell);
        case CellType::error:
        case CellType::text:
            text_.clear();
            append_string(written, text_);
            return texts_.set(text_, type == CellType::error ? CellKind::error : CellKind::text,
                              cell);
    }
}

/// What is no number stays as its text.
void CellReader::set_number(std::string_view written, Cell& cell) {
    std::optional<double> number = short_integer(written);
    if (!number) number = parse_number<double>(written);
    if (!number) number = parse_number<double>(trim(written));
    if (!number || !std::isfinite(*number)) return set_value(written, CellType::text, cell);
    cell.kind = CellKind::number;
    cell.number = *number;
}

void CellReader::set_shared_string(std::string_view written, Cell& cell) {
    auto index = parse_number<std::uint32_t>(written);
    if (!index) index = parse_number<std::uint32_t>(trim(written));
    lost_string_ = !index || !texts_.set_shared(*index, cell);
}

void CellReader::set_rich_text(XmlScanner& xml, Cell& cell) {
    rich_text_.read(xml);
    texts_.set_rich(rich_text_.text(), rich_text_.runs(), cell);
}

void CellReader::set_date(std::string_view written, Cell& cell) {
    const auto moment = moment_from_iso(trim(written), shared_.workbook.date_system);
    if (!moment) return set_value(written, CellType::text, cell);
    cell.kind = CellKind::number;
    cell.number = moment->serial;
    cell.style = shared_.styles.with_format(cell.style, moment->format_code());
}

}  // namespace tidytracker::xlsx
