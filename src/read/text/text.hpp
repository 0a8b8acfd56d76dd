// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

namespace tidytracker {

/// Plain text: minutes, reports, text out of PDF files, tables pasted with tabs.
[[nodiscard]] const Reader& text_reader();

}  // namespace tidytracker
