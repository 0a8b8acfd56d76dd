// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/fields.hpp>
#include <tidytracker/settings.hpp>
#include <tidytracker/table.hpp>

#include <cstddef>

// What the values of a column look like, and which field that speaks for.
namespace tidytracker {

/// Shares of a column's filled cells that look like something, each 0 to 1.
struct ColumnProfile {
    std::size_t filled{};
    std::size_t distinct{};
    double dates{};
    double numbers{};  ///< whole numbers
    double references{};
    double names{};
    double initials{};
    double prose{};
    double statuses{};
    double told{};  ///< statuses of the document's key or the user's own
    double rags{};
    double priorities{};
    double responses{};
    double kinds{};
    double percents{};
    double links{};
    double mean_words{};
};

/// `statuses` are words of the document or the user that stand for one.
[[nodiscard]] ColumnProfile profile_column(const Table& table, std::size_t column,
                                           const Wording& statuses = {});

/// How well the values fit the field, 0 (not at all) to 1; 0.5 where they say nothing.
[[nodiscard]] double fit(const ColumnProfile& profile, Field field);

}  // namespace tidytracker
