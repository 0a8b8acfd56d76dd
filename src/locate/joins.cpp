// SPDX-License-Identifier: Apache-2.0
#include "locate/joins.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

bool is_filled(const TableRow& row, std::size_t column) {
    return column < row.cells.size() && !row.cells[column].text.empty();
}

std::size_t filled_columns(const TableRow& row) {
    return static_cast<std::size_t>(
        std::ranges::count_if(row.cells, [](const TableCell& cell) { return !cell.text.empty(); }));
}

/// The first column of the table that is not the key: where each new row says something.
std::size_t leading_column(const std::vector<BrokenRow>& rows, std::optional<std::size_t> key) {
    std::vector<std::size_t> filled;
    for (const BrokenRow& row : rows) filled.resize(std::max(filled.size(), row.row.cells.size()));
    for (const BrokenRow& row : rows) {
        for (std::size_t i = 0; i < row.row.cells.size(); ++i) filled[i] += is_filled(row.row, i);
    }
    for (std::size_t i = 0; i < filled.size(); ++i) {
        if (key != i && filled[i] * 2 > rows.size() / 2) return i;
    }
    return 0;
}

/// A label such as "Recommendation:" that opens the text; empty if there is none.
std::string_view opening_label_of(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon > 30 || colon == 0) return {};
    const std::string_view label = text.substr(0, colon);
    return words_of(label).size() <= 3 && is_upper(label[0]) ? label : std::string_view();
}

/// Everything that joining looks at besides the row itself.
struct Surroundings {
    std::optional<std::size_t> key{};
    std::size_t leading{};
    bool numbered_before{};  ///< an earlier row of this segment has a key
};

/// The evidence of one long text for or against beginning a new row.
double text_evidence(const TableCell& now, const TableCell& before) {
    if (now.text.empty()) return 0;
    if (begins_lower_case(now.text)) return -2;
    const std::string_view label = opening_label_of(now.text);
    if (!label.empty() && label == opening_label_of(before.text)) return 3;
    if (before.text.empty()) return 0;
    return ends_sentence(before.text) ? 1 : -1;
}

/// A second whole date or state in a column is that of another row. A year alone may be the rest of
/// a date.
bool is_second_value(std::string_view now, std::string_view before) {
    constexpr std::size_t k_longer_than_year = 5;
    const auto is_date = [](std::string_view text) {
        return text.size() >= k_longer_than_year && is_date_shaped(text);
    };
    return (is_date(now) && is_date(before)) ||
           (status_of_wording(now).has_value() && status_of_wording(before).has_value());
}

/// Does a text count on from the one above it? With further cells filled beside both they are rows,
/// and no list within one cell.
bool counts_on(const TableRow& row, const TableRow& above, std::size_t column) {
    const std::int64_t before = own_number(above.cells[column].text);
    return before >= 0 && filled_columns(row) > 1 &&
           own_number(row.cells[column].text) == before + 1;
}

/// Positive where the row begins a row of the table, negative where it continues the row above.
/// The weights are set by eye on pasted committee trackers with and without row numbers; the sum
/// matters, no single sign decides except a key and an empty leading column.
double evidence_of_new_row(const BrokenRow& row, const TableRow& above, const Surroundings& at) {
    if (at.key && is_filled(row.row, *at.key)) return 10;
    if (!is_filled(row.row, at.leading)) return -10;
    if (!at.key && counts_on(row.row, above, at.leading)) return 10;
    double evidence = 0;
    if (at.key && row.segment_has_key && at.numbered_before) evidence -= 2;
    if (filled_columns(row.row) == 1) evidence -= 2;
    if (filled_columns(row.row) + (at.key ? 1 : 0) >= row.row.cells.size()) evidence += 1;
    if (row.row.cells[at.leading].text == above.cells[at.leading].text) evidence += 2;
    double texts = 0;
    for (std::size_t i = 0; i < row.row.cells.size(); ++i) {
        if (is_second_value(row.row.cells[i].text, above.cells[i].text)) evidence += 2;
        if (i == at.leading || !is_prose(row.row.cells[i].text + " " + above.cells[i].text)) {
            continue;
        }
        texts += text_evidence(row.row.cells[i], above.cells[i]);
    }
    return evidence + std::clamp(texts, -3.0, 3.0);
}

/// What comes between the two parts of a broken cell. In a document whose lines are wrapped all are
/// joined later; elsewhere a sentence that goes on over the break is no new line.
std::string_view mark_between(std::string_view before, std::string_view after, RowFlow flow,
                              bool wrapped) {
    if (flow == RowFlow::adds_paragraph) return "\n\n";
    if (wrapped) return "\n";
    const bool open = is_word_byte(before.back()) || before.back() == ',';
    return open && begins_lower_case(after) ? " " : "\n";
}

void append_row(TableRow& above, const TableRow& row, RowFlow flow, bool wrapped) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const TableCell& part = row.cells[i];
        if (part.text.empty()) continue;
        TableCell& whole = above.cells[i];
        if (!whole.text.empty()) whole.text += mark_between(whole.text, part.text, flow, wrapped);
        whole.text += part.text;
        whole.cells.insert(whole.cells.end(), part.cells.begin(), part.cells.end());
    }
    above.sheet_rows.insert(above.sheet_rows.end(), row.sheet_rows.begin(), row.sheet_rows.end());
    above.struck = above.struck && row.struck;
}

}  // namespace

std::optional<std::size_t> key_column(const std::vector<BrokenRow>& rows, std::size_t columns) {
    // Only the first columns are looked at: a column of dates or counts further right may look
    // like references, too.
    for (std::size_t i = 0; i < std::min<std::size_t>(columns, 2); ++i) {
        std::size_t filled = 0;
        std::size_t references = 0;
        std::set<std::string_view> distinct;
        for (const BrokenRow& row : rows) {
            if (!is_filled(row.row, i)) continue;
            ++filled;
            references += is_reference_shaped(row.row.cells[i].text) ? 1U : 0U;
            distinct.insert(row.row.cells[i].text);
        }
        if (filled >= 2 && references * 10 >= filled * 8 && distinct.size() * 10 >= filled * 8) {
            return i;
        }
    }
    return std::nullopt;
}

std::vector<TableRow> join_continued(std::vector<BrokenRow> rows, std::optional<std::size_t> key,
                                     bool wrapped) {
    std::vector<TableRow> joined;
    Surroundings at{.key = key, .leading = leading_column(rows, key)};
    std::size_t segment = SIZE_MAX;
    for (BrokenRow& row : rows) {
        if (row.segment != segment) {
            segment = row.segment;
            at.numbered_before = false;
        }
        const bool begins =
            joined.empty() || row.flow == RowFlow::begins ||
            (row.flow == RowFlow::unknown && evidence_of_new_row(row, joined.back(), at) > 0);
        at.numbered_before = at.numbered_before || (key && is_filled(row.row, *key));
        if (begins) {
            joined.push_back(std::move(row.row));
        } else {
            append_row(joined.back(), row.row, row.flow, wrapped);
        }
    }
    return joined;
}

}  // namespace tidytracker
