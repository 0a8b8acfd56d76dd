// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/edit.hpp>
#include <tidytracker/reading.hpp>

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

/// What is certain in the trackers of a source: spaces, letters that went wrong, characters that
/// nobody sees, dates typed as text, mistyped status words. What takes a judgement is left alone.
/// @param document holds the records of the source
[[nodiscard]] std::vector<Repair> repairs_of(const Document& document,
                                             const SourceReading& reading);

}  // namespace tidytracker
