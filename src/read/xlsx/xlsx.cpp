// SPDX-License-Identifier: Apache-2.0
// In: the bytes of an Office Open XML workbook. Out: all of its work sheets as the file has them.
// Never calculates, never follows a link, never trusts a count; damage is told by findings.
#include "read/xlsx/xlsx.hpp"

#include <algorithm>
#include <string>

#include "read/excel/encryption.hpp"
#include "read/excel/package_encryption.hpp"
#include "read/excel/package_workbook.hpp"
#include "read/xlsb/xlsb.hpp"
#include "read/xlsx/styles.hpp"
#include "read/xlsx/text.hpp"

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

Result<bool> read_workbook_xml(Package& package, const std::string& part,
                               const Relationships& relationships, WorkbookParts& parts) {
    return package.scan(part, "",
                        [&](XmlScanner& xml) { read_workbook(xml, relationships, parts); });
}

Result<bool> read_styles_xml(Package& package, const std::string& part, Colours& colours,
                             SharedParts& shared) {
    return package.scan(part, "",
                        [&](XmlScanner& xml) { read_styles(xml, colours, shared.workbook); });
}

Result<bool> read_shared_strings_xml(Package& package, const std::string& part,
                                     SharedParts& shared) {
    return package.scan(part, "", [&](XmlScanner& xml) {
        shared.strings = read_shared_strings(xml, shared.workbook);
    });
}

Result<bool> read_sheet_xml(Package& package, const SheetEntry& entry,
                            const Relationships& relationships, SharedParts& shared, Sheet& sheet) {
    return package.scan(entry.part, entry.name,
                        [&](XmlScanner& xml) { read_sheet(xml, relationships, shared, sheet); });
}

Result<bool> read_comments_xml(Package& package, const std::string& part, const std::string& place,
                               excel::LegacyNotes& out) {
    return package.scan(part, place, [&](XmlScanner& xml) { read_comments(xml, out); });
}

Result<bool> read_table_xml(Package& package, const std::string& part, const std::string& place,
                            std::vector<DefinedTable>& tables) {
    return package.scan(part, place, [&](XmlScanner& xml) { read_table(xml, tables); });
}

constexpr PartEncoding k_xml_parts{.format = "xlsx",
                                   .name = "Office Open XML",
                                   .usual = {.workbook = "xl/workbook.xml",
                                             .shared_strings = "xl/sharedstrings.xml",
                                             .styles = "xl/styles.xml",
                                             .suffix = ".xml"},
                                   .read_workbook = read_workbook_xml,
                                   .read_styles = read_styles_xml,
                                   .read_shared_strings = read_shared_strings_xml,
                                   .read_sheet = read_sheet_xml,
                                   .read_comments = read_comments_xml,
                                   .read_table = read_table_xml};

Result<Workbook> read_xlsx(const Input& input, const ReadOptions& options, Findings& findings);

/// A workbook, of XML or of binary records, that Excel itself opens without asking.
Result<Workbook> read_encrypted(const Input& input, const ReadOptions& options,
                                Findings& findings) {
    const Result<std::string> package = excel::decrypted_package(input.bytes, options.limits);
    if (!package) return tl::unexpected(package.error());
    const Input plain{.name = input.name, .bytes = *package};
    const bool binary = xlsb_reader().confidence(plain) > confidence(plain);
    Result<Workbook> workbook = (binary ? xlsb_reader().read : read_xlsx)(plain, options, findings);
    if (workbook) workbook->description += ", encrypted with Excel's own password";
    return workbook;
}

Result<Workbook> read_xlsx(const Input& input, const ReadOptions& options, Findings& findings) {
    if (excel::is_encrypted_package(input.bytes)) return read_encrypted(input, options, findings);
    const Archive archive(input.bytes);
    if (archive.entries().empty()) {
        return fail(ErrorKind::unreadable, "the file is no XLSX workbook: it is not a ZIP archive",
                    "check that the file is complete and what program wrote it");
    }
    Package package(archive, options.limits, findings);
    return read_package(package, k_xml_parts);
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
