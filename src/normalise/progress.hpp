// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/normalise.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidytracker {

/// What a progress cell says: its entries, and the status and response that its words state.
struct ProgressReading {
    std::vector<Progress> entries{};
    Status status{Status::unknown};
    std::string status_text{};
    Response response{Response::none};
    std::string response_text{};
    std::optional<When> completed{};  ///< "Done 21/5/24"
};

/// Parts a cell at its markers: dates, authors, labels ("Update -", "Initial Response:") and status
/// words.
/// A marker opens an entry and is no part of its text; text before the first one is an entry, too.
[[nodiscard]] ProgressReading read_progress(std::string_view text, const DateContext& context);

}  // namespace tidytracker
