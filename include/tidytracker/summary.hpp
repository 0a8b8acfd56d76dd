// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace tidytracker {

/// How many actions share a value, and how they stand.
struct SummaryRow {
    std::string name{};
    std::size_t actions{};
    std::size_t open{};
    std::size_t closed{};
    std::size_t overdue{};
};

/// Counts by one thing: status, lead, month of closure.
struct SummaryTable {
    std::string name{};     ///< "status"; a key for programs
    std::string caption{};  ///< "By status"
    std::vector<SummaryRow> rows{};
};

/// An action that a board asks about.
struct SummaryAction {
    std::size_t record{};  ///< index into the document's records
    int days{};            ///< late, or left
};

/// The figures of a register on a day.
struct Summary {
    IsoDay as_of{};
    SummaryRow total{};
    std::vector<SummaryTable> tables{};
    std::vector<SummaryAction> overdue{};   ///< latest first
    std::vector<SummaryAction> due_soon{};  ///< soonest first
    int weeks{};                            ///< within which due_soon is due
};

/// Sums a register up. An action with several leads counts for each of them. Everything depends on
/// `document.as_of`; without it nothing is overdue or due soon.
[[nodiscard]] Summary summarise(const Document& document, int weeks);

}  // namespace tidytracker
