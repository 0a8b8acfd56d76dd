// SPDX-License-Identifier: Apache-2.0
#include "map/values.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// More rows tell no more about a column than these do.
constexpr std::size_t k_rows_looked_at = 100;

bool is_percent(std::string_view text) {
    text = trim(text);
    if (text.ends_with('%')) return is_number_shaped(text);
    const std::int64_t number = whole_number(text);
    return number >= 0 && number <= 100;
}

/// "Ada Birch, Head of Parks": the first of several people with what they are.
bool opens_with_name(std::string_view text) {
    const std::size_t end = text.find_first_of(",\n(");
    return end != std::string_view::npos && is_name_shaped(trim(text.substr(0, end)));
}

bool is_link(std::string_view text) {
    return text.find("http://") != std::string_view::npos ||
           text.find("https://") != std::string_view::npos ||
           text.find("www.") != std::string_view::npos;
}

bool is_told(std::string_view text, const Wording& statuses) {
    constexpr std::size_t k_longest = 40;
    if (statuses.empty() || text.size() > k_longest) return false;
    const std::string folded = fold(text);
    return std::ranges::any_of(
        statuses, [&folded](const auto& status) { return fold(status.first) == folded; });
}

/// What one cell says of its column.
struct CellSigns {
    std::size_t words{};
    bool date{};
    bool number{};
    bool reference{};
    bool name{};
    bool initials{};
    bool prose{};
    bool told{};
    bool percent{};
    bool link{};
    ListedWords listed{};
};

CellSigns signs_of(std::string_view text, const Wording& statuses) {
    return {.words = words_of(text).size(),
            .date = is_date_shaped(text),
            .number = whole_number(text) >= 0,
            .reference = is_reference_shaped(text),
            .name = is_name_shaped(text) || opens_with_name(text),
            .initials = is_initials_shaped(text),
            .prose = is_prose(text),
            .told = is_told(text, statuses),
            .percent = is_percent(text),
            .link = is_link(text),
            .listed = lists_with(text)};
}

void count(const CellSigns& signs, ColumnProfile& p) {
    p.dates += signs.date;
    p.numbers += signs.number;
    p.references += signs.reference;
    p.names += signs.name;
    p.initials += signs.initials;
    p.prose += signs.prose;
    p.told += signs.told;
    p.statuses += signs.listed.status || signs.told;
    p.rags += signs.listed.rag;
    p.priorities += signs.listed.priority;
    p.responses += signs.listed.response;
    p.kinds += signs.listed.kind;
    p.percents += signs.percent;
    p.links += signs.link;
}

/// A field that wants its cells to be of a kind: the share that is, stretched so that half of the
/// cells already is good evidence and none is strong counter-evidence.
double share_evidence(double share) {
    return std::min(1.0, 0.05 + share * 1.3);
}

double fit_text(const ColumnProfile& p) {
    // Actions may be as short as "Renew insurance": length speaks for the column, not against it.
    const double length = std::min(1.0, p.mean_words / 8);
    return std::clamp(
        0.4 + 0.3 * p.prose + 0.3 * length - 0.8 * p.dates - 0.8 * p.statuses - 0.8 * p.numbers,
        0.0, 1.0);
}

double fit_short_text(const ColumnProfile& p) {
    const double length = p.mean_words <= 9 ? 0.75 : 0.35;
    return std::clamp(length - 0.5 * p.dates - 0.5 * p.numbers - 0.3 * p.prose, 0.0, 1.0);
}

double fit_closed_list(const ColumnProfile& p, double share) {
    const bool few = p.distinct <= 3 || p.distinct * 2 <= p.filled;
    return std::clamp(share_evidence(share) + (few ? 0.15 : 0) - 0.5 * p.prose - 0.5 * p.dates, 0.0,
                      1.0);
}

double fit_parties(const ColumnProfile& p) {
    const double people = std::max(p.names, p.initials);
    const double length = p.mean_words <= 8 ? 0.35 : 0.0;
    return std::clamp(length + 0.65 * people - 0.7 * p.dates - 0.5 * p.prose - 0.5 * p.numbers, 0.0,
                      1.0);
}

}  // namespace

ColumnProfile profile_column(const Table& table, std::size_t column, const Wording& statuses) {
    ColumnProfile p;
    // The cells of most columns repeat.
    std::unordered_map<std::string_view, CellSigns> known;
    std::size_t words = 0;
    const std::size_t rows = std::min(table.rows.size(), k_rows_looked_at);
    for (std::size_t i = 0; i < rows; ++i) {
        const std::string& text = table.rows[i].cells[column].text;
        // A placeholder says nothing about the column.
        if (text.empty() || is_placeholder(text)) continue;
        ++p.filled;
        auto sign = known.find(text);
        if (sign == known.end()) sign = known.emplace(text, signs_of(text, statuses)).first;
        words += sign->second.words;
        count(sign->second, p);
    }
    p.distinct = known.size();
    if (p.filled == 0) return p;
    const auto count = static_cast<double>(p.filled);
    for (double* share :
         {&p.dates, &p.numbers, &p.references, &p.names, &p.initials, &p.prose, &p.statuses,
          &p.told, &p.rags, &p.priorities, &p.responses, &p.kinds, &p.percents, &p.links}) {
        *share /= count;
    }
    p.mean_words = static_cast<double>(words) / count;
    return p;
}

double fit(const ColumnProfile& p, Field field) {
    if (p.filled == 0) return 0.5;
    switch (field) {
        case Field::ref:
            return std::clamp(share_evidence(p.references) - 0.6 * p.prose -
                                  (p.distinct * 2 < p.filled ? 0.3 : 0),
                              0.0, 1.0);
        case Field::action:
            return fit_text(p);
        case Field::progress:
            // Updates are long and short, dated or not; only a closed list speaks against them.
            return std::clamp(0.45 + 0.5 * p.prose - 0.7 * p.statuses - 0.4 * p.dates, 0.0, 1.0);
        case Field::leads:
        case Field::support:
        case Field::raised_by:
            return fit_parties(p);
        case Field::meeting_date:
        case Field::raised:
        case Field::due:
        case Field::due_history:
        case Field::completed:
        case Field::review:
            return share_evidence(p.dates);
        case Field::status:
            return fit_closed_list(p, p.statuses);
        case Field::rag:
            return fit_closed_list(p, p.rags);
        case Field::priority:
            return fit_closed_list(p, p.priorities);
        case Field::response:
            return fit_closed_list(p, p.responses);
        case Field::kind:
            return fit_closed_list(p, p.kinds);
        case Field::percent:
            return share_evidence(p.percents);
        case Field::links:
            return share_evidence(p.links);
        case Field::meeting_name:
            return std::clamp(0.7 - p.dates - 0.5 * p.prose, 0.0, 1.0);
        case Field::item:
        case Field::section:
        case Field::parent:
            return fit_short_text(p);
        default:
            return 0.5;
    }
}

}  // namespace tidytracker
