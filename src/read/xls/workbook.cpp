// SPDX-License-Identifier: Apache-2.0
#include "read/xls/workbook.hpp"

#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "read/damage.hpp"
#include "read/xls/references.hpp"
#include "read/xls/sheet.hpp"
#include "read/xls/styles.hpp"
#include "read/xls/text.hpp"

namespace tidytracker::biff {
namespace {

struct SheetPlace {
    std::string name{};
    Visibility visibility{Visibility::visible};
    std::size_t at{};  ///< of its first record in the stream
};

class BiffWorkbookReader {
  public:
    BiffWorkbookReader(std::string_view stream, Version version, Budget& budget, Findings& findings)
        : stream_(stream),
          budget_(budget),
          findings_(findings),
          text_(version),
          styles_(text_),
          references_(text_) {}

    Result<Workbook> read();

  private:
    void take_globals(bool whole_stream);
    void take_global(RecordStream& records);
    void take_bound_sheet(std::string_view body);
    void take_begin(const Record& record);
    void find_sheets();
    Result<void> read_sheets();
    [[nodiscard]] std::string next_sheet_name();

    std::string_view stream_{};
    Budget& budget_;
    Findings& findings_;
    Workbook workbook_{};
    TextReader text_;
    StyleRecords styles_;
    ReferenceRecords references_;
    excel::SharedStrings strings_{};
    std::vector<SheetPlace> sheets_{};
    bool lists_sheets_{};       ///< some of which may be charts
    std::string sheet_name_{};  ///< of the sheet to come, in a BIFF4 workbook
};

bool is_begin(std::uint16_t type) {
    return type == RecordType::begin || type == RecordType::begin4 || type == RecordType::begin3 ||
           type == RecordType::begin2;
}

std::uint16_t substream_type(const Record& record) {
    return number_at<std::uint16_t>(record.body, 2);
}

std::string_view program_of(Version version) {
    constexpr std::array<std::string_view, 9> k_programs = {
        "", "", "Excel 2", "Excel 3", "Excel 4", "Excel 5 and 95", "", "", "Excel 97 to 2003"};
    return k_programs[static_cast<std::size_t>(version)];
}

Result<Workbook> BiffWorkbookReader::read() {
    RecordStream records(stream_);
    const bool has_globals =
        records.next() && substream_type(records.record()) == SubstreamType::globals;
    // Versions before 5, and sheets that stand alone, have styles among their cells.
    take_globals(!has_globals);
    if (sheets_.empty() && !lists_sheets_) find_sheets();
    styles_.move_into(workbook_);
    workbook_.format = "xls";
    workbook_.description =
        fmt::format("{} (BIFF{}), dates from {}", program_of(text_.version()),
                    static_cast<int>(text_.version()),
                    workbook_.date_system == DateSystem::from_1904 ? 1904 : 1900);
    if (Result<void> done = read_sheets(); !done) return tl::unexpected(done.error());
    if (workbook_.sheets.empty() && !lists_sheets_) {
        return fail(ErrorKind::unreadable, "the file holds no work sheet",
                    "check that it is a spreadsheet, or open it in the program that wrote it");
    }
    return std::move(workbook_);
}

void BiffWorkbookReader::take_globals(bool whole_stream) {
    RecordStream records(stream_);
    while (records.next()) {
        if (records.record().type == RecordType::end_of_file && !whole_stream) return;
        take_global(records);
    }
}

void BiffWorkbookReader::take_global(RecordStream& records) {
    const Record& record = records.record();
    switch (record.type) {
        case RecordType::code_page:
            return text_.set_code_page(number_at<std::uint16_t>(record.body, 0));
        case RecordType::date_mode:
            workbook_.date_system = number_at<std::uint16_t>(record.body, 0) == 1
                                        ? DateSystem::from_1904
                                        : DateSystem::from_1900;
            return;
        case RecordType::bound_sheet:
            return take_bound_sheet(record.body);
        case RecordType::sheet_header4:
            if (record.body.size() > 4) {
                sheet_name_ = text_.read(record.body.substr(4), LengthField::one_byte);
            }
            return;
        case RecordType::shared_strings:
            strings_ =
                read_shared_strings(records.with_continuations(), styles_.fonts(), workbook_);
            return;
        case RecordType::begin:
        case RecordType::begin4:
        case RecordType::begin3:
        case RecordType::begin2:
            return take_begin(record);
        case RecordType::external_book:
        case RecordType::external_sheets:
        case RecordType::defined_name:
            return references_.take(record);
        default:
            return styles_.take(record);
    }
}

/// [MS-XLS] 2.4.28; charts, dialogues and macro sheets have no cells that a reader would see.
void BiffWorkbookReader::take_bound_sheet(std::string_view body) {
    constexpr std::size_t k_name_at = 6;
    constexpr unsigned k_hidden_states = 3;
    lists_sheets_ = true;
    if (body.size() <= k_name_at) return;
    std::string name = text_.read(body.substr(k_name_at), LengthField::one_byte);
    references_.add_sheet(name);
    if (number_at<std::uint8_t>(body, 5) != 0) return;
    const unsigned state = number_at<std::uint8_t>(body, 4) & k_hidden_states;
    sheets_.push_back({.name = std::move(name),
                       .visibility = state == 0   ? Visibility::visible
                                     : state == 1 ? Visibility::hidden
                                                  : Visibility::very_hidden,
                       .at = number_at<std::uint32_t>(body, 0)});
}

/// Before version 5 nothing lists the sheets.
void BiffWorkbookReader::take_begin(const Record& record) {
    if (substream_type(record) != SubstreamType::work_sheet) return;
    sheets_.push_back({.name = next_sheet_name(), .at = record.at});
}

std::string BiffWorkbookReader::next_sheet_name() {
    if (!sheet_name_.empty()) return std::exchange(sheet_name_, {});
    return fmt::format("Sheet{}", sheets_.size() + 1);
}

/// The list of sheets is lost: takes them as they come.
void BiffWorkbookReader::find_sheets() {
    RecordStream records(stream_);
    while (records.next()) {
        if (is_begin(records.record().type)) take_begin(records.record());
    }
}

Result<void> BiffWorkbookReader::read_sheets() {
    const SharedRecords shared{
        workbook_, budget_, findings_, text_, styles_.fonts(), strings_, references_.references()};
    std::set<std::size_t> seen;
    for (SheetPlace& place : sheets_) {
        Sheet sheet{.name = std::move(place.name), .visibility = place.visibility};
        RecordStream records(stream_, place.at);
        const bool there = records.next() && is_begin(records.record().type);
        if (there && seen.insert(place.at).second) {
            if (Result<void> done = read_sheet(records, shared, sheet); !done) return done;
        } else {
            report_missing_sheet(sheet.name, findings_);
        }
        workbook_.sheets.push_back(std::move(sheet));
    }
    return {};
}

}  // namespace

std::optional<Version> version_of(std::string_view stream) {
    // The version 5 and 8 record is longer than this; some programs write one of 8 bytes in BIFF8.
    constexpr std::size_t k_shortest_begin = 4;
    constexpr std::uint16_t k_version_8 = 0x0600;
    RecordStream records(stream);
    if (!records.next() || records.record().body.size() < k_shortest_begin) return std::nullopt;
    const std::uint16_t type = substream_type(records.record());
    const bool known = type == SubstreamType::globals || type == SubstreamType::work_sheet ||
                       type == SubstreamType::workspace4;
    if (!known) return std::nullopt;
    switch (records.record().type) {
        case RecordType::begin2:
            return Version::biff2;
        case RecordType::begin3:
            return Version::biff3;
        case RecordType::begin4:
            return Version::biff4;
        case RecordType::begin:
            return number_at<std::uint16_t>(records.record().body, 0) == k_version_8
                       ? Version::biff8
                       : Version::biff5;
        default:
            return std::nullopt;
    }
}

Result<Workbook> read_workbook(std::string_view stream, Budget& budget, Findings& findings) {
    const std::optional<Version> version = version_of(stream);
    if (!version) {
        return fail(ErrorKind::unreadable, "the file holds no workbook",
                    "check that it is a spreadsheet, or open it in the program that wrote it");
    }
    return BiffWorkbookReader(stream, *version, budget, findings).read();
}

}  // namespace tidytracker::biff
