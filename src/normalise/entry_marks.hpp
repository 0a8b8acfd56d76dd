// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/normalise.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What opens and closes the entries of a progress cell: dates, labels, authors, status words.
namespace tidytracker {

/// What opens an entry, or one of several such in a row. `length` counts the bytes up to the text
/// of the entry.
struct EntryMark {
    std::size_t length{};
    std::string_view printed{};
    IsoDay date{};
    std::string label{};
    std::string author{};
    std::string status_text{};
    Status status{Status::unknown};
    std::optional<When> completed{};  ///< "Done 21/5/24"
    Response response{Response::none};
    std::string response_text{};
};

/// The mark that opens a text: "12/3/24 -", "Update (June):", "JR 12/3:", "Closed.", "Done 21/5".
[[nodiscard]] std::optional<EntryMark> entry_mark_at(std::string_view text,
                                                     const DateContext& context);
/// Who wrote an entry, behind its date: "JR: ...", "(JR) ...", "J Birch - ...".
[[nodiscard]] std::optional<EntryMark> author_mark_at(std::string_view text);
/// Takes initials off the end of a dated entry: "(JR)", "\xE2\x80\x93 JR".
[[nodiscard]] std::string take_closing_author(std::string_view& text);

/// A day in figures that nothing sets off from the text behind it: "05.07 met with Col".
struct BareDate {
    std::size_t at{};
    EntryMark mark{};
};
/// Those of a cell, if there are several that open its clauses in one notation; one alone may be a
/// number. Numbers that count paragraphs ("1.1", "1.2") are none.
[[nodiscard]] std::vector<BareDate> bare_dates_of(std::string_view text,
                                                  const DateContext& context);

}  // namespace tidytracker
