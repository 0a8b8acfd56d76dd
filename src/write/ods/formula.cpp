// SPDX-License-Identifier: Apache-2.0
#include "write/ods/formula.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"

namespace tidytracker::ods {
namespace {

using std::string_view;

/// Takes the characters at the start of `rest` that `belongs` accepts.
template <class Belongs>
string_view take_while(string_view& rest, Belongs belongs) {
    const auto end = std::find_if_not(rest.begin(), rest.end(), belongs);
    const string_view taken = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(taken.size());
    return taken;
}

/// The rows of the column "Status" of the sheet "Actions".
std::string column_reference(string_view table, string_view caption, const WorkbookPlan& plan) {
    const auto sheet = std::ranges::find(plan.sheets, table, &PlannedSheet::name);
    if (sheet == plan.sheets.end()) return {};
    const auto column = std::ranges::find(sheet->columns, caption, &PlannedColumn::caption);
    const std::string letters =
        column_letters(static_cast<std::uint32_t>(column - sheet->columns.begin()));
    const std::size_t above = rows_above(*sheet);
    const std::size_t rows = std::max<std::size_t>(sheet->rows.size() + sheet->blank_rows, 1);
    return fmt::format("[${0}.${1}${2}:.${1}${3}]", sheet->name, letters, above + 1, above + rows);
}

/// A name at the start of `rest`: of a column "Actions[Status]", of a cell "$B$2", of a function.
std::string take_reference(string_view& rest, const WorkbookPlan& plan) {
    const auto in_name = [](char c) { return is_letter(c) || is_digit(c) || c == '$' || c == '_'; };
    const string_view name = take_while(rest, in_name);
    if (rest.starts_with('[')) {
        rest.remove_prefix(1);
        const string_view caption = take_while(rest, [](char c) { return c != ']'; });
        rest.remove_prefix(std::min<std::size_t>(rest.size(), 1));
        return column_reference(name, caption, plan);
    }
    const bool function = rest.starts_with('(') || !is_digit(name.back());
    return is_digit(name.front()) || function ? std::string(name) : fmt::format("[.{}]", name);
}

}  // namespace

std::string open_formula(string_view formula, const WorkbookPlan& plan) {
    std::string out = "of:=";
    while (!formula.empty()) {
        const char c = formula.front();
        if (is_letter(c) || is_digit(c) || c == '$') {
            out += take_reference(formula, plan);
            continue;
        }
        out += c == ',' ? ';' : c;
        formula.remove_prefix(1);
        if (c != '"') continue;
        out += take_while(formula, [](char inner) { return inner != '"'; });
        out += '"';
        formula.remove_prefix(std::min<std::size_t>(formula.size(), 1));
    }
    return out;
}

std::string address_of(const PlannedSheet& sheet, CellAddress at) {
    return fmt::format("'{}'.{}", replace_all(sheet.name, "'", "''"), to_a1(at));
}

}  // namespace tidytracker::ods
