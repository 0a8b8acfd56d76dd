// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <optional>
#include <string_view>

namespace tidytracker::biff {

/// The hyperlink of an HLINK record ([MS-XLS] 2.4.140); none if it leads nowhere.
[[nodiscard]] std::optional<Link> link_from(std::string_view body);

}  // namespace tidytracker::biff
