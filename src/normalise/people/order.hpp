// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Names as a directory has them: "Birch, Ada". One cell seldom shows whether it names one person
// or two; the others of its column do.
namespace tidytracker {

/// How the names of a column are written, as far as its cells show it.
enum class NameStyle { unknown, surname_first, surnames };

struct NameOrder {
    NameStyle style{NameStyle::unknown};
    std::size_t alike{};   ///< names like "Birch, Ada"
    std::size_t proven{};  ///< of those, with a known forename, an initial or a title
    std::string example{};
};

/// `cells` are different texts of one column.
[[nodiscard]] NameOrder name_order_of(std::span<const std::string_view> cells);

/// The people of a text that consists of names with the surname first, in printed order; empty if
/// it does not. Forenames that nobody has heard of count where the column is so written.
[[nodiscard]] std::vector<Party> read_turned_names(std::string_view text, NameStyle style);

}  // namespace tidytracker
