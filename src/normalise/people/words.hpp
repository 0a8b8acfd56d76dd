// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

// The words by which a post or a body is told from a person.
namespace tidytracker {

/// A person's title at the start of a text.
struct OpeningTitle {
    std::string_view title{};  ///< in the singular: "Cllr"
    std::size_t length{};      ///< bytes as printed
    bool plural{};             ///< "Cllrs": holds for the surnames that follow, too
};

[[nodiscard]] std::optional<OpeningTitle> opening_title(std::string_view text);

/// Folded words. A post word says what somebody is; a body word occurs in names of bodies; a body
/// head ends such a name, so that it is one whatever stands before it.
[[nodiscard]] bool is_post_word(std::string_view word);
[[nodiscard]] bool is_body_word(std::string_view word);
[[nodiscard]] bool is_body_head(std::string_view word);
/// "obe", "mp": behind a name.
[[nodiscard]] bool is_honour(std::string_view word);
[[nodiscard]] bool is_forename(std::string_view word);

}  // namespace tidytracker
