// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/xml_scanner.hpp"
#include "read/docx/styles.hpp"

namespace tidytracker::docx {

/// The lists of a document (ECMA-376 part 1, 17.9) and how far they have been counted. Word prints
/// the numbers of list items without writing them.
class Numbering {
  public:
    void read(XmlScanner& xml);

    /// Counts an item and returns what is printed before it: "3.", "2.1", "(a)", a bullet; empty
    /// if nothing is.
    /// @param style id of the item's paragraph style, which may tell the level
    [[nodiscard]] std::string count(const ListPlace& place, std::string_view style);

    [[nodiscard]] static bool is_bullet(std::string_view label);

  private:
    static constexpr std::size_t k_levels = 9;

    struct Level {
        std::string format{"decimal"};  ///< w:numFmt
        std::string text{};             ///< w:lvlText: "%1.%2"
        std::string style{};            ///< paragraphs of this style stand at this level
        std::uint32_t start{1};
        bool legal{};  ///< all numbers in digits (w:isLgl)
    };
    struct List {
        std::array<Level, k_levels> levels{};
        std::array<std::optional<std::uint32_t>, k_levels> counters{};
    };
    struct Instance {
        std::string list{};
        std::array<std::optional<std::uint32_t>, k_levels> restarts{};
        bool used{};
    };

    static void read_level(XmlScanner& xml, Level& level);
    void read_list(XmlScanner& xml);
    void read_instance(XmlScanner& xml);
    [[nodiscard]] static std::size_t level_of(const List& list, const ListPlace& place,
                                              std::string_view style);
    static void advance(List& list, Instance& instance, std::size_t level);
    [[nodiscard]] static std::string label_of(const List& list, std::size_t level);

    std::map<std::string, List, std::less<>> lists_{};
    std::map<unsigned, Instance> instances_{};
};

}  // namespace tidytracker::docx
