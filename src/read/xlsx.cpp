// SPDX-License-Identifier: Apache-2.0
// In: the bytes of an Office Open XML workbook. Out: all of its work sheets as the file has them.
// Never calculates, never follows a link, never trusts a count; damage is told by findings.
#include "read/xlsx.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "read/damage.hpp"
#include "read/excel_encryption.hpp"
#include "read/xlsx_notes.hpp"
#include "read/xlsx_package.hpp"
#include "read/xlsx_sheet.hpp"
#include "read/xlsx_styles.hpp"
#include "read/xlsx_workbook.hpp"

namespace tidytracker {
namespace {

using namespace xlsx;

int confidence(const Input& input) {
    if (excel::is_encrypted_package(input.bytes)) return 95;
    const Archive archive(input.bytes);
    if (archive.find("xl/workbook.xml") != nullptr) return 100;
    const auto ends_with = [&archive](std::string_view end) {
        return std::ranges::any_of(archive.entries(), [end](const ArchiveEntry& entry) {
            return entry.name.ends_with(end);
        });
    };
    if (ends_with("workbook.bin")) return 0;  // the binary format, which is another reader's
    if (ends_with("workbook.xml")) return 90;
    const auto is_sheet = [](const ArchiveEntry& entry) {
        return entry.name.starts_with("xl/worksheets/") && entry.name.ends_with(".xml");
    };
    return std::ranges::any_of(archive.entries(), is_sheet) ? 80 : 0;
}

/// Work sheets, and parts that do not say what they are; not charts, dialogues and macro sheets.
bool holds_cells(const SheetEntry& entry) {
    constexpr std::array<std::string_view, 4> k_without = {"chartsheet", "dialogsheet",
                                                           "xlMacrosheet", "xlIntlMacrosheet"};
    return std::ranges::find(k_without, entry.kind) == k_without.end();
}

class WorkbookReader {
  public:
    explicit WorkbookReader(Package& package) : package_(package) {}
    Result<Workbook> read();

  private:
    Result<void> read_properties();
    Result<void> read_shared();
    Result<void> read_sheets();
    Result<void> read_one(const SheetEntry& entry, SharedParts& shared);

    Package& package_;
    WorkbookParts parts_{};
    Workbook workbook_{};
    Persons persons_{};
    SharedStrings strings_{};
};

Result<Workbook> WorkbookReader::read() {
    Result<WorkbookParts> parts = find_workbook_parts(package_);
    if (!parts) return tl::unexpected(parts.error());
    parts_ = *std::move(parts);
    workbook_.format = "xlsx";
    workbook_.date_system = parts_.date_system;
    workbook_.description =
        fmt::format("Office Open XML{}, dates from {}", parts_.strict ? " (strict)" : "",
                    parts_.date_system == DateSystem::from_1904 ? 1904 : 1900);
    Result<void> done = read_properties();
    if (done) done = read_shared();
    if (done) done = read_sheets();
    if (!done) return tl::unexpected(done.error());
    return std::move(workbook_);
}

Result<void> WorkbookReader::read_properties() {
    const auto visit = [this](XmlScanner& xml) {
        while (xml.next_element(0)) {
            if (xml.name() != "title") continue;
            workbook_.title.clear();
            append_string(xml.element_text(), workbook_.title);
        }
    };
    const Result<bool> read = package_.scan(parts_.properties, "", visit);
    if (!read) return tl::unexpected(read.error());
    return {};
}

/// Styles, theme, persons and strings; each of them may be missing.
Result<void> WorkbookReader::read_shared() {
    Colours colours;
    Result<bool> read =
        package_.scan(parts_.theme, "", [&](XmlScanner& xml) { read_theme(xml, colours); });
    if (read) {
        read = package_.scan(parts_.styles, "",
                             [&](XmlScanner& xml) { read_styles(xml, colours, workbook_); });
    }
    if (read) {
        read = package_.scan(parts_.persons, "",
                             [&](XmlScanner& xml) { read_persons(xml, persons_); });
    }
    if (read) {
        read = package_.scan(parts_.shared_strings, "", [&](XmlScanner& xml) {
            strings_ = read_shared_strings(xml, workbook_);
        });
    }
    if (!read) return tl::unexpected(read.error());
    return {};
}

Result<void> WorkbookReader::read_sheets() {
    StyleTable styles(workbook_);
    SharedParts shared{workbook_, package_.budget(), package_.findings(), styles, strings_};
    for (const SheetEntry& entry : parts_.sheets) {
        if (!holds_cells(entry)) continue;
        if (Result<void> done = read_one(entry, shared); !done) return done;
    }
    return {};
}

Result<void> WorkbookReader::read_one(const SheetEntry& entry, SharedParts& shared) {
    Sheet sheet{.name = entry.name, .visibility = entry.visibility};
    const Result<Relationships> links = package_.relationships_of(entry.part);
    if (!links) return tl::unexpected(links.error());
    const Result<bool> found = package_.scan(
        entry.part, entry.name, [&](XmlScanner& xml) { read_sheet(xml, *links, shared, sheet); });
    if (!found) return tl::unexpected(found.error());
    if (!*found) report_missing_sheet(entry.name, package_.findings());
    if (Result<void> done = read_notes(package_, *links, persons_, sheet); !done) return done;
    workbook_.sheets.push_back(std::move(sheet));
    return {};
}

Result<Workbook> read_xlsx(const Input& input, const ReadOptions& options, Findings& findings) {
    if (excel::is_encrypted_package(input.bytes)) return excel::refuse_encrypted();
    const Archive archive(input.bytes);
    if (archive.entries().empty()) {
        return fail(ErrorKind::unreadable, "the file is no XLSX workbook: it is not a ZIP archive",
                    "check that the file is complete and what program wrote it");
    }
    Package package(archive, options.limits, findings);
    return WorkbookReader(package).read();
}

}  // namespace

const Reader& xlsx_reader() {
    static constexpr Reader k_reader{.name = "xlsx",
                                     .description = "Excel workbook (.xlsx, .xlsm)",
                                     .confidence = confidence,
                                     .read = read_xlsx};
    return k_reader;
}

}  // namespace tidytracker
