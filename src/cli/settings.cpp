// SPDX-License-Identifier: Apache-2.0
#include "cli/settings.hpp"

#include <tidytracker/read.hpp>
#include <tidytracker/validate.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <limits>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/baseline.hpp"
#include "cli/profile.hpp"

namespace tidytracker::cli {
namespace {

/// The calendar day on the wall where the program runs.
std::string today() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    ::localtime_r(&now, &local);
    return fmt::format("{:04}-{:02}-{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

tl::unexpected<Error> wrong_value(std::string_view flag, std::string_view value, std::string help) {
    return fail(ErrorKind::usage, fmt::format("{} cannot be \"{}\"", flag, value), std::move(help));
}

/// "200", "64K", "512M", "2G".
Result<std::uint64_t> count_flag(std::string_view flag, const std::optional<std::string>& text,
                                 std::uint64_t standard) {
    if (!text) return standard;
    constexpr std::string_view k_units = "KMG";
    std::uint64_t number = 0;
    const char* end = text->data() + text->size();
    const auto [at, error] = std::from_chars(text->data(), end, number);
    const std::string_view unit(at, static_cast<std::size_t>(end - at));
    const std::size_t power = unit.size() == 1 ? k_units.find(unit) : 0;
    const unsigned shift = unit.empty() ? 0 : static_cast<unsigned>(power + 1) * 10;
    if (error != std::errc{} || unit.size() > 1 || power == std::string_view::npos ||
        number > (std::numeric_limits<std::uint64_t>::max() >> shift)) {
        return wrong_value(flag, *text, "give a whole number such as 200000, 512M or 2G");
    }
    return number << shift;
}

Result<double> seconds_flag(const std::optional<std::string>& text, double standard) {
    if (!text) return standard;
    double seconds = 0;
    const char* end = text->data() + text->size();
    const auto [at, error] = std::from_chars(text->data(), end, seconds);
    if (error != std::errc{} || at != end || !(seconds > 0)) {
        return wrong_value("--max-seconds", *text, "give a number of seconds above 0");
    }
    return seconds;
}

Result<ReadOptions> read_options(const Options& options) {
    ReadOptions read{.format = options.from, .encoding = options.encoding};
    if (options.from) {
        std::vector<std::string_view> names;
        for (const Reader& reader : all_readers()) names.push_back(reader.name);
        if (std::ranges::find(names, *options.from) == names.end()) {
            return wrong_value("--from", *options.from,
                               fmt::format("formats that can be read: {}", fmt::join(names, ", ")));
        }
    }
    if (options.delimiter) {
        const bool tab =
            equals_ignoring_case(*options.delimiter, "tab") || *options.delimiter == "\\t";
        read.delimiter = tab ? "\t" : *options.delimiter;
        if (read.delimiter->size() != 1 || *read.delimiter == "\"" || *read.delimiter == "\n") {
            return wrong_value("--delimiter", *options.delimiter,
                               "give one character, such as \",\" or \";\", or \"tab\"");
        }
    }
    const Result<std::uint64_t> inflated =
        count_flag("--max-inflated", options.max_inflated, read.limits.inflated_bytes);
    const Result<std::uint64_t> cells =
        count_flag("--max-cells", options.max_cells, read.limits.cells);
    const Result<double> seconds = seconds_flag(options.max_seconds, read.limits.seconds);
    if (!inflated) return tl::unexpected<Error>(inflated.error());
    if (!cells) return tl::unexpected<Error>(cells.error());
    if (!seconds) return tl::unexpected<Error>(seconds.error());
    read.limits = {.inflated_bytes = *inflated, .cells = *cells, .seconds = *seconds};
    return read;
}

/// "CAPTION=field"; a caption may hold a "=", a field cannot.
Result<void> add_map(const std::string& text, Wording& columns) {
    const std::size_t sign = text.rfind('=');
    if (sign == std::string::npos || sign == 0) {
        return wrong_value("--map", text, "write --map \"CAPTION=field\"");
    }
    const std::string field(trim(std::string_view(text).substr(sign + 1)));
    const Result<void> known = check_field_name(field);
    if (!known) return known;
    columns.emplace_back(std::string(trim(std::string_view(text).substr(0, sign))), field);
    return {};
}

/// Adds what the profile says of texts that no flag speaks of.
void add_weaker(const Wording& weaker, Wording& wording) {
    const std::size_t flags = wording.size();
    for (const auto& entry : weaker) {
        const std::string folded = fold(entry.first);
        const auto end = wording.begin() + static_cast<std::ptrdiff_t>(flags);
        const bool said = std::any_of(wording.begin(), end, [&folded](const auto& other) {
            return fold(other.first) == folded;
        });
        if (!said) wording.push_back(entry);
    }
}

std::string path_of_profile(const Options& options) {
    if (options.no_profile) return {};
    return options.profile ? *options.profile : nearest_profile();
}

/// Loads the profile, or those of a folder.
Result<void> load_profile(Settings& settings) {
    const std::string& path = settings.profile_path;
    if (path.empty()) return {};
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown)) {
        return read_profiles(path).map([&settings](std::vector<NamedProfile> profiles) {
            settings.profiles = std::move(profiles);
        });
    }
    return read_file(path)
        .and_then([&path](const std::string& text) { return parse_profile(path, text); })
        .map([&settings](Profile profile) { settings.profile = std::move(profile); });
}

Result<Instructions> instructions_of(const Options& options, const Profile& profile) {
    Instructions instructions{.sheet = options.sheet, .as_of_told = options.as_of.has_value()};
    for (const std::string& map : options.maps) {
        const Result<void> added = add_map(map, instructions.columns);
        if (!added) return tl::unexpected<Error>(added.error());
    }
    if (options.date_order) {
        instructions.date_order = {*date_order_from(*options.date_order), Origin::flag};
    }
    if (options.quarters) {
        instructions.quarters = {*quarters_from(*options.quarters), Origin::flag};
    }
    instructions = with_profile(std::move(instructions), profile);
    return day_flag("--as-of", options.as_of, today()).map([&instructions](std::string day) {
        instructions.as_of = std::move(day);
        return std::move(instructions);
    });
}

/// The names in "--select dates,missing-lead", which may be given several times.
Result<std::vector<std::string>> rule_names(const std::vector<std::string>& lists,
                                            const RuleSet& rules) {
    std::vector<std::string> names;
    for (const std::string& list : lists) {
        for (const std::string_view part : split(list, ',')) {
            const std::string_view name = trim(part);
            if (name.empty()) continue;
            const Result<void> known = check_rule_name(name, rules);
            if (!known) return tl::unexpected<Error>(known.error());
            names.emplace_back(name);
        }
    }
    return names;
}

Result<RuleSet> rules_of(const Options& options, RuleSet rules) {
    Result<std::vector<std::string>> select = rule_names(options.select, rules);
    if (!select) return tl::unexpected<Error>(select.error());
    Result<std::vector<std::string>> ignore = rule_names(options.ignore, rules);
    if (!ignore) return tl::unexpected<Error>(ignore.error());
    rules.select = std::move(*select);
    rules.ignore = std::move(*ignore);
    if (!options.baseline) return rules;
    Result<std::vector<std::string>> known = read_baseline(*options.baseline);
    if (!known) return tl::unexpected<Error>(known.error());
    rules.known = std::move(*known);
    return rules;
}

}  // namespace

Instructions with_profile(Instructions instructions, const Profile& profile) {
    add_weaker(profile.columns, instructions.columns);
    instructions.statuses = profile.statuses;
    instructions.people = profile.people;
    if (profile.date_order && instructions.date_order.origin < Origin::profile) {
        instructions.date_order = {*profile.date_order, Origin::profile};
    }
    if (profile.quarters && instructions.quarters.origin < Origin::profile) {
        instructions.quarters = {*profile.quarters, Origin::profile};
    }
    return instructions;
}

Result<std::string> day_flag(std::string_view flag, const std::optional<std::string>& value,
                             std::string standard) {
    if (!value) return standard;
    if (!day_from_iso(*value)) {
        return wrong_value(flag, *value, "give a day as YEAR-MONTH-DAY, such as 2025-03-31");
    }
    return *value;
}

Result<Settings> settle(const Call& call) {
    Settings settings;
    const Options& options = call.options;
    settings.report = {.colour = call.terminal.err.colour, .width = call.terminal.width};
    const Result<std::uint64_t> repeats =
        count_flag("--max-repeats", options.max_repeats, settings.report.repeats);
    if (!repeats) return tl::unexpected<Error>(repeats.error());
    settings.report.repeats = static_cast<std::size_t>(*repeats);
    if (options.fail_on == "error") settings.fail_on = Severity::error;
    if (options.fail_on == "warning") settings.fail_on = Severity::warning;
    Result<ReadOptions> read = read_options(options);
    if (!read) return tl::unexpected<Error>(read.error());
    settings.read = std::move(*read);
    const Result<std::uint64_t> most = count_flag("--max-findings", options.max_findings, 0);
    if (!most) return tl::unexpected<Error>(most.error());
    settings.max_findings = static_cast<std::size_t>(*most);
    settings.profile_path = path_of_profile(options);
    const Result<void> loaded = load_profile(settings);
    if (!loaded) return tl::unexpected<Error>(loaded.error());
    Result<RuleSet> rules = rules_of(options, settings.profile.rules);
    if (!rules) return tl::unexpected<Error>(rules.error());
    settings.rules = std::move(*rules);
    Result<Instructions> instructions = instructions_of(options, settings.profile);
    if (!instructions) return tl::unexpected<Error>(instructions.error());
    settings.instructions = std::move(*instructions);
    return settings;
}

}  // namespace tidytracker::cli
