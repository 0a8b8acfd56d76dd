// SPDX-License-Identifier: Apache-2.0
// In: an XML spreadsheet of Excel 2002 or 2003. Out: all of its work sheets as the file has them.
// Never calculates, never follows a link, never trusts a count; damage is told by findings.
#include "read/spreadsheetml/spreadsheetml.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/spreadsheetml/sheet.hpp"
#include "read/xml_file.hpp"

namespace tidytracker {
namespace {

using namespace spreadsheetml;

constexpr std::string_view k_name_space = "urn:schemas-microsoft-com:office:spreadsheet";

int spreadsheetml_confidence(const Input& input) {
    const std::optional<XmlRoot> root = xml_root_of(input.bytes);
    if (!root || root->name != "Workbook") return 0;
    // Some scripts forget the name space, without which Excel itself refuses the file.
    return root->mentions(k_name_space) ? 100 : 60;
}

class SpreadsheetReader {
  public:
    SpreadsheetReader(Budget& budget, Findings& findings)
        : shared_{.workbook = workbook_,
                  .budget = budget,
                  .findings = findings,
                  .table = table_,
                  .styles = styles_,
                  .texts = texts_} {}
    void read(XmlScanner& xml);
    [[nodiscard]] Workbook finish();

  private:
    Workbook workbook_{};
    StyleTable table_{workbook_};
    Styles styles_{table_};
    RecentTexts texts_{workbook_.strings};
    SharedParts shared_;
};

void SpreadsheetReader::read(XmlScanner& xml) {
    while (xml.next_element(0)) {
        if (xml.name() == "Styles") {
            styles_.read(xml);
        } else if (xml.name() == "Title" && workbook_.title.empty()) {
            workbook_.title = xml.element_text();
            repair_utf8_from(0, workbook_.title);
        } else if (xml.name() == "Date1904") {
            workbook_.date_system = DateSystem::from_1904;
        } else if (xml.name() == "Worksheet") {
            Sheet sheet{.name = xml.attribute("Name")};
            read_sheet(xml, shared_, sheet);
            workbook_.sheets.push_back(std::move(sheet));
        }
    }
}

Workbook SpreadsheetReader::finish() {
    workbook_.format = "xml";
    workbook_.description =
        fmt::format("SpreadsheetML 2003, dates from {}",
                    workbook_.date_system == DateSystem::from_1904 ? 1904 : 1900);
    return std::move(workbook_);
}

Result<Workbook> read_spreadsheetml(const Input& input, const ReadOptions& options,
                                    Findings& findings) {
    const Limits& limits = options.limits;
    Budget budget(limits.inflated_bytes, limits.cells, limits.seconds);
    SpreadsheetReader reader(budget, findings);
    const Result<void> read =
        scan_xml_file(input, options, findings, [&](XmlScanner& xml) { reader.read(xml); });
    if (!read) return tl::unexpected(read.error());
    Workbook workbook = reader.finish();
    if (workbook.sheets.empty()) {
        return fail(ErrorKind::unreadable, "the file holds no work sheet",
                    "check that it is an XML spreadsheet, or open it in the program that wrote it");
    }
    return workbook;
}

}  // namespace

const Reader& spreadsheetml_reader() {
    static constexpr Reader k_reader{.name = "xml",
                                     .description = "Excel 2003 XML spreadsheet (.xml, or .xls)",
                                     .confidence = spreadsheetml_confidence,
                                     .read = read_spreadsheetml};
    return k_reader;
}

}  // namespace tidytracker
