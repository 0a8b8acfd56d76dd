// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

namespace tidytracker {

/// Reads Word documents and templates of Office Open XML (ECMA-376 part 1, 17), transitional and
/// strict.
[[nodiscard]] const Reader& docx_reader();

}  // namespace tidytracker
