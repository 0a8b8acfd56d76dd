// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/budget.hpp"
#include "model/sheet_builder.hpp"
#include "read/docx/content.hpp"
#include "read/docx/table_grid.hpp"

namespace tidytracker::docx {

/// A mark and the cell that it stands in.
struct PlacedMark {
    NoteMark mark{};
    CellAddress at{};
};

/// Writes a document into one sheet: a row for each paragraph, and for each row of a table. An
/// empty row stands before and behind each table and each other part.
class SheetWriter final : public BlockSink {
  public:
    SheetWriter(Workbook& workbook, Budget& budget);

    /// Begins a part besides the body, such as a footnote.
    void begin(BlockKind kind, std::uint32_t number);
    void take(Paragraph paragraph) override;
    void take(TableDraft table) override;
    void add_note(Note note) { notes_.push_back(std::move(note)); }
    /// Gives the rows to the sheet. Errors: the budget's.
    [[nodiscard]] Result<void> finish();

    [[nodiscard]] const std::vector<PlacedMark>& marks() const { return marks_; }
    [[nodiscard]] std::uint32_t tables() const { return tables_; }

  private:
    using StyleKey = std::tuple<bool, bool, std::optional<std::uint32_t>>;

    /// What a row of a table says of its cells.
    struct RowLook {
        bool bold{};
        std::optional<std::uint32_t> fill{};
    };

    void write_notes();
    void open_block(BlockKind kind, std::uint32_t number);
    void write_paragraph(const Paragraph& paragraph);
    void write_table(TableDraft& table);
    void write_rows(TableDraft& table, std::uint32_t first);
    void put(const Content& content, CellAddress at, const RowLook& row);
    void add_runs(const Content& content, std::uint32_t text);
    [[nodiscard]] std::uint16_t style_of(const Look& look, std::optional<std::uint32_t> fill);
    [[nodiscard]] bool pay();

    Workbook& workbook_;
    Budget& budget_;
    SheetBuilder builder_{};
    Sheet sheet_{};
    std::uint32_t row_{};  ///< to be written next
    std::uint32_t paragraphs_{};
    std::uint32_t tables_{};
    std::optional<Paragraph> joined_{};  ///< its mark is deleted: the next goes on with it
    std::vector<PlacedMark> marks_{};
    std::vector<Note> notes_{};
    std::map<StyleKey, std::uint16_t> styles_{};
    std::optional<Error> error_{};
};

}  // namespace tidytracker::docx
