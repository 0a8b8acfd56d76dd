// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/edit.hpp>
#include <tidytracker/reading.hpp>
#include <tidytracker/settings.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace tidytracker {

/// A cell that can be mended without a doubt, and how.
struct Repair {
    CellEdit edit{};
    std::string place{};
    std::string before{};  ///< as displayed
    std::string after{};
    std::string reason{};  ///< "spaces", "letters that went wrong", "date typed as text", ...
};

struct Mending {
    std::vector<Repair> repairs{};
    /// Dates typed as text that are left, for their day and month could be swapped.
    std::size_t undecided_days{};
};

/// What is certain in the trackers of a source: spaces, letters that went wrong, characters that
/// nobody sees, dates typed as text, mistyped status words. What takes a judgement is left alone;
/// "03/04/2024" is certain where the user has told the order of day and month.
/// @param document holds the records of the source
[[nodiscard]] Mending mending_of(const Document& document, const SourceReading& reading,
                                 const Setting<DateOrder>& order);

}  // namespace tidytracker
