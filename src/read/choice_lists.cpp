// SPDX-License-Identifier: Apache-2.0
#include "read/choice_lists.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {

void add_choice_list(CellRange at, const std::string& source, std::vector<ChoiceList>& choices) {
    constexpr std::size_t k_most = 10'000;
    // A formula of Excel is no longer; each range of a list has a copy.
    constexpr std::size_t k_longest = 8192;
    if (choices.size() < k_most && source.size() <= k_longest) choices.push_back({at, source});
}

std::string choices_source(std::string_view formula) {
    std::string_view text = trim(formula);
    const bool literal = text.size() >= 2 && text.starts_with('"') && text.ends_with('"');
    if (literal) text = text.substr(1, text.size() - 2);
    std::string source(text);
    repair_utf8_from(0, source);
    return source;
}

}  // namespace tidytracker
