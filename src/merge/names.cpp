// SPDX-License-Identifier: Apache-2.0
#include "merge/names.hpp"

#include <algorithm>

#include "merge/features.hpp"
#include "schema/sightings.hpp"

namespace tidytracker::matching {
namespace {

void append_named(std::string_view name, std::string_view source, std::span<const Record> records,
                  std::vector<std::uint32_t>& out) {
    const std::string key = reference_key(name);
    for (std::uint32_t i = 0; i < records.size(); ++i) {
        const Record& record = records[i];
        const bool named = record.id == name || (!record.ref.empty() && !key.empty() &&
                                                 reference_key(record.ref) == key);
        if (!named) continue;
        const std::vector<std::string> sources = sources_of(record);
        const bool there = std::ranges::find(sources, source) != sources.end();
        if (source.empty() || there) out.push_back(i);
    }
}

}  // namespace

std::vector<std::uint32_t> records_named(const std::string& name, std::span<const Record> records,
                                         std::span<const Source> sources) {
    std::vector<std::uint32_t> out;
    append_named(name, {}, records, out);
    if (!out.empty()) return out;
    for (const Source& source : sources) {
        for (const std::string* prefix : {&source.name, &source.id}) {
            const std::size_t length = prefix->size();
            if (prefix->empty() || !name.starts_with(*prefix) || name.size() <= length + 1 ||
                name[length] != ':') {
                continue;
            }
            append_named(std::string_view(name).substr(length + 1), source.id, records, out);
        }
    }
    return out;
}

}  // namespace tidytracker::matching
