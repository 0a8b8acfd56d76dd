// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/merge.hpp>
#include <tidytracker/read.hpp>
#include <tidytracker/reading.hpp>
#include <tidytracker/rule.hpp>
#include <tidytracker/settings.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidytracker {

/// The outcome of a conversion: the document, and how each source was read.
struct Conversion {
    Document document{};
    std::vector<SourceReading> sources{};
    /// Ids of the sources whose records came back with a register, ascending.
    std::vector<std::string> read_back{};
};

/// Reads, locates and maps one source, without making records.
[[nodiscard]] Result<SourceReading> inspect(const Input& input, const ReadOptions& options,
                                            const Instructions& instructions, Findings& findings);

/// What one source came to, before it joins others.
struct SourceRecords {
    SourceReading reading{};
    std::vector<Record> records{};
    std::vector<Unconverted> unconverted{};
    Findings findings{};
};

/// Makes the records of a source. Sources are independent of one another up to here, so that they
/// can be made on several threads.
[[nodiscard]] SourceRecords make_records(SourceReading reading, const Instructions& instructions,
                                         Findings findings);

/// Adds a source's records, its findings and what was not converted to `conversion`; ids stay
/// unique.
void add_records(Conversion& conversion, SourceRecords made);

/// Both.
void add_source(Conversion& conversion, SourceReading reading, const Instructions& instructions,
                Findings findings);

/// The latest day that a file's name says, such as "Tracker 2024-08-31.csv"; empty if none.
[[nodiscard]] IsoDay day_in_name(std::string_view name);

/// How new a source is: by the day that it gives itself, or else by its name.
[[nodiscard]] Standing standing_of(const Source& source);

/// Makes one record of those that are the same action, and reports conflicts and doubts. Sources
/// rank by their days and their order, unless `options.standings` says otherwise.
void merge_records(Conversion& conversion, MergeOptions options);

/// Runs the checks, once all sources are there, and leaves the findings that `rules` let through.
void finish(Conversion& conversion, const Instructions& instructions, const RuleSet& rules = {});

}  // namespace tidytracker
