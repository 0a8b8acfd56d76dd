// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

namespace tidytracker {

/// PDF documents: tables and lines of each page.
[[nodiscard]] const Reader& pdf_reader();

}  // namespace tidytracker
