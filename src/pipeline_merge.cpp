// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/merge.hpp>
#include <tidytracker/normalise.hpp>
#include <tidytracker/pipeline.hpp>

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/calendar.hpp"
#include "base/shape.hpp"
#include "base/text.hpp"
#include "pipeline_ids.hpp"
#include "schema/flat.hpp"

namespace tidytracker {
namespace {

/// The days that a part of a file's name may say: "2024-08-31", "31.08.2024", "June 2024".
IsoDay day_in_words(const std::vector<std::string_view>& words, std::size_t first,
                    std::size_t count) {
    std::string phrase;
    for (std::size_t i = first; i < first + count; ++i) {
        if (!phrase.empty()) phrase += ' ';
        phrase += words[i];
    }
    if (!is_date_shaped(phrase)) return {};
    return parse_when(phrase, DateContext{.quarters = QuarterYear::unstated}).date;
}

/// Gives ids to records without one, and to those of which a register made it as is done here, so
/// that registers of parts merge like the files of all parts; says which have one of their own.
std::vector<bool> name_by_content(std::vector<Record>& records) {
    std::vector<bool> named;
    for (Record& record : records) {
        named.push_back(!record.id.empty() && !has_derived_id(record));
        if (!named.back()) record.id = id_from_content(record);
    }
    return named;
}

/// "2024-08-31" within "board-2024-08-31-final".
IsoDay iso_day_within(std::string_view text) {
    constexpr std::size_t k_length = 10;
    IsoDay latest;
    for (std::size_t at = 0; at + k_length <= text.size(); ++at) {
        const std::string_view part = text.substr(at, k_length);
        const bool begins = at == 0 || !is_digit(text[at - 1]);
        const bool ends = at + k_length == text.size() || !is_digit(text[at + k_length]);
        if (begins && ends && day_from_iso(part)) latest = std::max(latest, IsoDay(part));
    }
    return latest;
}

/// Is the field that the finding is about empty in this record?
bool lacks_field(const Record& record, const Finding& finding) {
    const std::optional<Field> field = field_from_name(finding.field);
    return field && flat_text(record, *field).empty();
}

/// The findings about a record, with what they say is missing from it.
struct FoundBefore {
    std::size_t finding{};
    std::size_t record{};
    bool lacks{};
};

/// The findings that came with registers and are about one of their records.
std::vector<FoundBefore> found_before(const Document& document) {
    std::unordered_map<std::string_view, std::size_t> records;
    for (std::size_t i = 0; i < document.records.size(); ++i) {
        records.emplace(document.records[i].id, i);
    }
    std::vector<FoundBefore> found;
    for (std::size_t i = 0; i < document.findings.size(); ++i) {
        const Finding& finding = document.findings[i];
        const auto record = records.find(finding.record);
        if (finding.record.empty() || record == records.end()) continue;
        found.push_back(
            {i, record->second, lacks_field(document.records[record->second], finding)});
    }
    return found;
}

/// A finding about a record is now about the one that it became; it is settled where another return
/// has filled in what was missing.
void carry_over(const std::vector<FoundBefore>& found, const Merged& merged, Findings& findings) {
    std::unordered_map<std::size_t, std::size_t> merged_of;
    for (std::size_t i = 0; i < merged.members.size(); ++i) {
        for (const std::size_t member : merged.members[i]) merged_of[member] = i;
    }
    std::vector<bool> settled(findings.size());
    for (const FoundBefore& before : found) {
        const Record& record = merged.records[merged_of[before.record]];
        findings[before.finding].record = record.id;
        settled[before.finding] = before.lacks && !lacks_field(record, findings[before.finding]);
    }
    std::size_t index = 0;
    std::erase_if(findings, [&](const Finding&) { return settled[index++]; });
}

}  // namespace

IsoDay day_in_name(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    const std::string stem = replace_all(name.substr(0, dot), "_", " ");
    const std::vector<std::string_view> words = words_of(stem);
    IsoDay latest = iso_day_within(stem);
    for (std::size_t first = 0; first < words.size(); ++first) {
        const std::size_t most = std::min<std::size_t>(3, words.size() - first);
        for (std::size_t count = most; count > 0; --count) {
            const IsoDay day = day_in_words(words, first, count);
            if (day.empty()) continue;
            latest = std::max(latest, day);
            first += count - 1;
            break;
        }
    }
    return latest;
}

Standing standing_of(const Source& source) {
    const Edition& edition = source.edition;
    if (!edition.day.empty()) return {source.id, edition.day, DayOrigin::document, edition.words};
    if (!source.date.empty()) return {source.id, source.date, DayOrigin::document, {}};
    IsoDay day = day_in_name(source.name);
    const DayOrigin origin = day.empty() ? DayOrigin::none : DayOrigin::name;
    return {source.id, std::move(day), origin, {}};
}

void merge_records(Conversion& conversion, MergeOptions options) {
    Document& document = conversion.document;
    if (options.standings.empty()) {
        for (const Source& source : document.sources) {
            options.standings.push_back(standing_of(source));
        }
    }
    const std::vector<FoundBefore> found = found_before(document);
    // A user names records by what the register shows: by their references, or by ids made of
    // what they say, which are the same before and after merging.
    const std::vector<bool> named = name_by_content(document.records);
    std::vector<std::string> ids;
    for (const Record& record : document.records) {
        ids.push_back(named[ids.size()] ? id_from_content(record) : record.id);
    }
    Merged merged = merge(std::move(document.records), document.sources, options);
    std::vector<std::string> fallbacks;
    for (std::size_t i = 0; i < merged.records.size(); ++i) {
        const std::size_t first = merged.members[i].front();
        fallbacks.push_back(ids[first]);
        if (!named[first]) merged.records[i].id.clear();
    }
    assign_merged_ids(merged.records, fallbacks);
    carry_over(found, merged, document.findings);
    report_merge(merged, document.sources, document.findings);
    document.records = std::move(merged.records);
}

}  // namespace tidytracker
