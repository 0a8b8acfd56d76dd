// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/summary.hpp>

#include <string>

// What `summary` prints.
namespace tidytracker::cli {

/// Tables with bars, for a terminal of that width.
[[nodiscard]] std::string summary_text(const Summary& summary, const Document& document, int width);
[[nodiscard]] std::string summary_markdown(const Summary& summary, const Document& document);
/// One row a figure: table, name, actions, open, closed, overdue.
[[nodiscard]] std::string summary_csv(const Summary& summary);
[[nodiscard]] std::string summary_json(const Summary& summary, const Document& document);

}  // namespace tidytracker::cli
