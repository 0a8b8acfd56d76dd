// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/rule.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

// What the rules share.
namespace tidytracker {

/// The first place that the field's value came from; empty if the record does not know.
[[nodiscard]] std::string place_of(const Record& record, std::string_view field);

/// A finding of `rule` about a field of a record, at the field's cell or else at the record.
[[nodiscard]] Finding about(const Rule& rule, const Record& record, std::string_view field,
                            std::string message);

/// Is nothing more to be done: complete or cancelled?
[[nodiscard]] bool is_finished(const Record& record);

/// Is there nothing to chase: finished, refused, or a decision or message, which is there to be
/// known?
[[nodiscard]] bool is_settled(const Record& record);

/// Does a date lie before another for certain? A date within the other's month or year does not.
[[nodiscard]] bool is_before(const When& date, const When& other);

/// "action A-013", or "this action" where it has no reference; the record's kind is the noun.
[[nodiscard]] std::string name_of(const Record& record);

/// The status word that a mistyped one is most likely meant to be; empty if none is near.
[[nodiscard]] std::string_view likely_status(std::string_view word);

/// The number that a rule works with: the team's or its own.
[[nodiscard]] int number_of(const Subject& subject, const Rule& rule);

/// How many records of each table have a value for a field. A table without a due column lacks the
/// column once, not a due date in each row.
class TablesWith {
  public:
    /// `has` tells whether a record has the value.
    TablesWith(const Subject& subject, std::string_view field, bool (*has)(const Record&));
    /// Has any record of the table of this record the value?
    [[nodiscard]] bool any(std::size_t record) const;
    /// Have four in five of them, and at least four? Then a record without it is an exception.
    [[nodiscard]] bool most(std::size_t record) const;
    /// A finding that the record lacks the value, at the cell in which it would stand.
    [[nodiscard]] Finding missing_from(const Rule& rule, std::size_t record,
                                       std::string message) const;

  private:
    struct Tally {
        std::size_t records{};
        std::size_t with{};
        std::string example{};  ///< a place of the field
    };
    [[nodiscard]] const Tally* tally_of(std::size_t record) const;

    const Subject& subject_;
    std::string field_;
    std::unordered_map<std::size_t, Tally> tallies_{};  ///< by table
};

}  // namespace tidytracker
