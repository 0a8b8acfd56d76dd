// SPDX-License-Identifier: Apache-2.0
#include "read/text/lost_columns.hpp"

#include <set>
#include <string>

#include "base/text.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

/// Two may be a label and its value; a third, and one of them for what is to be done, is a header.
constexpr std::size_t k_fewest_lines = 3;
constexpr std::size_t k_longest_line = 60;

bool names_actions(std::string_view caption) {
    const auto readings = read_caption(caption);
    return !readings.empty() && readings.front().field == Field::action;
}

}  // namespace

std::optional<std::size_t> captions_below_each_other(std::span<const std::string_view> lines) {
    std::set<std::string> seen;
    bool actions = false;
    std::size_t first = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = trim(lines[i]);
        if (line.empty()) continue;
        // "Lead:" is a label with its value behind it or below.
        const bool caption =
            line.size() <= k_longest_line && !line.ends_with(':') && is_known_caption(line);
        if (!caption || !seen.insert(caption_key(line)).second) {
            seen.clear();
            actions = false;
            continue;
        }
        if (seen.size() == 1) first = i;
        actions = actions || names_actions(line);
        if (seen.size() >= k_fewest_lines && actions) return first;
    }
    return std::nullopt;
}

}  // namespace tidytracker
