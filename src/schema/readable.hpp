// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <string>
#include <string_view>
#include <vector>

// Values of a record in the words in which people read them in a workbook or on a page. They say
// less than the notation (notation.hpp): a day as printed, an abbreviated name may be lost.
namespace tidytracker {

/// "2 April 2024"; a text that is no ISO day stays as it is.
[[nodiscard]] std::string readable_day(std::string_view iso);
/// "Cllr Nigel Marsh (Parks); Town Clerk".
[[nodiscard]] std::string names_of(const std::vector<Party>& parties);
/// "2 April 2024 Update (K. Bo): Bids are in.", an entry a line.
[[nodiscard]] std::string readable_entries(const std::vector<Progress>& entries);
/// "end of spring; 31 May 2024".
[[nodiscard]] std::string readable_whens(const std::vector<When>& whens);

}  // namespace tidytracker
