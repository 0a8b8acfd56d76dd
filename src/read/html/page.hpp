// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/result.hpp>
#include <tidytracker/workbook.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "base/budget.hpp"
#include "read/excel/style_table.hpp"
#include "read/html/css.hpp"
#include "read/recent_texts.hpp"

namespace tidytracker::html {

/// A sheet as the main page of a web archive, or a comment in a single page, names it.
struct NamedSheet {
    std::string name{};
    std::string source{};  ///< the page that holds it; empty if this one does
    Visibility visibility{Visibility::visible};
};

/// What the pages of a file share while they are read.
struct SharedParts {
    Workbook& workbook;
    Budget& budget;
    StyleTable& table;
    RecentTexts& texts;
    StyleSheet style_sheet{};
};

/// Reads a page of valid UTF-8 into sheets: one for each table, with the text before it above it,
/// and the text behind the last table below that. `names` are for the tables, as far as they go.
/// Errors: too_large; unreadable for a page that is not one.
[[nodiscard]] Result<void> read_page(std::string_view page, const std::vector<NamedSheet>& names,
                                     SharedParts& shared);

/// The sheets that Excel lists in a comment of the page.
[[nodiscard]] std::vector<NamedSheet> named_sheets_of(std::string_view page);

}  // namespace tidytracker::html
