// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/result.hpp>

#include <string_view>

#include "base/archive.hpp"
#include "base/xml_scanner.hpp"

namespace tidytracker {

/// Reports, at `place`, how a document ended that was read to its end: damage becomes a finding,
/// for what stands before it counts. `part` is its name in an archive, empty if it is a whole file.
/// Errors: the scanner's own, and a document type.
[[nodiscard]] Result<void> report_ending(const XmlScanner& xml, EntryDamage damage,
                                         std::string_view part, std::string_view place,
                                         Findings& findings);

}  // namespace tidytracker
