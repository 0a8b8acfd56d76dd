// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/reading.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// What became of each source cell, for the review page.
namespace tidytracker::review {

/// A field of a record that a cell's text went into.
struct Use {
    std::size_t record{};  ///< index into Document::records
    std::string_view field{};
};

struct Trace {
    std::vector<Use> uses{};
    bool heading{};                  ///< a caption, or a heading above rows
    std::string_view unconverted{};  ///< why it was not converted; empty if it was
    bool finding{};  ///< a finding is about it, or about a place that begins with it
    [[nodiscard]] bool only_extra() const;
};

/// A cell of one of the sources.
struct CellPlace {
    std::size_t source{};  ///< index into WriteOptions::sources
    std::uint32_t sheet{};
    CellAddress at{};
};

class Traces {
  public:
    Traces(const Document& document, std::span<const SourceReading> sources);

    /// What became of a cell; null if it is not told.
    [[nodiscard]] const Trace* of(const CellPlace& place) const;
    /// The cells of a place that a finding or a record names, at most some dozens of them.
    [[nodiscard]] std::vector<CellPlace> cells_of(std::string_view source,
                                                  std::string_view place) const;
    /// The source with an id, if its cells are at hand.
    [[nodiscard]] std::optional<std::size_t> source_with(std::string_view id) const;

  private:
    Trace& trace(std::size_t source, std::uint32_t sheet, CellAddress at);
    void add_record(const Record& record, std::size_t index);
    void add_headings(std::size_t source);

    std::span<const SourceReading> sources_{};
    std::unordered_map<std::string_view, std::size_t> indices_{};  ///< of sources, by their ids
    std::vector<std::vector<std::unordered_map<std::uint64_t, Trace>>> sheets_{};
};

/// The id of a cell in the page: "c0-1-16-5".
[[nodiscard]] std::string id_of(const CellPlace& place);
/// Text and attribute values of the page, with all that means something in HTML escaped.
void append_html(std::string_view text, std::string& out);
[[nodiscard]] std::string html_attribute(std::string_view text);

}  // namespace tidytracker::review
