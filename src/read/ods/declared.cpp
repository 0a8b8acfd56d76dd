// SPDX-License-Identifier: Apache-2.0
#include "read/ods/declared.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/choice_lists.hpp"

namespace tidytracker::odf {
namespace {

/// "$'Who''s who'.$A$1" in its parts.
struct CellReference {
    std::string sheet{};
    std::string_view cell{};
};

CellReference reference_from(std::string_view written) {
    const std::size_t point = written.rfind('.');
    if (point == std::string_view::npos) return {.cell = written};
    std::string_view sheet = written.substr(0, point);
    if (sheet.starts_with('$')) sheet.remove_prefix(1);
    const bool quoted = sheet.size() >= 2 && sheet.starts_with('\'') && sheet.ends_with('\'');
    if (quoted) sheet = sheet.substr(1, sheet.size() - 2);
    return {quoted ? replace_all(sheet, "''", "'") : std::string(sheet), written.substr(point + 1)};
}

/// Where the second cell of a range begins: behind a colon that no sheet's name holds.
std::size_t colon_of(std::string_view address) {
    bool quoted = false;
    for (std::size_t i = 0; i < address.size(); ++i) {
        if (address[i] == '\'') quoted = !quoted;
        if (address[i] == ':' && !quoted) return i;
    }
    return std::string_view::npos;
}

/// The texts of "Open";"Closed" with commas between them; none if something else stands there.
std::optional<std::string> literal_choices(std::string_view list) {
    std::string values;
    while (list.starts_with('"')) {
        list.remove_prefix(1);
        std::size_t end = list.find('"');
        for (; end != std::string_view::npos; end = list.find('"')) {
            values += list.substr(0, end);
            list.remove_prefix(end + 1);
            if (!list.starts_with('"')) break;
            values += '"';
            list.remove_prefix(1);
        }
        if (end == std::string_view::npos) return std::nullopt;
        if (list.empty()) return values;
        if (!list.starts_with(';')) return std::nullopt;
        list.remove_prefix(1);
        values += ',';
    }
    return std::nullopt;
}

/// [$Lists.$A$1:.$A$4] as a spreadsheet of Microsoft's writes it: Lists!$A$1:$A$4.
std::string cells_as_formula(std::string_view address) {
    const std::size_t colon = colon_of(address);
    const std::string_view first = address.substr(0, colon);
    const std::size_t point = std::min(first.rfind('.'), first.size());
    std::string_view sheet = first.substr(0, point);
    if (sheet.starts_with('$')) sheet.remove_prefix(1);
    std::string out(sheet);
    if (!out.empty()) out += '!';
    out += reference_from(first).cell;
    if (colon == std::string_view::npos) return out;
    return out.append(":").append(reference_from(address.substr(colon + 1)).cell);
}

/// The source of the list that a condition asks for; none if it asks for something else.
std::optional<std::string> choices_of_condition(std::string_view condition) {
    constexpr std::string_view k_test = "cell-content-is-in-list(";
    const std::size_t at = condition.find(k_test);
    const std::size_t end = condition.rfind(')');
    if (at == std::string_view::npos || end == std::string_view::npos) return std::nullopt;
    if (end < at + k_test.size()) return std::nullopt;
    const std::string_view list =
        trim(condition.substr(at + k_test.size(), end - at - k_test.size()));
    if (auto values = literal_choices(list)) return values;
    if (list.size() < 2 || !list.starts_with('[') || !list.ends_with(']')) return std::string(list);
    return cells_as_formula(list.substr(1, list.size() - 2));
}

}  // namespace

std::optional<SheetRange> range_from_address(std::string_view address) {
    const std::size_t colon = colon_of(address);
    CellReference first = reference_from(address.substr(0, colon));
    const auto begin = address_from_a1(first.cell);
    auto end = begin;
    if (colon != std::string_view::npos) {
        end = address_from_a1(reference_from(address.substr(colon + 1)).cell);
    }
    if (!begin || !end || end->row < begin->row || end->column < begin->column) return std::nullopt;
    return SheetRange{std::move(first.sheet), {*begin, *end}};
}

void ChoiceSources::read(const XmlScanner& xml) {
    const auto source = choices_of_condition(xml.attribute("condition"));
    if (!source) return;
    sources_.push_back(*source);
    numbers_.insert_or_assign(xml.attribute("name"), static_cast<std::uint32_t>(sources_.size()));
}

std::uint32_t ChoiceSources::find(std::string_view name) const {
    const auto at = numbers_.find(name);
    return at != numbers_.end() ? at->second : 0;
}

void ChoiceRanges::add(std::uint32_t column, std::uint32_t columns, std::uint32_t list) {
    if (!row_.empty() && row_.back().end == column && row_.back().list == list) {
        row_.back().end += columns;
    } else {
        row_.push_back({column, column + columns, list});
    }
}

void ChoiceRanges::end_row(std::uint32_t first, std::uint32_t end,
                           std::vector<ChoiceList>& choices) {
    auto above = open_.begin();
    for (Run& run : row_) {
        for (; above != open_.end() && above->first < run.first; ++above) close(*above, choices);
        const bool goes_on = above != open_.end() && above->first == run.first &&
                             above->end == run.end && above->list == run.list;
        run.first_row = goes_on ? above->first_row : first;
        if (goes_on) ++above;
    }
    for (; above != open_.end(); ++above) close(*above, choices);
    open_ = std::exchange(row_, {});
    end_ = end;
}

void ChoiceRanges::finish(std::vector<ChoiceList>& choices) {
    for (const Run& run : open_) close(run, choices);
    open_.clear();
}

void ChoiceRanges::close(const Run& run, std::vector<ChoiceList>& choices) const {
    if (end_ <= run.first_row) return;
    add_choice_list({{run.first_row, run.first}, {end_ - 1, run.end - 1}}, sources_[run.list],
                    choices);
}

void read_database_range(const XmlScanner& xml, std::vector<Sheet>& sheets) {
    // LibreOffice keeps the filters of sheets so.
    constexpr std::string_view k_nameless = "__Anonymous_";
    std::string name = xml.attribute("name");
    const auto range = range_from_address(xml.attribute("target-range-address"));
    if (!range || name.empty() || name.starts_with(k_nameless)) return;
    const auto sheet = std::ranges::find(sheets, range->sheet, &Sheet::name);
    repair_utf8_from(0, name);
    if (sheet != sheets.end()) sheet->tables.push_back({std::move(name), range->at});
}

}  // namespace tidytracker::odf
