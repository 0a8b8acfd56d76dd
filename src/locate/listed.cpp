// SPDX-License-Identifier: Apache-2.0
// Rows that follow several things up at once: "Recommendations 19 and 20" beside "19. ... 20. ...".
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "locate/joins.hpp"

namespace tidytracker {
namespace {

/// The numbers of a key such as "Recommendations 19 and 20"; none if there is anything else in it.
std::vector<std::string_view> numbers_of_key(std::string_view key) {
    std::vector<std::string_view> numbers;
    bool first = true;
    for (std::string_view word : words_of(key)) {
        while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == ':')) {
            word.remove_suffix(1);
        }
        std::size_t digits = 0;
        while (digits < word.size() && is_digit(word[digits])) ++digits;
        if (digits > 0 && digits == word.size()) {
            numbers.push_back(word);
        } else if (!first && word != "and" && word != "&") {
            return {};
        }
        first = false;
    }
    return numbers;
}

/// The lines of a cell that each number opens: "19." at the start of a line. Empty unless each of
/// them does, in order, and the first of them opens the cell.
std::vector<std::size_t> openings_of(const std::vector<std::string_view>& lines,
                                     const std::vector<std::string_view>& numbers) {
    std::vector<std::size_t> openings;
    for (std::size_t i = 0; i < lines.size() && openings.size() < numbers.size(); ++i) {
        const std::string_view number = numbers[openings.size()];
        const std::string_view line = lines[i];
        const bool opens = line.starts_with(number) && line.size() > number.size() + 1 &&
                           (line[number.size()] == '.' || line[number.size()] == ')') &&
                           is_space(line[number.size() + 1]);
        if (opens) openings.push_back(i);
    }
    const bool all = openings.size() == numbers.size() && !openings.empty() && openings[0] == 0;
    return all ? openings : std::vector<std::size_t>();
}

/// The lines of a cell and the cells they stand in; empty paragraphs are no lines.
std::vector<std::string_view> lines_of_cell(std::string_view text) {
    std::vector<std::string_view> lines = split(text, '\n');
    std::erase_if(lines, [](std::string_view line) { return line.empty(); });
    return lines;
}

TableCell part_of_cell(const TableCell& cell, const std::vector<std::string_view>& lines,
                       std::size_t first, std::size_t end, std::size_t number) {
    TableCell part;
    for (std::size_t i = first; i < end; ++i) {
        if (i > first) part.text += '\n';
        part.text += i == first ? trim(lines[i].substr(number)) : lines[i];
    }
    if (cell.cells.size() == lines.size()) {
        part.cells.assign(cell.cells.begin() + static_cast<std::ptrdiff_t>(first),
                          cell.cells.begin() + static_cast<std::ptrdiff_t>(end));
    } else {
        part.cells = cell.cells;
    }
    return part;
}

/// Appends the rows that a row lists; false if it is only one.
bool append_listed(const TableRow& row, std::size_t key, std::vector<TableRow>& out) {
    const auto numbers = numbers_of_key(row.cells[key].text);
    if (numbers.size() < 2) return false;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const auto lines = lines_of_cell(row.cells[column].text);
        const auto openings =
            column == key ? std::vector<std::size_t>() : openings_of(lines, numbers);
        if (openings.empty()) continue;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const std::size_t end = i + 1 < numbers.size() ? openings[i + 1] : lines.size();
            TableRow made = row;
            made.cells[key].text = numbers[i];
            made.cells[column] =
                part_of_cell(row.cells[column], lines, openings[i], end, numbers[i].size() + 1);
            out.push_back(std::move(made));
        }
        return true;
    }
    return false;
}

}  // namespace

void part_listed(std::vector<TableRow>& rows, std::size_t key) {
    std::vector<TableRow> parted;
    for (const TableRow& row : rows) {
        if (!append_listed(row, key, parted)) parted.push_back(row);
    }
    rows = std::move(parted);
}

}  // namespace tidytracker
