// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/edit.hpp>

#include <span>
#include <string>

#include "write/edit/package.hpp"

namespace tidytracker {

/// Adds the notes of edits to the comments of a sheet, and the shapes in which programs show them.
/// Errors: damaged, where the sheet has comments that cannot be read.
Result<void> add_notes(Package& package, const std::string& sheet_part,
                       std::span<const CellEdit* const> edits);

}  // namespace tidytracker
