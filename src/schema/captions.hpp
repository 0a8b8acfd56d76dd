// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/fields.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What column captions say. Captions are evidence, not proof: the same words stand for different
// fields in different trackers, so a caption gives a weight to each field it can mean.
namespace tidytracker {

/// One thing that a caption can mean. The weight is 0 to 1: how often trackers mean it so.
struct CaptionReading {
    Field field{Field::none};
    double weight{};
    friend bool operator==(const CaptionReading&, const CaptionReading&) = default;
};

/// For comparing: case, quotes and spaces levelled, hints in brackets and final : ? * . removed,
/// numbers of columns and humps of "DueDate" too;
/// words joined that a wrap has broken ("implemen- tation").
[[nodiscard]] std::string caption_key(std::string_view caption);

/// All readings of a caption: those of the table if it is there, else of its key words, weaker.
/// Strongest first; empty if nothing is known of it.
[[nodiscard]] std::vector<CaptionReading> read_caption(std::string_view caption);

/// As read_caption, and where that knows nothing, the captions that differ by a typing error or
/// two. Too slow for every row of a sheet.
[[nodiscard]] std::vector<CaptionReading> guess_caption(std::string_view caption);

/// Columns of recommendations and, right of it, of the actions that follow from each.
struct NestedColumns {
    std::size_t whole{};
    std::size_t part{};
};

/// Those two columns, if the captions name both. Whether several actions do stand under one
/// recommendation is for their values to say.
[[nodiscard]] std::optional<NestedColumns> nested_columns(std::span<const std::string> captions);

/// Is the caption itself, not only a word of it, in the table of captions that trackers use?
[[nodiscard]] bool is_common_caption(std::string_view caption);
/// Is it in the table, or one of our own?
[[nodiscard]] bool is_known_caption(std::string_view caption);

/// The field if the caption is exactly one of our own: a field's name or its readable caption.
[[nodiscard]] std::optional<Field> own_caption(std::string_view caption);

}  // namespace tidytracker
