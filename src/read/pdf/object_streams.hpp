// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <string_view>

namespace tidytracker::pdf {

/// Refuses a file whose object or cross-reference streams unpack to more than any document needs.
/// qpdf unpacks those whole and without a limit, before anybody can ask. Errors: too_large.
[[nodiscard]] Result<void> check_object_streams(std::string_view bytes);

}  // namespace tidytracker::pdf
