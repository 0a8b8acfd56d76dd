// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/fields.hpp>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "write/plan/workbook_plan.hpp"

namespace tidytracker {

/// Names of sources by their ids; an id that is unknown stays.
class SourceNames {
  public:
    explicit SourceNames(const Document& document) {
        for (const Source& source : document.sources) names_.emplace(source.id, source.name);
    }
    [[nodiscard]] std::string of(const std::string& id) const {
        const auto found = names_.find(id);
        return found == names_.end() ? id : std::string(found->second);
    }

  private:
    std::unordered_map<std::string_view, std::string_view> names_{};
};

/// The records, one a row. Shown are the fields that an officer expects, and of the others those
/// that say anything here; a source's own columns follow under their captions.
[[nodiscard]] PlannedSheet actions_sheet(const Document& document);
/// Counts by status, lead and month as formulas over the sheet of actions, and charts of them.
[[nodiscard]] PlannedSheet summary_sheet(const Document& document);
/// The entries of all records, one a row.
[[nodiscard]] PlannedSheet progress_sheet(const Document& document);
/// What the sheet of actions does not show as it was printed, a row for each record that has such.
[[nodiscard]] PlannedSheet printed_sheet(const Document& document);
[[nodiscard]] PlannedSheet findings_sheet(const Document& document);
[[nodiscard]] PlannedSheet unconverted_sheet(const Document& document);
[[nodiscard]] PlannedSheet sources_sheet(const Document& document);

inline constexpr std::string_view k_register_title = "Action register";
/// All of these, behind a list of contents. A register without records has no summary,
/// nor one whose actions fill more than a sheet.
[[nodiscard]] WorkbookPlan register_plan(const Document& document);

/// Does the field tell an officer anything about this record that no other column of the actions
/// does? EDTF and qualifiers never do: they are how programs see what the printed form says.
[[nodiscard]] bool says_anything(const Record& record, const FieldInfo& field);
/// A column for a field: caption, width, drop-down list and colours.
[[nodiscard]] PlannedColumn planned_column(const FieldInfo& field);
/// A field of a record as people read it.
[[nodiscard]] PlannedCell planned_cell(const Record& record, const FieldInfo& field,
                                       const SourceNames& sources);

}  // namespace tidytracker
