// SPDX-License-Identifier: Apache-2.0
#include "read/signature.hpp"

#include <algorithm>
#include <array>

#include "base/compound_file.hpp"
#include "base/text.hpp"
#include "read/text_source.hpp"

namespace tidytracker {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t k_window = 64U << 10U;

constexpr std::string_view k_zip = "PK\x03\x04"sv;
constexpr std::string_view k_as_workbook = "open it in a spreadsheet program and save it as .xlsx";
constexpr std::string_view k_as_text =
    "copy its table into a spreadsheet and save that as .xlsx, or save it as plain text";
constexpr std::string_view k_mend =
    "open it in a spreadsheet program, which may mend it, and save it again";
constexpr std::string_view k_as_document =
    "open it in a word processor and save it as .docx (Word: File, Save As, Word Document)";
constexpr std::string_view k_unpack = "unpack it, and name the files in it";
constexpr std::string_view k_of_image =
    "an image holds no text; ask for the document that it was made from";

/// Names in zip archives stand at the start and in the directory at the end. The first line that
/// fits counts, so the specific ones stand first.
constexpr std::array k_signatures{
    Signature{"%PDF-", 0, "", false, "a PDF document", ErrorKind::unsupported, k_as_text},
    Signature{k_zip, 0, "opendocument.spreadsheet", false, "an OpenDocument spreadsheet (.ods)",
              ErrorKind::unreadable, k_mend},
    Signature{k_zip, 0, "opendocument.presentation", false, "an OpenDocument presentation (.odp)",
              ErrorKind::unsupported, k_as_text},
    Signature{k_zip, 0, "opendocument.graphics", false, "an OpenDocument drawing (.odg)",
              ErrorKind::unsupported, k_as_text},
    Signature{k_zip, 0, "opendocument.text", false, "an OpenDocument text (.odt)",
              ErrorKind::unsupported, k_as_document},
    Signature{k_zip, 0, "word/", false, "a Word document (.docx)", ErrorKind::unreadable,
              "open it in a word processor, which may mend it, and save it again"},
    Signature{k_zip, 0, "xl/workbook.bin", false, "a binary Excel workbook (.xlsb)",
              ErrorKind::unreadable, k_mend},
    Signature{k_zip, 0, "xl/", false, "an Excel workbook (.xlsx)", ErrorKind::unreadable, k_mend},
    Signature{k_zip, 0, "ppt/", false, "a PowerPoint presentation (.pptx)", ErrorKind::unsupported,
              k_as_text},
    Signature{k_zip, 0, "Index/Document.iwa", false, "an Apple Numbers or Pages document",
              ErrorKind::unsupported, "export it as an Excel workbook"},
    Signature{k_zip, 0, "", false, "a zip archive", ErrorKind::unsupported, k_unpack},
    Signature{"{\\rtf", 0, "", true, "an RTF document", ErrorKind::unsupported, k_as_document},
    Signature{"<!doctype html", 0, "", true, "an HTML page", ErrorKind::unreadable, k_mend},
    Signature{"<html", 0, "", true, "an HTML page", ErrorKind::unreadable, k_mend},
    Signature{"<table", 0, "", true, "an HTML page", ErrorKind::unreadable, k_mend},
    Signature{"MIME-Version:", 0, "", true, "a web archive or e-mail", ErrorKind::unsupported,
              k_as_workbook},
    Signature{"<?xml", 0, "urn:schemas-microsoft-com:office:spreadsheet", true,
              "an Excel 2003 XML workbook", ErrorKind::unreadable, k_mend},
    Signature{"<?xml", 0, "opendocument:xmlns:office", true, "a flat OpenDocument file",
              ErrorKind::unsupported, k_as_text},
    Signature{"<?xml", 0, "<html", true, "an HTML page", ErrorKind::unreadable, k_mend},
    Signature{"<?xml", 0, "", true, "an XML document", ErrorKind::unsupported, k_as_workbook},
    Signature{"\x89PNG", 0, "", false, "an image (PNG)", ErrorKind::unsupported, k_of_image},
    Signature{"\xFF\xD8\xFF", 0, "", false, "an image (JPEG)", ErrorKind::unsupported, k_of_image},
    Signature{"GIF8", 0, "", false, "an image (GIF)", ErrorKind::unsupported, k_of_image},
    Signature{"II*\0"sv, 0, "", false, "an image (TIFF)", ErrorKind::unsupported, k_of_image},
    Signature{"MM\0*"sv, 0, "", false, "an image (TIFF)", ErrorKind::unsupported, k_of_image},
    Signature{"WEBP", 8, "", false, "an image (WebP)", ErrorKind::unsupported, k_of_image},
    Signature{"ftypheic", 4, "", false, "an image (HEIC)", ErrorKind::unsupported, k_of_image},
    Signature{"\x1F\x8B", 0, "", false, "a gzip archive", ErrorKind::unsupported, k_unpack},
    Signature{"7z\xBC\xAF", 0, "", false, "a 7-Zip archive", ErrorKind::unsupported, k_unpack},
    Signature{"Rar!\x1A", 0, "", false, "a RAR archive", ErrorKind::unsupported, k_unpack},
    Signature{"SQLite format 3", 0, "", false, "an SQLite database", ErrorKind::unsupported,
              "export the table as .csv"},
    Signature{"Standard ", 4, "DB\0"sv, false, "an Access database", ErrorKind::unsupported,
              "export the table as .xlsx or .csv"},
};

/// Compound files by the stream that makes them what they are. Their own directory tells it: a
/// document may have others embedded, with streams of the same names.
struct CompoundSignature {
    std::string_view stream{};
    Signature signature{};
};
constexpr std::array k_compound_signatures{
    CompoundSignature{"EncryptedPackage",
                      {.name = "an Office document that is protected with a password",
                       .kind = ErrorKind::encrypted,
                       .help = "open it with its password and save it without one"}},
    CompoundSignature{"WordDocument", {.name = "a Word document (.doc)", .help = k_as_document}},
    CompoundSignature{
        "Workbook",
        {.name = "an old Excel workbook (.xls)", .kind = ErrorKind::unreadable, .help = k_mend}},
    CompoundSignature{
        "Book",
        {.name = "an old Excel workbook (.xls)", .kind = ErrorKind::unreadable, .help = k_mend}},
    CompoundSignature{"PowerPoint Document",
                      {.name = "a PowerPoint presentation (.ppt)", .help = k_as_text}},
    CompoundSignature{"VisioDocument", {.name = "a Visio drawing (.vsd)", .help = k_as_text}},
    CompoundSignature{
        "__properties_version1.0",
        {.name = "an Outlook message (.msg)", .help = "save its attachment and name that"}},
};
constexpr Signature k_other_compound{.name = "an old Office document", .help = k_as_workbook};

constexpr Signature k_json{
    "", 0, "", true, "a JSON document", ErrorKind::unsupported, "convert it to .csv"};

/// Begins and ends as JSON does. "[Draft] Actions" and "{name}" do not.
bool looks_like_json(std::string_view text) {
    text = trim(text);
    if (text.size() < 2) return false;
    const bool object = text.front() == '{' && text.back() == '}';
    const bool array = text.front() == '[' && text.back() == ']';
    const std::string_view rest = trim(text.substr(1));
    constexpr std::string_view k_array_starts = "{[\"]";
    return (object && (rest[0] == '"' || rest[0] == '}')) ||
           (array && k_array_starts.find(rest[0]) != std::string_view::npos);
}

bool holds(std::string_view bytes, std::string_view marker) {
    if (bytes.substr(0, k_window).find(marker) != std::string_view::npos) return true;
    return bytes.size() > k_window &&
           bytes.substr(bytes.size() - k_window).find(marker) != std::string_view::npos;
}

bool fits(const Signature& signature, std::string_view bytes) {
    if (signature.of_text) {
        const std::string_view text = trim(bytes.substr(0, k_window));
        return starts_with_ignoring_case(text, signature.magic) && holds(bytes, signature.marker);
    }
    return bytes.size() > signature.offset &&
           bytes.substr(signature.offset).starts_with(signature.magic) &&
           holds(bytes, signature.marker);
}

const Signature* compound_signature(std::string_view bytes) {
    for (const CompoundSignature& known : k_compound_signatures) {
        if (holds_stream(bytes, known.stream)) return &known.signature;
    }
    return &k_other_compound;
}

}  // namespace

const Signature* find_signature(std::string_view bytes) {
    if (bytes.starts_with(k_compound_file_magic)) return compound_signature(bytes);
    const auto* const found = std::ranges::find_if(
        k_signatures, [bytes](const Signature& signature) { return fits(signature, bytes); });
    if (found != k_signatures.end()) return found;
    return looks_like_json(bytes) ? &k_json : nullptr;
}

bool is_named_package(std::string_view name) {
    constexpr auto k_suffixes = std::to_array<std::string_view>(
        {".xlsx", ".xlsm", ".xltx", ".xlsb", ".docx", ".docm", ".ods"});
    return std::ranges::any_of(
        k_suffixes, [name](std::string_view suffix) { return has_suffix(name, suffix); });
}

}  // namespace tidytracker
