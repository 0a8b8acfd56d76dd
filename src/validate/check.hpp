// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/validate.hpp>

#include <string>
#include <string_view>
#include <unordered_map>

// What the checks of records share.
namespace tidytracker {

/// The first place that the field's value came from; empty if the record does not know.
[[nodiscard]] std::string place_of(const Record& record, std::string_view field);

/// A finding of `rule` about a field of a record, at the field's cell or else at the record.
[[nodiscard]] Finding about(const Rule& rule, const Record& record, std::string_view field,
                            std::string message);

/// Is nothing more to be done: complete or cancelled?
[[nodiscard]] bool is_finished(const Record& record);

/// "action A-013", or "this action" where it has no reference; the record's kind is the noun.
[[nodiscard]] std::string name_of(const Record& record);

/// The tables in which at least one record has a value for a field. A table without a due column
/// lacks the column once, not a due date in each row.
class TablesWith {
  public:
    /// `has` tells whether a record has the value.
    TablesWith(const Document& document, std::string_view field, bool (*has)(const Record&));
    [[nodiscard]] bool contains(const Record& record) const;
    /// A finding that the record lacks the value, at the cell in which it would stand.
    [[nodiscard]] Finding missing_from(const Rule& rule, const Record& record,
                                       std::string message) const;

  private:
    std::string field_;
    std::unordered_map<std::string, std::string> examples_{};  ///< table -> a place of the field
};

}  // namespace tidytracker
