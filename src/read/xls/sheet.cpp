// SPDX-License-Identifier: Apache-2.0
// In: the records of a work sheet. Out: its cells, merges, hidden rows and columns, links,
// notes, tables, lists of choices.
// Never believes DIMENSIONS or a count, never calculates; rows and cells may come in any order.
#include "read/xls/sheet.hpp"

#include <cmath>
#include <utility>

#include "read/damage.hpp"
#include "read/excel/cells.hpp"
#include "read/excel/sheet_cells.hpp"
#include "read/xls/links.hpp"
#include "read/xls/notes.hpp"
#include "read/xls/tables.hpp"

namespace tidytracker::biff {
namespace {

/// So many records cost a millisecond; then it is time to look at the budget.
constexpr std::size_t k_records_between_bookings = 16'384;

class BiffSheetReader {
  public:
    BiffSheetReader(RecordStream& records, const SharedRecords& shared, Sheet& sheet)
        : records_(records),
          shared_(shared),
          sheet_(sheet),
          version_(shared.text.version()),
          cells_(shared.workbook, shared.budget),
          texts_(shared.workbook, shared.strings),
          notes_(shared.text) {}

    Result<void> read();

  private:
    Result<void> book();
    bool take_nesting();
    void take_record();
    bool take_value();
    void take_number(double value);
    void take_bool_error();
    void take_label();
    void take_rich_string();
    void take_label_shared();
    void take_many(bool with_numbers);
    void take_formula();
    void take_formula_text(CellAddress at, Cell& cell);
    void take_link(CellAddress at, std::string_view result);
    void take_row();
    void take_columns();
    void take_merges();

    [[nodiscard]] std::string_view body() const { return records_.record().body; }
    /// Where a cell's value begins: BIFF2 has attributes of three bytes, later versions a number.
    [[nodiscard]] std::size_t head() const { return version_ == Version::biff2 ? 7 : 6; }
    [[nodiscard]] CellAddress address() const;
    [[nodiscard]] std::uint16_t style() const;

    RecordStream& records_;
    const SharedRecords& shared_;
    Sheet& sheet_;
    Version version_{};
    SheetCells cells_;
    excel::CellTexts texts_;
    NoteRecords notes_;
    std::size_t depth_{};  ///< of substreams within this one: charts
    std::string text_{};
};

Result<void> BiffSheetReader::read() {
    Result<void> done;
    bool ended = false;
    for (std::size_t count = 1; done && !ended && records_.next(); ++count) {
        if (count % k_records_between_bookings == 0) done = book();
        ended = records_.record().type == RecordType::end_of_file && depth_ == 0;
        if (!ended && !take_nesting()) take_record();
    }
    if (done) done = book();
    cells_.move_into(sheet_, shared_.findings);
    notes_.move_into(sheet_);
    if (!ended && done) {
        report_damage("truncated-file", Severity::error, sheet_.name,
                      "the file breaks off in this work sheet", shared_.findings);
    }
    return done;
}

/// Records without cells cost time too: a file may list one sheet a thousand times.
Result<void> BiffSheetReader::book() {
    Result<void> done = cells_.book();
    return done ? shared_.budget.take_inflated(0) : done;
}

/// Charts on a sheet are substreams of their own, with records of the same numbers.
bool BiffSheetReader::take_nesting() {
    switch (records_.record().type) {
        case RecordType::begin:
        case RecordType::begin2:
        case RecordType::begin3:
        case RecordType::begin4:
            ++depth_;
            return true;
        case RecordType::end_of_file:
            --depth_;
            return true;
        default:
            return depth_ > 0;
    }
}

void BiffSheetReader::take_record() {
    if (take_value()) return;
    switch (records_.record().type) {
        case RecordType::row:
            return take_row();
        case RecordType::column_info:
            return take_columns();
        case RecordType::merged_cells:
            return take_merges();
        case RecordType::hyperlink:
            if (auto link = link_from(body())) sheet_.links.push_back(*std::move(link));
            return;
        case RecordType::object:
            return notes_.take_object(body());
        case RecordType::text_object:
            return notes_.take_text(records_.with_continuations());
        case RecordType::note:
            return notes_.take_note(body());
        case RecordType::data_validation:
            return read_choices(body(), shared_.references, sheet_.choices);
        case RecordType::table_feature:
        case RecordType::table_feature12:
            if (auto table = table_from(body(), shared_.text)) {
                sheet_.tables.push_back(*std::move(table));
            }
            return;
        default:
            return;
    }
}

/// Takes the record if it holds cells.
bool BiffSheetReader::take_value() {
    switch (records_.record().type) {
        case RecordType::label_shared:
            take_label_shared();
            return true;
        case RecordType::number:
        case RecordType::number2:
            take_number(double_at(body(), head()));
            return true;
        case RecordType::rk:
            take_number(excel::number_from_rk(number_at<std::uint32_t>(body(), head())));
            return true;
        case RecordType::integer2:
            take_number(number_at<std::uint16_t>(body(), head()));
            return true;
        case RecordType::mul_rk:
        case RecordType::mul_blank:
            take_many(records_.record().type == RecordType::mul_rk);
            return true;
        case RecordType::formula:
        case RecordType::formula3:
        case RecordType::formula4:
            take_formula();
            return true;
        case RecordType::label:
        case RecordType::label2:
            take_label();
            return true;
        case RecordType::rich_string:
            take_rich_string();
            return true;
        case RecordType::bool_error:
        case RecordType::bool_error2:
            take_bool_error();
            return true;
        case RecordType::blank:
        case RecordType::blank2:
            cells_.place(address(), {.style = style()});
            return true;
        default:
            return false;
    }
}

CellAddress BiffSheetReader::address() const {
    return {number_at<std::uint16_t>(body(), 0), number_at<std::uint16_t>(body(), 2)};
}

std::uint16_t BiffSheetReader::style() const {
    const std::uint16_t style = version_ == Version::biff2 ? number_at<std::uint8_t>(body(), 5)
                                                           : number_at<std::uint16_t>(body(), 4);
    return style < shared_.workbook.styles.size() ? style : std::uint16_t{0};
}

void BiffSheetReader::take_number(double value) {
    if (!std::isfinite(value)) return;
    cells_.place(address(), {.number = value, .style = style(), .kind = CellKind::number});
}

void BiffSheetReader::take_bool_error() {
    const auto value = number_at<std::uint8_t>(body(), head());
    const bool is_error = number_at<std::uint8_t>(body(), head() + 1) != 0;
    Cell cell{.style = style()};
    if (is_error) {
        texts_.set(excel::error_name(value), CellKind::error, cell);
    } else {
        cell.kind = CellKind::boolean;
        cell.number = value != 0 ? 1 : 0;
    }
    cells_.place(address(), cell);
}

void BiffSheetReader::take_label() {
    const CellAddress at = address();
    Cell cell{.style = style()};
    const LengthField length =
        version_ == Version::biff2 ? LengthField::one_byte : LengthField::two_bytes;
    const std::vector<std::string_view> parts = records_.with_continuations();
    ContinuedReader in(parts);
    in.skip(head());
    text_.clear();
    shared_.text.append(in, length, text_);
    texts_.set(text_, CellKind::text, cell);
    cells_.place(at, cell);
}

/// A label with runs of its own ([MS-XLS] has it as RString only in BIFF5; some programs write it
/// in BIFF8).
void BiffSheetReader::take_rich_string() {
    const CellAddress at = address();
    Cell cell{.style = style()};
    const std::vector<std::string_view> parts = records_.with_continuations();
    ContinuedReader in(parts);
    in.skip(head());
    text_.clear();
    shared_.text.append(in, LengthField::two_bytes, text_);
    const bool wide = version_ == Version::biff8;
    const auto take = [&in, wide]() -> std::uint32_t {
        return wide ? in.take<std::uint16_t>() : in.take<std::uint8_t>();
    };
    std::vector<excel::FontChange> changes;
    for (std::uint32_t runs = take(); runs > 0 && !in.at_end(); --runs) {
        const std::uint32_t first = take();
        changes.push_back({first, take()});
    }
    texts_.set_rich(text_, excel::runs_from(text_, changes, shared_.fonts), cell);
    cells_.place(at, cell);
}

void BiffSheetReader::take_label_shared() {
    Cell cell{.style = style()};
    const bool found = texts_.set_shared(number_at<std::uint32_t>(body(), head()), cell);
    cells_.place(address(), cell, !found);
}

/// A row's neighbouring cells in one record (2.4.173, 2.4.174); its last two bytes repeat the last
/// column.
void BiffSheetReader::take_many(bool with_numbers) {
    constexpr std::size_t k_first = 4;
    const std::size_t size = with_numbers ? 6 : 2;
    CellAddress at = address();
    for (std::size_t place = k_first; place + size + 2 <= body().size(); place += size) {
        const auto style = number_at<std::uint16_t>(body(), place);
        Cell cell{.style = style < shared_.workbook.styles.size() ? style : std::uint16_t{0}};
        if (with_numbers) {
            const double value = excel::number_from_rk(number_at<std::uint32_t>(body(), place + 2));
            cell.kind = std::isfinite(value) ? CellKind::number : CellKind::empty;
            cell.number = std::isfinite(value) ? value : 0;
        }
        cells_.place(at, cell);
        ++at.column;
    }
}

/// 2.4.127; its result is a number, or says in the two highest bytes that it is something else.
void BiffSheetReader::take_formula() {
    enum ResultType : std::uint8_t { text = 0, boolean = 1, error = 2, empty_text = 3 };
    constexpr std::uint16_t k_no_number = 0xFFFF;
    const std::string_view result = body().substr(std::min(head(), body().size()));
    const CellAddress at = address();
    Cell cell{.style = style(), .formula = true};
    take_link(at, result);
    const double value = double_at(result, 0);
    const auto detail = number_at<std::uint8_t>(result, 2);
    if (number_at<std::uint16_t>(result, 6) != k_no_number) {
        cell.stale = !std::isfinite(value);
        cell.kind = cell.stale ? CellKind::empty : CellKind::number;
        cell.number = cell.stale ? 0 : value;
    } else if (number_at<std::uint8_t>(result, 0) == ResultType::text) {
        take_formula_text(at, cell);
        return;
    } else if (number_at<std::uint8_t>(result, 0) == ResultType::boolean) {
        cell.kind = CellKind::boolean;
        cell.number = detail != 0 ? 1 : 0;
    } else if (number_at<std::uint8_t>(result, 0) == ResultType::error) {
        texts_.set(excel::error_name(detail), CellKind::error, cell);
    }
    cells_.place(at, cell);
}

/// The text stands in a record of its own, maybe behind the formula that the cell shares.
void BiffSheetReader::take_formula_text(CellAddress at, Cell& cell) {
    cell.stale = true;
    for (bool looking = true; looking;) {
        switch (records_.next_type()) {
            case RecordType::shared_formula:
            case RecordType::array:
            case RecordType::array2:
            case RecordType::table:
            case RecordType::table2:
            case RecordType::table2_second:
                looking = records_.next();
                break;
            case RecordType::string:
            case RecordType::string2: {
                looking = false;
                if (!records_.next()) break;
                cell.stale = false;
                const std::vector<std::string_view> parts = records_.with_continuations();
                ContinuedReader in(parts);
                text_.clear();
                shared_.text.append(
                    in, version_ == Version::biff2 ? LengthField::one_byte : LengthField::two_bytes,
                    text_);
                texts_.set(text_, CellKind::text, cell);
                break;
            }
            default:
                looking = false;
        }
    }
    cells_.place(at, cell);
}

void BiffSheetReader::take_link(CellAddress at, std::string_view result) {
    constexpr std::size_t k_tokens_at = 14;  // behind the result, flags and a cache
    if (version_ < Version::biff5) return;   // older versions have no links
    ByteReader in(result);
    in.skip(k_tokens_at);
    const std::string_view tokens = in.take_bytes(in.take<std::uint16_t>());
    std::string target =
        excel::hyperlink_of(tokens, version_ == Version::biff8 ? excel::TokenStrings::of_biff8
                                                               : excel::TokenStrings::of_bytes);
    if (!target.empty()) sheet_.links.push_back({{at, at}, std::move(target)});
}

void BiffSheetReader::take_row() {
    constexpr std::size_t k_flags_at = 12;
    constexpr unsigned k_outline = 0x07;
    constexpr unsigned k_hidden = 0x20;  // fDyZero
    const unsigned flags = number_at<std::uint8_t>(body(), k_flags_at);
    cells_.describe_row(number_at<std::uint16_t>(body(), 0), (flags & k_hidden) != 0,
                        flags & k_outline);
}

void BiffSheetReader::take_columns() {
    constexpr std::size_t k_flags_at = 8;
    constexpr unsigned k_hidden = 0x01;
    const std::uint32_t first = number_at<std::uint16_t>(body(), 0);
    const std::uint32_t last = number_at<std::uint16_t>(body(), 2);
    const unsigned flags = number_at<std::uint16_t>(body(), k_flags_at);
    if (first <= last) {
        sheet_.columns.push_back(
            {first, last, (flags & k_hidden) != 0, excel::outline_of_column(flags)});
    }
}

void BiffSheetReader::take_merges() {
    ByteReader in(body());
    for (auto count = in.take<std::uint16_t>(); count > 0; --count) {
        CellRange range;
        range.first.row = in.take<std::uint16_t>();
        range.last.row = in.take<std::uint16_t>();
        range.first.column = in.take<std::uint16_t>();
        range.last.column = in.take<std::uint16_t>();
        if (in.overrun()) return;
        const bool ordered =
            range.first.row <= range.last.row && range.first.column <= range.last.column;
        if (ordered && range.first != range.last) sheet_.merged.push_back(range);
    }
}

}  // namespace

Result<void> read_sheet(RecordStream& records, const SharedRecords& shared, Sheet& sheet) {
    return BiffSheetReader(records, shared, sheet).read();
}

}  // namespace tidytracker::biff
