// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "read/html/css.hpp"
#include "read/html/flow.hpp"
#include "read/html/page.hpp"
#include "read/html/parser.hpp"

namespace tidytracker::html {

struct FinishedCell {
    Cell cell{};
    std::string link{};  ///< empty if it leads nowhere
};

/// Collects what a cell, or a paragraph outside of tables, says.
class CellBuilder {
  public:
    /// Begins the cell with this tag, shown in this style and font.
    void start(std::span<const Attribute> attributes, const Style& style, RunFont font);
    /// Begins a paragraph.
    void start() { start({}, {}, {}); }
    [[nodiscard]] TextFlow& flow() { return flow_; }
    void set_link(std::string_view target);
    [[nodiscard]] FinishedCell finish(SharedParts& shared);

  private:
    /// What the cell's tag says of its value. Excel writes x:num and its like, LibreOffice sdval.
    struct Value {
        std::optional<std::string> number{};  ///< empty if the text is the number
        std::optional<std::string> boolean{};
        bool error{};
        std::string format{};  ///< a code or a name
    };

    [[nodiscard]] bool take_number(const std::string& text, SharedParts& shared, Cell& cell) const;

    TextFlow flow_{};
    Style style_{};
    Value value_{};
    std::string link_{};
};

}  // namespace tidytracker::html
