// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/fields.hpp>
#include <tidytracker/merge.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "base/display.hpp"
#include "base/text.hpp"
#include "schema/sightings.hpp"

namespace tidytracker {
namespace merging {
namespace {

constexpr int k_quoted_width = 60;  ///< of a text within a message, in columns

std::string quoted(std::string_view text) {
    return fmt::format("\"{}\"", clip(printable(text), k_quoted_width));
}

/// "north.csv:A12:F12".
std::string located(const SourceValue& value, std::span<const Source> sources) {
    const auto source = std::ranges::find(sources, value.source, &Source::id);
    const std::string& name = source == sources.end() ? value.source : source->name;
    return value.place.empty() ? name : name + ":" + value.place;
}

/// The id is the reference wherever that tells the records apart.
std::string name_of_record(const Record& record) {
    return record.id.empty() ? record.ref : record.id;
}

std::string caption_of_field(const std::string& field) {
    const auto known = field_from_name(field);
    return lower_ascii(known ? info(*known).caption : std::string_view(field));
}

SourceValue first_value(const Record& record) {
    const Sighting at = sightings_of(record).front();
    return {at.source, at.place, record.action.empty() ? record.item : record.action};
}

Finding finding_about(const Record& record, const SourceValue& at) {
    return Finding{.severity = Severity::warning,
                   .record = record.id,
                   .source = at.source,
                   .place = at.place,
                   .text = at.text};
}

void report_conflict(const Conflict& conflict, const Record& record,
                     std::span<const Source> sources, Findings& findings) {
    Finding finding = finding_about(record, conflict.kept);
    finding.rule = "conflicting-value";
    if (conflict.wording) finding.severity = Severity::info;
    finding.field = conflict.field;
    finding.message = fmt::format("{} of {}: {} in {}, {} in {}", caption_of_field(conflict.field),
                                  name_of_record(record), quoted(conflict.kept.text),
                                  located(conflict.kept, sources), quoted(conflict.other.text),
                                  located(conflict.other, sources));
    finding.note = fmt::format("the first of the two was kept: {}", conflict.reason);
    finding.help = "correct one of the files, or choose with --prefer FILE";
    finding.other_place = conflict.other.place;
    findings.push_back(std::move(finding));
}

void report_repeat(const Repeat& repeat, const Record& record, std::span<const Source> sources,
                   Findings& findings) {
    Finding finding = finding_about(record, repeat.second);
    finding.rule = "duplicate-action";
    finding.field = "action";
    finding.message = fmt::format("{} stands twice: at {} and at {}", name_of_record(record),
                                  located(repeat.first, sources), located(repeat.second, sources));
    finding.note = "no field differs; the two rows became one record";
    finding.help = fmt::format("delete one of the two rows, or keep both with --distinct {},{}",
                               repeat.first_id, repeat.second_id);
    finding.other_place = repeat.first.place;
    findings.push_back(std::move(finding));
}

std::string evidence_text(const Match& match) {
    constexpr std::size_t k_most = 4;
    std::vector<std::string> parts;
    for (const Evidence& evidence : match.evidence) {
        if (parts.size() == k_most) break;
        parts.push_back(fmt::format("{} {} ({:+.0f})", caption_of_field(evidence.field),
                                    evidence.says, evidence.weight));
    }
    return join(parts, ", ");
}

void report_doubt(const Match& match, const Merged& merged, std::span<const Source> sources,
                  Findings& findings) {
    const Record& first = merged.records[match.first];
    const Record& second = merged.records[match.second];
    const SourceValue one = first_value(first);
    const SourceValue other = first_value(second);
    Finding finding = finding_about(second, other);
    finding.rule = "doubtful-match";
    finding.field = "action";
    finding.message = fmt::format("{} and {} may be one action ({:.0f} %): {} in {}, {} in {}",
                                  name_of_record(first), name_of_record(second), match.score * 100,
                                  quoted(one.text), located(one, sources), quoted(other.text),
                                  located(other, sources));
    finding.note = evidence_text(match);
    finding.help = fmt::format("join them with --same {0},{1} or keep both with --distinct {0},{1}",
                               name_of_record(first), name_of_record(second));
    finding.other_place = one.place;
    findings.push_back(std::move(finding));
}

void report_shared_ref(const Match& match, const Merged& merged, std::span<const Source> sources,
                       Findings& findings) {
    const Record& first = merged.records[match.first];
    const Record& second = merged.records[match.second];
    const SourceValue one = first_value(first);
    const SourceValue other = first_value(second);
    Finding finding = finding_about(second, other);
    finding.rule = "shared-ref";
    finding.field = "ref";
    finding.message = fmt::format("reference {} stands for two actions: {} in {}, {} in {}",
                                  second.ref, quoted(one.text), located(one, sources),
                                  quoted(other.text), located(other, sources));
    finding.note = "the texts differ, so both were kept";
    finding.help = "give one of them another reference";
    finding.other_place = one.place;
    findings.push_back(std::move(finding));
}

}  // namespace
}  // namespace merging

void report_merge(const Merged& merged, std::span<const Source> sources, Findings& findings) {
    for (const Conflict& conflict : merged.conflicts) {
        merging::report_conflict(conflict, merged.records[conflict.record], sources, findings);
    }
    for (const Repeat& repeat : merged.repeats) {
        merging::report_repeat(repeat, merged.records[repeat.record], sources, findings);
    }
    for (const Match& match : merged.doubtful) {
        merging::report_doubt(match, merged, sources, findings);
    }
    for (const Match& match : merged.shared_refs) {
        merging::report_shared_ref(match, merged, sources, findings);
    }
    for (const std::string& name : merged.unused) {
        findings.push_back(
            Finding{.rule = "unknown-record",
                    .severity = Severity::warning,
                    .message = fmt::format("no record is called \"{}\"", name),
                    .text = name,
                    .note = "--same and --distinct, or [merge] in the profile, name it",
                    .help = "name a record by its reference or id, or as FILE:REFERENCE"});
    }
}

}  // namespace tidytracker
