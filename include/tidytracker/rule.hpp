// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/finding.hpp>
#include <tidytracker/reading.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidytracker {

/// What a rule is about; --select and --ignore take families too.
enum class Family : std::uint8_t {
    file,  ///< the bytes and parts of a document
    structure,
    identity,
    people,
    dates,
    status,
    content,
    document,
    custom,  ///< a team's own rules
};

[[nodiscard]] std::string_view to_string(Family family);
[[nodiscard]] std::optional<Family> family_from(std::string_view word);

/// What a team says of one rule: [rules] in its profile.
struct RuleSetting {
    std::string rule{};
    std::optional<Severity> severity{};
    bool off{};
    std::optional<int> number{};  ///< in place of Rule::number
};

/// A finding that a team accepts: [[allow]] in its profile. Empty members allow anything.
struct Allowance {
    std::string rule{};
    std::string where{};   ///< a place, a file, a record's id or its reference; with * and ?
    std::string reason{};  ///< must be given
    std::string stated{};  ///< where it is written: "tidytracker.toml:12"
};

/// A condition on a field: one of the texts, or anything at all, or nothing.
struct Condition {
    std::string field{};
    std::vector<std::string> texts{};  ///< any of them, whatever its case
    std::optional<bool> present{};     ///< instead of `texts`
};

/// A team's own rule: [[rule]] in its profile. What is not given is not checked.
struct CustomRule {
    std::string name{};
    Severity severity{Severity::warning};
    std::string message{};  ///< empty: what is wrong, in our words
    std::string help{};
    std::string field{};
    std::vector<Condition> when{};  ///< the records that it is about: all must hold
    bool required{};
    bool forbidden{};                       ///< the field must be empty
    std::vector<std::string> allowed{};     ///< the only texts, whatever their case
    std::string pattern{};                  ///< RE2; the whole text must match
    std::optional<std::size_t> shortest{};  ///< in characters
    std::optional<std::size_t> longest{};
    std::string at_least{};  ///< a number or an ISO day
    std::string at_most{};
    bool unique{};
    std::vector<std::string> unique_with{};  ///< unique together with these fields
};

/// Which rules run, how grave their findings are and which are let through.
struct RuleSet {
    std::vector<RuleSetting> settings{};
    std::vector<std::string> select{};  ///< rules and families; empty: all that are on by default
    std::vector<std::string> ignore{};
    std::vector<Allowance> allowances{};
    std::vector<CustomRule> custom{};
    std::vector<std::string> known{};  ///< fingerprints of findings that are no news; ascending
};

/// What rules may look at. A rule about the shape of a tracker looks into its source; for a
/// register that was read back there is nothing but its records.
struct Subject {
    const Document* document{};
    std::span<const SourceReading> sources{};
    const RuleSet* rules{};
    /// Ids of the sources whose records came back with a register, which holds the findings of that
    /// day; ascending.
    std::span<const std::string> read_back{};
    /// For each record, a number that it shares with the other records of its table.
    std::span<const std::size_t> table_of{};
    /// The records that a rule is asked about, where they are not all of the document's.
    std::span<const Record> portion{};
    [[nodiscard]] std::span<const Record> records() const {
        return portion.empty() ? std::span<const Record>(document->records) : portion;
    }
};

/// A number that a rule works with and that a profile may change.
struct RuleNumber {
    std::string_view name{};  ///< its key in the profile: "days"
    int standard{};
};

/// A check, or the description of a finding that an earlier step reports.
struct Rule {
    std::string_view name{};  ///< kebab-case; names the problem
    Family family{};
    Severity severity{};  ///< by default
    bool off{};           ///< by default
    /// Can it be found again only with the source at hand, since a register tells neither tables
    /// nor empty cells? Then a register that is read back keeps its findings and gets no new ones.
    bool needs_source{};
    /// Does it look at each record by itself? Then it is given them in portions.
    bool by_record{};
    RuleNumber number{};      ///< without a name where the rule has none
    std::string_view what{};  ///< what it finds, a sentence
    std::string_view why{};   ///< why it matters
    std::string_view example{};
    std::string_view remedy{};   ///< what to do
    std::string_view related{};  ///< names of other rules, parted by ", "
    /// Null for a rule that reading, locating, mapping or normalising reports.
    void (*check)(const Subject&, Findings&){};
};

}  // namespace tidytracker
