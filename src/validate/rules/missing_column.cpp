// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <set>

#include "base/text.hpp"
#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// What is looked for, and the fields that can stand in for it.
struct Wanted {
    std::string_view noun{};
    std::array<Field, 4> fields{};
};
constexpr auto k_wanted_columns = std::to_array<Wanted>({
    {"a lead", {Field::leads}},
    {"a due date", {Field::due}},
    {"a status", {Field::status, Field::completed, Field::percent, Field::progress}},
});

/// The columns that a table lacks; empty if it has them all.
std::string lacking_columns(const MappedTable& mapped) {
    std::vector<std::string> nouns;
    for (const Wanted& wanted : k_wanted_columns) {
        const bool there = std::ranges::any_of(wanted.fields, [&mapped](Field field) {
            return field != Field::none && has_column(mapped, field);
        });
        if (!there) nouns.emplace_back(wanted.noun);
    }
    const std::string last = nouns.empty() ? std::string() : std::move(nouns.back());
    if (nouns.size() < 2) return last;
    nouns.pop_back();
    return join(nouns, ", ") + " or " + last;
}

void check_missing_column(const Subject& subject, Findings& findings) {
    // A table that pages part is one table: it lacks its column once.
    std::set<std::pair<const SourceReading*, std::string>> told;
    for_each_tracker(subject, [&](const SourceReading& reading, const MappedTable& mapped) {
        if (mapped.table.shape != TableShape::grid) return;
        std::string lacking = lacking_columns(mapped);
        if (lacking.empty() || !told.emplace(&reading, lacking).second) return;
        Finding finding = about_cells(k_missing_column, reading, mapped.table.sheet,
                                      std::array{mapped.table.range.first},
                                      "this table has no column for " + lacking);
        finding.help = "if a column means that, bind it with --map \"CAPTION=field\"";
        findings.push_back(std::move(finding));
    });
}

}  // namespace

constinit const Rule k_missing_column{
    .name = "missing-column",
    .family = Family::structure,
    .severity = Severity::info,
    .needs_source = true,
    .what = "Finds tables of actions without a column for the lead, the due date or the status.",
    .why = "Nobody can be asked, nothing can be late, and nobody sees what is done.",
    .example = "A table with Ref, Action and Notes",
    .remedy = "Add the column, or bind the one that means it with --map \"CAPTION=field\".",
    .related = "unmapped-column, missing-lead, missing-due",
    .check = check_missing_column,
};

}  // namespace tidytracker
