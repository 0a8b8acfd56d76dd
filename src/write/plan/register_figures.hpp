// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "model/words.hpp"

namespace tidytracker {

/// How many actions, and how they stand.
struct Figures {
    std::size_t actions{};
    std::size_t closed{};  ///< complete or cancelled
    std::size_t overdue{};
    [[nodiscard]] std::size_t open() const { return actions - closed; }
    Figures& operator+=(const Figures& other) {
        actions += other.actions;
        closed += other.closed;
        overdue += other.overdue;
        return *this;
    }
};

struct LeadFigures {
    std::string name{};  ///< as the workbook writes it
    Figures figures{};
};

/// What the summary of a workbook begins with; its formulas count the same.
struct RegisterFigures {
    Figures all{};
    std::array<Figures, k_statuses.size()> by_status{};
    /// Days before 1900 are in none: a workbook holds them as text.
    std::map<std::chrono::year_month, Figures> by_month{};
    Figures without_day{};
    std::vector<LeadFigures> by_lead{};  ///< the most overdue first, then the most open
    Figures without_lead{};
};

[[nodiscard]] RegisterFigures count_register(const Document& document);

}  // namespace tidytracker
