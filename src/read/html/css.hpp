// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

// As much of style sheets as tells how Excel's pages and their like show a cell.
namespace tidytracker::html {

/// What rules or an element say about the way it is shown; none where they are silent.
struct Style {
    std::optional<bool> bold{};
    std::optional<bool> strike{};
    std::optional<bool> hidden{};
    std::optional<std::uint32_t> fill{};         ///< 0xRRGGBB
    std::optional<std::string> number_format{};  ///< a code or a name, without CSS escapes
    /// Adds what a stronger rule says.
    void override_with(const Style& stronger);
};

/// Reads declarations: "font-weight:700; background:#FFC7CE".
[[nodiscard]] Style style_from_declarations(std::string_view css);
/// "#FFC7CE", "#fc0", "rgb(255, 199, 206)" or a name; none for anything else.
[[nodiscard]] std::optional<std::uint32_t> colour_from_css(std::string_view text);

/// Rules for elements, classes and ids. Of a selector with several parts only the last one counts.
class StyleSheet {
  public:
    void add(std::string_view css);
    [[nodiscard]] Style style_of(std::string_view element, std::string_view classes,
                                 std::string_view id) const;

  private:
    void add_rule(std::string_view selectors, std::string_view declarations);

    std::map<std::string, Style, std::less<>> rules_{};
};

}  // namespace tidytracker::html
