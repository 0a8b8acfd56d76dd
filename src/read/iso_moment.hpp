// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/number_format.hpp>

#include <optional>
#include <string_view>

namespace tidytracker {

/// A day, a time of day or both as a spreadsheet counts them.
struct IsoMoment {
    double serial{};
    bool has_day{};
    bool has_time{};
    /// The number format that shows it: "yyyy-mm-dd hh:mm:ss", or one half of that.
    [[nodiscard]] std::string_view format_code() const;
};

/// "2024-03-31", "2024-03-31T12:30:00.5Z" or "12:30:00".
[[nodiscard]] std::optional<IsoMoment> moment_from_iso(std::string_view text, DateSystem system);

/// "PT26H30M00.5S" or "-P1DT2H" in days; years and months have no fixed length and are refused.
/// Source: XML Schema part 2, 3.2.6.
[[nodiscard]] std::optional<double> days_from_iso_duration(std::string_view text);

}  // namespace tidytracker
