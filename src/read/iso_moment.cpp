// SPDX-License-Identifier: Apache-2.0
#include "read/iso_moment.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/calendar.hpp"
#include "base/parse_number.hpp"
#include "base/text.hpp"

namespace tidytracker {
namespace {

constexpr double k_seconds_a_day = 86400;

/// "12:30", "12:30:00", "12:30:00.25" as a share of the day.
std::optional<double> time_from_iso(std::string_view text) {
    if (text.ends_with('Z')) text.remove_suffix(1);
    const std::vector<std::string_view> parts = split(text, ':');
    if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
    double seconds = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto value = i < parts.size() ? parse_number<double>(parts[i]) : 0.0;
        if (!value || !(*value >= 0) || !(*value < 61)) return std::nullopt;
        seconds = seconds * 60 + *value;
    }
    return seconds / k_seconds_a_day;
}

struct DurationUnit {
    char letter{};
    bool of_time{};  ///< stands behind the "T"
    double seconds{};
};
constexpr std::array<DurationUnit, 4> k_duration_units = {
    {{'D', false, k_seconds_a_day}, {'H', true, 3600}, {'M', true, 60}, {'S', true, 1}}};

}  // namespace

std::string_view IsoMoment::format_code() const {
    if (has_day && has_time) return "yyyy-mm-dd hh:mm:ss";
    return has_day ? "yyyy-mm-dd" : "hh:mm:ss";
}

std::optional<IsoMoment> moment_from_iso(std::string_view text, DateSystem system) {
    constexpr std::size_t k_day_size = 10;
    IsoMoment moment;
    if (const auto day = day_from_iso(text.substr(0, k_day_size))) {
        moment.has_day = true;
        moment.serial = serial_from_day(*day, system);
        text.remove_prefix(k_day_size);
        if (text.empty()) return moment;
        if (!text.starts_with('T') && !text.starts_with(' ')) return std::nullopt;
    }
    if (text.starts_with('T') || text.starts_with(' ')) text.remove_prefix(1);
    const std::optional<double> time = time_from_iso(text);
    if (!time) return std::nullopt;
    moment.has_time = true;
    moment.serial += *time;
    return moment;
}

std::optional<double> days_from_iso_duration(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
    text.remove_prefix(1);
    double seconds = 0;
    for (bool in_time = false; !text.empty();) {
        if (text.starts_with('T')) {
            in_time = true;
            text.remove_prefix(1);
            continue;
        }
        const std::size_t size = text.find_first_not_of("0123456789.");
        if (size == std::string_view::npos) return std::nullopt;
        const auto number = parse_number<double>(text.substr(0, size));
        const auto* const unit = std::ranges::find_if(k_duration_units, [&](const auto& entry) {
            return entry.letter == text[size] && entry.of_time == in_time;
        });
        if (!number || unit == k_duration_units.end()) return std::nullopt;
        seconds += *number * unit->seconds;
        text.remove_prefix(size + 1);
    }
    return (negative ? -seconds : seconds) / k_seconds_a_day;
}

}  // namespace tidytracker
