// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/read.hpp>
#include <tidytracker/settings.hpp>

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <limits>
#include <string>
#include <string_view>

#include "base/encoding.hpp"

// What the readers of plain characters (CSV, text) share.
namespace tidytracker {

/// Cell::column counts no further.
inline constexpr std::size_t k_max_columns =
    std::size_t{std::numeric_limits<std::uint16_t>::max()} + 1;

/// Decodes a whole file and reports what was mended.
[[nodiscard]] Result<DecodedText> decode_source(const Input& input, const ReadOptions& options,
                                                Findings& findings);

/// The first lines of a file as UTF-8, to recognise its format by; empty if it is no text, or a
/// known format of another kind.
[[nodiscard]] DecodedText decode_start(const Input& input);

/// "UTF-8", "UTF-8 with byte order mark".
[[nodiscard]] std::string encoding_name(const DecodedText& decoded);
/// Does the file's name end with this suffix, in any case?
[[nodiscard]] bool has_suffix(std::string_view name, std::string_view suffix);

/// The budget of reading one file of characters. Counts rows and cells, and looks at the processor
/// time now and then.
class ReadBudget {
  public:
    explicit ReadBudget(const Limits& limits);
    /// An Error once the budget is used up.
    [[nodiscard]] Result<void> spend(std::uint64_t cells);

  private:
    Limits limits_;
    std::clock_t start_;
    std::uint64_t cells_{};
    std::uint64_t calls_{};
};

}  // namespace tidytracker
