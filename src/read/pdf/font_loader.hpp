// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/pdf/font.hpp"
#include "read/pdf/objects.hpp"

namespace tidytracker::pdf {

/// Reads a font dictionary (ISO 32000-1, 9.5 to 9.10).
[[nodiscard]] Font load_font(const QPDFObjectHandle& dictionary, Streams& streams);

}  // namespace tidytracker::pdf
