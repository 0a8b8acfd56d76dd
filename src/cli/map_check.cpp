// SPDX-License-Identifier: Apache-2.0
#include "cli/map_check.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/display.hpp"
#include "base/text.hpp"
#include "schema/captions.hpp"

namespace tidytracker::cli {

void MapCheck::note(const SourceReading& reading) {
    if (options_.maps.empty()) return;
    for (const MappedTable& mapped : reading.tables) {
        for (const Column& column : mapped.table.columns) {
            if (!column.caption.empty()) captions_.insert(printable(column.caption));
        }
    }
}

Result<void> MapCheck::verdict() const {
    for (const std::string& map : options_.maps) {
        const std::string caption(trim(std::string_view(map).substr(0, map.rfind('='))));
        const std::string key = caption_key(caption);
        const bool there = std::ranges::any_of(
            captions_, [&key](const std::string& other) { return caption_key(other) == key; });
        if (there) continue;
        const std::string_view meant = nearest(caption, {captions_.begin(), captions_.end()});
        constexpr std::size_t k_most_listed = 12;
        std::vector<std::string> some;
        for (const std::string& other : captions_) {
            if (some.size() < k_most_listed) some.push_back(fmt::format("\"{}\"", other));
        }
        return fail(ErrorKind::usage, fmt::format("no column is called \"{}\"", caption),
                    !meant.empty()      ? fmt::format("did you mean \"{}\"?", meant)
                    : captions_.empty() ? "no table was found; see tidytracker inspect"
                                        : "captions there are: " + join(some, ", "));
    }
    return {};
}

}  // namespace tidytracker::cli
