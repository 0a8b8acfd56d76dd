// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "write/edit/package.hpp"

namespace tidytracker {

/// A sheet of the package: its name and its part.
struct SheetPart {
    std::string name{};
    std::string part{};
};

/// Where the parts of a workbook are.
struct BookParts {
    std::string book{};
    std::string styles{};
    std::vector<SheetPart> sheets{};
};

/// Errors: damaged.
[[nodiscard]] Result<BookParts> parts_of_book(Package& package);

}  // namespace tidytracker
