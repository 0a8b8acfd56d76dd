// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/table.hpp>

#include <filesystem>
#include <string>
#include <vector>

#include "locate/row_features.hpp"

namespace tidytracker::fit {

/// A sheet whose rows a person has labelled.
struct Sample {
    std::string group{};
    std::string name{};
    std::vector<RowShape> shapes{};
    std::vector<RowRole> roles{};                    ///< of each shape
    std::vector<std::vector<std::uint16_t>> rows{};  ///< features of each row
};

/// Reads FOLDER/annotations.jsonl, a line of {"group", "filename", "line_annotations"} for each
/// file FOLDER/group/filename. A file that cannot be read is named on standard error and left out.
[[nodiscard]] std::vector<Sample> read_corpus(const std::filesystem::path& folder);

}  // namespace tidytracker::fit
