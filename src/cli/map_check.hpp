// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/pipeline.hpp>
#include <tidytracker/result.hpp>

#include <set>
#include <string>

#include "cli/options.hpp"

namespace tidytracker::cli {

/// Watches whether each caption that --map names stands in some input: a mistyped one would change
/// nothing, and nobody would notice. A profile may name captions that a file lacks.
class MapCheck {
  public:
    explicit MapCheck(const Options& options) : options_(options) {}

    void note(const SourceReading& reading);
    /// An error for the first caption that no table has; it suggests one that is there.
    [[nodiscard]] Result<void> verdict() const;

  private:
    const Options& options_;
    std::set<std::string> captions_{};
};

}  // namespace tidytracker::cli
