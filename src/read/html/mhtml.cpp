// SPDX-License-Identifier: Apache-2.0
// In: a web archive. Out: the sheets of its pages. Excel writes a main page that lists the sheets
// and a page for each of them, or a single page; other programs write one page with its pictures.
#include <algorithm>

#include "base/encoding.hpp"
#include "base/text.hpp"
#include "read/html/html.hpp"
#include "read/html/mime.hpp"
#include "read/html/page.hpp"
#include "read/html/source.hpp"

namespace tidytracker {
namespace {

using html::NamedSheet;
using mime::Part;

int mhtml_confidence(const Input& input) {
    return mime::is_web_archive(input.bytes) ? 98 : 0;
}

bool is_page(const Part& part) {
    return part.type == "text/html" || part.type == "application/xhtml+xml";
}

/// The part that the main page calls by a name relative to itself, with any folder.
const Part* find_part(const std::vector<Part>& parts, std::string_view name) {
    const std::string wanted = replace_all(name, "\\", "/");
    const auto at = std::ranges::find_if(parts, [&wanted](const Part& part) {
        const std::string location = replace_all(part.location, "\\", "/");
        return !wanted.empty() && location.ends_with(wanted);
    });
    return at != parts.end() ? &*at : nullptr;
}

class ArchiveReader {
  public:
    ArchiveReader(const std::vector<Part>& parts, const ReadOptions& options, Findings& findings)
        : parts_(parts),
          options_(options),
          findings_(findings),
          budget_(options.limits.inflated_bytes, options.limits.cells, options.limits.seconds) {}

    [[nodiscard]] Result<Workbook> read();

  private:
    [[nodiscard]] Result<void> read_listed(const std::vector<NamedSheet>& sheets);
    [[nodiscard]] Result<void> read_part(const Part& part, const std::vector<NamedSheet>& names);
    [[nodiscard]] Result<html::PageText> decoded(const Part& part, Findings& findings) const;
    [[nodiscard]] std::vector<NamedSheet> sheets_named_in(const Part& part) const;
    void report_missing(const NamedSheet& sheet);

    const std::vector<Part>& parts_;
    const ReadOptions& options_;
    Findings& findings_;
    Budget budget_;
    Workbook workbook_{};
    StyleTable table_{workbook_};
    RecentTexts texts_{workbook_.strings};
    html::SharedParts shared_{workbook_, budget_, table_, texts_};
};

Result<html::PageText> ArchiveReader::decoded(const Part& part, Findings& findings) const {
    ReadOptions options = options_;
    const bool worth_saying =
        !part.charset.empty() && part.charset != "us-ascii" && !part.charset.starts_with("utf");
    if (!options.encoding && worth_saying && decode_text("a", part.charset)) {
        options.encoding = part.charset;
    }
    return html::decode_page({part.location, part.body}, options, findings);
}

/// What is odd in its encoding is said where the page itself is read.
std::vector<NamedSheet> ArchiveReader::sheets_named_in(const Part& part) const {
    Findings unsaid;
    const Result<html::PageText> page = decoded(part, unsaid);
    return page ? html::named_sheets_of(page->text) : std::vector<NamedSheet>{};
}

Result<void> ArchiveReader::read_part(const Part& part, const std::vector<NamedSheet>& names) {
    const Result<html::PageText> page = decoded(part, findings_);
    if (!page) return tl::unexpected(page.error());
    workbook_.description = page->encoding;
    return html::read_page(page->text, names, shared_);
}

Result<void> ArchiveReader::read_listed(const std::vector<NamedSheet>& sheets) {
    for (const NamedSheet& sheet : sheets) {
        const Part* const part = find_part(parts_, sheet.source);
        if (part == nullptr) {
            report_missing(sheet);
            continue;
        }
        const std::size_t before = workbook_.sheets.size();
        if (Result<void> read = read_part(*part, {sheet}); !read) return read;
        if (workbook_.sheets.size() > before) continue;
        workbook_.sheets.push_back({.name = sheet.name, .visibility = sheet.visibility});
    }
    return {};
}

void ArchiveReader::report_missing(const NamedSheet& sheet) {
    findings_.push_back(
        {.rule = "missing-part",
         .severity = Severity::error,
         .message = "the work sheet \"" + sheet.name + "\" is not in the file",
         .place = sheet.name,
         .help = "get the file again, or open it in a spreadsheet program and save it anew"});
}

Result<Workbook> ArchiveReader::read() {
    const auto main = std::ranges::find_if(parts_, is_page);
    const std::vector<NamedSheet> listed =
        main != parts_.end() ? sheets_named_in(*main) : std::vector<NamedSheet>{};
    const bool in_parts =
        std::ranges::any_of(listed, [](const NamedSheet& sheet) { return !sheet.source.empty(); });
    for (const Part& part : parts_) {
        if (part.type == "text/css") shared_.style_sheet.add(part.body);
    }
    Result<void> read{};
    if (in_parts) {
        read = read_listed(listed);
    } else {
        for (const Part& part : parts_) {
            if (read && is_page(part))
                read = read_part(part, &part == &*main ? listed : std::vector<NamedSheet>{});
        }
    }
    if (!read) return tl::unexpected(read.error());
    if (workbook_.sheets.empty()) {
        return fail(ErrorKind::unreadable, "the archive holds no page with text",
                    "open it in the program that wrote it and save it as .xlsx");
    }
    workbook_.format = "mhtml";
    return std::move(workbook_);
}

Result<Workbook> read_mhtml(const Input& input, const ReadOptions& options, Findings& findings) {
    const std::optional<std::vector<Part>> parts = mime::read_message(input.bytes);
    if (!parts) {
        return fail(ErrorKind::unreadable, "the file is no web archive",
                    "check that the file is complete and what program wrote it");
    }
    return ArchiveReader(*parts, options, findings).read();
}

}  // namespace

const Reader& mhtml_reader() {
    static constexpr Reader k_reader{.name = "mhtml",
                                     .description = "web archive (.mht, .mhtml, or .xls)",
                                     .confidence = mhtml_confidence,
                                     .read = read_mhtml};
    return k_reader;
}

}  // namespace tidytracker
