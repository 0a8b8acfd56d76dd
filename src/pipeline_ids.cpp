// SPDX-License-Identifier: Apache-2.0
#include "pipeline_ids.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/text.hpp"

namespace tidytracker {
namespace {

/// The ids that are in use.
class UniqueIds {
  public:
    /// Is it free? Then it is no longer.
    bool take(const std::string& id) { return taken_.insert(id).second; }
    /// Takes the id, or else "id-2", "id-3", ...: rows that say exactly the same are told apart by
    /// their order.
    std::string nearest_to(const std::string& wanted) {
        std::string id = wanted;
        std::size_t& copy = copies_.try_emplace(wanted, 1).first->second;
        while (!take(id)) id = fmt::format("{}-{}", wanted, ++copy);
        return id;
    }

  private:
    std::unordered_set<std::string> taken_{};
    std::unordered_map<std::string, std::size_t> copies_{};
};

}  // namespace

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

bool has_derived_id(const Record& record) {
    if (record.id == record.ref) return true;
    const std::string content = id_from_content(record);
    if (!record.id.starts_with(content)) return false;
    const std::string_view copy = std::string_view(record.id).substr(content.size());
    return copy.empty() || (copy.starts_with('-') && copy.size() > 1 &&
                            std::ranges::all_of(copy.substr(1), is_digit));
}

void assign_ids(std::vector<Record>& records) {
    std::unordered_map<std::string, std::size_t> uses;
    for (const Record& record : records) {
        if (!record.ref.empty()) ++uses[record.ref];
    }
    UniqueIds ids;
    for (Record& record : records) {
        if (!record.id.empty() && ids.take(record.id)) continue;
        const bool printed = !record.ref.empty() && uses[record.ref] == 1;
        record.id = ids.nearest_to(printed ? record.ref : id_from_content(record));
    }
}

void assign_merged_ids(std::vector<Record>& records, const std::vector<std::string>& fallbacks) {
    UniqueIds ids;
    for (std::size_t i = 0; i < records.size(); ++i) {
        Record& record = records[i];
        if (!record.id.empty() && ids.take(record.id)) continue;
        if (!record.ref.empty() && ids.take(record.ref)) {
            record.id = record.ref;
        } else {
            record.id = ids.nearest_to(fallbacks[i]);
        }
    }
}

void part_ids(const std::vector<Record>& earlier, Document& document) {
    UniqueIds ids;
    for (const Record& record : earlier) ids.take(record.id);
    std::unordered_map<std::string, std::string> renamed;
    for (Record& record : document.records) {
        if (ids.take(record.id)) continue;
        std::string other = ids.nearest_to(id_from_content(record));
        renamed.emplace(record.id, other);
        record.id = std::move(other);
    }
    for (Finding& finding : document.findings) {
        const auto found = renamed.find(finding.record);
        if (found != renamed.end()) finding.record = found->second;
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
