// SPDX-License-Identifier: Apache-2.0
// The words that stand for the values of closed lists, in every output.
#include <tidytracker/finding.hpp>
#include <tidytracker/record.hpp>
#include <tidytracker/table.hpp>

#include <array>

namespace tidytracker {
namespace {

using std::string_view;

constexpr std::array<string_view, 7> k_kinds{"action",    "recommendation", "decision", "request",
                                             "milestone", "workstream",     "other"};
constexpr std::array<string_view, 7> k_statuses{
    "not_started", "in_progress", "on_hold", "proposed_close", "complete", "cancelled", "unknown"};
constexpr std::array<string_view, 7> k_rags{"", "blue", "green", "amber", "red", "grey", "purple"};
constexpr std::array<string_view, 4> k_priorities{"", "high", "medium", "low"};
constexpr std::array<string_view, 8> k_responses{
    "", "accepted", "partially_accepted", "rejected", "noted", "comment", "awaited", "superseded"};
constexpr std::array<string_view, 13> k_qualifiers{
    "",          "exact",        "by",   "before",  "after", "approximate", "likely",
    "recurring", "next_meeting", "asap", "ongoing", "tbc",   "none"};
constexpr std::array<string_view, 7> k_roles{"empty", "title", "header", "section",
                                             "data",  "total", "note"};
constexpr std::array<string_view, 3> k_severities{"info", "warning", "error"};

template <class Enum, std::size_t N>
string_view word_of(Enum value, const std::array<string_view, N>& words) {
    return words[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t N>
std::optional<Enum> value_of(string_view word, const std::array<string_view, N>& words) {
    for (std::size_t i = 0; i < N; ++i) {
        if (words[i] == word) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace

string_view to_string(Severity value) {
    return word_of(value, k_severities);
}
string_view to_string(RowRole value) {
    return word_of(value, k_roles);
}
string_view to_string(Kind value) {
    return word_of(value, k_kinds);
}
string_view to_string(Status value) {
    return word_of(value, k_statuses);
}
string_view to_string(Rag value) {
    return word_of(value, k_rags);
}
string_view to_string(Priority value) {
    return word_of(value, k_priorities);
}
string_view to_string(Response value) {
    return word_of(value, k_responses);
}
string_view to_string(Qualifier value) {
    return word_of(value, k_qualifiers);
}

std::optional<Kind> kind_from(string_view word) {
    return value_of<Kind>(word, k_kinds);
}
std::optional<Status> status_from(string_view word) {
    return value_of<Status>(word, k_statuses);
}
std::optional<Rag> rag_from(string_view word) {
    return value_of<Rag>(word, k_rags);
}
std::optional<Priority> priority_from(string_view word) {
    return value_of<Priority>(word, k_priorities);
}
std::optional<Response> response_from(string_view word) {
    return value_of<Response>(word, k_responses);
}
std::optional<Qualifier> qualifier_from(string_view word) {
    return value_of<Qualifier>(word, k_qualifiers);
}

}  // namespace tidytracker
