// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "read/csv/dialect.hpp"

namespace tidytracker {

/// A field of a record, as it stands in the text.
struct CsvField {
    std::string_view raw{};  ///< without the quotes around it
    bool quoted{};           ///< there were quotes around it
    bool escaped{};          ///< `raw` holds doubled quotes or escapes
    bool odd{};              ///< its quotes are not as RFC 4180 has them
};

/// The field's value; `scratch` keeps it if it is not `raw` itself.
[[nodiscard]] std::string_view value_of(const CsvField& field, const CsvDialect& dialect,
                                        std::string& scratch);

}  // namespace tidytracker
