// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/fields.hpp>

#include <string>
#include <vector>

namespace tidytracker {

/// What one column of a table means, and why.
struct Binding {
    Field field{Field::none};  ///< none: the column goes to `extra` under its caption
    double confidence{};       ///< 0 to 1; 1 where the user said so
    std::string reason{};      ///< "caption", "caption and values", "values", "profile"
    double runner_up{};        ///< confidence of the next best reading
};

/// The meaning of all columns of a table. A table that is no tracker has `tracker == false`.
struct Mapping {
    std::vector<Binding> columns{};  ///< one for each of Table::columns
    bool tracker{};
    bool own{};            ///< a register of ours, known by its captions
    std::string reason{};  ///< why it is none
};

}  // namespace tidytracker
