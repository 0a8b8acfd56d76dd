// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/xml_scanner.hpp"
#include "read/excel/style_table.hpp"
#include "read/ods/formats.hpp"

namespace tidytracker::odf {

/// What a style says about a font; none is what the style around it says.
struct FontChoice {
    std::optional<bool> bold{};
    std::optional<bool> strike{};
};

/// The styles of an OpenDocument file (ODF 1.3 part 3, 16.2), which sheets refer to by name.
class Styles {
  public:
    explicit Styles(StyleTable& table) : table_(table) {}

    /// Reads the style or data style just opened; false, and nothing has moved, if it is neither.
    bool read(XmlScanner& xml);
    /// Index into Workbook::styles of a cell style, with what its parents say.
    [[nodiscard]] std::uint16_t cell_style(std::string_view name);
    [[nodiscard]] FontChoice span_font(std::string_view name) const;
    /// Does this table style hide the sheet?
    [[nodiscard]] bool hides_table(std::string_view name) const;

  private:
    struct Style {
        std::string parent{};
        std::string data_style{};
        FontChoice font{};
        std::optional<std::uint32_t> fill{};
        bool no_fill{};  ///< "transparent", whatever the parent says
        bool hidden{};
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    template <class T>
    using ByName = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

    [[nodiscard]] ByName<Style>* styles_of(std::string_view family);
    [[nodiscard]] std::uint16_t resolve(std::string_view name);
    static void read_properties(XmlScanner& xml, Style& style);

    StyleTable& table_;
    FormatCodes codes_{};
    ByName<Style> cells_{};  ///< the default style has no name
    ByName<Style> spans_{};
    ByName<Style> tables_{};
    ByName<std::uint16_t> resolved_{};
};

}  // namespace tidytracker::odf
