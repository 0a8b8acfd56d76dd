// SPDX-License-Identifier: Apache-2.0
// In: the records of a work sheet part. Out: its cells, merges, hidden rows and columns, links,
// lists of choices.
// Never believes the dimension or a count, never calculates.
#include "read/xlsb/sheet.hpp"

#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "read/choice_lists.hpp"
#include "read/damage.hpp"
#include "read/excel/cells.hpp"
#include "read/excel/sheet_cells.hpp"
#include "read/xlsb/records.hpp"

namespace tidytracker::biff12 {
namespace {

/// How a cell record's value is stored.
enum class ValueKind : std::uint8_t { blank, rk, error, boolean, real, text, shared, rich };

struct CellRecord {
    ValueKind kind{};
    bool is_short{};  ///< without a column: it stands right of the cell before it
    bool formula{};
};

/// By record type, 0 to 18 (2.3.2).
constexpr CellRecord k_cell_records[] = {
    {},  // a row
    {ValueKind::blank},
    {ValueKind::rk},
    {ValueKind::error},
    {ValueKind::boolean},
    {ValueKind::real},
    {ValueKind::text},
    {ValueKind::shared},
    {ValueKind::text, false, true},
    {ValueKind::real, false, true},
    {ValueKind::boolean, false, true},
    {ValueKind::error, false, true},
    {ValueKind::blank, true},
    {ValueKind::rk, true},
    {ValueKind::error, true},
    {ValueKind::boolean, true},
    {ValueKind::real, true},
    {ValueKind::text, true},
    {ValueKind::shared, true},
};

class BinarySheetReader {
  public:
    BinarySheetReader(std::string_view part, const xlsx::Relationships& relationships,
                      xlsx::SharedParts& shared, Sheet& sheet)
        : records_(part),
          relationships_(relationships),
          shared_(shared),
          sheet_(sheet),
          cells_(shared.workbook, shared.budget),
          texts_(shared.workbook, shared.strings) {}

    Result<void> read();

  private:
    void take_record(const Record& record);
    void take_row(ByteReader in);
    void take_cell(const CellRecord& record, ByteReader in);
    bool take_value(ValueKind kind, ByteReader& in, Cell& cell);
    void take_number(double value, Cell& cell);
    void take_formula_link(ByteReader& in);
    void take_columns(ByteReader in);
    void take_link(ByteReader in);
    void take_choices(ByteReader in);

    RecordStream records_;
    const xlsx::Relationships& relationships_;
    xlsx::SharedParts& shared_;
    Sheet& sheet_;
    SheetCells cells_;
    excel::CellTexts texts_;
    CellAddress at_{};
    RichString text_{};
};

Result<void> BinarySheetReader::read() {
    Result<void> done;
    bool ended = false;
    while (done && records_.next()) {
        const Record& record = records_.record();
        ended = ended || record.type == RecordType::end_sheet;
        take_record(record);
        if (record.type != RecordType::row_header) continue;
        done = cells_.book();
        cells_.expect(records_.share_read());
    }
    if (done) done = cells_.book();
    cells_.move_into(sheet_, shared_.findings);
    if (done && !ended) {
        report_damage("truncated-file", Severity::error, sheet_.name,
                      "the file breaks off in this work sheet", shared_.findings);
    }
    return done;
}

void BinarySheetReader::take_record(const Record& record) {
    const ByteReader in(record.body);
    if (record.type == RecordType::row_header) return take_row(in);
    if (record.type < std::size(k_cell_records)) return take_cell(k_cell_records[record.type], in);
    switch (record.type) {
        case RecordType::cell_rich_string:
            return take_cell({ValueKind::rich}, in);
        case RecordType::column_info:
            return take_columns(in);
        case RecordType::merged_cell: {
            ByteReader range_in = in;
            const auto range = take_range(range_in);
            if (range && range->first != range->last) sheet_.merged.push_back(*range);
            return;
        }
        case RecordType::hyperlink:
            return take_link(in);
        case RecordType::data_validation:
            return take_choices(in);
        default:
            return;
    }
}

/// 2.4.749.
void BinarySheetReader::take_row(ByteReader in) {
    constexpr std::size_t k_between = 7;  // style, height, flags about spacing
    constexpr unsigned k_outline = 0x07;
    constexpr unsigned k_hidden = 0x10;  // fDyZero
    at_ = {in.take<std::uint32_t>(), 0};
    in.skip(k_between);
    const unsigned flags = in.take<std::uint8_t>();
    cells_.describe_row(at_.row, (flags & k_hidden) != 0, flags & k_outline);
}

/// 2.5.9 and 2.5.10: column, then 24 bits of style and 8 of flags.
void BinarySheetReader::take_cell(const CellRecord& record, ByteReader in) {
    if (!record.is_short) at_.column = in.take<std::uint32_t>();
    const std::uint32_t style = in.take<std::uint32_t>() & 0xFFFFFFU;
    Cell cell{.formula = record.formula};
    if (style < shared_.workbook.styles.size()) cell.style = static_cast<std::uint16_t>(style);
    const bool lost = !take_value(record.kind, in, cell);
    if (record.formula) take_formula_link(in);
    cells_.place(at_, cell, lost);
    ++at_.column;
}

/// False if the value is a shared string that is not there.
bool BinarySheetReader::take_value(ValueKind kind, ByteReader& in, Cell& cell) {
    switch (kind) {
        case ValueKind::blank:
            return true;
        case ValueKind::rk:
            take_number(excel::number_from_rk(in.take<std::uint32_t>()), cell);
            return true;
        case ValueKind::real:
            take_number(std::bit_cast<double>(in.take<std::uint64_t>()), cell);
            return true;
        case ValueKind::error:
            texts_.set(excel::error_name(in.take<std::uint8_t>()), CellKind::error, cell);
            return true;
        case ValueKind::boolean:
            cell.kind = CellKind::boolean;
            cell.number = in.take<std::uint8_t>() != 0 ? 1 : 0;
            return true;
        case ValueKind::text:
            text_.text.clear();
            append_string(in, text_.text);
            texts_.set(text_.text, CellKind::text, cell);
            return true;
        case ValueKind::rich:
            take_rich_string(in, shared_.fonts, text_);
            texts_.set_rich(text_.text, text_.runs, cell);
            return true;
        case ValueKind::shared:
            return texts_.set_shared(in.take<std::uint32_t>(), cell);
    }
    return true;
}

void BinarySheetReader::take_number(double value, Cell& cell) {
    if (!std::isfinite(value)) {
        cell.stale = cell.formula;
        return;
    }
    cell.kind = CellKind::number;
    cell.number = value;
}

void BinarySheetReader::take_formula_link(ByteReader& in) {
    in.skip(2);
    const std::string_view tokens = in.take_bytes(in.take<std::uint32_t>());
    std::string target = excel::hyperlink_of(tokens, excel::TokenStrings::of_biff12);
    if (!target.empty()) sheet_.links.push_back({{at_, at_}, std::move(target)});
}

/// 2.4.323.
void BinarySheetReader::take_columns(ByteReader in) {
    constexpr std::size_t k_between = 8;  // width, style
    const auto first = in.take<std::uint32_t>();
    const auto last = in.take<std::uint32_t>();
    in.skip(k_between);
    const unsigned flags = in.take<std::uint16_t>();
    if (first > last || first >= k_most_sheet_columns) return;
    sheet_.columns.push_back({first, std::min(last, k_most_sheet_columns - 1), (flags & 1U) != 0,
                              excel::outline_of_column(flags)});
}

/// 2.4.664: a link leads out of the file by its relationship, into it by its location, or both.
void BinarySheetReader::take_link(ByteReader in) {
    const std::optional<CellRange> range = take_range(in);
    const xlsx::Relationship* relationship = xlsx::find_by_id(relationships_, take_string(in));
    const std::string location = take_string(in);
    std::string target = relationship != nullptr ? relationship->target : "";
    if (!location.empty()) target.append("#").append(location);
    if (range && !target.empty()) sheet_.links.push_back({*range, std::move(target)});
}

/// 2.4.353: flags, ranges, four texts for its reader, two formulas.
void BinarySheetReader::take_choices(ByteReader in) {
    constexpr int k_texts = 4;
    if (!excel::is_list_validation(in.take<std::uint32_t>())) return;
    std::vector<CellRange> ranges;
    for (auto count = in.take<std::uint32_t>(); count > 0 && !in.rest().empty(); --count) {
        if (const std::optional<CellRange> range = take_range(in)) ranges.push_back(*range);
    }
    for (int i = 0; i < k_texts; ++i) (void)take_string(in);
    const std::string_view tokens = in.take_bytes(in.take<std::uint32_t>());
    const std::string source =
        excel::choices_source(tokens, excel::TokenStrings::of_biff12, shared_.references);
    for (const CellRange& range : ranges) add_choice_list(range, source, sheet_.choices);
}

}  // namespace

Result<void> read_sheet(std::string_view part, const xlsx::Relationships& relationships,
                        xlsx::SharedParts& shared, Sheet& sheet) {
    return BinarySheetReader(part, relationships, shared, sheet).read();
}

}  // namespace tidytracker::biff12
