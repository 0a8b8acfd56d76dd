// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <string>

namespace tidytracker::biff {

/// Decrypts a workbook stream in place if it is encrypted ([MS-XLS] 2.2.10) with Excel's default
/// password. Errors: encrypted for any other password and any other way of encryption.
[[nodiscard]] Result<void> decrypt(std::string& stream);

}  // namespace tidytracker::biff
