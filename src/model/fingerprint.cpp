// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/document.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "base/digest.hpp"

namespace tidytracker {

std::string fingerprint(const Finding& finding, const Document& document) {
    const auto source = std::ranges::find(document.sources, finding.source, &Source::id);
    const std::string_view file =
        source == document.sources.end() ? std::string_view{} : std::string_view(source->name);
    constexpr std::size_t k_digits = 16;
    return sha256_hex(fmt::format("{}\n{}\n{}\n{}\n{}", finding.rule, file, finding.record,
                                  finding.field, finding.text))
        .substr(0, k_digits);
}

}  // namespace tidytracker
