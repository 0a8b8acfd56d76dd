// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <string>
#include <string_view>
#include <vector>

// A record that several sources told of keeps all of their places. A place that is not in the
// record's own source (Record::source) begins with the id of its source and a colon:
//   Actions!A17:H17; s2:A2:F2
// A work sheet cannot be called "s2:...", for Excel allows no colon in its name.
namespace tidytracker {

/// A place and the source that it is in.
struct Sighting {
    std::string source{};  ///< id of the source
    std::string place{};
    friend auto operator<=>(const Sighting&, const Sighting&) = default;
};

/// Where one place of a record is; `own` is the record's source.
[[nodiscard]] Sighting sighting_from(std::string_view place, std::string_view own);
/// The place as a record of the source `own` writes it.
[[nodiscard]] std::string place_from(const Sighting& sighting, std::string_view own);

/// Where a record stands: its own source first; places of one source are joined by "; ".
[[nodiscard]] std::vector<Sighting> sightings_of(const Record& record);
/// The ids of the record's sources, its own first.
[[nodiscard]] std::vector<std::string> sources_of(const Record& record);

/// The same places after their sources were given other ids by `rename`, which takes an id and
/// returns one. Record::source is renamed too.
template <class Rename>
void rename_sources(Record& record, Rename rename);

}  // namespace tidytracker

namespace tidytracker {

template <class Rename>
void rename_sources(Record& record, Rename rename) {
    const std::string before = record.source;
    const std::vector<Sighting> sightings = sightings_of(record);
    record.source = rename(before);
    if (sightings.size() < 2) return;
    const auto renamed = [&](Sighting sighting) {
        sighting.source = sighting.source == before ? record.source : rename(sighting.source);
        return place_from(sighting, record.source);
    };
    record.place.clear();
    for (const Sighting& sighting : sightings) {
        if (!record.place.empty()) record.place += "; ";
        record.place += renamed(sighting);
    }
    for (auto& [field, places] : record.cells) {
        for (std::string& place : places) place = renamed(sighting_from(place, before));
    }
}

}  // namespace tidytracker
