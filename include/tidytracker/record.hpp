// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidytracker {

/// A calendar day, "2024-03-31". Empty means none.
using IsoDay = std::string;
/// Text that may be absent. Empty means none: no field distinguishes "empty" from "not there".
using Text = std::string;

enum class Kind : std::uint8_t {
    action,
    recommendation,
    decision,
    request,
    milestone,
    workstream,
    other
};
enum class Status : std::uint8_t {
    not_started,
    in_progress,
    on_hold,
    proposed_close,
    complete,
    cancelled,
    unknown
};
enum class Rag : std::uint8_t { none, blue, green, amber, red, grey, purple };
enum class Priority : std::uint8_t { none, high, medium, low };
enum class Response : std::uint8_t {
    none,
    accepted,
    partially_accepted,
    rejected,
    noted,
    comment,
    awaited,
    superseded
};
enum class Qualifier : std::uint8_t {
    none_given,  ///< null in JSON: the text says no more than the date
    exact,
    by,
    before,
    after,
    approximate,
    likely,
    recurring,
    next_meeting,
    asap,
    ongoing,
    tbc,
    none  ///< the text says that there is no date ("N/A")
};

/// The word that stands for a value in every output; empty for Rag::none and its like.
[[nodiscard]] std::string_view to_string(Kind value);
[[nodiscard]] std::string_view to_string(Status value);
[[nodiscard]] std::string_view to_string(Rag value);
[[nodiscard]] std::string_view to_string(Priority value);
[[nodiscard]] std::string_view to_string(Response value);
[[nodiscard]] std::string_view to_string(Qualifier value);

/// The value whose word is exactly `word`.
[[nodiscard]] std::optional<Kind> kind_from(std::string_view word);
[[nodiscard]] std::optional<Status> status_from(std::string_view word);
[[nodiscard]] std::optional<Rag> rag_from(std::string_view word);
[[nodiscard]] std::optional<Priority> priority_from(std::string_view word);
[[nodiscard]] std::optional<Response> response_from(std::string_view word);
[[nodiscard]] std::optional<Qualifier> qualifier_from(std::string_view word);

/// A day or a period, as exact as the text is.
struct When {
    IsoDay date{};       ///< the day, or the last acceptable day of a period
    std::string edtf{};  ///< ISO 8601-2 EDTF level 1, or an interval of months or days
    std::string text{};  ///< as printed
    Qualifier qualifier{Qualifier::none_given};
    friend bool operator==(const When&, const When&) = default;
};

/// A person, a post or a body that leads, supports or raised an action.
struct Party {
    Text person{};
    Text title{};  ///< Cllr, Dr, Professor
    Text post{};   ///< Town Clerk
    Text organisation{};
    std::string text{};  ///< as printed, wraps joined
    friend bool operator==(const Party&, const Party&) = default;
};

/// One entry of the progress on an action.
struct Progress {
    IsoDay date{};
    Text label{};  ///< "Update", "Initial response", or the status word that opens the entry
    Text author{};
    std::string text{};
    friend bool operator==(const Progress&, const Progress&) = default;
};

struct Meeting {
    Text name{};
    IsoDay date{};
    friend bool operator==(const Meeting&, const Meeting&) = default;
};

/// The source cells that a field's value came from.
struct FieldCells {
    std::string field{};  ///< a name of the field table, or "extra"
    std::uint32_t sheet{};
    std::vector<CellAddress> cells{};
    friend bool operator==(const FieldCells&, const FieldCells&) = default;
};

/// One action, recommendation or request. A record is what one row of a tracker becomes.
struct Record {
    std::string id{};  ///< unique in the document
    Text ref{};
    Text ref_text{};
    Text parent{};
    Kind kind{Kind::action};
    std::optional<Meeting> meeting{};
    Text section{};
    Text item{};
    Text action{};
    std::vector<Party> leads{};
    std::vector<Party> support{};
    std::vector<Party> raised_by{};
    std::optional<When> raised{};
    std::optional<When> due{};
    std::vector<When> due_history{};
    std::optional<When> completed{};
    std::optional<When> review{};
    Status status{Status::unknown};
    Text status_text{};
    std::optional<bool> overdue{};
    Rag rag{Rag::none};
    Text rag_text{};
    std::optional<int> percent{};  ///< 0 to 100
    Priority priority{Priority::none};
    Text priority_text{};
    Response response{Response::none};
    Text response_text{};
    std::vector<Progress> progress{};
    Text outcome{};
    Text evidence{};
    std::vector<std::string> links{};
    std::vector<std::pair<std::string, std::string>> extra{};  ///< caption -> text, in column order
    std::string source{};                                      ///< id of the source
    std::string place{};                                       ///< "Actions!A17:H17", "lines 14-16"
    std::vector<std::pair<std::string, std::vector<std::string>>> cells{};  ///< field -> places
    std::vector<FieldCells> provenance{};  ///< the same as addresses; empty in a document read back
    friend bool operator==(const Record&, const Record&) = default;
};

/// How recent a document is, by its own words.
struct Edition {
    IsoDay day{};  ///< the last one of a month; empty if nothing tells
    Text words{};  ///< that say so: "Updated: 10 Oct 2024"
    friend bool operator==(const Edition&, const Edition&) = default;
};

/// A file that records came from.
struct Source {
    std::string id{};      ///< "s1"
    std::string name{};    ///< file name without folders
    std::string sha256{};  ///< of the bytes, in hexadecimal
    std::string format{};
    Text title{};
    IsoDay date{};      ///< the day that the document gives itself
    IsoDay meeting{};   ///< of the meeting that it was written for
    Edition edition{};  ///< of a document that was read, not of one read back from a register
    friend bool operator==(const Source&, const Source&) = default;
};

/// Source text that became no record, with the reason.
struct Unconverted {
    std::string source{};
    std::string place{};
    std::string reason{};
    std::string text{};
    std::uint32_t sheet{};
    std::vector<CellAddress> cells{};
    friend bool operator==(const Unconverted&, const Unconverted&) = default;
};

}  // namespace tidytracker
