// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/normalise.hpp>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "normalise/dates/when.hpp"
#include "normalise/lexicon.hpp"
#include "normalise/people/parties.hpp"

// One row of a bound table, asked by field instead of by column.
namespace tidytracker {

/// What a heading says of the rows below it.
struct HeadingSense {
    std::optional<Meeting> meeting{};
    Status status{Status::unknown};  ///< "Closed actions"
    IsoDay begin{};                  ///< of the period that it names: "June 2024"
};

/// The columns of each field.
using FieldColumns = std::array<std::vector<std::size_t>, static_cast<std::size_t>(Field::count_)>;

/// Cells of people by their text: most names stand in a column many times.
using PartyBook = std::map<std::string, PartyReading, std::less<>>;

/// What holds for all rows of a table.
struct TableContext {
    const BoundTable& bound;
    const Source& source;
    const Instructions& instructions;
    bool numbered{};                           ///< the actions' texts open with their references
    bool wrapped{};                            ///< lines end where the page ended, not the thought
    bool initialled{};                         ///< leads are named by their initials, by and large
    std::map<Field, DateOrder> date_orders{};  ///< of the table's date columns
    /// A day about which actions are due, and what tells it: the day of the document, of the latest
    /// meeting with a column, the middle of the dates that have a year, if they lie close, or the
    /// day up to which the user says the log was kept.
    IsoDay due_about{};
    std::string_view due_about_basis{};
    NameStyle names{NameStyle::unknown};  ///< of the columns of people
    PartyBook parties{};                  ///< of those columns
    Kind kind{};      ///< what the caption of the action column says of its rows
    Meeting paper{};  ///< what the document says of itself
    Lexicon lexicon{};
    Status crossed{Status::unknown};             ///< what "x" means in the status column
    std::optional<std::uint32_t> status_fill{};  ///< of all cells of the status column
    std::vector<HeadingSense> sections{};        ///< one for each of Table::sections
    Status titled{Status::unknown};              ///< what titles or the sheet's name say
    FieldColumns columns{};
    std::vector<IsoDay> column_days{};  ///< of each column's caption: "Update 12 June 2024"
    std::multimap<CellAddress, const Note*> notes{};  ///< several of a cell are a thread
    std::map<CellAddress, const Link*> links{};

    /// What is written on a cell: by whom, and the text with the answers to it. None if nothing is.
    [[nodiscard]] std::optional<Note> thread_at(CellAddress at) const;
    /// The target of the link on a cell; empty if there is none.
    [[nodiscard]] std::string link_at(CellAddress at) const;
    [[nodiscard]] const Sheet& sheet() const { return bound.workbook->sheets[bound.table->sheet]; }
};

/// Reads the cells of one row.
class RowReader {
  public:
    RowReader(const TableContext& table, const TableRow& row) : table_(table), row_(row) {}

    /// The text of the first filled column of the field; wraps joined where lines are wraps.
    [[nodiscard]] std::string text(Field field) const;
    /// The same with its line breaks.
    [[nodiscard]] std::string raw_text(Field field) const;
    /// The text of one of the field's columns.
    [[nodiscard]] std::string text(Field field, std::size_t column) const;
    /// All cells of the field's columns, in the order of columns; also those without text.
    [[nodiscard]] std::vector<const TableCell*> cells(Field field) const;
    [[nodiscard]] bool has_column(Field field) const;
    /// The caption of the first column of the field.
    [[nodiscard]] std::string caption(Field field) const;
    /// The fill of the first cell of the field, if it sets the cell off from the row.
    [[nodiscard]] std::optional<std::uint32_t> fill(Field field) const;
    /// The date or dates of a cell; several where the cell holds several.
    [[nodiscard]] std::vector<DatedPart> dates(Field field, DateContext context) const;
    [[nodiscard]] const TableRow& row() const { return row_; }
    [[nodiscard]] const TableContext& table() const { return table_; }

    /// What the headings above the row say of its status.
    [[nodiscard]] Status heading_status() const;
    [[nodiscard]] const std::vector<std::size_t>& columns(Field field) const {
        return table_.columns[static_cast<std::size_t>(field)];
    }

  private:
    /// The cell of a column or, where it says "as above", the one that it points to.
    [[nodiscard]] const TableCell& cell(Field field, std::size_t column) const;
    [[nodiscard]] std::optional<std::uint32_t> fill_of(std::size_t column) const;

    const TableContext& table_;
    const TableRow& row_;
};

/// Text as it goes into a record: wraps joined, or line breaks kept where a person typed them.
[[nodiscard]] std::string clean_text(std::string_view text, bool wrapped);

/// The context of a table: its sheet's notes and the order of its dates are looked up once.
[[nodiscard]] TableContext table_context(const BoundTable& bound, const Source& source,
                                         const Instructions& instructions, Findings& findings);

/// The order of day and month in each date column, by the cells that fit only one.
[[nodiscard]] std::map<Field, DateOrder> date_orders_of(const TableContext& table,
                                                        Findings& findings);

}  // namespace tidytracker
