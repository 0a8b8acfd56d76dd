// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/result.hpp>

#include <string_view>

namespace tidytracker {

/// Does the text begin as the JSON document that the writer makes?
[[nodiscard]] bool looks_like_document(std::string_view text);

/// Reads the JSON document back. What it says is taken as it stands, without any guessing: a key
/// that is missing, unknown or of the wrong type is an error with its line and column. The
/// addresses behind places (Record::provenance, Unconverted::cells) and the notes of findings are
/// not in a document.
[[nodiscard]] Result<Document> read_document(std::string_view text);

/// Does the text begin as the JSON lines that the writer makes, a record each?
[[nodiscard]] bool looks_like_records(std::string_view text);

/// Reads JSON lines back, as strictly. They do not say where their sources are from, nor the day.
[[nodiscard]] Result<Document> read_records(std::string_view text);

}  // namespace tidytracker
