// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <string>
#include <string_view>
#include <vector>

// Where the text of several parties parts, and what of it belongs to one of them. Separators mean
// different things in different places: "Dilys Ash, NHSE" is one lead, "Dilys Ash, Omar Reid" two,
// "Licensing and Noise Team" one.
namespace tidytracker {

/// The parts between separators outside brackets, trimmed, of a text that has been squeezed. The
/// slash of "c/o" is none.
[[nodiscard]] std::vector<std::string> split_outside_brackets(std::string_view text,
                                                              std::string_view separators);
/// Splits at "and", "&" and their like where they part a list rather than a name ("Health and
/// Safety Team"); everywhere if it is known to be a `list`.
void append_split_at_and(std::string_view text, bool list, std::vector<std::string>& out);
/// The lines of a cell, with those joined that a wrap parted.
[[nodiscard]] std::vector<std::string> lines_of_parties(std::string_view text);

/// "Name, Body", "Name, Post", "Post, Unit" and "Unit, Body" are one party; only where there are
/// just the two.
[[nodiscard]] bool is_affiliated(const std::vector<std::string>& parts);
/// The two parts of "Ada Birch - Town Clerk", also in the other order; else nothing.
[[nodiscard]] std::vector<std::string> affiliated_by_mark(std::string_view group);

/// "Birch": a word that may be a name and is none of a post or body.
[[nodiscard]] bool is_name_word(std::string_view text);
/// All titles in front: "Professor Dame". Takes them off the text.
[[nodiscard]] std::string take_titles(std::string& text);
/// Is it nothing but a title: "Mr" of "Mr and Mrs Birch"?
[[nodiscard]] bool is_title_alone(std::string_view text);
/// The post or body that stands beside a name, unless it is a remark or the person's initials.
void set_affiliation(Party& party, std::string text);

}  // namespace tidytracker
