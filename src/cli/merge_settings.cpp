// SPDX-License-Identifier: Apache-2.0
#include "cli/merge_settings.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include "base/text.hpp"

namespace tidytracker::cli {
namespace {

struct PolicyWord {
    std::string_view word{};
    Policy policy{};
};
constexpr std::array<PolicyWord, 3> k_policies{
    PolicyWord{"newest", Policy::newest},
    PolicyWord{"oldest", Policy::oldest},
    PolicyWord{"master", Policy::master},
};

/// "A-031,S-007".
Result<void> add_pairs(std::string_view flag, const std::vector<std::string>& texts,
                       MergeProfile::Names& names) {
    for (const std::string& text : texts) {
        const std::vector<std::string_view> parts = split(text, ',');
        if (parts.size() != 2 || trim(parts[0]).empty() || trim(parts[1]).empty()) {
            return fail(ErrorKind::usage, fmt::format("{} cannot be \"{}\"", flag, text),
                        fmt::format("name two records: {} A-031,S-007", flag));
        }
        names.emplace_back(std::string(trim(parts[0])), std::string(trim(parts[1])));
    }
    return {};
}

Result<Preference> preference_from(const std::string& word, const std::vector<std::string>& files) {
    if (word.empty()) return Preference{};
    const auto known = std::ranges::find(k_policies, word, &PolicyWord::word);
    if (known != k_policies.end()) return Preference{.policy = known->policy};
    const std::string name = std::filesystem::path(word).filename().string();
    if (std::ranges::find(files, name) != files.end()) {
        return Preference{.policy = Policy::source, .source = name};
    }
    std::vector<std::string_view> words(files.begin(), files.end());
    for (const PolicyWord& policy : k_policies) words.push_back(policy.word);
    const std::string_view meant = nearest(word, words);
    return fail(ErrorKind::usage, fmt::format("\"{}\" is none of the inputs", word),
                meant.empty() ? "prefer newest, oldest, master or one of the files"
                              : fmt::format("did you mean \"{}\"?", meant));
}

}  // namespace

Result<MergeProfile> merge_profile(const Settings& settings, const Call& call) {
    MergeProfile out;
    const Result<void> same = add_pairs("--same", call.options.same, out.same);
    if (!same) return tl::unexpected<Error>(same.error());
    const Result<void> distinct = add_pairs("--distinct", call.options.distinct, out.distinct);
    if (!distinct) return tl::unexpected<Error>(distinct.error());
    const MergeProfile& file = settings.profile.merge;
    const auto add = [](const MergeProfile::Names& from, MergeProfile::Names& into) {
        for (const auto& pair : from) {
            if (std::ranges::find(into, pair) == into.end()) into.push_back(pair);
        }
    };
    add(file.same, out.same);
    add(file.distinct, out.distinct);
    out.prefer = call.options.prefer.value_or(file.prefer);
    out.fields = file.fields;
    return out;
}

Result<MergeOptions> merge_options(const MergeProfile& profile,
                                   const std::vector<std::string>& files) {
    MergeOptions options;
    options.match.same = profile.same;
    options.match.distinct = profile.distinct;
    const Result<Preference> prefer = preference_from(profile.prefer, files);
    if (!prefer) return tl::unexpected<Error>(prefer.error());
    options.prefer = *prefer;
    for (const auto& [field, word] : profile.fields) {
        const Result<Preference> preference = preference_from(word, files);
        if (!preference) return tl::unexpected<Error>(preference.error());
        options.fields.push_back({.field = field, .preference = *preference});
    }
    return options;
}

}  // namespace tidytracker::cli
