// SPDX-License-Identifier: Apache-2.0
#include "cli/profile_choice.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "base/file.hpp"
#include "base/text.hpp"
#include "schema/captions.hpp"

namespace tidytracker::cli {
namespace {

namespace fs = std::filesystem;

std::set<std::string> caption_keys(const SourceReading& reading) {
    std::set<std::string> keys;
    for (const MappedTable& mapped : reading.tables) {
        for (const Column& column : mapped.table.columns) {
            if (!column.caption.empty()) keys.insert(caption_key(column.caption));
        }
    }
    return keys;
}

/// A profile of another tracker shares a caption or two with this one: "Ref", "Status". Three of
/// five are this one's, with a column renamed or left out.
bool fits(std::size_t fitting, std::size_t captions) {
    constexpr std::size_t k_fewest = 2;
    return fitting >= k_fewest && fitting * 5 >= captions * 3;
}

}  // namespace

Result<std::vector<NamedProfile>> read_profiles(const std::string& folder) {
    std::vector<std::string> paths;
    std::error_code error;
    fs::directory_iterator at(folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
        if (lower_ascii(at->path().extension().string()) == ".toml") {
            paths.push_back(at->path().string());
        }
    }
    if (error) {
        return fail(ErrorKind::unreadable,
                    fmt::format("cannot read {}: {}", folder, error.message()));
    }
    if (paths.empty()) {
        return fail(ErrorKind::not_found, fmt::format("no profile in {}", folder),
                    "tidytracker inspect FILE --save-profile " + folder + "/NAME.toml makes one");
    }
    std::ranges::sort(paths);
    std::vector<NamedProfile> profiles;
    for (std::string& path : paths) {
        const Result<std::string> text = read_file(path);
        if (!text) return tl::unexpected<Error>(text.error());
        Result<Profile> profile = parse_profile(path, *text);
        if (!profile) return tl::unexpected<Error>(std::move(profile.error()));
        profiles.push_back({std::move(path), std::move(*profile)});
    }
    return profiles;
}

ProfileChoice choose_profile(const SourceReading& reading, std::span<const NamedProfile> profiles) {
    const std::set<std::string> keys = caption_keys(reading);
    ProfileChoice choice;
    for (const NamedProfile& each : profiles) {
        const Wording& columns = each.profile.columns;
        const auto fitting =
            static_cast<std::size_t>(std::ranges::count_if(columns, [&keys](const auto& column) {
                return keys.contains(caption_key(column.first));
            }));
        if (!fits(fitting, columns.size())) continue;
        // Shares are compared crosswise, without fractions.
        const std::size_t best = choice.best == nullptr ? 1 : choice.best->profile.columns.size();
        const std::size_t mine = fitting * best;
        const std::size_t other = choice.fitting * columns.size();
        if (choice.best == nullptr || mine > other || (mine == other && fitting > choice.fitting)) {
            choice = {.best = &each, .fitting = fitting};
        }
    }
    return choice;
}

std::string name_of(const ProfileChoice& choice) {
    if (choice.best == nullptr) return "none fits";
    return fmt::format("{} ({} of {} captions fit)", choice.best->path, choice.fitting,
                       choice.best->profile.columns.size());
}

}  // namespace tidytracker::cli
