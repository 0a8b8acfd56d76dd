// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Cells of a CSV file as RFC 4180 has them.
namespace tidytracker {

/// Appends one cell, in quotation marks where it needs them.
void append_csv_cell(std::string_view text, std::string& out);

/// The room that put_csv_cell may need.
[[nodiscard]] std::size_t most_csv_bytes(std::string_view text);
/// Writes one cell where there is room for it, in quotation marks where it needs them; returns its
/// end.
[[nodiscard]] char* put_csv_cell(std::string_view text, char* out);

enum class Quotes : std::uint8_t { needed, always };

/// Puts what stands in `out` from `first` on in quotation marks, where it needs them.
void finish_csv_cell(std::size_t first, std::string& out, Quotes quotes = Quotes::needed);

}  // namespace tidytracker
