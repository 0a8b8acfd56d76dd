// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/record.hpp>

#include <string>
#include <vector>

namespace tidytracker {

/// "s1", "s2", ...: the first that no source has.
[[nodiscard]] std::string next_source_id(const std::vector<Source>& sources);

/// Knows sources by id and by name, and adds those that a register names.
class SourceNames {
  public:
    explicit SourceNames(std::vector<Source>& sources) : sources_(sources) {}
    /// The id of the source with that id or name; a new source if there is none.
    [[nodiscard]] std::string of(const std::string& id_or_name);
    /// The id here of a source of another document.
    [[nodiscard]] std::string adopt(const std::vector<Source>& others, const std::string& id);

  private:
    std::vector<Source>& sources_;
};

/// Gives each record an id that is unique in the document and the same in every run: its printed
/// reference where no other has it, else one made from its content.
void assign_ids(std::vector<Record>& records);

/// The same for records that were merged: the first with a reference has it for its id, so that a
/// register's id does not change when another return uses the reference for something else; the
/// others fall back on `fallbacks`, which is as long as `records`.
void assign_merged_ids(std::vector<Record>& records, const std::vector<std::string>& fallbacks);

/// An id made of what the record says; rows that say the same have the same.
[[nodiscard]] std::string id_from_content(const Record& record);

/// Is the id one that assign_ids would give, rather than one that somebody has chosen?
[[nodiscard]] bool has_derived_id(const Record& record);

/// Gives other ids to those records of a register whose ids earlier records have; what its findings
/// say follows them.
void part_ids(const std::vector<Record>& earlier, Document& document);

/// Overdue: due before the day and neither complete nor cancelled; unknown where due has no day.
void derive_overdue(std::vector<Record>& records, const IsoDay& as_of);

}  // namespace tidytracker
