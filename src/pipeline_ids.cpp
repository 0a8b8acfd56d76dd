// SPDX-License-Identifier: Apache-2.0
#include "pipeline_ids.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "base/digest.hpp"

namespace tidytracker {

std::string id_from_content(const Record& record) {
    std::string content =
        record.ref + '\n' + record.section + '\n' + record.item + '\n' + record.action + '\n';
    if (record.meeting) content += record.meeting->date + '\n' + record.meeting->name;
    return fmt::format("r-{}", sha256_hex(content).substr(0, 8));
}

std::string next_source_id(const std::vector<Source>& sources) {
    for (std::size_t number = sources.size() + 1;; ++number) {
        std::string id = fmt::format("s{}", number);
        if (std::ranges::find(sources, id, &Source::id) == sources.end()) return id;
    }
}

std::string SourceNames::of(const std::string& id_or_name) {
    for (const Source& source : sources_) {
        if (source.id == id_or_name || source.name == id_or_name) return source.id;
    }
    sources_.push_back(Source{.id = next_source_id(sources_), .name = id_or_name});
    return sources_.back().id;
}

std::string SourceNames::adopt(const std::vector<Source>& others, const std::string& id) {
    const auto other = std::ranges::find(others, id, &Source::id);
    if (other == others.end()) return of(id);
    for (const Source& source : sources_) {
        if (source.name == other->name && source.sha256 == other->sha256) return source.id;
    }
    Source copy = *other;
    if (std::ranges::find(sources_, copy.id, &Source::id) != sources_.end()) {
        copy.id = next_source_id(sources_);
    }
    sources_.push_back(copy);
    return copy.id;
}

void assign_ids(std::vector<Record>& records) {
    assign_ids(records, std::vector<std::string>(records.size()));
}

void assign_ids(std::vector<Record>& records, const std::vector<std::string>& fallbacks) {
    std::unordered_map<std::string, std::size_t> uses;
    for (const Record& record : records) {
        if (!record.ref.empty()) ++uses[record.ref];
    }
    std::unordered_set<std::string> taken;
    std::unordered_map<std::string, std::size_t> copies;
    for (std::size_t i = 0; i < records.size(); ++i) {
        Record& record = records[i];
        if (!record.id.empty() && taken.insert(record.id).second) continue;
        const bool printed = !record.ref.empty() && uses[record.ref] == 1;
        const std::string wanted = printed                ? record.ref
                                   : fallbacks[i].empty() ? id_from_content(record)
                                                          : fallbacks[i];
        record.id = wanted;
        // Rows that say exactly the same are told apart by their order.
        std::size_t& copy = copies.try_emplace(wanted, 1).first->second;
        while (!taken.insert(record.id).second) record.id = fmt::format("{}-{}", wanted, ++copy);
    }
}

void derive_overdue(std::vector<Record>& records, const IsoDay& as_of) {
    for (Record& record : records) {
        record.overdue.reset();
        if (!record.due || record.due->date.empty()) continue;
        const bool closed = record.status == Status::complete || record.status == Status::cancelled;
        record.overdue = !closed && !as_of.empty() && record.due->date < as_of;
    }
}

}  // namespace tidytracker
