// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "report/formats.hpp"

namespace tidytracker {

std::span<const Reporter> all_reporters() {
    static const std::array k_reporters{k_text_reporter,   k_concise_reporter, k_json_reporter,
                                        k_jsonl_reporter,  k_csv_reporter,     k_sarif_reporter,
                                        k_github_reporter, k_junit_reporter};
    return k_reporters;
}

const Reporter* reporter_by_name(std::string_view name) {
    const auto reporters = all_reporters();
    const auto found = std::ranges::find(reporters, name, &Reporter::name);
    return found == reporters.end() ? nullptr : &*found;
}

}  // namespace tidytracker
