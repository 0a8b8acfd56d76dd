// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/edit.hpp>

#include <array>
#include <string>
#include <vector>

#include "write/edit/package_styles.hpp"

namespace tidytracker {

/// The formats of the cells of a list, by their numbers in the workbook.
struct ListLooks {
    unsigned title{};
    unsigned heading{};
    unsigned link{};
    unsigned text{};
    std::array<unsigned, 3> marks{};  ///< by severity
};
[[nodiscard]] ListLooks list_looks(StyleBook& styles);

/// The part of the work sheet that lists edits. It prints on landscape pages, as wide as one page.
/// @param names of the work sheets that the lines link to
[[nodiscard]] std::string list_part(const EditSheet& list, const std::vector<std::string>& names,
                                    const ListLooks& looks);

}  // namespace tidytracker
