// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <cstddef>
#include <string_view>

namespace tidytracker {

/// How a format that is neither CSV nor plain text is recognised.
struct Signature {
    std::string_view magic{};  ///< bytes at `offset`
    std::size_t offset{};
    std::string_view marker{};  ///< further bytes near the start or the end; may be empty
    bool of_text{};             ///< of characters: case and white space at the start do not matter
    std::string_view name{};    ///< "a PDF document"
    ErrorKind kind{ErrorKind::unsupported};
    std::string_view help{};  ///< what to do if no reader takes it
};

/// What the content is by its signature; null if it has none.
[[nodiscard]] const Signature* find_signature(std::string_view bytes);

/// Does the name say that the file is what office programs save: .xlsx, .docx, .ods and their like?
[[nodiscard]] bool is_named_package(std::string_view name);

}  // namespace tidytracker
