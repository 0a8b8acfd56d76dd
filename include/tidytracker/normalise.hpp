// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/fields.hpp>
#include <tidytracker/map.hpp>
#include <tidytracker/settings.hpp>
#include <tidytracker/table.hpp>
#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tidytracker {

/// What the other sheets of a register of ours say of its records, by their ids.
struct RegisterDetails {
    /// The printed forms that the sheet of actions does not show, in the register's own notation.
    std::unordered_map<std::string, std::vector<std::pair<Field, std::string>>> printed{};
    std::unordered_map<std::string, std::vector<Progress>> progress{};
};

/// A located table of a workbook together with the meaning of its columns.
struct BoundTable {
    const Workbook* workbook{};
    const Table* table{};
    const Mapping* mapping{};
    /// All keys of the document, in the order of its sheets.
    std::span<const Key> keys{};
    const RegisterDetails* details{};  ///< null in a workbook that is not one of ours
    IsoDay written{};  ///< a day about which the document was written; empty if unknown
};

/// Reads the values of a table's rows into records. A value that cannot be read stays as its text,
/// with a finding; nothing is guessed.
[[nodiscard]] std::vector<Record> normalise(const BoundTable& bound, const Source& source,
                                            const Instructions& instructions, Findings& findings);

/// What is known of the day on which, or about which, a text was written.
struct DateContext {
    IsoDay reference{};  ///< the meeting or the document; empty if unknown
    DateOrder order{DateOrder::dmy};
    bool looks_back{};    ///< a day without year is the last one, not the next
    bool looks_around{};  ///< a day without year is the nearest one, rather later than earlier
    bool counts_from{};   ///< "6 weeks" alone is the time allowed from the reference on
    QuarterYear quarters{QuarterYear::financial};
};

/// Reads one phrase ("Autumn 2023", "w/c 16 September", "TBC") as a day or period.
[[nodiscard]] When parse_when(std::string_view phrase, const DateContext& context);

/// The days that a phrase covers, both ends included. An empty `start` or `end` is an open one;
/// both are empty if no day was read.
struct DateSpan {
    IsoDay start{};
    IsoDay end{};
    std::string edtf{};
    Qualifier qualifier{Qualifier::none_given};
    friend bool operator==(const DateSpan&, const DateSpan&) = default;
};

/// As parse_when, for those who need both ends.
[[nodiscard]] DateSpan parse_span(std::string_view phrase, const DateContext& context);

/// The first full day that a text names among other words or, if there is none, its first month
/// with a year ("Board of 4 July 2024", "Action log Oct23.xlsx").
[[nodiscard]] DateSpan find_date(std::string_view text, const DateContext& context);

/// A date among other words, with its place in the text.
struct FoundDate {
    DateSpan span{};
    std::size_t begin{};
    std::size_t end{};
};

/// All full days and months with a year that a text names, in printed order.
[[nodiscard]] std::vector<FoundDate> find_dates(std::string_view text, const DateContext& context);

/// Reads a cell of people, posts and bodies in printed order.
[[nodiscard]] std::vector<Party> parse_parties(std::string_view text);

}  // namespace tidytracker
