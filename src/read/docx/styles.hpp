// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/xml_scanner.hpp"

namespace tidytracker::docx {

/// Is the tag just opened a switched-on property (`<w:b/>`, `<w:strike w:val="1"/>`)?
/// (ECMA-376 part 1, 17.17.4)
[[nodiscard]] bool is_switched_on(const XmlScanner& xml);

/// A place in a list: which list, and how deep (17.9.18, 17.9.3).
struct ListPlace {
    unsigned list{};  ///< w:numId; 0 takes the paragraph out of any list
    std::optional<unsigned> level{};
};

/// Properties of a run of text (17.3.2) that may mean something; those not set are inherited.
struct RunProperties {
    std::optional<bool> bold{};
    std::optional<bool> strike{};
    std::optional<bool> hidden{};
    std::optional<bool> raised{};  ///< superscript
    std::optional<std::uint32_t> highlight{};
    std::string font{};
    std::string style{};  ///< a character style

    /// Takes over what `stronger` sets.
    void override_with(const RunProperties& stronger);
};

/// Reads the element `rPr` just opened.
[[nodiscard]] RunProperties read_run_properties(XmlScanner& xml);

/// A paragraph, character or table style with all that it inherits.
struct Style {
    RunProperties run{};
    std::optional<ListPlace> list{};
    std::optional<unsigned> outline_level{};  ///< 0 to 8 make a heading
    bool bold_first_row{};                    ///< table styles
    std::string id{};
    std::string name{};
    std::string based_on{};

    [[nodiscard]] bool heading() const;
};

/// The style sheet of a document (17.7).
class Styles {
  public:
    void read(XmlScanner& xml);
    /// The style of that id; the default paragraph style for an empty id, a plain one for an
    /// unknown id.
    [[nodiscard]] const Style& find(std::string_view id) const;

  private:
    void inherit();

    std::map<std::string, Style, std::less<>> styles_{};
    Style defaults_{};
    std::string default_id_{};
    Style plain_{};
};

}  // namespace tidytracker::docx
