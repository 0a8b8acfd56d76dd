// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// Bytes that may begin one, so that other texts are looked at once and quickly.
constexpr bool may_be_unseen(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || byte == 0xE2 || byte == 0xEF;
}

/// Characters that nobody sees: controls, zero-width spaces and joiners, byte order marks.
std::string_view unseen_in(std::string_view text) {
    if (std::ranges::none_of(text, [](char c) { return may_be_unseen(c); })) return {};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool control =
            (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7F;
        if (control) return "a control character";
        if (byte == 0xE2 && text.substr(i, 3) == "\xE2\x80\x8B") return "a zero-width space";
        if (byte == 0xEF && text.substr(i, 3) == "\xEF\xBB\xBF") return "a byte order mark";
    }
    return {};
}

void check_control_characters(const Subject& subject, Findings& findings) {
    for_each_cell(subject, [&](const SourceReading& reading, const MappedTable& mapped,
                               const Row& row, const Cell& cell) {
        const std::string_view what = unseen_in(text_of(reading, cell));
        if (what.empty()) return;
        Finding finding = about_cells(k_control_characters, reading, mapped.table.sheet,
                                      std::array{CellAddress{row.index, cell.column}},
                                      fmt::format("this text holds {}, which nobody sees", what));
        finding.help = "tidytracker check --fix takes it out in a copy";
        findings.push_back(std::move(finding));
    });
}

}  // namespace

constinit const Rule k_control_characters{
    .name = "control-characters",
    .family = Family::content,
    .severity = Severity::info,
    .needs_source = true,
    .what =
        "Finds characters in a tracker that nobody sees: control characters, zero-width spaces, "
        "byte order marks.",
    .why = "Two texts look the same and are not: filters, look-ups and searches miss one of them.",
    .example = "\"A-013\" with a zero-width space behind it",
    .remedy = "Type the text anew, or let check --fix take the character out in a copy.",
    .related = "mojibake",
    .check = check_control_characters,
};

}  // namespace tidytracker
