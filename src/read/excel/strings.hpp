// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "read/excel/styles.hpp"
#include "read/recent_texts.hpp"

namespace tidytracker::excel {

/// The shared strings as handles of Workbook::strings: index 0 is handle `first`.
struct SharedStrings {
    std::uint32_t first{};
    std::uint32_t count{};
    bool some_empty{};  ///< looking each of them up costs more than reading the cell
};

void append_shared_string(std::string_view text, std::span<const TextRun> runs,
                          SharedStrings& strings, Workbook& workbook);
/// Makes room for all strings when `share` of them has been read: growing by doubling would touch
/// the memory thrice.
void make_room_for_strings(double share, StringPool& pool);

/// Adds one more shared string. `share_read` tells how much of all strings has been read, from 0 to
/// 1; it is asked once, to make room for them.
template <typename ShareRead>
void add_shared_string(std::string_view text, std::span<const TextRun> runs,
                       const ShareRead& share_read, SharedStrings& strings, Workbook& workbook) {
    constexpr std::uint32_t k_sample = 16'384;
    append_shared_string(text, runs, strings, workbook);
    if (strings.count == k_sample) make_room_for_strings(share_read(), workbook.strings);
}

/// From this UTF-16 code unit on a text has another font.
struct FontChange {
    std::uint32_t first{};
    std::uint32_t font{};
};

/// The runs of a rich text as the binary formats give them; empty if none is bold or struck
/// through. What stands before the first change has the cell's own font.
[[nodiscard]] std::vector<TextRun> runs_from(std::string_view text,
                                             std::span<const FontChange> changes,
                                             std::span<const FontStyle> fonts);

/// Gives cells their texts.
class CellTexts {
  public:
    CellTexts(Workbook& workbook, const SharedStrings& shared)
        : workbook_(workbook), shared_(shared), recent_(workbook.strings) {}

    /// `kind` is text or error; an empty text leaves the cell as it is.
    void set(std::string_view text, CellKind kind, Cell& cell);
    void set_rich(std::string_view text, std::span<const TextRun> runs, Cell& cell);
    /// False if there is no such shared string.
    [[nodiscard]] bool set_shared(std::uint64_t index, Cell& cell);

  private:
    Workbook& workbook_;
    SharedStrings shared_{};
    RecentTexts recent_;
};

}  // namespace tidytracker::excel
