// SPDX-License-Identifier: Apache-2.0
// The list of readers, and the choice among them. In: a file's bytes and name. Out: what the reader
// that is surest of the content makes of it. Never goes by the name alone: a page of HTML is often
// named .xls, and a workbook .csv.
#include <tidytracker/read.hpp>

#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "read/csv/csv.hpp"
#include "read/docx/docx.hpp"
#include "read/html/html.hpp"
#include "read/ods/ods.hpp"
#include "read/pdf.hpp"
#include "read/register/data_package.hpp"
#include "read/signature.hpp"
#include "read/spreadsheetml/spreadsheetml.hpp"
#include "read/text/text.hpp"
#include "read/xls/xls.hpp"
#include "read/xlsb/xlsb.hpp"
#include "read/xlsx/xlsx.hpp"

namespace tidytracker {
namespace {

const Reader* reader_by_name(std::string_view name) {
    for (const Reader& reader : all_readers()) {
        if (equals_ignoring_case(reader.name, name)) return &reader;
    }
    return nullptr;
}

Result<const Reader*> told_reader(const std::string& format) {
    if (const Reader* reader = reader_by_name(format)) return reader;
    std::vector<std::string_view> names;
    for (const Reader& reader : all_readers()) names.push_back(reader.name);
    const std::string_view near = nearest(format, names);
    return fail(ErrorKind::usage, fmt::format("unknown format '{}'", format),
                near.empty() ? fmt::format("formats: {}", fmt::join(names, ", "))
                             : fmt::format("did you mean {}?", near));
}

const Reader* surest_reader(const Input& input) {
    const Reader* best = nullptr;
    int best_confidence = 0;
    for (const Reader& reader : all_readers()) {
        const int confidence = reader.confidence(input);
        if (confidence > best_confidence) {
            best_confidence = confidence;
            best = &reader;
        }
    }
    return best;
}

/// Why nobody reads this, and what the user can do.
tl::unexpected<Error> refuse(const Input& input) {
    const std::string_view bytes = input.bytes;
    if (const Signature* signature = find_signature(bytes)) {
        if (bytes.starts_with("PK") && signature->marker.empty() && is_named_package(input.name)) {
            return fail(ErrorKind::unreadable,
                        "the file has none of the parts that its name promises: it is damaged",
                        "get it again, or open it with the program that it is from and save it "
                        "anew");
        }
        const std::string_view verdict =
            signature->kind == ErrorKind::unreadable  ? ", but it is damaged"
            : signature->kind == ErrorKind::encrypted ? ""
                                                      : ", which is not read";
        return fail(signature->kind, fmt::format("the file is {}{}", signature->name, verdict),
                    std::string(signature->help));
    }
    const Result<DecodedText> decoded = decode_text(bytes);
    if (!decoded) return tl::unexpected(decoded.error());
    return fail(ErrorKind::unreadable, "the file is empty",
                "it has no characters but white space; was it saved, or is it a place holder of a "
                "cloud folder?");
}

Result<const Reader*> choose_reader(const Input& input, const ReadOptions& options) {
    if (options.format) return told_reader(*options.format);
    // A named encoding tells that the content is text, which its bytes alone may not show.
    if (options.encoding) {
        const Result<DecodedText> decoded = decode_text(input.bytes, options.encoding);
        if (!decoded) return tl::unexpected(decoded.error());
        const Input as_utf8{input.name, decoded->text()};
        const Reader* reader = options.delimiter ? &csv_reader() : surest_reader(as_utf8);
        if (reader != nullptr) return reader;
    }
    const Reader* reader = surest_reader(input);
    if (reader == nullptr) return refuse(input);
    // So does a named delimiter tell that a text is a table.
    if (options.delimiter && reader->name == text_reader().name) return &csv_reader();
    return reader;
}

}  // namespace

std::span<const Reader> all_readers() {
    static const std::array readers{
        xlsx_reader(), xlsb_reader(), xls_reader(),   docx_reader(),          ods_reader(),
        fods_reader(), html_reader(), mhtml_reader(), spreadsheetml_reader(), csv_reader(),
        tsv_reader(),  pdf_reader(),  text_reader(),  data_package_reader()};
    return readers;
}

Result<Workbook> read(const Input& input, const ReadOptions& options, Findings& findings) {
    const Result<const Reader*> reader = choose_reader(input, options);
    if (!reader) return tl::unexpected(reader.error());
    return (*reader)->read(input, options, findings);
}

Result<bool> read_rows(const Input& input, const ReadOptions& options, const TakeRow& take,
                       Findings& findings) {
    const Result<const Reader*> reader = choose_reader(input, options);
    if (!reader) return tl::unexpected(reader.error());
    if ((*reader)->read_rows == nullptr) return false;
    const Result<void> done = (*reader)->read_rows(input, options, take, findings);
    if (!done) return tl::unexpected(done.error());
    return true;
}

}  // namespace tidytracker
