// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/record.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tidytracker {

/// What a pair of records is taken for.
enum class Band : std::uint8_t { same, doubtful, different };

/// What one field says of a pair.
struct Evidence {
    std::string field{};  ///< name of the field
    std::string says{};   ///< "the same", "moved by 14 days", "one number differs"
    double weight{};      ///< in bits: above 0 speaks for "same", below 0 against it
};

/// Two records that may be one action. Indexes are into the records that were compared.
struct Match {
    std::size_t first{};
    std::size_t second{};
    double score{};  ///< 0 to 1: how probable it is that they are the same action
    Band band{Band::different};
    std::vector<Evidence> evidence{};  ///< strongest first; of doubtful pairs only
};

/// Which records are the same action.
struct Matching {
    std::vector<std::size_t> cluster{};  ///< for each record the number of its action, from 0
    std::size_t clusters{};
    std::vector<Match> joined{};        ///< the pairs by which clusters grew, best first
    std::vector<Match> repeats{};       ///< those of them whose rows are of one source
    std::vector<Match> doubtful{};      ///< kept apart, for a person to decide; best first
    std::vector<Match> shared_refs{};   ///< the same reference for different actions
    std::vector<std::string> unused{};  ///< names in the options that no record has
};

/// Two names of records: a reference, an id, or either after the name of its source and a colon.
using NamePair = std::pair<std::string, std::string>;

struct MatchOptions {
    std::vector<NamePair> same{};      ///< the user says that these are one action
    std::vector<NamePair> distinct{};  ///< ... and that these are not
    double same_from{0.97};            ///< least score of Band::same
    double doubtful_from{0.4};         ///< least score of Band::doubtful
};

/// Finds the records that are the same action, by probabilistic record linkage (Fellegi and
/// Sunter), from references, texts, leads, dates and headings. The weights are learnt from the
/// records themselves where there are enough, and begin with general ones. Compared are only pairs
/// that share a reference or rare words. Within a source every row is an action of its own, unless
/// it repeats another in everything it says.
[[nodiscard]] Matching match(std::span<const Record> records, std::span<const Source> sources,
                             const MatchOptions& options);

/// Where the day of a source comes from.
enum class DayOrigin : std::uint8_t { none, document, name };

/// How a source ranks against others: which of two is the newer return.
struct Standing {
    std::string source{};  ///< id
    IsoDay day{};
    DayOrigin origin{DayOrigin::none};
    Text words{};  ///< of the document, where it tells its day
};

/// Whose value of a field counts where sources differ.
enum class Policy : std::uint8_t { newest, oldest, master, source };

struct Preference {
    Policy policy{Policy::newest};
    std::string source{};  ///< Policy::source: its id or name
};

/// The preference for one field, by its name.
struct FieldPreference {
    std::string field{};
    Preference preference{};
};

struct MergeOptions {
    MatchOptions match{};
    std::vector<Standing> standings{};  ///< in the order in which the sources were given
    std::string master{};               ///< id of the source whose references and order lead
    Preference prefer{};
    std::vector<FieldPreference> fields{};
};

/// The value of a field in one source.
struct SourceValue {
    std::string source{};  ///< id
    std::string place{};
    std::string text{};
};

/// Sources differ in a field of an action.
struct Conflict {
    std::size_t record{};  ///< index into Merged::records
    std::string field{};
    SourceValue kept{};
    SourceValue other{};
    std::string reason{};  ///< why the one was kept
    bool wording{};        ///< both mean the same action; only their wording differs
};

/// A source lists one action twice; the rows became one record.
struct Repeat {
    std::size_t record{};  ///< index into Merged::records
    SourceValue first{};   ///< texts are the actions as printed
    SourceValue second{};
    std::string first_id{};
    std::string second_id{};
};

/// One register of many, and what a person should look at.
struct Merged {
    std::vector<Record> records{};
    std::vector<std::vector<std::size_t>> members{};  ///< of each record: indexes of the input
    std::vector<Conflict> conflicts{};
    std::vector<Repeat> repeats{};
    std::vector<Match> doubtful{};        ///< pairs of merged records, best first
    std::vector<Match> shared_refs{};     ///< pairs of merged records
    std::vector<std::size_t> numbered{};  ///< records that were given a reference of the master's
    std::vector<std::string> unused{};    ///< names in `same` and `distinct` that no record has
};

/// Merges the records of several sources, or registers, field by field. Nothing that a source says
/// is lost: a value that another one replaced is a Conflict. Merging registers that were merged
/// before gives what merging all at once gives, as far as days rank the sources.
[[nodiscard]] Merged merge(std::vector<Record> records, std::span<const Source> sources,
                           const MergeOptions& options);

/// Says what merging found: conflicts, doubtful pairs, duplicates, shared references. The records
/// have their ids by now.
void report_merge(const Merged& merged, std::span<const Source> sources, Findings& findings);

}  // namespace tidytracker
