// SPDX-License-Identifier: Apache-2.0
#include "base/similar.hpp"

#include <cstddef>

namespace tidytracker {

bool is_one_slip_away(std::string_view a, std::string_view b) {
    if (a.size() < b.size()) return is_one_slip_away(b, a);
    if (a == b || a.size() > b.size() + 1) return false;
    std::size_t same = 0;
    while (same < b.size() && a[same] == b[same]) ++same;
    const std::string_view rest_a = a.substr(same);
    const std::string_view rest_b = b.substr(same);
    if (a.size() > b.size()) return rest_a.substr(1) == rest_b;
    if (rest_a.substr(1) == rest_b.substr(1)) return true;
    return rest_a.size() >= 2 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
           rest_a.substr(2) == rest_b.substr(2);
}

}  // namespace tidytracker
