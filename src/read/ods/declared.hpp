// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml_scanner.hpp"

// What an OpenDocument spreadsheet declares besides its cells.
namespace tidytracker::odf {

/// Cells as an address names them.
struct SheetRange {
    std::string sheet{};  ///< empty: the sheet that the address stands in
    CellRange at{};
};

/// Reads "Actions.B2:Actions.D9", "$'Who''s who'.$A$1:.$A$4" or ".A1" (ODF 1.3 part 3, 19.2).
[[nodiscard]] std::optional<SheetRange> range_from_address(std::string_view address);

/// The lists of choices of a document by name (9.4.4).
class ChoiceSources {
  public:
    /// Reads the validation element just opened.
    void read(const XmlScanner& xml);
    /// The number of a list by its name; 0 if there is none, or the validation is no list.
    [[nodiscard]] std::uint32_t find(std::string_view name) const;
    [[nodiscard]] const std::string& operator[](std::uint32_t number) const {
        return sources_[number - 1];
    }

  private:
    std::map<std::string, std::uint32_t, std::less<>> numbers_{};
    std::vector<std::string> sources_{};
};

/// Joins the cells that take the same list to ranges. Cells and rows come in their order.
class ChoiceRanges {
  public:
    explicit ChoiceRanges(const ChoiceSources& sources) : sources_(sources) {}
    /// So many cells of the row take the list of this number.
    void add(std::uint32_t column, std::uint32_t columns, std::uint32_t list);
    /// The row is over; it stands for all from `first` up to `end`.
    void end_row(std::uint32_t first, std::uint32_t end, std::vector<ChoiceList>& choices);
    void finish(std::vector<ChoiceList>& choices);

  private:
    struct Run {
        std::uint32_t first{};
        std::uint32_t end{};
        std::uint32_t list{};
        std::uint32_t first_row{};
    };
    void close(const Run& run, std::vector<ChoiceList>& choices) const;

    const ChoiceSources& sources_;
    std::vector<Run> row_{};
    std::vector<Run> open_{};  ///< that reach down to the row before `end_`
    std::uint32_t end_{};
};

/// Gives each database range (9.4.15) that its author named to its sheet.
void read_database_range(const XmlScanner& xml, std::vector<Sheet>& sheets);

}  // namespace tidytracker::odf
