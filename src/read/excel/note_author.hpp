// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tidytracker {

/// A note's text without the author's name and line break that Excel puts before a new note.
[[nodiscard]] inline std::string without_author(std::string text, const std::string& author) {
    const std::string prefix = author + ":\n";
    if (!author.empty() && text.starts_with(prefix)) text.erase(0, prefix.size());
    return text;
}

}  // namespace tidytracker
