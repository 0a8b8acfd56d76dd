// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tidytracker {

/// Joins the lines of a wrapped text by spaces, and words that the wrap parted at a hyphen
/// ("co- produced"). Typing errors stay.
[[nodiscard]] std::string join_wraps(std::string_view text);

/// Joins what a wrap or a column break left apart within a name: "An ne", "O' Brien",
/// "Penhale- Wood". Particles ("de", "van") stay words of their own.
[[nodiscard]] std::string repair_name(std::string_view name);

/// Does the text hold a character that is not ASCII, so that repair_characters may change it?
[[nodiscard]] bool needs_repair(std::string_view text);
/// Undoes what programs did to characters: UTF-8 that was read as Windows-1252, once or twice;
/// ligatures; zero-width characters and soft hyphens. Quotes and dashes stay.
[[nodiscard]] std::string repair_characters(std::string_view text);

/// "de", "van": a small word within a name.
[[nodiscard]] bool is_name_particle(std::string_view word);
/// "for", "and": a small word of sentences, and of no name.
[[nodiscard]] bool is_word_of_prose(std::string_view word);

}  // namespace tidytracker
