// SPDX-License-Identifier: Apache-2.0
#include "merge/features.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/sightings.hpp"

namespace tidytracker::matching {
namespace {

/// Words before a reference that are no part of it.
constexpr std::array<std::string_view, 8> k_reference_words{
    "action", "actions", "ref", "reference", "no", "rec", "recommendation", "item"};

/// FNV-1a: the same on every machine, so that nothing depends on the library's hash.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3U;
    }
    return hash;
}

std::uint64_t key_of_text(std::string_view text) {
    return text.empty() ? 0 : hash_of(fold(text));
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash ^= value + 0x9e3779b97f4a7c15U + (hash << 6U) + (hash >> 2U);
    return hash;
}

DayNumber day_number(std::string_view iso) {
    const auto day = day_from_iso(iso);
    return day ? static_cast<DayNumber>(day->time_since_epoch().count()) : k_no_day;
}

DayNumber day_number(const std::optional<When>& when) {
    return when ? day_number(when->date) : k_no_day;
}

/// "j doe" of "Jane Doe" and of "J. Doe".
std::uint64_t surname_key(std::string_view person) {
    const std::string level = fold(person);
    const std::vector<std::string_view> names = words_of(level);
    if (names.size() < 2) return 0;
    std::string key(names.front().substr(0, 1));
    return hash_of(key.append(" ").append(names.back()));
}

PartyKeys keys_of(const Party& party) {
    return {.person = key_of_text(party.person),
            .surname = surname_key(party.person),
            .body = key_of_text(party.organisation),
            .post = key_of_text(party.post)};
}

}  // namespace

std::string reference_key(std::string_view ref) {
    enum class Group { none, letters, digits };
    const std::string level = fold(ref);
    std::vector<std::string> groups;
    Group last = Group::none;
    for (const char c : level) {
        const Group now = is_digit(c)       ? Group::digits
                          : is_word_byte(c) ? Group::letters
                                            : Group::none;
        if (now != Group::none && now != last) groups.emplace_back();
        if (now != Group::none) groups.back() += c;
        last = now;
    }
    std::string key;
    for (const std::string& group : groups) {
        const bool leading_word =
            key.empty() && groups.size() > 1 &&
            std::ranges::find(k_reference_words, group) != k_reference_words.end();
        if (leading_word) continue;
        const std::size_t zeros = std::min(group.find_first_not_of('0'), group.size() - 1);
        if (!key.empty()) key += '-';
        key += group.substr(zeros);
    }
    return key;
}

Features::Features(std::span<const Record> records) : comparer_(vocabulary_, {}) {
    features_.reserve(records.size());
    positions_.reserve(records.size());
    leads_.reserve(records.size());
    for (const Record& record : records) add(record);
    comparer_ = TextComparer(vocabulary_, vocabulary_.weights());
    for (Feature& feature : features_) {
        feature.weight = static_cast<float>(comparer_.weight_of(ids(feature)));
    }
    find_generic_texts();
}

void Features::add(const Record& record) {
    Feature feature{.item = key_of_text(record.item),
                    .section = key_of_text(record.section),
                    .due = day_number(record.due),
                    .raised = day_number(record.raised),
                    .meeting = record.meeting ? day_number(record.meeting->date) : k_no_day};
    add_words(record, feature);
    feature.leads.first = static_cast<std::uint32_t>(leads_.size());
    for (const Party& party : record.leads) leads_.push_back(keys_of(party));
    feature.leads.count = static_cast<std::uint32_t>(record.leads.size());
    add_references(record, feature);
    add_positions(record, feature);
    features_.push_back(feature);
}

void Features::add_words(const Record& record, Feature& feature) {
    // An entry without action is known by its item.
    const std::string& text = record.action.empty() ? record.item : record.action;
    const std::vector<Word> words = vocabulary_.add(text);
    feature.words = {static_cast<std::uint32_t>(words_.size()),
                     static_cast<std::uint32_t>(words.size())};
    words_.insert(words_.end(), words.begin(), words.end());
    std::vector<std::uint32_t> ids;
    for (const Word& word : words) {
        ids.push_back(word.id);
        feature.text = mix(feature.text, word.id + 1);
    }
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    feature.ids = {static_cast<std::uint32_t>(ids_.size()), static_cast<std::uint32_t>(ids.size())};
    ids_.insert(ids_.end(), ids.begin(), ids.end());
}

Reference Features::reference_from(std::string_view text) {
    const std::string key = reference_key(text);
    if (key.empty()) return {};
    std::string scheme;
    for (const std::string_view group : split(key, '-')) {
        scheme.append(is_digit(group[0]) ? std::string_view("#") : group).append("-");
    }
    const auto next = static_cast<std::uint32_t>(schemes_.size());
    return {.key = hash_of(key), .scheme = schemes_.try_emplace(scheme, next).first->second};
}

void Features::add_references(const Record& record, Feature& feature) {
    feature.references.first = static_cast<std::uint32_t>(references_.size());
    const Reference own = reference_from(record.ref);
    if (own.key != 0) references_.push_back(own);
    for (const auto& [caption, text] : record.extra) {
        if (caption != k_other_references) continue;
        for (const std::string_view part : split(text, ';')) {
            const Reference other = reference_from(trim(part));
            if (other.key != 0) references_.push_back(other);
        }
    }
    feature.references.count =
        static_cast<std::uint32_t>(references_.size()) - feature.references.first;
}

void Features::add_positions(const Record& record, Feature& feature) {
    std::vector<Position> positions;
    for (const Sighting& sighting : sightings_of(record)) {
        const auto next = static_cast<std::uint32_t>(source_ids_.size());
        positions.push_back({.source = source_ids_.try_emplace(sighting.source, next).first->second,
                             .place = hash_of(sighting.place)});
    }
    std::ranges::sort(positions);
    feature.positions = {static_cast<std::uint32_t>(positions_.size()),
                         static_cast<std::uint32_t>(positions.size())};
    positions_.insert(positions_.end(), positions.begin(), positions.end());
}

bool Features::share_source(std::size_t a, std::size_t b) const {
    const auto in_a = positions(features_[a]);
    const auto in_b = positions(features_[b]);
    std::size_t j = 0;
    for (const Position& position : in_a) {
        while (j < in_b.size() && in_b[j].source < position.source) ++j;
        if (j == in_b.size()) return false;
        if (in_b[j].source == position.source) return true;
    }
    return false;
}

/// "Report back to the next meeting" stands for something else in every row. A text is generic if
/// a source has it in rows that differ in lead, due date or heading.
void Features::find_generic_texts() {
    struct Use {
        std::uint64_t text{};
        std::uint32_t source{};
        std::uint64_t rest{};
        std::uint32_t record{};
    };
    std::vector<Use> uses;
    uses.reserve(features_.size());
    for (std::uint32_t i = 0; i < features_.size(); ++i) {
        const Feature& feature = features_[i];
        if (feature.text == 0) continue;
        std::uint64_t rest = mix(feature.section, feature.item);
        rest = mix(rest, static_cast<std::uint64_t>(feature.due));
        rest = mix(rest, static_cast<std::uint64_t>(feature.meeting));
        for (const PartyKeys& lead : leads(feature)) rest = mix(rest, mix(lead.person, lead.body));
        uses.push_back({feature.text, positions_[feature.positions.first].source, rest, i});
    }
    std::ranges::sort(uses, [](const Use& x, const Use& y) {
        return std::tie(x.text, x.source, x.rest) < std::tie(y.text, y.source, y.rest);
    });
    for (std::size_t first = 0; first < uses.size();) {
        std::size_t end = first;
        bool generic = false;
        for (; end < uses.size() && uses[end].text == uses[first].text; ++end) {
            generic = generic || (end > first && uses[end].source == uses[end - 1].source &&
                                  uses[end].rest != uses[end - 1].rest);
        }
        for (; first < end; ++first) features_[uses[first].record].generic = generic;
    }
}

}  // namespace tidytracker::matching
