// SPDX-License-Identifier: Apache-2.0
// In: the bytes of an OpenDocument spreadsheet, packed or flat. Out: all of its sheets as the file
// has them; a cell shows what its paragraphs say, and its value is what its attributes say. Never
// calculates, never follows a link, never trusts a repetition; damage is told by findings.
#include "read/ods/ods.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/ods/table.hpp"
#include "read/xlsx/package.hpp"
#include "read/xml_ending.hpp"
#include "read/xml_file.hpp"

namespace tidytracker {
namespace {

using namespace odf;

constexpr std::string_view k_content = "content.xml";
constexpr std::string_view k_spreadsheet_type = "opendocument.spreadsheet";
/// A share of the limit, so that a small file cannot use up the memory of a large one.
constexpr std::uint64_t k_cells_for_each_repeated = 10;

class DocumentReader {
  public:
    DocumentReader(const ReadOptions& options, Budget& budget, Findings& findings)
        : shared_{.workbook = workbook_,
                  .budget = budget,
                  .findings = findings,
                  .table = table_,
                  .styles = styles_,
                  .texts = texts_,
                  .choices = choices_,
                  .repeatable_cells = options.limits.cells / k_cells_for_each_repeated} {}

    /// Reads a part, or the whole of a flat file.
    void read(XmlScanner& xml);
    [[nodiscard]] Result<Workbook> finish(std::string_view format);

  private:
    void read_spreadsheet(XmlScanner& xml);
    void read_sheet(XmlScanner& xml);
    [[nodiscard]] bool takes(const XmlScanner& xml);

    Workbook workbook_{};
    StyleTable table_{workbook_};
    Styles styles_{table_};
    RecentTexts texts_{workbook_.strings};
    ChoiceSources choices_{};
    std::string version_{};
    bool is_spreadsheet_{};
    SharedParts shared_;
};

void DocumentReader::read(XmlScanner& xml) {
    while (xml.next_element(0)) {
        if (styles_.read(xml)) continue;
        if (xml.name() == "document" || xml.name() == "document-content") {
            version_ = xml.attribute("version");
        } else if (xml.name() == "title" && workbook_.title.empty()) {
            workbook_.title = xml.element_text();
            repair_utf8_from(0, workbook_.title);
        } else if (xml.name() == "spreadsheet") {
            is_spreadsheet_ = true;
            read_spreadsheet(xml);
        }
    }
}

/// Deleted cells that tracked changes remember stand in front of the tables.
void DocumentReader::read_spreadsheet(XmlScanner& xml) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "table") {
            read_sheet(xml);
        } else if (xml.name() == "content-validation") {
            choices_.read(xml);
        } else if (xml.name() == "database-range") {
            read_database_range(xml, workbook_.sheets);
        } else if (xml.name() != "content-validations" && xml.name() != "database-ranges") {
            xml.skip_element();
        }
    }
}

void DocumentReader::read_sheet(XmlScanner& xml) {
    Sheet sheet{.name = xml.attribute("name")};
    const std::string_view style = xml.raw_attribute("style-name");
    // LibreOffice keeps what it fetched from other files in hidden tables.
    if (style == "ta_extref" || sheet.name.starts_with("'file:")) return xml.skip_element();
    if (styles_.hides_table(style)) sheet.visibility = Visibility::hidden;
    read_table(xml, shared_, sheet);
    workbook_.sheets.push_back(std::move(sheet));
}

Result<Workbook> DocumentReader::finish(std::string_view format) {
    if (!is_spreadsheet_) {
        return fail(ErrorKind::unreadable, "the file holds no spreadsheet",
                    "open it in the program that wrote it and save it as .xlsx or .ods");
    }
    workbook_.format = format;
    workbook_.description =
        version_.empty() ? "OpenDocument" : fmt::format("OpenDocument {}", version_);
    return std::move(workbook_);
}

/// What the file says it is; older and odd programs leave that out.
std::string media_type(const Archive& archive, const Limits& limits) {
    const ArchiveEntry* const entry = archive.find("mimetype");
    if (entry == nullptr) return {};
    Budget budget(limits.inflated_bytes, limits.cells, limits.seconds);
    return archive.read(*entry, budget).value_or("");
}

int ods_confidence(const Input& input) {
    const Archive archive(input.bytes);
    if (archive.find(k_content) == nullptr) return 0;
    const std::string type = media_type(archive, {});
    if (type.find(k_spreadsheet_type) != std::string::npos) return 100;
    return type.empty() ? 60 : 0;
}

/// An encrypted file says so, part by part, in its manifest (ODF 1.3 part 2, 4.4).
Result<bool> is_encrypted(xlsx::Package& package) {
    bool encrypted = package.archive().find("encrypted-package") != nullptr;
    const Result<bool> read = package.scan("meta-inf/manifest.xml", "", [&](XmlScanner& xml) {
        while (xml.next_element(0)) encrypted = encrypted || xml.name() == "encryption-data";
    });
    if (!read) return read;
    return encrypted;
}

Result<Workbook> read_ods(const Input& input, const ReadOptions& options, Findings& findings) {
    const Archive archive(input.bytes);
    if (archive.find(k_content) == nullptr) {
        return fail(ErrorKind::unreadable, "the file is no OpenDocument spreadsheet",
                    "check that the file is complete and what program wrote it");
    }
    xlsx::Package package(archive, options.limits, findings);
    const Result<bool> encrypted = is_encrypted(package);
    if (!encrypted) return tl::unexpected(encrypted.error());
    if (*encrypted) {
        return fail(ErrorKind::encrypted, "the spreadsheet is encrypted",
                    "open it with its password in LibreOffice, choose File, Save As without "
                    "\"Save with password\", and try again");
    }
    DocumentReader reader(options, package.budget(), findings);
    for (const std::string_view part :
         {std::string_view("styles.xml"), k_content, std::string_view("meta.xml")}) {
        const Result<bool> read =
            package.scan(part, "", [&](XmlScanner& xml) { reader.read(xml); });
        if (!read) return tl::unexpected(read.error());
    }
    return reader.finish("ods");
}

int fods_confidence(const Input& input) {
    const std::optional<XmlRoot> root = xml_root_of(input.bytes);
    const bool flat = root && root->name == "document" && root->mentions(k_spreadsheet_type);
    return flat ? 100 : 0;
}

Result<Workbook> read_fods(const Input& input, const ReadOptions& options, Findings& findings) {
    const Limits& limits = options.limits;
    Budget budget(limits.inflated_bytes, limits.cells, limits.seconds);
    DocumentReader reader(options, budget, findings);
    const Result<void> read =
        scan_xml_file(input, options, findings, [&](XmlScanner& xml) { reader.read(xml); });
    if (!read) return tl::unexpected(read.error());
    return reader.finish("fods");
}

}  // namespace

const Reader& ods_reader() {
    static constexpr Reader k_reader{.name = "ods",
                                     .description = "OpenDocument spreadsheet (.ods)",
                                     .confidence = ods_confidence,
                                     .read = read_ods};
    return k_reader;
}

const Reader& fods_reader() {
    static constexpr Reader k_reader{
        .name = "fods",
        .description = "OpenDocument spreadsheet as one XML file (.fods)",
        .confidence = fods_confidence,
        .read = read_fods};
    return k_reader;
}

}  // namespace tidytracker
