// SPDX-License-Identifier: Apache-2.0
// In: the bytes of a binary Excel workbook, a package whose main parts are binary records. Out: all
// of its work sheets as the file has them. Never calculates, never follows a link, never trusts a
// count; damage is told by findings.
#include "read/xlsb/xlsb.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "read/excel/package_workbook.hpp"
#include "read/xlsb/parts.hpp"
#include "read/xlsb/sheet.hpp"

namespace tidytracker {
namespace {

using xlsx::Package;

int xlsb_confidence(const Input& input) {
    const Archive archive(input.bytes);
    const auto is_part = [](const ArchiveEntry& entry) {
        return entry.name.ends_with("workbook.bin") ||
               (entry.name.starts_with("xl/worksheets/") && entry.name.ends_with(".bin"));
    };
    if (archive.find("xl/workbook.bin") != nullptr) return 100;
    const bool some = std::ranges::any_of(archive.entries(), is_part);
    // Work books in XML have binary parts too, for printers; those stand elsewhere.
    return some && archive.find("xl/workbook.xml") == nullptr ? 90 : 0;
}

/// Lets `visit` see the part's bytes. False if there is no such part.
template <class Visit>
Result<bool> with_part(Package& package, const std::string& part, std::string_view place,
                       const Visit& visit) {
    const Result<std::optional<std::string>> bytes = package.read(part, place);
    if (!bytes) return tl::unexpected(bytes.error());
    if (!*bytes) return false;
    const Result<void> done = visit(std::string_view(**bytes));
    if (!done) return tl::unexpected(done.error());
    return true;
}

Result<bool> read_workbook_records(Package& package, const std::string& part,
                                   const xlsx::Relationships& relationships,
                                   xlsx::WorkbookParts& parts) {
    return with_part(package, part, "", [&](std::string_view bytes) -> Result<void> {
        biff12::read_workbook(bytes, relationships, parts);
        return {};
    });
}

Result<bool> read_style_records(Package& package, const std::string& part, excel::Colours& colours,
                                xlsx::SharedParts& shared) {
    return with_part(package, part, "", [&](std::string_view bytes) -> Result<void> {
        biff12::read_styles(bytes, colours, shared);
        return {};
    });
}

Result<bool> read_shared_string_records(Package& package, const std::string& part,
                                        xlsx::SharedParts& shared) {
    return with_part(package, part, "", [&](std::string_view bytes) -> Result<void> {
        shared.strings = biff12::read_shared_strings(bytes, shared);
        return {};
    });
}

Result<bool> read_sheet_records(Package& package, const xlsx::SheetEntry& entry,
                                const xlsx::Relationships& relationships, xlsx::SharedParts& shared,
                                Sheet& sheet) {
    return with_part(package, entry.part, entry.name, [&](std::string_view bytes) {
        return biff12::read_sheet(bytes, relationships, shared, sheet);
    });
}

Result<bool> read_comment_records(Package& package, const std::string& part,
                                  const std::string& place, excel::LegacyNotes& out) {
    return with_part(package, part, place, [&](std::string_view bytes) -> Result<void> {
        biff12::read_comments(bytes, out);
        return {};
    });
}

Result<bool> read_table_records(Package& package, const std::string& part, const std::string& place,
                                std::vector<DefinedTable>& tables) {
    return with_part(package, part, place, [&](std::string_view bytes) -> Result<void> {
        biff12::read_table(bytes, tables);
        return {};
    });
}

constexpr xlsx::PartEncoding k_binary_parts{.format = "xlsb",
                                            .name = "Excel binary workbook",
                                            .usual = {.workbook = "xl/workbook.bin",
                                                      .shared_strings = "xl/sharedstrings.bin",
                                                      .styles = "xl/styles.bin",
                                                      .suffix = ".bin"},
                                            .read_workbook = read_workbook_records,
                                            .read_styles = read_style_records,
                                            .read_shared_strings = read_shared_string_records,
                                            .read_sheet = read_sheet_records,
                                            .read_comments = read_comment_records,
                                            .read_table = read_table_records};

Result<Workbook> read_xlsb(const Input& input, const ReadOptions& options, Findings& findings) {
    const Archive archive(input.bytes);
    if (archive.entries().empty()) {
        return fail(ErrorKind::unreadable, "the file is no XLSB workbook: it is not a ZIP archive",
                    "check that the file is complete and what program wrote it");
    }
    Package package(archive, options.limits, findings);
    return xlsx::read_package(package, k_binary_parts);
}

}  // namespace

const Reader& xlsb_reader() {
    static constexpr Reader k_reader{.name = "xlsb",
                                     .description = "binary Excel workbook (.xlsb)",
                                     .confidence = xlsb_confidence,
                                     .read = read_xlsb};
    return k_reader;
}

}  // namespace tidytracker
