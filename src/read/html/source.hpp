// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

#include <string>

namespace tidytracker::html {

struct PageText {
    std::string text{};  ///< valid UTF-8 without NUL
    std::string encoding{};
};

/// Decodes a page by the encoding that the user named, by its byte order mark, by what it says of
/// itself (<meta charset>), or as decode_text guesses.
[[nodiscard]] Result<PageText> decode_page(const Input& input, const ReadOptions& options,
                                           Findings& findings);

}  // namespace tidytracker::html
