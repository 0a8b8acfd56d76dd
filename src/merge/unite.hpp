// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <vector>

// Lists of which every value counts.
namespace tidytracker::merging {

/// Adds the parties that are not there yet; one with more detail takes the place of its like.
void unite_parties(std::vector<Party>& into, const std::vector<Party>& from);
void unite_links(std::vector<std::string>& into, const std::vector<std::string>& from);
/// By day; those without one last.
void unite_days(std::vector<When>& into, const std::vector<When>& from);

/// Is the entry, or one that says all that it says, among these?
[[nodiscard]] bool is_told(const Progress& entry, const std::vector<Progress>& among);

/// The entries of several returns, oldest return first, without repeats and in order of their
/// dates. An entry without a date keeps the day of the one that it followed, or else of the latest
/// one that older returns tell.
[[nodiscard]] std::vector<Progress> unite_progress(
    const std::vector<const std::vector<Progress>*>& returns);

}  // namespace tidytracker::merging
