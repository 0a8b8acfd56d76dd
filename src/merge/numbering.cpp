// SPDX-License-Identifier: Apache-2.0
#include "merge/numbering.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/parse_number.hpp"
#include "base/text.hpp"

namespace tidytracker::merging {
namespace {

struct NumberedRef {
    std::string before{};
    std::string after{};
    std::string digits{};
};

/// Parts a reference around each of its numbers, the last one first.
std::vector<NumberedRef> take_apart(std::string_view ref) {
    constexpr std::size_t k_most_digits = 15;  // a longer one is no count of actions
    std::vector<NumberedRef> out;
    std::size_t end = ref.size();
    while (end > 0) {
        if (!is_digit(ref[end - 1])) {
            --end;
            continue;
        }
        std::size_t begin = end;
        while (begin > 0 && is_digit(ref[begin - 1])) --begin;
        if (end - begin <= k_most_digits) {
            out.push_back({.before = std::string(ref.substr(0, begin)),
                           .after = std::string(ref.substr(end)),
                           .digits = std::string(ref.substr(begin, end - begin))});
        }
        end = begin;
    }
    return out;
}

}  // namespace

bool Numbering::fits(std::string_view ref) const {
    return std::ranges::any_of(take_apart(ref), [this](const NumberedRef& parts) {
        return parts.before == before && parts.after == after;
    });
}

std::string Numbering::next() {
    return fmt::format("{}{:0{}}{}", before, ++last, width, after);
}

std::optional<Numbering> numbering_of(const std::vector<std::string>& refs) {
    struct Use {
        std::size_t count{};
        std::size_t latest{};
    };
    // Which number counts, "008/24" and "2024/008" do not say; the one does that is not the same
    // all the time.
    std::map<std::pair<std::string, std::string>, Use> uses;
    for (std::size_t i = 0; i < refs.size(); ++i) {
        for (const NumberedRef& parts : take_apart(refs[i])) {
            Use& use = uses[{parts.before, parts.after}];
            ++use.count;
            use.latest = i;
        }
    }
    if (uses.empty()) return std::nullopt;
    // Registers that begin anew each year ("2024/1") go on with the latest of equals.
    const auto best = std::ranges::max_element(uses, [](const auto& a, const auto& b) {
        return std::tie(a.second.count, a.second.latest) <
               std::tie(b.second.count, b.second.latest);
    });
    if (best->second.count * 2 < refs.size()) return std::nullopt;
    Numbering out{.before = best->first.first, .after = best->first.second};
    for (const std::string& ref : refs) {
        for (const NumberedRef& parts : take_apart(ref)) {
            if (parts.before != out.before || parts.after != out.after) continue;
            out.last = std::max(out.last, parse_number<std::uint64_t>(parts.digits).value_or(0));
            if (parts.digits.starts_with('0')) out.width = parts.digits.size();
        }
    }
    return out;
}

}  // namespace tidytracker::merging
