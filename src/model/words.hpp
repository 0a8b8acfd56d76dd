// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/record.hpp>
#include <tidytracker/rule.hpp>
#include <tidytracker/table.hpp>

#include <array>
#include <optional>
#include <span>
#include <string_view>

// The words that stand for the values of closed lists, in every output and nowhere else. Their
// order is that of the enumeration.
namespace tidytracker {

inline constexpr std::array<std::string_view, 7> k_kinds{
    "action", "recommendation", "decision", "request", "milestone", "workstream", "other"};
inline constexpr std::array<std::string_view, 7> k_statuses{
    "not_started", "in_progress", "on_hold", "proposed_close", "complete", "cancelled", "unknown"};
inline constexpr std::array<std::string_view, 7> k_rags{"",    "blue", "green", "amber",
                                                        "red", "grey", "purple"};
inline constexpr std::array<std::string_view, 4> k_priorities{"", "high", "medium", "low"};
inline constexpr std::array<std::string_view, 8> k_responses{
    "", "accepted", "partially_accepted", "rejected", "noted", "comment", "awaited", "superseded"};
inline constexpr std::array<std::string_view, 13> k_qualifiers{
    "",          "exact",        "by",   "before",  "after", "approximate", "likely",
    "recurring", "next_meeting", "asap", "ongoing", "tbc",   "none"};
inline constexpr std::array<std::string_view, 7> k_roles{"empty", "title", "header", "section",
                                                         "data",  "total", "note"};
inline constexpr std::array<std::string_view, 3> k_severities{"info", "warning", "error"};
inline constexpr std::array<std::string_view, 9> k_families{
    "file", "structure", "identity", "people", "dates", "status", "content", "document", "custom"};

/// The words of an enumeration. An empty first word stands for "no value".
template <class Enum>
inline constexpr std::span<const std::string_view> k_words{};
template <>
inline constexpr std::span<const std::string_view> k_words<Kind>{k_kinds};
template <>
inline constexpr std::span<const std::string_view> k_words<Status>{k_statuses};
template <>
inline constexpr std::span<const std::string_view> k_words<Rag>{k_rags};
template <>
inline constexpr std::span<const std::string_view> k_words<Priority>{k_priorities};
template <>
inline constexpr std::span<const std::string_view> k_words<Response>{k_responses};
template <>
inline constexpr std::span<const std::string_view> k_words<Qualifier>{k_qualifiers};
template <>
inline constexpr std::span<const std::string_view> k_words<RowRole>{k_roles};
template <>
inline constexpr std::span<const std::string_view> k_words<Severity>{k_severities};
template <>
inline constexpr std::span<const std::string_view> k_words<Family>{k_families};

template <class Enum>
[[nodiscard]] constexpr std::string_view word_of(Enum value) {
    return k_words<Enum>[static_cast<std::size_t>(value)];
}

/// The value whose word is exactly `word`; an empty word is the value that has none.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> value_of(std::string_view word) {
    for (std::size_t i = 0; i < k_words<Enum>.size(); ++i) {
        if (k_words<Enum>[i] == word) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace tidytracker
