// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <set>

#include <fmt/format.h>

#include "base/unicode.hpp"
#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_duplicate_caption(const Subject& subject, Findings& findings) {
    for_each_tracker(subject, [&](const SourceReading& reading, const MappedTable& mapped) {
        if (mapped.table.shape != TableShape::grid) return;
        std::set<std::string> seen;
        for (const Column& column : mapped.table.columns) {
            if (column.caption.empty() || column.caption_cells.empty()) continue;
            if (seen.insert(fold(column.caption)).second) continue;
            Finding finding =
                about_cells(k_duplicate_caption, reading, mapped.table.sheet,
                            std::array{column.caption_cells.front()},
                            fmt::format("two columns are called \"{}\"", column.caption));
            finding.text = column.caption;
            finding.help = "give one of them another caption";
            findings.push_back(std::move(finding));
        }
    });
}

}  // namespace

constinit const Rule k_duplicate_caption{
    .name = "duplicate-caption",
    .family = Family::structure,
    .severity = Severity::info,
    .needs_source = true,
    .what = "Finds tables in which two columns have the same caption.",
    .why = "Nobody can say which of the two a sentence or a formula means.",
    .example = "\"Comments\" twice: one of the officer, one of the committee",
    .remedy = "Give one of them another caption.",
    .related = "missing-caption",
    .check = check_duplicate_caption,
};

}  // namespace tidytracker
