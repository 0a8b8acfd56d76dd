// SPDX-License-Identifier: Apache-2.0
#include "report/order.hpp"

#include <algorithm>
#include <tuple>

namespace tidytracker {

std::vector<PlacedFinding> in_order(const Findings& findings,
                                    std::span<const ReportedSource> sources) {
    std::vector<PlacedFinding> placed;
    placed.reserve(findings.size());
    for (const Finding& finding : findings) {
        const auto source = std::ranges::find_if(sources, [&finding](const ReportedSource& one) {
            return one.source->id == finding.source;
        });
        PlacedFinding entry{.finding = &finding,
                            .source = static_cast<std::size_t>(source - sources.begin())};
        if (source != sources.end() && source->workbook != nullptr) {
            const auto at = find_place(*source->workbook, finding.place);
            entry.at = at.value_or(SheetPlace{});
            entry.found = at.has_value();
        }
        placed.push_back(entry);
    }
    std::ranges::stable_sort(placed, [](const PlacedFinding& a, const PlacedFinding& b) {
        return std::tie(a.source, a.at) < std::tie(b.source, b.at);
    });
    return placed;
}

std::string_view path_of(const ReportedSource& source) {
    return source.path.empty() ? std::string_view(source.source->name) : source.path;
}

std::string_view path_of(const PlacedFinding& placed, std::span<const ReportedSource> sources) {
    return placed.source < sources.size() ? path_of(sources[placed.source]) : std::string_view{};
}

}  // namespace tidytracker
