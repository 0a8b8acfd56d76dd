// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

// The sheets that a workbook of ours has besides the actions, and the tables of a data package:
// what they are called, and their captions. By them they are known again when they are read.
namespace tidytracker {

enum class RegisterSheet : std::uint8_t {
    contents,
    summary,
    progress,
    printed,
    findings,
    unconverted,
    sources,
    long_texts,
    parties
};

struct RegisterForm {
    RegisterSheet sheet{};
    std::string_view name{};
    std::span<const std::string_view> captions{};  ///< the first ones, at the left
};

namespace register_forms {
using std::string_view;
inline constexpr std::array<string_view, 3> k_contents{"Sheet", "What it holds", "Rows"};
inline constexpr std::array<string_view, 6> k_summary{"Group", "Name",   "Actions",
                                                      "Open",  "Closed", "Overdue"};
inline constexpr std::array<string_view, 6> k_progress{"ID",    "Action", "Date",
                                                       "Label", "Author", "Text"};
inline constexpr std::array<string_view, 1> k_printed{"ID"};
inline constexpr std::array<string_view, 10> k_findings{
    "Severity",        "Finding",    "ID",  "Field",      "Source",
    "Place in source", "As printed", "Why", "What to do", "Rule"};
inline constexpr std::array<string_view, 4> k_unconverted{"Source", "Place in source", "Reason",
                                                          "Text"};
inline constexpr std::array<string_view, 7> k_sources{"ID",     "File",    "Title",         "Date",
                                                      "Format", "Records", "SHA-256 digest"};
inline constexpr std::array<string_view, 4> k_long_texts{"Cell", "Column", "Part", "Text"};

// Tables of a data package.
inline constexpr std::array<string_view, 6> k_progress_table{"record", "number", "date",
                                                             "label",  "author", "text"};
inline constexpr std::array<string_view, 8> k_parties_table{
    "record", "role", "number", "person", "title", "post", "organisation", "text"};
inline constexpr std::array<string_view, 3> k_findings_table{"number", "severity", "rule"};
inline constexpr std::array<string_view, 5> k_unconverted_table{"number", "source", "place",
                                                                "reason", "text"};
inline constexpr std::array<string_view, 3> k_sources_table{"id", "name", "sha256"};
}  // namespace register_forms

inline constexpr std::array<RegisterForm, 13> k_register_forms{{
    {RegisterSheet::contents, "Contents", register_forms::k_contents},
    {RegisterSheet::summary, "Summary", register_forms::k_summary},
    {RegisterSheet::progress, "Progress", register_forms::k_progress},
    {RegisterSheet::printed, "As printed", register_forms::k_printed},
    {RegisterSheet::findings, "Findings", register_forms::k_findings},
    {RegisterSheet::unconverted, "Unconverted", register_forms::k_unconverted},
    {RegisterSheet::sources, "Sources", register_forms::k_sources},
    {RegisterSheet::long_texts, "Long texts", register_forms::k_long_texts},
    {RegisterSheet::progress, "progress", register_forms::k_progress_table},
    {RegisterSheet::parties, "parties", register_forms::k_parties_table},
    {RegisterSheet::findings, "findings", register_forms::k_findings_table},
    {RegisterSheet::unconverted, "unconverted", register_forms::k_unconverted_table},
    {RegisterSheet::sources, "sources", register_forms::k_sources_table},
}};

/// A word field whose printed form is empty, in the sheet of printed forms.
inline constexpr std::string_view k_nothing_printed = "(nothing)";

}  // namespace tidytracker
