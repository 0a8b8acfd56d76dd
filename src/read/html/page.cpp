// SPDX-License-Identifier: Apache-2.0
#include "read/html/page.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/parse_number.hpp"
#include "base/text.hpp"
#include "base/xml_scanner.hpp"
#include "read/html/cell.hpp"
#include "read/html/parser.hpp"
#include "read/html/table.hpp"

namespace tidytracker::html {
namespace {

/// Elements that begin and end a line.
constexpr std::array<std::string_view, 27> k_blocks = {
    "address", "article", "blockquote", "body", "caption", "center", "dd", "div",     "dl",
    "dt",      "footer",  "form",       "h1",   "h2",      "h3",     "h4", "h5",      "h6",
    "header",  "hr",      "li",         "main", "nav",     "ol",     "p",  "section", "ul"};
/// Elements whose text nobody sees. Options are seen where they are chosen.
constexpr std::array<std::string_view, 6> k_unseen = {"script", "style",    "title",
                                                      "xml",    "noscript", "option"};
/// What browsers do not exceed (HTML 5, 4.9.11).
constexpr std::uint32_t k_most_columns_spanned = 1000;
constexpr std::uint32_t k_most_rows_spanned = 65'534;

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

std::uint32_t span_of(std::span<const Attribute> attributes, std::string_view name,
                      std::uint32_t most) {
    const auto written = parse_number<std::uint32_t>(trim(value_of(attributes, name)));
    return std::clamp(written.value_or(1), 1U, most);
}

/// A table, and the cell in it that is open.
struct OpenTable {
    Sheet sheet{};
    TableGrid grid{};
    Style row_style{};
    CellBuilder cell{};
    bool in_cell{};
    std::optional<CellAddress> at{};
};

/// An element that is open, with what it hands on to those in it.
struct OpenElement {
    RunFont font{};
    bool preformatted{};
    bool unseen{};
};

class PageReader final : public Listener {
  public:
    explicit PageReader(SharedParts& shared) : shared_(shared) { outside_.start(); }
    void open(std::string_view element, std::span<const Attribute> attributes) override;
    void close(std::string_view element) override;
    void text(std::string_view text) override;
    void comment(std::string_view /*text*/) override {}
    [[nodiscard]] bool done() const override { return error_.has_value(); }
    /// What is open ends with the page.
    void finish(const std::vector<NamedSheet>& names);
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }

  private:
    [[nodiscard]] Style style_of(std::string_view element,
                                 std::span<const Attribute> attributes) const;
    [[nodiscard]] OpenElement opened(std::string_view element,
                                     std::span<const Attribute> attributes) const;
    [[nodiscard]] bool in_cell() const { return !tables_.empty() && tables_.back().in_cell; }
    [[nodiscard]] CellBuilder& target() { return in_cell() ? tables_.back().cell : outside_; }
    [[nodiscard]] OpenElement around() const {
        return elements_.empty() ? OpenElement{} : elements_.back();
    }
    void append(std::string_view text);
    void break_block();
    void open_seen(std::string_view element, std::span<const Attribute> attributes);
    void open_table_part(std::string_view element, std::span<const Attribute> attributes);
    void open_table();
    void open_cell(std::string_view element, std::span<const Attribute> attributes);
    void close_cell();
    void close_table();
    void put_into_cell(OpenTable table);
    void end_paragraph();
    void add_paragraph(FinishedCell paragraph, OpenTable& table);
    void add_paragraphs(OpenTable& table);
    void spend_cell();

    SharedParts& shared_;
    std::vector<OpenElement> elements_{};
    std::vector<OpenTable> tables_{};  ///< those that are open, the outermost first
    std::vector<OpenTable> closed_{};
    CellBuilder outside_{};
    std::vector<FinishedCell> paragraphs_{};  ///< outside of tables, since the last one
    std::string unseen_text_{};
    std::optional<Error> error_{};
};

Style PageReader::style_of(std::string_view element, std::span<const Attribute> attributes) const {
    Style style = shared_.style_sheet.style_of(element, value_of(attributes, "class"),
                                               value_of(attributes, "id"));
    if (const auto colour = colour_from_css(value_of(attributes, "bgcolor"))) style.fill = colour;
    style.override_with(style_from_declarations(value_of(attributes, "style")));
    return style;
}

OpenElement PageReader::opened(std::string_view element,
                               std::span<const Attribute> attributes) const {
    OpenElement out = around();
    // A table begins anew, as browsers do with its font's weight.
    if (element == "table") out.font = {};
    const Style style = style_of(element, attributes);
    if (element == "b" || element == "strong" || element == "th") out.font.bold = true;
    out.font.bold = style.bold.value_or(out.font.bold);
    const bool struck = element == "s" || element == "strike" || element == "del";
    out.font.strike = out.font.strike || struck || style.strike.value_or(false);
    out.preformatted = out.preformatted || element == "pre";
    const bool chosen = element == "option" && has(attributes, "selected");
    // What a cell holds without showing it is mostly what its column is sorted by; the marks that
    // lead to Excel's comments are shown by no spreadsheet program.
    const bool hidden = in_cell() && style.hidden.value_or(false) && element != "td" &&
                        element != "th" && element != "tr";
    const bool mark = value_of(attributes, "class") == "msocomanchor";
    out.unseen = out.unseen || hidden || mark || (is_one_of(k_unseen, element) && !chosen);
    return out;
}

void PageReader::open(std::string_view element, std::span<const Attribute> attributes) {
    elements_.push_back(opened(element, attributes));
    unseen_text_.clear();
    if (!elements_.back().unseen) open_seen(element, attributes);
}

void PageReader::open_seen(std::string_view element, std::span<const Attribute> attributes) {
    if (element == "br") {
        target().flow().break_line(around().font);
    } else if (element == "a") {
        target().set_link(value_of(attributes, "href"));
    } else if (element == "img") {
        append(value_of(attributes, "alt"));
    } else if (element == "input") {
        const std::string_view type = value_of(attributes, "type");
        if (type.empty() || equals_ignoring_case(type, "text")) {
            append(value_of(attributes, "value"));
        }
    } else if (is_one_of(k_blocks, element)) {
        break_block();
    } else {
        open_table_part(element, attributes);
    }
}

void PageReader::open_table_part(std::string_view element, std::span<const Attribute> attributes) {
    if (element == "table") return open_table();
    if (tables_.empty()) return;
    OpenTable& table = tables_.back();
    if (element == "tr") {
        close_cell();
        table.row_style = style_of(element, attributes);
        table.grid.start_row(table.row_style.hidden.value_or(false));
    } else if (element == "td" || element == "th") {
        open_cell(element, attributes);
    } else if (element == "col") {
        table.grid.declare_columns(span_of(attributes, "span", k_most_columns_spanned),
                                   style_of(element, attributes).hidden.value_or(false));
    }
}

void PageReader::open_table() {
    end_paragraph();
    tables_.emplace_back();
    if (tables_.size() > 1 || paragraphs_.empty()) return;
    add_paragraphs(tables_.back());
    tables_.back().grid.skip_row();
}

void PageReader::open_cell(std::string_view element, std::span<const Attribute> attributes) {
    close_cell();
    OpenTable& table = tables_.back();
    table.at = table.grid.place(span_of(attributes, "colspan", k_most_columns_spanned),
                                span_of(attributes, "rowspan", k_most_rows_spanned));
    Style style = table.row_style;
    style.override_with(style_of(element, attributes));
    table.cell.start(attributes, style, around().font);
    table.in_cell = true;
}

void PageReader::close_cell() {
    OpenTable& table = tables_.back();
    if (!table.in_cell) return;
    table.in_cell = false;
    FinishedCell finished = table.cell.finish(shared_);
    if (!table.at) return;
    const CellAddress at = *table.at;
    if (!finished.link.empty()) table.sheet.links.push_back({{at, at}, std::move(finished.link)});
    const bool filled = shared_.workbook.style_of(finished.cell).fill.has_value();
    if (finished.cell.kind == CellKind::empty && !filled) return;
    table.grid.add(at, finished.cell);
    spend_cell();
}

void PageReader::spend_cell() {
    if (const Result<void> booked = shared_.budget.take_cells(1); !booked) error_ = booked.error();
}

/// A table within a table stands for itself, for the outer one only lays out the page. A narrow one
/// in the cell of a wide one is a list in that cell.
void PageReader::close_table() {
    constexpr std::uint32_t k_narrow = 2;
    close_cell();
    OpenTable table = std::move(tables_.back());
    tables_.pop_back();
    if (table.grid.empty()) return;
    table.grid.end();
    const bool is_list =
        in_cell() && table.grid.columns() <= k_narrow && tables_.back().grid.columns() > k_narrow;
    if (is_list) return put_into_cell(std::move(table));
    closed_.push_back(std::move(table));
}

void PageReader::put_into_cell(OpenTable table) {
    table.grid.move_into(table.sheet);
    TextFlow& flow = target().flow();
    for (const Row& row : table.sheet.rows) {
        flow.break_block();
        for (const Cell& cell : table.sheet.cells_of(row)) {
            const CellStyle& style = shared_.workbook.style_of(cell);
            flow.append(shared_.workbook.displayed(cell), {style.bold, style.strike}, true);
            flow.append(" ", {}, false);
        }
    }
    flow.break_block();
    for (const Link& link : table.sheet.links) target().set_link(link.target);
}

void PageReader::close(std::string_view element) {
    if (element == "title" && shared_.workbook.title.empty()) {
        shared_.workbook.title = squeeze(unseen_text_);
    } else if (element == "style") {
        shared_.style_sheet.add(unseen_text_);
    }
    const bool unseen = around().unseen;
    if (!elements_.empty()) elements_.pop_back();
    if (unseen) return;
    if (is_one_of(k_blocks, element)) return break_block();
    if (tables_.empty()) return;
    if (element == "td" || element == "th" || element == "tr") close_cell();
    if (element == "table") close_table();
}

void PageReader::text(std::string_view text) {
    if (around().unseen) {
        unseen_text_ += text;
    } else {
        append(text);
    }
}

void PageReader::append(std::string_view text) {
    const OpenElement element = around();
    target().flow().append(text, element.font, element.preformatted);
}

void PageReader::break_block() {
    target().flow().break_block();
    if (!in_cell()) end_paragraph();
}

/// What stood outside of all cells becomes a row of its own; a caption is one of its table's.
void PageReader::end_paragraph() {
    if (in_cell() || outside_.flow().blank()) return;
    FinishedCell paragraph = outside_.finish(shared_);
    outside_.start();
    spend_cell();
    if (tables_.empty()) {
        paragraphs_.push_back(std::move(paragraph));
    } else {
        add_paragraph(std::move(paragraph), tables_.back());
    }
}

void PageReader::add_paragraph(FinishedCell paragraph, OpenTable& table) {
    table.grid.start_row(false);
    const CellAddress at{table.grid.next_row() - 1, 0};
    table.grid.add(at, paragraph.cell);
    table.grid.end_row();
    if (paragraph.link.empty()) return;
    table.sheet.links.push_back({{at, at}, std::move(paragraph.link)});
}

void PageReader::add_paragraphs(OpenTable& table) {
    for (FinishedCell& paragraph : paragraphs_) add_paragraph(std::move(paragraph), table);
    paragraphs_.clear();
}

void PageReader::finish(const std::vector<NamedSheet>& names) {
    while (!tables_.empty()) close_table();
    end_paragraph();
    if (!paragraphs_.empty() && closed_.empty()) closed_.emplace_back();
    if (!paragraphs_.empty()) {
        if (!closed_.back().grid.empty()) closed_.back().grid.skip_row();
        add_paragraphs(closed_.back());
    }
    std::vector<Sheet>& sheets = shared_.workbook.sheets;
    for (std::size_t i = 0; i < closed_.size(); ++i) {
        Sheet& sheet = closed_[i].sheet;
        closed_[i].grid.move_into(sheet);
        const bool named = i < names.size();
        sheet.name = named ? names[i].name : fmt::format("Table {}", sheets.size() + 1);
        if (named) sheet.visibility = names[i].visibility;
        sheets.push_back(std::move(sheet));
    }
}

}  // namespace

Result<void> read_page(std::string_view page, const std::vector<NamedSheet>& names,
                       SharedParts& shared) {
    PageReader reader(shared);
    if (Result<void> parsed = parse(page, reader); !parsed) return parsed;
    reader.finish(names);
    if (reader.error()) return tl::unexpected(*reader.error());
    return {};
}

std::vector<NamedSheet> named_sheets_of(std::string_view page) {
    constexpr std::string_view k_begin = "<x:ExcelWorksheets>";
    constexpr std::string_view k_end = "</x:ExcelWorksheets>";
    std::vector<NamedSheet> sheets;
    const std::size_t begin = page.find(k_begin);
    if (begin == std::string_view::npos) return sheets;
    MemorySource source(page.substr(begin, page.find(k_end, begin) - begin + k_end.size()));
    XmlScanner xml(source);
    while (xml.next_element(0)) {
        if (xml.name() == "ExcelWorksheet") {
            sheets.emplace_back();
        } else if (sheets.empty()) {
            continue;
        } else if (xml.name() == "Name") {
            sheets.back().name = xml.element_text();
        } else if (xml.name() == "WorksheetSource") {
            sheets.back().source = xml.attribute("HRef");
        } else if (xml.name() == "Visible") {
            const std::string_view state = xml.element_text();
            if (state == "SheetHidden") sheets.back().visibility = Visibility::hidden;
            if (state == "SheetVeryHidden") sheets.back().visibility = Visibility::very_hidden;
        }
    }
    return sheets;
}

}  // namespace tidytracker::html
