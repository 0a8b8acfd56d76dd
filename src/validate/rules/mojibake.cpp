// SPDX-License-Identifier: Apache-2.0
#include "base/mojibake.hpp"

#include <array>

#include "base/text.hpp"
#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

void check_mojibake(const Subject& subject, Findings& findings) {
    for_each_cell(subject, [&](const SourceReading& reading, const MappedTable& mapped,
                               const Row& row, const Cell& cell) {
        const std::string_view text = text_of(reading, cell);
        const std::optional<std::string> mended = mended_mojibake(text);
        if (!mended) return;
        Finding finding =
            about_cells(k_mojibake, reading, mapped.table.sheet,
                        std::array{CellAddress{row.index, cell.column}},
                        "letters went wrong when this text was moved between programs");
        finding.text = text;
        finding.note = "it was meant to be: " + squeeze(*mended);
        finding.help = "tidytracker check --fix mends it in a copy";
        findings.push_back(std::move(finding));
    });
}

}  // namespace

constinit const Rule k_mojibake{
    .name = "mojibake",
    .family = Family::content,
    .severity = Severity::warning,
    .needs_source = true,
    .what =
        "Finds texts in which accents, quotation marks, dashes or pound signs have become several "
        "odd letters.",
    .why = "Names are wrong and cannot be searched, and every copy adds to it.",
    .example = "\"Caf\xC3\xA9\" that shows as \"Caf\xC3\x83\xC2\xA9\"",
    .remedy = "Write the letters anew, or let check --fix mend them in a copy.",
    .related = "control-characters, lost-characters, mixed-encoding",
    .check = check_mojibake,
};

}  // namespace tidytracker
