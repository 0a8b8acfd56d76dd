// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/excel/cells.hpp"

namespace tidytracker::excel {

/// What the formulas of a binary workbook refer to by number.
struct References {
    std::vector<std::string> sheets{};  ///< of this workbook; an empty name: of another one
    std::vector<std::string> names{};   ///< that the workbook defines; the first is number 1
};

/// Do the flags of a data validation ([MS-XLS] 2.4.94) say that it is a list of choices?
[[nodiscard]] constexpr bool is_list_validation(unsigned flags) {
    constexpr unsigned k_type = 0x0F;
    constexpr unsigned k_list = 3;
    return (flags & k_type) == k_list;
}

/// The source of a list of choices, as ChoiceList has it, from the tokens of its formula ([MS-XLS]
/// 2.5.198, [MS-XLSB] 2.2.2). Empty for a formula that calculates.
[[nodiscard]] std::string choices_source(std::string_view tokens, TokenStrings strings,
                                         const References& references);

}  // namespace tidytracker::excel
