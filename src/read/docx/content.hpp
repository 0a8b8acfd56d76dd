// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What a Word document's story is made of, before it becomes rows of a sheet.
namespace tidytracker::docx {

/// How a stretch of text is printed, as far as it may mean something.
struct Look {
    bool bold{};
    bool strike{};
    std::optional<std::uint32_t> highlight{};  ///< 0xRRGGBB
    friend bool operator==(const Look&, const Look&) = default;
};

/// A part of a text with one look. Offsets are bytes.
struct Stretch {
    std::size_t first{};
    std::size_t length{};
    Look look{};
};

/// A mark in the text that stands for a text elsewhere.
struct NoteMark {
    enum class Kind : std::uint8_t { footnote, endnote, comment };
    Kind kind{};
    std::string id{};
    friend auto operator<=>(const NoteMark&, const NoteMark&) = default;
};

/// Text with its looks, which cover all of it, and with what hangs on it.
class Content {
  public:
    void append(std::string_view text, const Look& look);
    /// Appends another text behind `between`, which has the plain look.
    void append(const Content& other, std::string_view between);
    void prepend(std::string_view text);
    void add_link(std::string target) { links_.push_back(std::move(target)); }
    void add_mark(NoteMark mark) { marks_.push_back(std::move(mark)); }

    [[nodiscard]] const std::string& text() const { return text_; }
    /// Has it no character but white space?
    [[nodiscard]] bool blank() const;
    [[nodiscard]] const std::vector<Stretch>& stretches() const { return stretches_; }
    [[nodiscard]] const std::vector<std::string>& links() const { return links_; }
    [[nodiscard]] const std::vector<NoteMark>& marks() const { return marks_; }
    /// The look of all that is not white space; none if it varies or there is nothing.
    [[nodiscard]] std::optional<Look> common_look() const;

  private:
    std::string text_{};
    std::vector<Stretch> stretches_{};
    std::vector<std::string> links_{};
    std::vector<NoteMark> marks_{};
};

struct Paragraph {
    Content content{};
    bool heading{};       ///< its style or its outline level makes it one
    bool mark_deleted{};  ///< a tracked change joins it with the next paragraph
};

enum class VerticalMerge : std::uint8_t { none, begins, continues };

struct TableDraft;

/// A cell's paragraphs, and the tables in it: part 0, table 0, part 1, table 1, ...
struct CellDraft {
    std::vector<Content> parts{};
    std::vector<TableDraft> tables;  // without {}: clang would ask for the whole type here
    std::size_t span{1};             ///< grid columns
    VerticalMerge merge{VerticalMerge::none};
    std::optional<std::uint32_t> fill{};  ///< 0xRRGGBB
};

struct RowDraft {
    std::vector<CellDraft> cells;
    std::size_t skipped{};  ///< grid columns before the first cell
    bool hidden{};
    bool heading{};  ///< repeated on each page
};

/// A table as it is written: cells that span columns of a grid which mostly is finer than what the
/// reader of the document sees.
struct TableDraft {
    std::vector<std::uint32_t> widths{};  ///< of the grid's columns, in twentieths of a point
    std::vector<RowDraft> rows{};         ///< without those that a tracked change deletes
    bool bold_first_row{};                ///< by its style
};

/// Takes paragraphs and tables in the order of the document.
class BlockSink {
  public:
    BlockSink() = default;
    BlockSink(const BlockSink&) = delete;
    BlockSink& operator=(const BlockSink&) = delete;
    virtual ~BlockSink() = default;
    virtual void take(Paragraph paragraph) = 0;
    virtual void take(TableDraft table) = 0;
};

}  // namespace tidytracker::docx
