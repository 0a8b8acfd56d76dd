// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <fmt/format.h>

#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// Two readings that lie this close are told apart by little; on clean trackers the best reading
/// of each column leads by a fifth and more.
constexpr double k_narrow_lead = 0.05;

/// A better reading than the one chosen is one that another column fits better still.
bool is_close_call(const Binding& binding) {
    return binding.runner_up > 0 && binding.runner_up <= binding.confidence &&
           binding.confidence - binding.runner_up < k_narrow_lead;
}

void check_ambiguous_column(const Subject& subject, Findings& findings) {
    for_each_tracker(subject, [&](const SourceReading& reading, const MappedTable& mapped) {
        for (std::size_t i = 0; i < mapped.mapping.columns.size(); ++i) {
            const Binding& binding = mapped.mapping.columns[i];
            const Column& column = mapped.table.columns[i];
            if (binding.field == Field::none || binding.confidence >= 1 ||
                column.caption_cells.empty() || !is_close_call(binding)) {
                continue;
            }
            Finding finding =
                about_cells(k_ambiguous_column, reading, mapped.table.sheet,
                            std::array{column.caption_cells.front()},
                            fmt::format("column \"{}\" is read as {}, but may mean something else",
                                        column.caption, info(binding.field).name));
            finding.text = column.caption;
            finding.note = fmt::format("confidence {:.2f}, the next best reading has {:.2f}",
                                       binding.confidence, binding.runner_up);
            finding.help = fmt::format("settle it with --map \"{}={}\"", column.caption,
                                       info(binding.field).name);
            findings.push_back(std::move(finding));
        }
    });
}

}  // namespace

constinit const Rule k_ambiguous_column{
    .name = "ambiguous-column",
    .family = Family::structure,
    .severity = Severity::info,
    .needs_source = true,
    .what = "Finds columns whose meaning was settled by a narrow margin.",
    .why = "If the guess is wrong, every value of the column is in the wrong field.",
    .example = "A column \"Response\" that holds progress in some trackers and a verdict in others",
    .remedy =
        "Settle it once with --map \"Response=progress\", or under [columns] in tidytracker.toml.",
    .related = "unmapped-column, missing-column",
    .check = check_ambiguous_column,
};

}  // namespace tidytracker
