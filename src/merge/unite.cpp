// SPDX-License-Identifier: Apache-2.0
#include "merge/unite.hpp"

#include <algorithm>
#include <utility>

#include "base/unicode.hpp"
#include "merge/field_rules.hpp"

namespace tidytracker::merging {
namespace {

/// Does `wide` say all that `narrow` says? An entry that goes on where an older one ended is the
/// same entry, longer.
bool covers(const Progress& wide, const Progress& narrow) {
    const bool other_day = !wide.date.empty() && !narrow.date.empty() && wide.date != narrow.date;
    if (other_day) return false;
    const Agreement agreement = compare_texts(narrow.text, wide.text);
    return agreement == Agreement::same || agreement == Agreement::less;
}

/// An entry and the day by which it is put in order.
struct Dated {
    Progress entry{};
    IsoDay order{};
};

/// Fills in what the shorter of two forms of an entry knew.
void complete(Progress& entry, const Progress& from) {
    if (entry.date.empty()) entry.date = from.date;
    if (entry.label.empty()) entry.label = from.label;
    if (entry.author.empty()) entry.author = from.author;
}

/// Entries are compared with so many that came before; trackers have a dozen, and whoever makes one
/// with thousands shall not make us compare all with all.
constexpr std::size_t k_looked_back = 200;

/// Adds an entry unless it is told already; one that says more takes the place of what it covers.
void add_entry(const Progress& entry, const IsoDay& order, std::vector<Dated>& entries) {
    const std::size_t first = entries.size() - std::min(entries.size(), k_looked_back);
    for (std::size_t i = first; i < entries.size(); ++i) {
        Progress& told = entries[i].entry;
        if (covers(told, entry)) {
            complete(told, entry);
            return;
        }
        if (covers(entry, told)) {
            const Progress before = std::exchange(told, entry);
            complete(told, before);
            return;
        }
    }
    entries.push_back({entry, order});
}

}  // namespace

void unite_parties(std::vector<Party>& into, const std::vector<Party>& from) {
    for (const Party& party : from) {
        const auto like = std::ranges::find_if(into, [&party](const Party& other) {
            return compare_parties(other, party) != Agreement::differs;
        });
        if (like == into.end()) {
            into.push_back(party);
        } else if (compare_parties(*like, party) == Agreement::less) {
            *like = party;
        }
    }
}

void unite_links(std::vector<std::string>& into, const std::vector<std::string>& from) {
    for (const std::string& link : from) {
        if (std::ranges::find(into, link) == into.end()) into.push_back(link);
    }
}

void unite_days(std::vector<When>& into, const std::vector<When>& from) {
    for (const When& when : from) {
        const bool there = std::ranges::any_of(into, [&when](const When& other) {
            return compare_whens(other, when) == Agreement::same;
        });
        if (!there) into.push_back(when);
    }
    std::ranges::stable_sort(into, [](const When& a, const When& b) {
        if (a.date.empty() != b.date.empty()) return b.date.empty();
        return a.date != b.date ? a.date < b.date : a.text < b.text;
    });
}

bool is_told(const Progress& entry, const std::vector<Progress>& among) {
    return std::ranges::any_of(among,
                               [&entry](const Progress& told) { return covers(told, entry); });
}

std::vector<Progress> unite_progress(const std::vector<const std::vector<Progress>*>& returns) {
    std::vector<Dated> entries;
    IsoDay latest;
    for (const std::vector<Progress>* entries_of : returns) {
        IsoDay last = latest;
        for (const Progress& entry : *entries_of) {
            if (!entry.date.empty()) last = entry.date;
            latest = std::max(latest, last);
            add_entry(entry, last, entries);
        }
    }
    std::ranges::stable_sort(entries, {}, &Dated::order);
    std::vector<Progress> out;
    for (Dated& dated : entries) out.push_back(std::move(dated.entry));
    return out;
}

}  // namespace tidytracker::merging
