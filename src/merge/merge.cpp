// SPDX-License-Identifier: Apache-2.0
// In: records of several sources and how the sources rank. Out: one record for each action, with
// the places of all its sources, and every value that another one replaced. What a newer return
// leaves empty is not taken away, and nothing is settled without being told.
#include <tidytracker/merge.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "merge/features.hpp"
#include "merge/field_rules.hpp"
#include "merge/numbering.hpp"
#include "merge/ranking.hpp"
#include "merge/unite.hpp"
#include "schema/sightings.hpp"

namespace tidytracker {
namespace merging {
namespace {

using Indexes = std::vector<std::size_t>;

const std::vector<std::string>* places_of(const Record& record, std::string_view field) {
    for (const auto& [name, places] : record.cells) {
        if (name == field) return &places;
    }
    return nullptr;
}

/// Where a value stands: its cell, or else its record.
Sighting sighting_of(const Record& record, const FieldRule& rule) {
    for (const std::string_view name : words_of(rule.cells)) {
        const auto* places = places_of(record, name);
        if (places != nullptr && !places->empty()) {
            return sighting_from(places->front(), record.source);
        }
    }
    return sightings_of(record).front();
}

/// A value of one field together with its rank.
struct Candidate {
    std::size_t member{};
    Sighting at{};
    std::size_t rank{};
};

/// Merges the members of one action.
class ActionMerger {
  public:
    ActionMerger(const std::vector<Record>& records, const Indexes& members,
                 const MergeOptions& options, const Ranking& ranking,
                 std::span<const Source> sources)
        : records_(records),
          members_(members),
          options_(options),
          ranking_(ranking),
          sources_(sources) {}

    Record run(std::vector<Conflict>& conflicts) {
        const Record& first = records_[members_.front()];
        out_.id = first.id;
        out_.source = first.source;
        for (const FieldRule& rule : field_rules()) merge_field(rule, conflicts);
        unite();
        unite_extra(conflicts);
        unite_places();
        unite_cells();
        return std::move(out_);
    }

  private:
    [[nodiscard]] Preference preference_for(const FieldRule& rule) const {
        const auto said = std::ranges::find(options_.fields, rule.name, &FieldPreference::field);
        if (said != options_.fields.end()) return said->preference;
        if (options_.prefer.policy != Policy::newest) return options_.prefer;
        return {.policy = rule.keeps_oldest ? Policy::oldest : Policy::newest};
    }

    [[nodiscard]] bool is_source(const std::string& id, const std::string& wanted) const {
        const auto source = std::ranges::find(sources_, id, &Source::id);
        return id == wanted || (source != sources_.end() && source->name == wanted);
    }

    [[nodiscard]] bool is_preferred(const Candidate& candidate, const Preference& by) const {
        if (by.policy == Policy::source) return is_source(candidate.at.source, by.source);
        const bool leads = by.policy == Policy::master || by.policy == Policy::oldest;
        return leads && ranking_.is_master(candidate.at.source);
    }

    /// The candidates in the order of how much they count, the one that does last.
    [[nodiscard]] std::vector<Candidate> candidates_for(const FieldRule& rule,
                                                        const Preference& by) const {
        std::vector<Candidate> out;
        for (const std::size_t member : members_) {
            if (!rule.has(records_[member])) continue;
            Sighting at = sighting_of(records_[member], rule);
            const std::size_t rank = ranking_.rank(at.source);
            out.push_back({.member = member, .at = std::move(at), .rank = rank});
        }
        std::ranges::stable_sort(out, {}, &Candidate::rank);
        if (by.policy == Policy::oldest) std::ranges::reverse(out);
        std::stable_partition(out.begin(), out.end(), [&](const Candidate& candidate) {
            return !is_preferred(candidate, by);
        });
        return out;
    }

    [[nodiscard]] std::string reason_for(const Preference& by, const Candidate& kept,
                                         const Candidate& other) const {
        if (is_preferred(kept, by) && !is_preferred(other, by)) {
            return by.policy == Policy::source ? "its source is preferred" : "the master counts";
        }
        if (by.policy == Policy::oldest) return "the oldest source counts for this field";
        return ranking_.reason(kept.at.source, other.at.source);
    }

    void merge_field(const FieldRule& rule, std::vector<Conflict>& conflicts) {
        const Preference by = preference_for(rule);
        const std::vector<Candidate> candidates = candidates_for(rule, by);
        if (candidates.empty()) return;
        const Candidate* kept = &candidates.back();
        for (const Candidate& other : candidates) {
            // More of the same is no other value.
            if (rule.compare(records_[kept->member], records_[other.member]) == Agreement::less) {
                kept = &other;
            }
        }
        const Record& value = records_[kept->member];
        rule.take(out_, value);
        std::set<std::string> told;
        for (const Candidate& other : candidates) {
            const Record& record = records_[other.member];
            if (rule.compare(value, record) != Agreement::differs) {
                sources_of_field_[&rule].push_back(other.member);
                continue;
            }
            remember(rule, record);
            if (rule.name == "ref" || !told.insert(rule.text(record)).second) continue;
            conflicts.push_back({.field = std::string(rule.name),
                                 .kept = {kept->at.source, kept->at.place, rule.text(value)},
                                 .other = {other.at.source, other.at.place, rule.text(record)},
                                 .reason = reason_for(by, *kept, other),
                                 .wording = rule.wording});
        }
    }

    /// Values that have a field of their own for what they were.
    void remember(const FieldRule& rule, const Record& record) {
        if (rule.name == "due" && !record.due->date.empty()) {
            unite_days(out_.due_history, {*record.due});
        }
        if (rule.name == "ref") add_other_reference(record.ref);
    }

    void add_other_reference(std::string_view ref) {
        const std::string key = matching::reference_key(ref);
        if (key.empty() || key == matching::reference_key(out_.ref)) return;
        const auto same = [&key](std::string_view other) {
            return matching::reference_key(other) == key;
        };
        if (std::ranges::none_of(other_references_, same)) other_references_.emplace_back(ref);
    }

    void unite() {
        std::vector<const std::vector<Progress>*> returns;
        for (const std::size_t member : by_age()) {
            const Record& record = records_[member];
            unite_parties(out_.support, record.support);
            unite_parties(out_.raised_by, record.raised_by);
            unite_links(out_.links, record.links);
            unite_days(out_.due_history, record.due_history);
            returns.push_back(&record.progress);
        }
        out_.progress = unite_progress(returns);
        // What is due now is not history.
        if (!out_.due) return;
        std::erase_if(out_.due_history, [this](const When& when) {
            return compare_whens(when, *out_.due) == Agreement::same;
        });
    }

    [[nodiscard]] Indexes by_age() const {
        Indexes out = members_;
        std::ranges::stable_sort(
            out, {}, [this](std::size_t i) { return ranking_.rank(records_[i].source); });
        return out;
    }

    void unite_extra(std::vector<Conflict>& conflicts) {
        for (const std::size_t member : by_age()) {
            for (const auto& [caption, text] : records_[member].extra) {
                if (caption == matching::k_other_references) {
                    for (const auto part : split(text, ';')) add_other_reference(trim(part));
                } else {
                    add_extra(records_[member], caption, text, conflicts);
                }
            }
        }
        if (other_references_.empty()) return;
        std::ranges::sort(other_references_);
        out_.extra.emplace_back(matching::k_other_references, join(other_references_, "; "));
    }

    void add_extra(const Record& from, const std::string& caption, const std::string& text,
                   std::vector<Conflict>& conflicts) {
        using Entry = std::pair<std::string, std::string>;
        const auto there = std::ranges::find(out_.extra, caption, &Entry::first);
        if (there == out_.extra.end()) {
            out_.extra.emplace_back(caption, text);
            extra_from_[caption] = &from;
            return;
        }
        const Record& before = *extra_from_[caption];
        const Agreement agreement = compare_texts(there->second, text);
        if (agreement == Agreement::same || text.empty()) return;
        const bool master_counts =
            options_.prefer.policy == Policy::master && ranking_.is_master(before.source);
        const bool newer = agreement != Agreement::more && !master_counts;
        const std::string replaced = newer ? std::exchange(there->second, text) : text;
        if (newer) extra_from_[caption] = &from;
        if (agreement != Agreement::differs || replaced.empty()) return;
        const Record& kept = newer ? from : before;
        const Record& other = newer ? before : from;
        conflicts.push_back(
            {.field = "extra",
             .kept = value_of_extra(kept, caption, there->second),
             .other = value_of_extra(other, caption, replaced),
             .reason = newer ? ranking_.reason(kept.source, other.source) : "the master counts"});
    }

    static SourceValue value_of_extra(const Record& record, const std::string& caption,
                                      const std::string& text) {
        const Sighting at = sightings_of(record).front();
        return {at.source, at.place, caption + ": " + text};
    }

    void unite_places() {
        std::vector<Sighting> all;
        for (const std::size_t member : members_) {
            for (const Sighting& sighting : sightings_of(records_[member])) {
                if (std::ranges::find(all, sighting) == all.end()) all.push_back(sighting);
            }
        }
        for (const Sighting& sighting : all) {
            if (!out_.place.empty()) out_.place += "; ";
            out_.place += place_from(sighting, out_.source);
        }
    }

    /// A field's places: the value's first, then those of values that agree with it.
    void unite_cells() {
        for (const std::size_t member : members_) {
            const Record& record = records_[member];
            for (const auto& [field, places] : record.cells) {
                const FieldRule* rule = rule_of_cells(field);
                if (rule != nullptr && !says(*rule, member)) continue;
                add_cells(field, places, record.source);
            }
        }
    }

    [[nodiscard]] bool says(const FieldRule& rule, std::size_t member) const {
        const auto found = sources_of_field_.find(&rule);
        if (found == sources_of_field_.end()) return true;
        return !rule.has(records_[member]) ||
               std::ranges::find(found->second, member) != found->second.end();
    }

    void add_cells(const std::string& field, const std::vector<std::string>& places,
                   const std::string& source) {
        using Entry = std::pair<std::string, std::vector<std::string>>;
        auto entry = std::ranges::find(out_.cells, field, &Entry::first);
        if (entry == out_.cells.end()) {
            out_.cells.emplace_back(field, std::vector<std::string>());
            entry = out_.cells.end() - 1;
        }
        for (const std::string& place : places) {
            std::string named = place_from(sighting_from(place, source), out_.source);
            if (std::ranges::find(entry->second, named) == entry->second.end()) {
                entry->second.push_back(std::move(named));
            }
        }
    }

    const std::vector<Record>& records_;
    const Indexes& members_;
    const MergeOptions& options_;
    const Ranking& ranking_;
    std::span<const Source> sources_;
    Record out_{};
    std::vector<std::string> other_references_{};
    std::map<std::string, const Record*> extra_from_{};
    std::map<const FieldRule*, Indexes> sources_of_field_{};
};

/// The order of the merged register: the master's rows, then the oldest source's, and so on; within
/// a source as it lists them.
std::vector<Indexes> ordered_groups(const std::vector<Record>& records, const Matching& matching,
                                    const Ranking& ranking) {
    Indexes order(records.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::vector<std::size_t> ranks(records.size());
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const std::string& source = records[i].source;
        ranks[i] = ranking.is_master(source) ? 0 : ranking.rank(source) + 1;
    }
    std::ranges::stable_sort(order, {}, [&ranks](std::size_t i) { return ranks[i]; });
    std::vector<Indexes> groups;
    std::vector<std::size_t> at(matching.clusters, SIZE_MAX);
    for (const std::size_t i : order) {
        std::size_t& group = at[matching.cluster[i]];
        if (group == SIZE_MAX) {
            group = groups.size();
            groups.emplace_back();
        }
        groups[group].push_back(i);
    }
    return groups;
}

/// Gives records that the master lacks references of its pattern.
void number_new_records(Merged& merged, const Ranking& ranking) {
    const auto is_masters = [&ranking](const Record& record) {
        const std::vector<std::string> ids = sources_of(record);
        return std::ranges::any_of(ids,
                                   [&](const std::string& id) { return ranking.is_master(id); });
    };
    std::vector<std::string> refs;
    std::set<std::string> taken;
    for (const Record& record : merged.records) {
        if (record.ref.empty() || !is_masters(record)) continue;
        refs.push_back(record.ref);
        taken.insert(matching::reference_key(record.ref));
    }
    std::optional<Numbering> numbering = numbering_of(refs);
    if (!numbering) return;
    for (std::size_t i = 0; i < merged.records.size(); ++i) {
        Record& record = merged.records[i];
        if (is_masters(record)) continue;
        const bool fits = !record.ref.empty() && numbering->fits(record.ref);
        if (fits && taken.insert(matching::reference_key(record.ref)).second) continue;
        std::string ref = numbering->next();
        while (!taken.insert(matching::reference_key(ref)).second) ref = numbering->next();
        if (!record.ref.empty()) {
            record.extra.emplace_back(matching::k_other_references, record.ref);
        }
        record.ref = std::move(ref);
        record.ref_text.clear();
        merged.numbered.push_back(i);
    }
}

/// Pairs of the input as pairs of what it became.
std::vector<Match> renumbered(const std::vector<Match>& pairs,
                              const std::vector<std::size_t>& record_of) {
    std::vector<Match> out = pairs;
    for (Match& match : out) {
        match.first = record_of[match.first];
        match.second = record_of[match.second];
    }
    return out;
}

Repeat repeat_of(const Match& match, const std::vector<Record>& records, std::size_t record) {
    const auto value = [&records](std::size_t index) {
        return SourceValue{records[index].source, records[index].place, records[index].action};
    };
    return {.record = record,
            .first = value(match.first),
            .second = value(match.second),
            .first_id = records[match.first].id,
            .second_id = records[match.second].id};
}

/// Merges the members of each action; groups are independent of one another.
void merge_groups(std::vector<Record>& records, std::span<const Source> sources,
                  const MergeOptions& options, const Ranking& ranking, Merged& merged) {
    constexpr std::size_t k_share = 2048;
    const std::size_t groups = merged.members.size();
    const std::size_t shares = (groups + k_share - 1) / k_share;
    merged.records.resize(groups);
    std::vector<std::vector<Conflict>> conflicts(shares);
    for_each_parallel(shares, [&](std::size_t share) {
        const std::size_t end = std::min(groups, (share + 1) * k_share);
        for (std::size_t i = share * k_share; i < end; ++i) {
            const Indexes& members = merged.members[i];
            if (members.size() == 1) {
                merged.records[i] = std::move(records[members.front()]);
                continue;
            }
            std::vector<Conflict>& told = conflicts[share];
            const std::size_t before = told.size();
            merged.records[i] = ActionMerger(records, members, options, ranking, sources).run(told);
            for (std::size_t k = before; k < told.size(); ++k) told[k].record = i;
            for (const std::size_t member : members) records[member] = {};
        }
    });
    for (const std::vector<Conflict>& told : conflicts) {
        merged.conflicts.insert(merged.conflicts.end(), told.begin(), told.end());
    }
}

}  // namespace
}  // namespace merging

Merged merge(std::vector<Record> records, std::span<const Source> sources,
             const MergeOptions& options) {
    const merging::Ranking ranking(options);
    const Matching matching = match(records, sources, options.match);
    Merged merged{.members = merging::ordered_groups(records, matching, ranking),
                  .unused = matching.unused};
    std::vector<std::size_t> record_of(records.size());
    for (std::size_t i = 0; i < merged.members.size(); ++i) {
        for (const std::size_t member : merged.members[i]) record_of[member] = i;
    }
    for (const Match& match : matching.repeats) {
        merged.repeats.push_back(merging::repeat_of(match, records, record_of[match.first]));
    }
    merging::merge_groups(records, sources, options, ranking, merged);
    merged.doubtful = merging::renumbered(matching.doubtful, record_of);
    merged.shared_refs = merging::renumbered(matching.shared_refs, record_of);
    if (!options.master.empty()) merging::number_new_records(merged, ranking);
    return merged;
}

}  // namespace tidytracker
