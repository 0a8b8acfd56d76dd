// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

// What stands around the names of a cell of people: labels, remarks, addresses, marks of lists.
namespace tidytracker {

/// The part that those behind a label have in the action: "Lead: Ada Birch; Support: Col Drew".
enum class PartyRole { none, lead, support };

/// A label that opens a text, with the mark behind it. `length` is 0 if there is none.
struct PartyLabel {
    std::size_t length{};
    PartyRole role{PartyRole::none};
};

/// Does a word other than the first begin with something else than a capital, as every conjunction
/// and dash does? Most names have none, and need not be searched for any.
[[nodiscard]] bool has_small_word(std::string_view text);
/// Does the text have a mark or word that goes with every label?
[[nodiscard]] bool may_hold_labels(std::string_view text);
[[nodiscard]] PartyLabel opening_party_label(std::string_view text);
/// "Lead: Ada Birch, support: Col Drew": the text parted before each label within it.
[[nodiscard]] std::vector<std::string_view> split_at_labels(std::string_view text);

/// Takes "(...)" or "[...]" off the end; returns what was inside.
[[nodiscard]] std::string take_bracket(std::string& text);
/// Does a bracket say something else than the post or body: "(lead)", "(TBC)", "(from 1 April)"?
[[nodiscard]] bool is_party_remark(std::string_view inside);
/// The part in the action that a bracket states: "(support)".
[[nodiscard]] PartyRole role_of_remark(std::string_view inside);

/// The person whom a bracket names behind a word of its own, else all of it: "contact Ada Birch"
/// `holds` what stands before the bracket, "with Ada Birch" does not.
[[nodiscard]] std::string_view behind_bracket_opening(std::string_view inside, bool& holds);
/// "Lead Ada Birch", "Ada Birch lead": what the word says of the person needs no mark beside a
/// name that begins with a forename or an initial.
[[nodiscard]] std::string_view without_plain_lead(std::string_view text);

/// The text without an address or telephone number behind a name, and without the sign of a
/// mention: "Ada Birch <ada.birch@wexbury.example>", "@Ada Birch", "Ada Birch ext 204".
[[nodiscard]] std::string without_address(std::string_view text);
/// Without the mark or number of a list, and without a mark of doubt or of a footnote behind it:
/// "- Ada Birch", "2. Ada Birch", "Ada Birch?", "Ada Birch*".
[[nodiscard]] std::string_view without_marks(std::string_view text);

}  // namespace tidytracker
