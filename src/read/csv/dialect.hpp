// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tidytracker {

/// How a file with delimiters is written.
struct CsvDialect {
    std::string delimiter{","};  ///< of one or several characters; empty: one column
    char quote{'"'};             ///< NUL: quotes are text
    char escape{};               ///< '\\', or NUL where quotes are escaped by doubling alone
    std::string comment{};       ///< lines that begin with it are not parted; empty: none
    std::size_t columns{};       ///< fields of most records; 0 if that is unknown
    std::size_t skip{};          ///< bytes of the leading "sep=;" line, which is no record
};

/// A dialect and how well it explains the text.
struct CsvDetection {
    CsvDialect dialect{};
    double fit{};         ///< 0 to 1: how regular a table the text is
    bool quoted_cells{};  ///< quotes part the text from its syntax
};

/// Finds the dialect of the first few hundred records. `delimiter` is the user's word for it.
/// A text without a sensible delimiter has one column.
[[nodiscard]] CsvDetection detect_csv_dialect(std::string_view text,
                                              const std::optional<std::string>& delimiter = {});

}  // namespace tidytracker
