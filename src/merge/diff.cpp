// SPDX-License-Identifier: Apache-2.0
// In: two versions of a tracker. Out: what was added, removed and changed, field by field. Which of
// the two is right is not judged here, and no version is altered.
#include <tidytracker/diff.hpp>

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "merge/field_rules.hpp"
#include "merge/unite.hpp"
#include "schema/notation.hpp"
#include "schema/sightings.hpp"

namespace tidytracker {
namespace merging {
namespace {

/// The records of both versions under two sources, so that a version counts as one source whatever
/// it was made of.
std::vector<Record> both_versions(const Document& before, const Document& after) {
    std::vector<Record> records;
    records.reserve(before.records.size() + after.records.size());
    for (const Document* version : {&before, &after}) {
        std::size_t row = 0;
        for (const Record& record : version->records) {
            records.push_back(record);
            records.back().source = version == &before ? "before" : "after";
            records.back().place = std::to_string(++row);
            records.back().cells.clear();
        }
    }
    return records;
}

/// A list of which all values count, as text for comparing and showing.
struct ListRule {
    std::string_view name{};
    std::string (*text)(const Record&){};
};

std::string text_of_party_list(const std::vector<Party>& parties) {
    std::vector<std::string> names;
    for (const Party& party : parties) {
        names.push_back(party.text.empty() ? party_text(party) : party.text);
    }
    return join(names, "; ");
}

constexpr ListRule k_lists[] = {
    {"support", [](const Record& record) { return text_of_party_list(record.support); }},
    {"raised_by", [](const Record& record) { return text_of_party_list(record.raised_by); }},
    {"links", [](const Record& record) { return join(record.links, "; "); }},
};

/// What both versions know, and so can be compared.
class Known {
  public:
    Known(const Document& before, const Document& after) {
        for (const FieldRule& rule : field_rules()) {
            if (some(before, rule.has) && some(after, rule.has)) fields_.insert(rule.name);
        }
        for (const ListRule& rule : k_lists) {
            const auto has = [&rule](const Record& record) { return !rule.text(record).empty(); };
            if (some(before, has) && some(after, has)) fields_.insert(rule.name);
        }
        const auto has_progress = [](const Record& record) { return !record.progress.empty(); };
        // A first entry of progress is news even in a version that had no column for it.
        if (some(after, has_progress)) fields_.insert("progress");
        const std::set<std::string> old_captions = captions(before);
        for (const std::string& caption : captions(after)) {
            if (old_captions.contains(caption)) captions_.insert(caption);
        }
    }
    [[nodiscard]] bool has(std::string_view field) const { return fields_.contains(field); }
    [[nodiscard]] bool has_caption(const std::string& caption) const {
        return captions_.contains(caption);
    }

  private:
    template <class Has>
    static bool some(const Document& document, Has has) {
        return std::ranges::any_of(document.records, has);
    }
    static std::set<std::string> captions(const Document& document) {
        std::set<std::string> out;
        for (const Record& record : document.records) {
            for (const auto& [caption, text] : record.extra) out.insert(caption);
        }
        return out;
    }

    std::set<std::string_view> fields_{};
    std::set<std::string> captions_{};
};

bool is_closed(const Record& record) {
    return record.status == Status::complete || record.status == Status::cancelled;
}

std::string text_of_entries(const std::vector<Progress>& entries) {
    std::vector<std::string> texts;
    for (const Progress& entry : entries) {
        texts.push_back(entry.date.empty() ? entry.text : entry.date + ": " + entry.text);
    }
    return join(texts, "\n");
}

void compare_fields(const Record& before, const Record& after, const Known& known,
                    std::vector<FieldChange>& changes) {
    for (const FieldRule& rule : field_rules()) {
        if (!known.has(rule.name)) continue;
        const bool had = rule.has(before);
        const bool has = rule.has(after);
        if (!had && !has) continue;
        if (had && has && rule.compare(before, after) == Agreement::same) continue;
        changes.push_back({std::string(rule.name), had ? rule.text(before) : std::string(),
                           has ? rule.text(after) : std::string()});
    }
    for (const ListRule& rule : k_lists) {
        if (!known.has(rule.name)) continue;
        FieldChange change{std::string(rule.name), rule.text(before), rule.text(after)};
        if (compare_texts(change.before, change.after) != Agreement::same) {
            changes.push_back(std::move(change));
        }
    }
}

void compare_progress(const Record& before, const Record& after, ChangedRecord& out) {
    std::vector<Progress> gone;
    for (const Progress& entry : after.progress) {
        if (!is_told(entry, before.progress)) out.new_progress.push_back(entry);
    }
    for (const Progress& entry : before.progress) {
        if (!is_told(entry, after.progress)) gone.push_back(entry);
    }
    if (out.new_progress.empty() && gone.empty()) return;
    out.changes.push_back({"progress", text_of_entries(gone), text_of_entries(out.new_progress)});
}

void compare_extra(const Record& before, const Record& after, const Known& known,
                   std::vector<FieldChange>& changes) {
    std::map<std::string, std::pair<std::string, std::string>> values;
    for (const auto& [caption, text] : before.extra) values[caption].first = text;
    for (const auto& [caption, text] : after.extra) values[caption].second = text;
    std::vector<std::string> old_texts;
    std::vector<std::string> new_texts;
    for (const auto& [caption, texts] : values) {
        const auto& [was, is] = texts;
        if (!known.has_caption(caption) || compare_texts(was, is) == Agreement::same) continue;
        old_texts.push_back(fmt::format("{}: {}", caption, was));
        new_texts.push_back(fmt::format("{}: {}", caption, is));
    }
    if (old_texts.empty()) return;
    changes.push_back({"extra", join(old_texts, "\n"), join(new_texts, "\n")});
}

/// By how much the due date moved, and how often it has been put off up to now.
void compare_due(const Record& before, const Record& after, ChangedRecord& out) {
    if (!before.due || !after.due) return;
    const auto was = day_from_iso(before.due->date);
    const auto is = day_from_iso(after.due->date);
    if (!was || !is || *was == *is) return;
    out.slipped_days = static_cast<int>((*is - *was).count());
    std::set<IsoDay> earlier{before.due->date};
    for (const Record* record : {&before, &after}) {
        for (const When& when : record->due_history) earlier.insert(when.date);
    }
    out.slips = static_cast<std::size_t>(std::ranges::count_if(
        earlier, [&after](const IsoDay& day) { return !day.empty() && day < after.due->date; }));
}

ChangedRecord compare_records(const Document& before, const Document& after, std::size_t old_index,
                              std::size_t new_index, const Known& known) {
    const Record& was = before.records[old_index];
    const Record& is = after.records[new_index];
    ChangedRecord out{.before = old_index,
                      .after = new_index,
                      .closed = !is_closed(was) && is_closed(is),
                      .reopened = is_closed(was) && !is_closed(is) && is.status != Status::unknown};
    compare_fields(was, is, known, out.changes);
    if (known.has("progress")) compare_progress(was, is, out);
    compare_extra(was, is, known, out.changes);
    compare_due(was, is, out);
    return out;
}

void report_doubts(const Matching& matching, const Document& before, const Document& after,
                   Findings& findings) {
    if (matching.doubtful.empty() && matching.unused.empty()) return;
    Merged apart;
    // Both versions may call a source "s1".
    const auto newer = [](const std::string& id) { return "after " + id; };
    apart.records = before.records;
    for (const Record& record : after.records) {
        apart.records.push_back(record);
        rename_sources(apart.records.back(), newer);
    }
    for (const Match& match : matching.doubtful) {
        const bool across =
            (match.first < before.records.size()) != (match.second < before.records.size());
        if (across) apart.doubtful.push_back(match);
    }
    apart.unused = matching.unused;
    std::vector<Source> sources = before.sources;
    for (const Source& source : after.sources) {
        sources.push_back(source);
        sources.back().id = newer(source.id);
    }
    report_merge(apart, sources, findings);
}

}  // namespace
}  // namespace merging

Difference diff(const Document& before, const Document& after, const MatchOptions& options,
                Findings& findings) {
    const std::vector<Record> records = merging::both_versions(before, after);
    const Matching matching = match(records, {}, options);
    merging::report_doubts(matching, before, after, findings);
    // A version may list an action twice; its rows are paired in their order.
    std::vector<std::vector<std::size_t>> old_rows(matching.clusters);
    const std::size_t old_count = before.records.size();
    for (std::size_t i = old_count; i-- > 0;) old_rows[matching.cluster[i]].push_back(i);
    const merging::Known known(before, after);
    Difference out;
    for (std::size_t i = 0; i < after.records.size(); ++i) {
        std::vector<std::size_t>& rows = old_rows[matching.cluster[old_count + i]];
        if (rows.empty()) {
            out.added.push_back(i);
            continue;
        }
        ChangedRecord changed = merging::compare_records(before, after, rows.back(), i, known);
        rows.pop_back();
        if (changed.changes.empty()) {
            ++out.unchanged;
        } else {
            out.changed.push_back(std::move(changed));
        }
    }
    for (const auto& rows : old_rows) {
        out.removed.insert(out.removed.end(), rows.begin(), rows.end());
    }
    std::ranges::sort(out.removed);
    return out;
}

}  // namespace tidytracker
