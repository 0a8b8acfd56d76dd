// SPDX-License-Identifier: Apache-2.0
// In: the parts of an Office Open XML package. Out: all of its work sheets as the file has them.
// Knows where parts are and what they mean, not how they are written.
#include "read/excel/package_workbook.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "read/damage.hpp"
#include "read/xlsx/colours.hpp"
#include "read/xlsx/text.hpp"

namespace tidytracker::xlsx {
namespace {

/// Work sheets, and parts that do not say what they are; not charts, dialogues and macro sheets.
bool holds_cells(const SheetEntry& entry) {
    constexpr std::array<std::string_view, 4> k_without = {"chartsheet", "dialogsheet",
                                                           "xlMacrosheet", "xlIntlMacrosheet"};
    return std::ranges::find(k_without, entry.kind) == k_without.end();
}

class PackageReader {
  public:
    PackageReader(Package& package, const PartEncoding& encoding)
        : package_(package), encoding_(encoding) {}
    Result<Workbook> read();

  private:
    Result<void> read_properties();
    Result<void> read_shared(SharedParts& shared);
    Result<void> read_sheets(SharedParts& shared);
    Result<void> read_one(const SheetEntry& entry, SharedParts& shared);

    Package& package_;
    const PartEncoding& encoding_;
    WorkbookParts parts_{};
    Workbook workbook_{};
    Persons persons_{};
};

Result<Workbook> PackageReader::read() {
    Result<WorkbookParts> parts =
        find_workbook_parts(package_, encoding_.usual, encoding_.read_workbook);
    if (!parts) return tl::unexpected(parts.error());
    parts_ = *std::move(parts);
    workbook_.format = encoding_.format;
    workbook_.date_system = parts_.date_system;
    workbook_.description =
        fmt::format("{}{}, dates from {}", encoding_.name, parts_.strict ? " (strict)" : "",
                    parts_.date_system == DateSystem::from_1904 ? 1904 : 1900);
    StyleTable styles(workbook_);
    SharedParts shared{workbook_, package_.budget(), package_.findings(), styles,
                       parts_.references};
    Result<void> done = read_properties();
    if (done) done = read_shared(shared);
    if (done) done = read_sheets(shared);
    if (!done) return tl::unexpected(done.error());
    return std::move(workbook_);
}

Result<void> PackageReader::read_properties() {
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
Result<void> PackageReader::read_shared(SharedParts& shared) {
    Colours colours;
    Result<bool> read =
        package_.scan(parts_.theme, "", [&](XmlScanner& xml) { read_theme(xml, colours); });
    if (read) read = encoding_.read_styles(package_, parts_.styles, colours, shared);
    if (read) {
        read = package_.scan(parts_.persons, "",
                             [&](XmlScanner& xml) { read_persons(xml, persons_); });
    }
    if (read) read = encoding_.read_shared_strings(package_, parts_.shared_strings, shared);
    if (!read) return tl::unexpected(read.error());
    return {};
}

Result<void> PackageReader::read_sheets(SharedParts& shared) {
    for (const SheetEntry& entry : parts_.sheets) {
        if (!holds_cells(entry)) continue;
        if (Result<void> done = read_one(entry, shared); !done) return done;
    }
    return {};
}

Result<void> PackageReader::read_one(const SheetEntry& entry, SharedParts& shared) {
    Sheet sheet{.name = entry.name, .visibility = entry.visibility};
    const Result<Relationships> links = package_.relationships_of(entry.part);
    if (!links) return tl::unexpected(links.error());
    const Result<bool> found = encoding_.read_sheet(package_, entry, *links, shared, sheet);
    if (!found) return tl::unexpected(found.error());
    if (!*found) report_missing_sheet(entry.name, package_.findings());
    const Result<void> noted =
        read_notes(package_, *links, persons_, encoding_.read_comments, sheet);
    if (!noted) return noted;
    const Result<void> defined = read_tables(package_, *links, encoding_.read_table, sheet);
    if (!defined) return defined;
    workbook_.sheets.push_back(std::move(sheet));
    return {};
}

}  // namespace

Result<Workbook> read_package(Package& package, const PartEncoding& encoding) {
    return PackageReader(package, encoding).read();
}

}  // namespace tidytracker::xlsx
