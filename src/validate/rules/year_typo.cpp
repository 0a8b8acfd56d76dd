// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdlib>
#include <map>
#include <string>

#include <fmt/format.h>

#include "base/parse_number.hpp"
#include "base/similar.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// A date field of records, and its name.
struct DatedField {
    std::string_view name{};
    std::optional<When> Record::*member{};
};
constexpr auto k_dated_fields = std::to_array<DatedField>({{"raised", &Record::raised},
                                                           {"due", &Record::due},
                                                           {"completed", &Record::completed},
                                                           {"review", &Record::review}});

int year_of(const IsoDay& day) {
    return parse_number<int>(std::string_view(day).substr(0, 4)).value_or(0);
}

/// The years that a table's dates lie in, with how often each comes.
using Years = std::map<int, std::size_t>;

/// Is the year far from all that come more than once? Ten years: plans reach far, slips further.
bool is_far_off(int year, const Years& years) {
    constexpr int k_far = 10;
    std::size_t others = 0;
    for (const auto& [other, count] : years) {
        if (other == year && count > 1) return false;
        if (other != year && std::abs(other - year) < k_far) return false;
        if (other != year) others += count;
    }
    return others >= 3;
}

/// The year of the table of which this one is a slip of the hand: one digit wrong or two swapped.
int meant_year(int year, const Years& years) {
    const std::string typed = fmt::format("{:04}", year);
    int meant = 0;
    std::size_t most = 0;
    for (const auto& [other, count] : years) {
        if (count <= most || !is_one_slip_away(typed, fmt::format("{:04}", other))) continue;
        meant = other;
        most = count;
    }
    return meant;
}

void check_year_typo(const Subject& subject, Findings& findings) {
    std::map<std::size_t, Years> years;
    for (std::size_t i = 0; i < subject.records().size(); ++i) {
        Years& own = years[subject.table_of[i]];
        for (const DatedField& field : k_dated_fields) {
            const auto& when = subject.records()[i].*field.member;
            if (when && !when->date.empty()) ++own[year_of(when->date)];
        }
    }
    for (std::size_t i = 0; i < subject.records().size(); ++i) {
        const Record& record = subject.records()[i];
        const Years& own = years[subject.table_of[i]];
        for (const DatedField& field : k_dated_fields) {
            const auto& when = record.*field.member;
            if (!when || when->date.empty() || !is_far_off(year_of(when->date), own)) continue;
            const int meant = meant_year(year_of(when->date), own);
            if (meant == 0) continue;
            Finding finding = about(k_year_typo, record, field.name,
                                    fmt::format("the year {} is far from all others of the table",
                                                year_of(when->date)));
            finding.text = when->text;
            finding.note = fmt::format("read as {}", when->date);
            finding.help = fmt::format("the year is probably {}", meant);
            findings.push_back(std::move(finding));
        }
    }
}

}  // namespace

constinit const Rule k_year_typo{
    .name = "year-typo",
    .family = Family::dates,
    .severity = Severity::warning,
    .needs_source = true,
    .what =
        "Finds a date whose year is ten years and more from those of the rest of the table and one "
        "slip of the hand away from one of them.",
    .why = "An action due in 2204 is never late, and nobody asks for it.",
    .example = "31/03/2042 in a tracker of 2024",
    .remedy = "Correct the year.",
    .related = "due-before-raised, completed-in-future, raised-in-future",
    .check = check_year_typo,
};

}  // namespace tidytracker
