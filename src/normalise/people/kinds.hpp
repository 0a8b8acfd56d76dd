// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Who or what the text of one party names, told by its words.
namespace tidytracker {

enum class PartyKind : std::uint8_t { person, post, organisation, unclear };

[[nodiscard]] PartyKind classify(std::string_view text);

/// A word as the tables of words.hpp have it: folded, without marks and the 's of a genitive.
[[nodiscard]] std::string bare_word(std::string_view word);
/// Hardly an abbreviation of a body has more letters.
inline constexpr std::size_t k_longest_acronym = 4;
/// "NHSE", "BOB", "OCC": an abbreviation, two letters or more.
[[nodiscard]] bool is_acronym(std::string_view word);
/// "HALE": capitals that hardly an abbreviation has, for their number or, of four, their sound.
[[nodiscard]] bool is_shouted_word(std::string_view word);
[[nodiscard]] bool is_capitalised(std::string_view word);
[[nodiscard]] bool all_words(const std::vector<std::string_view>& words,
                             bool (*is)(std::string_view));
/// "Name ORG ORG": the abbreviations behind a name are its body. One that only ends names of
/// bodies ("North Wex DC") is no body of its own.
[[nodiscard]] std::size_t words_of_name(const std::vector<std::string_view>& words);

/// A full name, or one with a title.
[[nodiscard]] bool is_person(std::string_view text);
/// The same, shown by more than capitals: a title, a forename or an initial. "North Wexbury" is
/// none for sure.
[[nodiscard]] bool is_named_person(std::string_view text);
/// "Bob": nobody's full name, but a name.
[[nodiscard]] bool is_forename_alone(std::string_view text);
/// "JD", "J.D.", "J D": two letters of a person, if they stand for no body or post that is known.
/// Three are as often those of a body; `most` lets them count, too.
[[nodiscard]] bool are_initials(std::string_view text, std::size_t most = 2);
/// A body's name that is complete: an abbreviation, or one that ends as such names do.
[[nodiscard]] bool is_whole_body(std::string_view text);

}  // namespace tidytracker
