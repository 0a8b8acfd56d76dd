// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/difference.hpp>
#include <tidytracker/document.hpp>
#include <tidytracker/merge.hpp>

namespace tidytracker {

/// Compares two versions of a tracker, whatever their formats and the order of their rows. Actions
/// are matched one to one; pairs that may or may not be one action count as removed and added, with
/// a finding. A field that one version does not know at all is not compared.
[[nodiscard]] Difference diff(const Document& before, const Document& after,
                              const MatchOptions& options, Findings& findings);

}  // namespace tidytracker
