// SPDX-License-Identifier: Apache-2.0
#include "cli/baseline.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/file.hpp"

namespace tidytracker::cli {

Result<std::vector<std::string>> read_baseline(const std::string& path) {
    const Result<std::string> text = read_file(path);
    if (!text) return tl::unexpected<Error>(text.error());
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    const auto wrong = [&path] {
        return fail(ErrorKind::usage, fmt::format("{} is no report of findings", path),
                    "make one with: tidytracker check IN --format json -o FILE");
    };
    if (!json.is_object() || !json.contains("findings") || !json["findings"].is_array()) {
        return wrong();
    }
    std::vector<std::string> known;
    for (const auto& finding : json["findings"]) {
        if (!finding.is_object() || !finding.contains("fingerprint") ||
            !finding["fingerprint"].is_string()) {
            return wrong();
        }
        known.push_back(finding["fingerprint"].get<std::string>());
    }
    return known;
}

}  // namespace tidytracker::cli
