// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

// The printed words of trackers and the values they stand for, as tables.
namespace tidytracker {

/// The value that a whole cell states, whatever its case, quotes, dashes and final stop.
[[nodiscard]] std::optional<Status> status_of_wording(std::string_view text);
[[nodiscard]] std::optional<Rag> rag_of_wording(std::string_view text);
[[nodiscard]] std::optional<Priority> priority_of_wording(std::string_view text);
[[nodiscard]] std::optional<Response> response_of_wording(std::string_view text);
[[nodiscard]] std::optional<Kind> kind_of_wording(std::string_view text);

/// Which of the closed lists hold a text. Asks them all at once, for looking over whole columns.
struct ListedWords {
    bool status{};
    bool rag{};
    bool priority{};
    bool response{};
    bool kind{};
};
[[nodiscard]] ListedWords lists_with(std::string_view text);

/// A phrase of a table that opens a text. `length` counts the bytes of the phrase as printed.
template <class Value>
struct Opening {
    Value value{};
    std::size_t length{};
};

/// The longest phrase that opens the text and ends there as a whole word. Whether what follows
/// lets it stand for a value is for the caller to judge.
[[nodiscard]] std::optional<Opening<Status>> opening_status(std::string_view text);
/// The same, but only of phrases that do not begin other sentences as well: "Superseded by 5", not
/// "Complete by May".
[[nodiscard]] std::optional<Opening<Status>> stated_status(std::string_view text);
/// The status that opens a cell of statuses, which says no more than how things stand: "Awaiting
/// reply" as well.
[[nodiscard]] std::optional<Status> status_opening_cell(std::string_view text);
/// The status whose words a whole cell of statuses says with one typing slip: "In progess".
[[nodiscard]] std::optional<Status> status_of_misspelt_wording(std::string_view text);
/// The first status that a line of a key names anywhere: "action implemented and evidence seen".
[[nodiscard]] std::optional<Status> status_said_in(std::string_view text);
/// The status of all that stands below a heading: "Actions closed since March".
[[nodiscard]] std::optional<Status> status_of_heading(std::string_view heading);
[[nodiscard]] std::optional<Opening<Response>> opening_response(std::string_view text);
/// A label of a progress entry: "Update", "Initial Response (...)", "Comment on Recommendation".
[[nodiscard]] std::optional<Opening<Response>> opening_label(std::string_view text);
/// The label of an action's kind: "Recommendation:", "Action -".
[[nodiscard]] std::optional<Opening<Kind>> opening_kind(std::string_view text);

/// A sentence that states a response without opening with it ("a separate response ... will be
/// sought").
[[nodiscard]] std::optional<Response> response_stated_in(std::string_view text);
/// Words by which a text without a label says that it is a recommendation.
[[nodiscard]] bool reads_as_recommendation(std::string_view text);

/// Does the text say only that there is nothing (TBC, N/A, -, "none", "unknown")?
[[nodiscard]] bool is_placeholder(std::string_view text);
/// Does the cell only point to the one above it ("as above", ditto marks)?
[[nodiscard]] bool is_ditto(std::string_view text);
/// Does the line ask its readers for something that a list below spells out?
[[nodiscard]] bool introduces_asks(std::string_view line);
/// Is the line a heading over asks or recommendations?
[[nodiscard]] bool heads_asks(std::string_view line);
/// Words that only say that a heading is a meeting's ("Meeting", "Meeting held on").
[[nodiscard]] bool is_meeting_word(std::string_view word);

}  // namespace tidytracker
