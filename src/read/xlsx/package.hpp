// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/result.hpp>
#include <tidytracker/settings.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/archive.hpp"
#include "base/budget.hpp"
#include "base/xml_scanner.hpp"

namespace tidytracker::xlsx {

/// A link from one part to another, or out of the file (ECMA-376 part 2, 9.3).
struct Relationship {
    std::string id{};
    std::string type{};    ///< last segment of the type's URI, the same in strict and transitional
    std::string target{};  ///< name of a part; or a URL as it stands if `external`
    bool external{};
};

using Relationships = std::vector<Relationship>;

/// The first relationship with that id or type; null if there is none.
[[nodiscard]] const Relationship* find_by_id(const Relationships& all, std::string_view id);
[[nodiscard]] const Relationship* find_by_type(const Relationships& all, std::string_view type);

/// The parts of an Office Open XML file, under one budget.
class Package {
  public:
    Package(const Archive& archive, const Limits& limits, Findings& findings);

    /// Lets `visit` scan a part from its start; what it leaves is read too, for the checksum.
    /// Returns false if there is no such part. Damage becomes a finding at `place`, and what stands
    /// before it counts. Errors: those of EntrySource, and a document type.
    [[nodiscard]] Result<bool> scan(std::string_view part, std::string_view place,
                                    const std::function<void(XmlScanner&)>& visit);

    /// The bytes of a whole part; none if there is no such part. Damage as in `scan`.
    [[nodiscard]] Result<std::optional<std::string>> read(std::string_view part,
                                                          std::string_view place);

    /// The relationships of a part; of the package itself if `part` is empty.
    [[nodiscard]] Result<Relationships> relationships_of(std::string_view part);

    [[nodiscard]] const Archive& archive() const { return archive_; }
    [[nodiscard]] Budget& budget() { return budget_; }
    [[nodiscard]] Findings& findings() { return findings_; }

  private:
    const Archive& archive_;
    Budget budget_;
    Findings& findings_;
};

}  // namespace tidytracker::xlsx
