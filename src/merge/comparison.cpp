// SPDX-License-Identifier: Apache-2.0
#include "merge/comparison.hpp"

#include <algorithm>
#include <cstdlib>

namespace tidytracker::matching {
namespace {

constexpr std::array<AspectInfo, k_aspects> k_infos{{
    {"action",
     static_cast<std::uint8_t>(TextLevel::count_),
     {"one has no text", "unlike", "little is alike", "reworded", "much alike", "one says more",
      "nearly the same", "the same but for spelling", "the same, a common text", "the same"}},
    {"action",
     static_cast<std::uint8_t>(Contrast::count_),
     {"", "another verb", "both have words of their own", "another word in the same place",
      "another name", "another number, month or side"}},
    {"ref",
     static_cast<std::uint8_t>(ReferenceLevel::count_),
     {"one has none", "numbered in other ways", "differs", "the same, but numbers are shared",
      "the same"}},
    {"leads",
     static_cast<std::uint8_t>(LeadLevel::count_),
     {"cannot be compared", "differ", "may be the same", "the same"}},
    {"due",
     static_cast<std::uint8_t>(DayLevel::count_),
     {"one has none", "far apart", "within a quarter", "within a month", "the same"}},
    {"raised",
     static_cast<std::uint8_t>(DayLevel::count_),
     {"one has none", "far apart", "within a quarter", "within a month", "the same"}},
    {"meeting_date",
     static_cast<std::uint8_t>(PlainLevel::count_),
     {"one has none", "differs", "the same"}},
    {"item",
     static_cast<std::uint8_t>(PlainLevel::count_),
     {"one has none", "differs", "the same"}},
    {"section",
     static_cast<std::uint8_t>(PlainLevel::count_),
     {"one has none", "differs", "the same"}},
}};

template <class Value>
PlainLevel plain_level(Value a, Value b, Value none) {
    if (a == none || b == none) return PlainLevel::missing;
    return a == b ? PlainLevel::agrees : PlainLevel::differs;
}

DayLevel day_level(DayNumber a, DayNumber b) {
    constexpr std::int64_t k_month = 31;
    constexpr std::int64_t k_quarter = 92;
    if (a == k_no_day || b == k_no_day) return DayLevel::missing;
    const std::int64_t apart = std::abs(std::int64_t{a} - b);
    if (apart == 0) return DayLevel::agrees;
    if (apart <= k_month) return DayLevel::near;
    return apart <= k_quarter ? DayLevel::moved : DayLevel::far;
}

bool equal_keys(std::uint64_t a, std::uint64_t b) {
    return a != 0 && a == b;
}

LeadLevel party_level(const PartyKeys& a, const PartyKeys& b) {
    if (a.person != 0 && b.person != 0) {
        if (a.person == b.person) return LeadLevel::agrees;
        return equal_keys(a.surname, b.surname) ? LeadLevel::compatible : LeadLevel::differs;
    }
    // A list names the body, its return the person: these cannot be compared.
    const bool other_kind = (a.person == 0) != (b.person == 0) &&
                            (a.person == 0 ? b : a).body == 0 && (a.person == 0 ? b : a).post == 0;
    if (other_kind) return LeadLevel::missing;
    if (equal_keys(a.body, b.body) || equal_keys(a.post, b.post)) {
        // A person of that body, where the other names the body alone.
        return a.person == b.person ? LeadLevel::agrees : LeadLevel::compatible;
    }
    return equal_keys(a.body, b.post) || equal_keys(a.post, b.body) ? LeadLevel::compatible
                                                                    : LeadLevel::differs;
}

LeadLevel lead_level(std::span<const PartyKeys> a, std::span<const PartyKeys> b) {
    if (a.empty() || b.empty()) return LeadLevel::missing;
    LeadLevel best = LeadLevel::missing;
    for (const PartyKeys& x : a) {
        for (const PartyKeys& y : b) best = std::max(best, party_level(x, y));
    }
    const bool some_of_many = best == LeadLevel::agrees && a.size() != b.size();
    return some_of_many ? LeadLevel::compatible : best;
}

ReferenceLevel reference_level(std::span<const Reference> a, std::span<const Reference> b,
                               PlainLevel section) {
    if (a.empty() || b.empty()) return ReferenceLevel::missing;
    ReferenceLevel best = ReferenceLevel::other_scheme;
    for (const Reference& x : a) {
        for (const Reference& y : b) {
            if (x.key == y.key) {
                return section == PlainLevel::differs ? ReferenceLevel::agrees
                                                      : ReferenceLevel::trusted;
            }
            if (x.scheme == y.scheme) best = ReferenceLevel::differs;
        }
    }
    return best;
}

}  // namespace

const AspectInfo& info(Aspect aspect) {
    return k_infos[static_cast<std::size_t>(aspect)];
}

Comparison compare(const Features& features, std::size_t a, std::size_t b) {
    const Feature& x = features[a];
    const Feature& y = features[b];
    TextComparison text = features.texts().compare(features.text(x), features.text(y));
    if (text.level == TextLevel::exact && (x.generic || y.generic)) text.level = TextLevel::common;
    Comparison out{.one_source = features.share_source(a, b)};
    const auto set = [&out](Aspect aspect, auto level) {
        out.levels[static_cast<std::size_t>(aspect)] = static_cast<std::uint8_t>(level);
    };
    const PlainLevel section = plain_level(x.section, y.section, std::uint64_t{0});
    set(Aspect::text, text.level);
    set(Aspect::contrast, text.contrast);
    set(Aspect::reference,
        reference_level(features.references(x), features.references(y), section));
    set(Aspect::leads, lead_level(features.leads(x), features.leads(y)));
    set(Aspect::due, day_level(x.due, y.due));
    set(Aspect::raised, day_level(x.raised, y.raised));
    set(Aspect::meeting, plain_level(x.meeting, y.meeting, k_no_day));
    set(Aspect::item, plain_level(x.item, y.item, std::uint64_t{0}));
    set(Aspect::section, section);
    return out;
}

}  // namespace tidytracker::matching
