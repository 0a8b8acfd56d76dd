// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Running heads, running feet and page numbers in text that was extracted from pages.
namespace tidytracker {

struct PageFurniture {
    std::vector<char> lines{};         ///< for each line whether it was printed in a margin
    std::vector<std::size_t> pages{};  ///< first lines of the pages behind the first
};

/// Finds the lines that come again at the edges of pages, with numbers that stay or count with the
/// pages. Pages are parted by form feeds; where those are lost, lines that number the pages tell
/// where one ends. Captions of a table, which come again as well, are none.
[[nodiscard]] PageFurniture find_page_furniture(std::span<const std::string_view> lines);

/// A text without its page furniture, as many lines as before; a form feed begins each page.
struct BareText {
    std::vector<std::string_view> lines{};
    std::deque<std::string> begins{};  ///< of pages, where another line had the form feed
};
[[nodiscard]] BareText without_furniture(std::span<const std::string_view> lines,
                                         const PageFurniture& furniture);

}  // namespace tidytracker
