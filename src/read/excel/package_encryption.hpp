// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>
#include <tidytracker/settings.hpp>

#include <string>
#include <string_view>

namespace tidytracker::excel {

/// The Office Open XML file within an encrypted one ([MS-OFFCRYPTO] 2.3.4), where Excel's default
/// password opens it. Errors: encrypted for any other password and any other way of encryption,
/// too_large.
[[nodiscard]] Result<std::string> decrypted_package(std::string_view bytes, const Limits& limits);

}  // namespace tidytracker::excel
