// SPDX-License-Identifier: Apache-2.0
// Writes a planned workbook with libxlsxwriter, which is known to this file only, and guards it
// against what the library lets through: texts that are no XML, captions that differ only in case,
// tables without a row, addresses that Excel refuses. Texts are written as texts, so none of them
// can become a formula.
#include <tidytracker/workbook.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <utility>

#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "write/excel_text.hpp"
#include "write/sheet_layout.hpp"
#include "write/workbook_plan.hpp"

namespace tidytracker {
namespace {

constexpr std::size_t k_sheet_rows = 1'048'576;
/// Limits of Excel for web addresses: of one, and in one sheet.
constexpr std::size_t k_longest_address = 2'079;
constexpr std::size_t k_most_addresses = 65'530;
constexpr double k_line_height = 15;
constexpr double k_tallest_row = 409;

constexpr lxw_color_t k_header_fill = 0x1F3864;
constexpr lxw_color_t k_grid = 0xBFBFBF;
constexpr lxw_color_t k_link = 0x0563C1;

struct Colours {
    lxw_color_t fill{};
    lxw_color_t text{};
};
/// In the order of Tone. Dark text on a pale fill: each pair has a contrast above 7 to 1.
constexpr std::array<Colours, 6> k_tones{{
    {0xE2EFDA, 0x1E4620},  // good
    {0xFFE699, 0x4F3B00},  // poor
    {0xF8CBAD, 0x6B0F0F},  // bad
    {0xDDEBF7, 0x1F3864},  // calm
    {0xEDEDED, 0x404040},  // muted
    {0xE4DFEC, 0x3F2A56},  // special
}};

/// A file that exists in memory only: the library wants a name, we want the bytes.
class MemoryFile {
  public:
    MemoryFile() : descriptor_(::memfd_create("workbook", MFD_CLOEXEC)) {}
    ~MemoryFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    MemoryFile(MemoryFile&&) = delete;
    MemoryFile& operator=(MemoryFile&&) = delete;

    [[nodiscard]] std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }
    /// All bytes; empty if they cannot be read.
    [[nodiscard]] std::string bytes() const {
        const off_t size = ::lseek(descriptor_, 0, SEEK_END);
        std::string out(static_cast<std::size_t>(std::max<off_t>(size, 0)), '\0');
        std::size_t done = 0;
        while (done < out.size()) {
            const ssize_t count = ::pread(descriptor_, out.data() + done, out.size() - done,
                                          static_cast<off_t>(done));
            if (count <= 0) return {};
            done += static_cast<std::size_t>(count);
        }
        return out;
    }

  private:
    int descriptor_;
};

/// The looks of cells. Made once for a workbook, else the library writes each of them again.
struct Formats {
    lxw_format* title{};
    lxw_format* header{};
    lxw_format* text{};
    lxw_format* day{};
    lxw_format* link{};
    std::array<lxw_format*, k_tones.size()> tones{};
};

lxw_format* cell_format(lxw_workbook* book) {
    lxw_format* format = workbook_add_format(book);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(format, LXW_ALIGN_LEFT);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, k_grid);
    return format;
}

Formats make_formats(lxw_workbook* book) {
    constexpr double k_title_size = 16;
    Formats formats{.title = workbook_add_format(book),
                    .header = cell_format(book),
                    .text = cell_format(book),
                    .day = cell_format(book),
                    .link = cell_format(book)};
    format_set_bold(formats.title);
    format_set_font_size(formats.title, k_title_size);
    format_set_bold(formats.header);
    format_set_font_color(formats.header, LXW_COLOR_WHITE);
    format_set_bg_color(formats.header, k_header_fill);
    format_set_num_format(formats.day, "dd mmm yyyy");
    format_set_font_color(formats.link, k_link);
    format_set_underline(formats.link, LXW_UNDERLINE_SINGLE);
    for (std::size_t i = 0; i < k_tones.size(); ++i) {
        formats.tones[i] = workbook_add_format(book);
        format_set_bg_color(formats.tones[i], k_tones[i].fill);
        format_set_font_color(formats.tones[i], k_tones[i].text);
    }
    return formats;
}

/// Writes one sheet; remembers the first thing that the library refused.
class SheetWriter {
  public:
    SheetWriter(lxw_worksheet* sheet, const PlannedSheet& plan, const Formats& formats)
        : sheet_(sheet), plan_(plan), formats_(formats) {}

    [[nodiscard]] lxw_error write() {
        write_head();
        for (std::size_t row = 0; row < plan_.rows.size(); ++row) {
            const auto at = static_cast<lxw_row_t>(first_row() + row);
            set_height(at, line_count(plan_.rows[row], widths_));
            for (std::size_t column = 0; column < plan_.rows[row].size(); ++column) {
                write_cell(at, static_cast<lxw_col_t>(column), plan_.rows[row][column]);
            }
        }
        write_blank_rows();
        add_table();
        for (std::size_t column = 0; column < plan_.columns.size(); ++column) {
            finish_column(static_cast<lxw_col_t>(column));
        }
        set_up_page();
        return error_;
    }

  private:
    [[nodiscard]] lxw_row_t header_row() const {
        return static_cast<lxw_row_t>(1 + plan_.notes.size());
    }
    [[nodiscard]] lxw_row_t first_row() const { return header_row() + 1; }
    /// A table has at least one row, be it blank.
    [[nodiscard]] std::size_t row_count() const {
        return std::max<std::size_t>(plan_.rows.size() + plan_.blank_rows, 1);
    }
    [[nodiscard]] lxw_row_t last_row() const {
        return static_cast<lxw_row_t>(header_row() + row_count());
    }
    void check(lxw_error error) {
        if (error_ == LXW_NO_ERROR) error_ = error;
    }

    void write_head() {
        check(
            worksheet_write_string(sheet_, 0, 0, excel_text(plan_.title).c_str(), formats_.title));
        for (std::size_t i = 0; i < plan_.notes.size(); ++i) {
            check(worksheet_write_string(sheet_, static_cast<lxw_row_t>(i + 1), 0,
                                         excel_text(plan_.notes[i]).c_str(), nullptr));
        }
    }

    /// Excel would find the height by itself when it opens the file, other programs do not.
    void set_height(lxw_row_t row, int lines) {
        if (lines < 2) return;
        const double height = std::min(k_line_height * lines, k_tallest_row);
        check(worksheet_set_row(sheet_, row, height, nullptr));
    }

    void write_cell(lxw_row_t row, lxw_col_t column, const PlannedCell& cell) {
        if (cell.text.empty()) {
            check(worksheet_write_blank(sheet_, row, column, formats_.text));
            return;
        }
        if (cell.kind == PlannedCell::Kind::day) {
            const auto day = day_from_iso(cell.text);
            // Excel counts no days before 1900.
            const double serial = day ? serial_from_day(*day, DateSystem::from_1900) : 0;
            if (serial >= 1) {
                check(worksheet_write_number(sheet_, row, column, serial, formats_.day));
                return;
            }
        }
        int number = 0;
        const char* end = cell.text.data() + cell.text.size();
        if (cell.kind == PlannedCell::Kind::number &&
            std::from_chars(cell.text.data(), end, number).ptr == end) {
            check(worksheet_write_number(sheet_, row, column, number, formats_.text));
            return;
        }
        const std::string text = excel_text(cell.text);
        if (write_link(row, column, cell.link, text)) return;
        check(worksheet_write_string(sheet_, row, column, text.c_str(), formats_.text));
    }

    /// False where there is no link, or none that Excel would take.
    bool write_link(lxw_row_t row, lxw_col_t column, std::string_view link,
                    const std::string& text) {
        const bool inside = link.starts_with('#');
        const bool web = starts_with_ignoring_case(link, "https://") ||
                         starts_with_ignoring_case(link, "http://") ||
                         starts_with_ignoring_case(link, "mailto:");
        const bool odd = std::ranges::any_of(
            link, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '"'; });
        if (!inside &&
            (!web || odd || link.size() > k_longest_address || ++addresses_ > k_most_addresses)) {
            return false;
        }
        const std::string target =
            inside ? fmt::format("internal:'{}'!A1", link.substr(1)) : excel_text(link);
        return worksheet_write_url_opt(sheet_, row, column, target.c_str(), formats_.link,
                                       text.c_str(), nullptr) == LXW_NO_ERROR;
    }

    void write_blank_rows() {
        for (std::size_t row = plan_.rows.size(); row < row_count(); ++row) {
            for (std::size_t column = 0; column < plan_.columns.size(); ++column) {
                check(worksheet_write_blank(
                    sheet_, static_cast<lxw_row_t>(first_row() + row),
                    static_cast<lxw_col_t>(column),
                    plan_.columns[column].days ? formats_.day : formats_.text));
            }
        }
    }

    void add_table() {
        std::vector<std::string> names = table_captions(plan_);
        std::vector<lxw_table_column> columns(names.size());
        std::vector<lxw_table_column*> pointers;
        for (std::size_t i = 0; i < names.size(); ++i) {
            columns[i].header = names[i].data();
            columns[i].header_format = formats_.header;
            pointers.push_back(&columns[i]);
        }
        pointers.push_back(nullptr);
        std::string name = replace_all(plan_.name, " ", "_");
        lxw_table_options options{};
        options.name = name.data();
        options.columns = pointers.data();
        // The cells bring their own look: programs other than Excel do not draw table styles.
        options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
        options.style_type_number = 0;
        check(worksheet_add_table(sheet_, header_row(), 0, last_row(), last_column(), &options));
        check(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                      table_range().c_str()));
    }
    [[nodiscard]] lxw_col_t last_column() const {
        return static_cast<lxw_col_t>(plan_.columns.size() - 1);
    }
    [[nodiscard]] std::string table_range() const {
        return to_a1(CellRange{{first_row(), 0}, {last_row(), last_column()}});
    }

    void finish_column(lxw_col_t column) {
        const PlannedColumn& planned = plan_.columns[column];
        check(worksheet_set_column(sheet_, column, column, widths_[column], nullptr));
        if (!planned.choices.empty()) add_choices(column, planned.choices);
        for (const Mark& mark : planned.marks) add_mark(column, mark);
    }

    void add_choices(lxw_col_t column, const std::vector<std::string>& choices) {
        std::vector<std::string> texts = choices;
        std::vector<char*> list;
        for (std::string& text : texts) list.push_back(text.data());
        list.push_back(nullptr);
        std::string title = "Not in the list";
        std::string message = "Choose one of: " + join(choices, ", ");
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = list.data();
        validation.error_title = title.data();
        validation.error_message = message.data();
        check(worksheet_data_validation_range(sheet_, first_row(), column, last_row(), column,
                                              &validation));
    }

    void add_mark(lxw_col_t column, const Mark& mark) {
        std::string word = fmt::format("\"{}\"", mark.word);
        lxw_conditional_format condition{};
        condition.type = LXW_CONDITIONAL_TYPE_CELL;
        condition.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
        condition.value_string = word.data();
        condition.format = formats_.tones[static_cast<std::size_t>(mark.tone)];
        check(worksheet_conditional_format_range(sheet_, first_row(), column, last_row(), column,
                                                 &condition));
    }

    void set_up_page() {
        constexpr std::uint8_t k_a4 = 9;
        constexpr double k_margin = 0.4;
        constexpr double k_foot = 0.6;
        worksheet_freeze_panes(sheet_, first_row(), plan_.fixed_columns);
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, k_a4);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_set_margins(sheet_, k_margin, k_margin, k_margin, k_foot);
        check(worksheet_repeat_rows(sheet_, header_row(), header_row()));
        check(worksheet_set_footer(sheet_, "&L&A&RPage &P of &N"));
    }

    lxw_worksheet* sheet_;
    const PlannedSheet& plan_;
    const Formats& formats_;
    std::vector<int> widths_{column_widths(plan_)};
    std::size_t addresses_{};
    lxw_error error_{LXW_NO_ERROR};
};

/// Without a fixed time the library takes the clock's, and no two files would be the same.
std::time_t created_on(std::string_view day) {
    constexpr Day k_fallback = std::chrono::year(2000) / std::chrono::January / 1;
    const Day created = day_from_iso(day).value_or(k_fallback);
    return std::chrono::system_clock::to_time_t(created);
}

lxw_error write_book(lxw_workbook* book, const WorkbookPlan& plan) {
    std::string title = excel_text(plan.title);
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = created_on(plan.day);
    lxw_error error = workbook_set_properties(book, &properties);
    const Formats formats = make_formats(book);
    for (const PlannedSheet& planned : plan.sheets) {
        lxw_worksheet* sheet = workbook_add_worksheet(book, planned.name.c_str());
        if (sheet == nullptr) return LXW_ERROR_SHEETNAME_ALREADY_USED;
        if (error == LXW_NO_ERROR) error = SheetWriter(sheet, planned, formats).write();
    }
    return error;
}

}  // namespace

Result<std::string> render_xlsx(const WorkbookPlan& plan) {
    for (const PlannedSheet& sheet : plan.sheets) {
        const std::size_t rows = sheet.rows.size() + sheet.notes.size() + 2;
        if (rows <= k_sheet_rows) continue;
        return fail(ErrorKind::too_large,
                    fmt::format("the sheet {} would have {} rows; a work sheet holds {}",
                                sheet.name, rows, k_sheet_rows),
                    "write .csv or .json instead");
    }
    const MemoryFile file;
    lxw_workbook* book = workbook_new(file.path().c_str());
    if (book == nullptr) return fail(ErrorKind::unwritable, "no memory for the workbook");
    lxw_error error = write_book(book, plan);
    // This frees the book, also after an error.
    const lxw_error closed = workbook_close(book);
    if (error == LXW_NO_ERROR) error = closed;
    std::string bytes = error == LXW_NO_ERROR ? file.bytes() : std::string();
    if (bytes.empty()) {
        return fail(
            ErrorKind::unwritable,
            fmt::format("the workbook cannot be made: {}", lower_ascii(lxw_strerror(error))),
            "write .csv or .json instead");
    }
    return bytes;
}

}  // namespace tidytracker
