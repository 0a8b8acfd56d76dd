// SPDX-License-Identifier: Apache-2.0
#include "read/choice_lists.hpp"

#include "base/text.hpp"

namespace tidytracker {

void add_choice_list(CellRange at, const std::string& source, std::vector<ChoiceList>& choices) {
    constexpr std::size_t k_most = 10'000;
    if (choices.size() < k_most) choices.push_back({at, source});
}

std::string choices_source(std::string_view formula) {
    const std::string_view text = trim(formula);
    if (text.size() < 2 || !text.starts_with('"') || !text.ends_with('"')) return std::string(text);
    return std::string(text.substr(1, text.size() - 2));
}

}  // namespace tidytracker
