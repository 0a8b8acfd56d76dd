// SPDX-License-Identifier: Apache-2.0
#include "schema/sightings.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace tidytracker {
namespace {

constexpr std::string_view k_between = "; ";

/// Length of "s12:" at the start; 0 if there is none.
std::size_t prefix_length(std::string_view place) {
    if (place.size() < 3 || place[0] != 's' || !is_digit(place[1])) return 0;
    std::size_t at = 1;
    while (at < place.size() && is_digit(place[at])) ++at;
    return at < place.size() && place[at] == ':' ? at + 1 : 0;
}

}  // namespace

Sighting sighting_from(std::string_view place, std::string_view own) {
    const std::size_t length = prefix_length(place);
    if (length == 0) return {.source = std::string(own), .place = std::string(place)};
    return {.source = std::string(place.substr(0, length - 1)),
            .place = std::string(place.substr(length))};
}

std::string place_from(const Sighting& sighting, std::string_view own) {
    if (sighting.source == own) return sighting.place;
    std::string out = sighting.source;
    return out.append(":").append(sighting.place);
}

std::vector<Sighting> sightings_of(const Record& record) {
    std::vector<Sighting> out;
    std::string_view rest = record.place;
    bool more = true;
    while (more) {
        // A name of a sheet may hold "; " itself, so only a source's prefix surely begins anew.
        std::size_t end = rest.find(k_between);
        while (end != std::string_view::npos && prefix_length(rest.substr(end + 2)) == 0) {
            end = rest.find(k_between, end + 2);
        }
        out.push_back(sighting_from(rest.substr(0, end), record.source));
        more = end != std::string_view::npos;
        if (more) rest.remove_prefix(end + k_between.size());
    }
    return out;
}

std::vector<std::string> sources_of(const Record& record) {
    std::vector<std::string> ids;
    for (const Sighting& sighting : sightings_of(record)) {
        if (std::ranges::find(ids, sighting.source) == ids.end()) ids.push_back(sighting.source);
    }
    return ids;
}

}  // namespace tidytracker
