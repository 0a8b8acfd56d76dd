// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/pipeline.hpp>

#include <cstddef>
#include <string>
#include <vector>

#include "cli/profile.hpp"
#include "cli/settings.hpp"

// What `inspect` tells of a source, as values, as text and as JSON.
namespace tidytracker::cli {

/// A column as it was understood.
struct InspectedColumn {
    std::string letters{};  ///< "C"; a number from 1 where the sheet has no letters
    std::string caption{};
    std::string field{};  ///< name of the field, or "extra"
    double confidence{};
    std::string reason{};
    std::string evidence{};  ///< in words
    std::size_t filled{};
    std::string example{};
};

/// Everything that `inspect` tells of one input.
struct Inspection {
    std::string path{};
    std::size_t bytes{};
    const SourceReading& reading;
    const Conversion& conversion;
    const Settings& settings;
};

[[nodiscard]] std::vector<InspectedColumn> columns_of(const SourceReading& reading,
                                                      const MappedTable& mapped);
/// The command that does the same with everything spelled out.
[[nodiscard]] std::string equivalent_command(const Inspection& inspection);
/// The columns' meaning as a profile.
[[nodiscard]] Profile profile_of(const Inspection& inspection);

[[nodiscard]] std::string inspection_text(const Inspection& inspection, int width);
[[nodiscard]] std::string inspection_json(const Inspection& inspection);
/// The role of each row, first to last, empty ones too.
[[nodiscard]] std::string rows_text(const SourceReading& reading, int width);
[[nodiscard]] std::string rows_json(const SourceReading& reading);

}  // namespace tidytracker::cli
