// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The notation of values that a single cell of the flat register holds several of. For each there
// is a printing function and one that reads what was printed; printing, reading and printing again
// gives the same text, whatever the values hold.
//
//   parties   Cllr Nigel Marsh [Cabinet Member] (Parks); [Town Clerk]; (Wexbury Housing)
//             Title and person, the post in [ ], the organisation in ( ). A title that is not one
//             of personal_titles() is followed by a backslash before its space.
//   entries   2025-03-12 [Update] (A. Author): Two services have signed up.
//             One a line; day, label and author may be missing. Text that would read as having
//             them begins with ": ".
//   whens     2024-05-31; end of spring <2024-21, 2024-05-31> [approximate]
//             The text, then the EDTF and the day in < >, then the qualifier in [ ]. A lone ISO
//             day is an exact day printed like that; without a day of its own, < > gives it.
//   list      https://example.org/a; https://example.org/b
//   pairs     caption: text, one a line
//
// A backslash takes away the special meaning of the character after it; \n and \r are line breaks.
// Parties and whens are printed with their white space squeezed.
namespace tidytracker {

void append_flat_parties(const std::vector<Party>& parties, std::string& out);
/// The same, each followed by its printed form in < > where that is another one:
/// "Cllr Nigel Marsh (Parks) <Cllr N Marsh>".
[[nodiscard]] std::string printed_parties(const std::vector<Party>& parties);
void append_flat_entries(const std::vector<Progress>& entries, std::string& out);
void append_flat_whens(const std::vector<When>& whens, std::string& out);
void append_flat_list(const std::vector<std::string>& items, std::string& out);
void append_flat_pairs(const std::vector<std::pair<std::string, std::string>>& pairs,
                       std::string& out);

[[nodiscard]] std::string flat_parties(const std::vector<Party>& parties);
[[nodiscard]] std::string flat_whens(const std::vector<When>& whens);

/// A part that is not in the notation becomes a party of which only the text is known. A part
/// without any mark is taken for a person: what else it may be, only its words can tell.
[[nodiscard]] std::vector<Party> parse_flat_parties(std::string_view text);
[[nodiscard]] std::vector<Party> parse_printed_parties(std::string_view text);
/// A line without day, label and author is an entry of text alone.
[[nodiscard]] std::vector<Progress> parse_flat_entries(std::string_view text);
/// A part that is not in the notation becomes a date of which only the text is known.
[[nodiscard]] std::vector<When> parse_flat_whens(std::string_view text);
[[nodiscard]] std::vector<std::string> parse_flat_list(std::string_view text);
/// A line without ":" has no caption.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> parse_flat_pairs(
    std::string_view text);

/// A party as people write it: "Cllr Nigel Marsh, Cabinet Member (Parks)". It cannot always be
/// read back.
[[nodiscard]] std::string party_text(const Party& party);
/// Forms of address that stand before a name, without full stop.
[[nodiscard]] std::span<const std::string_view> personal_titles();

}  // namespace tidytracker
