// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/normalise.hpp>
#include <tidytracker/pipeline.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace tidytracker {

/// What a day beside a document's text is to the document; those that tell how recent it is last,
/// the surest at the end.
enum class DayMeaning : std::uint8_t {
    other,    ///< a next meeting, a deadline, what the document is about
    printed,  ///< the day on which somebody printed it
    bare,     ///< in a title, without a word
    version,  ///< of its issue or publication
    dated,    ///< "Date: ..."
    meeting,  ///< it was made for, or at
    position  ///< up to which it is brought up to date
};

/// A day or month that a line names.
struct DayMention {
    IsoDay day{};  ///< the last one of a month
    bool full{};   ///< not a month
    DayMeaning meaning{DayMeaning::other};
    Text words{};  ///< the words that tell its meaning, with the date, as printed
};

/// The days that a line names, with what its words make of them.
[[nodiscard]] std::vector<DayMention> day_mentions(std::string_view line,
                                                   const DateContext& context);

/// Settles what the document says of its own day: the day, the meeting, the edition of its source.
void date_source(SourceReading& reading, const Instructions& instructions);

}  // namespace tidytracker
