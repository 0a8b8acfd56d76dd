// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/normalise.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"

// Dates and periods as officers write them. In: a phrase and what is known of its day. Out: the
// first and the last day. A phrase is read as a whole or not at all; nothing here guesses a year,
// a quarter or an order of numbers for which the context gives no reason.
namespace tidytracker {

/// A phrase that was understood. It may name no day at all ("TBC"), or only one end.
struct Period {
    std::optional<Day> first{};  ///< none: open ("before March") or no day named
    std::optional<Day> last{};   ///< the last acceptable day; none: open or no day named
    std::string edtf{};          ///< ISO 8601-2 EDTF level 1; empty if no day is named
    Qualifier qualifier{Qualifier::none_given};
    bool year_given{};       ///< false: the year comes from the reference day
    bool order_ambiguous{};  ///< a numeric date that fits day first and month first alike
    bool order_swapped{};    ///< a numeric date that fits only the order other than the context's
    bool year_or_day{};      ///< "Sept 17": read by how near 17 is to the year of the reference
    bool weekday_contradicts{};  ///< "Monday 1 March 2024", which was a Friday
    bool quarter_assumed{};      ///< "Q3 2024" of a year that the context chose
    bool counted{};              ///< "6 weeks", counted from the reference
};

/// What a cell says of one of its dates.
enum class DateRole : std::uint8_t { plain, original, revised, completed };

/// One of several dates in a cell.
struct DatedPart {
    Period period{};
    DateRole role{DateRole::plain};
    std::string text{};  ///< as printed, white space squeezed
};

/// A date that opens a text ("12/3 - met with ...").
struct LeadingDate {
    Period period{};
    std::size_t length{};  ///< bytes of the marker: label, date, separator, white space
};

/// How the numeric dates of a column fit the two orders.
struct OrderEvidence {
    std::size_t only_dmy{};
    std::size_t only_mdy{};
    std::size_t both{};
};

/// Reads a phrase that names one day or period, or says in words that there is none. Nothing if
/// any part of it is not understood, if it names several dates, or if it needs a reference day
/// that the context lacks.
[[nodiscard]] std::optional<Period> read_period(std::string_view phrase,
                                                const DateContext& context);

/// Reads all dates of a cell in printed order ("30/06/23 31/07/23 (revised)"). Empty if any part
/// of the cell is not understood.
[[nodiscard]] std::vector<DatedPart> read_periods(std::string_view cell,
                                                  const DateContext& context);

/// The date that holds: the last revised one, else the last that is not called the original.
/// `parts` must not be empty.
[[nodiscard]] const DatedPart& standing_part(std::span<const DatedPart> parts);

/// Reads a date that opens a text and is set off from it ("Update March 2024: ..."). Prose that
/// happens to begin with a month or a number has none.
[[nodiscard]] std::optional<LeadingDate> read_leading_date(std::string_view text,
                                                           const DateContext& context);

/// Counts the numeric dates with three parts in `cells`, year last.
[[nodiscard]] OrderEvidence tally_order(std::span<const std::string_view> cells);

/// The order that the evidence proves; day first where it proves nothing or contradicts itself.
[[nodiscard]] DateOrder proven_order(const OrderEvidence& evidence);

}  // namespace tidytracker
