// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/xml_scanner.hpp"
#include "read/docx/content.hpp"
#include "read/docx/numbering.hpp"
#include "read/docx/styles.hpp"
#include "read/xlsx/package.hpp"

namespace tidytracker::docx {

/// What is met on the way and told once for the whole document.
struct Encounters {
    std::size_t insertions{};
    std::size_t deletions{};
    std::size_t moves{};
    std::size_t hidden_texts{};
    std::size_t embedded{};  ///< documents and sheets within the document
};

/// What the stories of a document share: its body, notes, headers and footers.
struct Surroundings {
    const Styles& styles;
    Numbering& numbering;
    Encounters& encounters;
};

/// Reads stories (ECMA-376 part 1, 17.2 to 17.4, 17.13, 17.16) and hands on their paragraphs and
/// tables in order, as the document looks with all tracked changes accepted.
class StoryReader {
  public:
    /// @param links relationships of the story's part
    StoryReader(XmlScanner& xml, const xlsx::Relationships& links, Surroundings& surroundings)
        : xml_(xml), links_(links), around_(surroundings) {}

    /// Reads the blocks inside the element just opened.
    void read(BlockSink& sink);

  private:
    /// An element whose content is read differently until it is closed.
    struct Scope {
        enum class Kind : std::uint8_t { control, alternatives };
        Kind kind{};
        std::size_t depth{};
        bool placeholder{};      ///< control: what it holds is a prompt
        std::string_view box{};  ///< control: the box to print instead of what it holds
        bool done{};             ///< control: the box is printed; alternatives: one is read
    };
    /// A field whose end has not come (17.16.18).
    struct OpenField {
        std::string instruction{};
        bool shows_result{};
        bool printed{};  ///< what it shows has been printed already
    };
    /// A paragraph on its way.
    struct Line {
        Paragraph paragraph{};
        std::string style{};
        std::optional<ListPlace> list{};
        std::optional<unsigned> outline_level{};
        RunProperties run{};
        std::vector<OpenField> fields{};
        std::vector<Paragraph> box_paragraphs{};
        std::vector<TableDraft> box_tables{};
    };
    using Handler = void (StoryReader::*)(Line&);
    struct Handled;
    class BoxSink;
    class CellSink;

    // story.cpp: blocks, and what blocks and lines have in common
    void close_scopes();
    void open_scope(Scope::Kind kind);
    [[nodiscard]] Scope* innermost(Scope::Kind kind);
    [[nodiscard]] bool read_common();
    [[nodiscard]] bool read_change();
    void read_control_properties();
    void read_alternative();
    void read_block(BlockSink& sink);

    // story_line.cpp: what stands in a paragraph
    static const Handled* handled(std::string_view name);
    void read_paragraph(BlockSink& sink);
    void finish_paragraph(Line& line);
    void read_paragraph_properties(Line& line);
    void read_mark_properties(Line& line);
    void read_list_properties(Line& line);
    void read_run(Line& line);
    void read_run_look(Line& line);
    void read_text(Line& line);
    void read_tab(Line& line);
    void read_break(Line& line);
    void read_hyphen(Line& line);
    void read_symbol(Line& line);
    void read_link(Line& line);
    void read_footnote_mark(Line& line);
    void read_endnote_mark(Line& line);
    void read_comment_mark(Line& line);
    void read_text_box(Line& line);
    [[nodiscard]] bool is_shown(const Line& line);
    void print(Line& line, std::string_view text);

    // story_field.cpp
    void read_field_mark(Line& line);
    [[nodiscard]] std::string read_form_field();
    void read_simple_field(Line& line);
    void read_instruction(Line& line);
    static void add_link_of(std::string_view instruction, Line& line);

    // story_table.cpp
    void read_table(BlockSink& sink);
    void read_table_properties(TableDraft& table);
    void read_grid(TableDraft& table);
    void read_row(TableDraft& table);
    [[nodiscard]] bool read_row_properties(RowDraft& row);
    void read_cell(RowDraft& row);
    [[nodiscard]] bool read_cell_properties(CellDraft& cell);

    XmlScanner& xml_;
    const xlsx::Relationships& links_;
    Surroundings& around_;
    std::vector<Scope> scopes_{};
    std::size_t nesting_{};
    std::size_t cells_{};  ///< of the outermost table that is open
};

}  // namespace tidytracker::docx
