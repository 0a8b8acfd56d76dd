// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace tidytracker::excel {

/// Excel encrypts with this where a workbook is to be protected and the user gave no password, and
/// opens such workbooks without asking.
inline constexpr std::string_view k_default_password = "VelvetSweatshop";

/// The same as UTF-16, as keys are made from it.
[[nodiscard]] std::string default_password_bytes();
/// The four bytes of a number, the lowest first, as keys are made from it.
[[nodiscard]] std::string key_bytes(std::uint32_t number);

/// Is it a compound file with an Office Open XML file encrypted in it ([MS-OFFCRYPTO] 1.3.3)?
[[nodiscard]] bool is_encrypted_package(std::string_view bytes);

/// Says that a password is needed, and how to remove it.
[[nodiscard]] tl::unexpected<Error> refuse_encrypted();

}  // namespace tidytracker::excel
