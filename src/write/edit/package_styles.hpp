// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>

#include <map>
#include <optional>
#include <tuple>

#include "write/edit/package.hpp"

namespace tidytracker {

/// Cell formats of a workbook that is being changed: each is one that is there already, with
/// another fill or as a date.
class StyleBook {
  public:
    explicit StyleBook(pugi::xml_node styles) : styles_(styles) {}
    /// The format `base` with the fill of a severity; and as a date, if it is none yet.
    unsigned marked(unsigned base, std::optional<Severity> mark, bool date);
    /// Bold; bold and white on a dark fill; and blue and underlined, as links are.
    unsigned title();
    unsigned heading();
    unsigned link();
    /// Text that wraps in its cell.
    unsigned wrapped_text();

  private:
    [[nodiscard]] bool shows_day(pugi::xml_node format);
    unsigned fill_of(Severity severity);
    unsigned add_fill(const char* colour);
    unsigned add_font(bool bold, bool underlined, const char* colour);
    unsigned add_format(unsigned font);
    unsigned last_format();
    [[nodiscard]] pugi::xml_node collection(std::string_view name);

    pugi::xml_node styles_;
    std::map<std::tuple<unsigned, int, bool>, unsigned> made_{};
    std::map<Severity, unsigned> fills_{};
};

}  // namespace tidytracker
