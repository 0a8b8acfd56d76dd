// SPDX-License-Identifier: Apache-2.0
// In: the bytes of a PDF document. Out: one sheet with the rows of its tables and the lines of its
// text, page by page, in reading order. Never recognises images of text, never runs scripts, never
// asks for a password.
#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/budget.hpp"
#include "base/text.hpp"
#include "read/pdf.hpp"
#include "read/pdf/body.hpp"
#include "read/pdf/document.hpp"
#include "read/pdf/sheet_of_pages.hpp"

namespace tidytracker {
namespace {

/// Words take some hundred bytes each; a report of a thousand pages has half a million.
constexpr std::size_t k_most_words = 1'000'000;

/// The pages that a finding is about, as people write them: "2, 5-7".
std::string list_of_pages(const std::vector<std::size_t>& pages) {
    std::string list;
    for (std::size_t i = 0; i < pages.size();) {
        std::size_t end = i + 1;
        while (end < pages.size() && pages[end] == pages[end - 1] + 1) ++end;
        if (!list.empty()) list += ", ";
        list += fmt::format("{}", pages[i] + 1);
        if (end - i > 1) list += fmt::format("-{}", pages[end - 1] + 1);
        i = end;
    }
    return list;
}

/// What a reader of the findings has to know of the pages.
struct Oddities {
    std::vector<std::size_t> scanned{};
    std::vector<std::size_t> unreadable{};
    std::vector<std::size_t> damaged{};
};

Oddities oddities_of(const std::vector<pdf::Page>& pages) {
    constexpr double k_scan_area = 0.3;  // of the page; a logo is smaller
    Oddities odd;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const pdf::Page& page = pages[i];
        std::size_t letters = 0;
        for (const pdf::Word& word : page.words) letters += word.text.size();
        if (page.words.empty() && page.image_area > k_scan_area) odd.scanned.push_back(i);
        if (page.unreadable > 20 && page.unreadable * 4 > letters) odd.unreadable.push_back(i);
        if (page.damaged) odd.damaged.push_back(i);
    }
    return odd;
}

void report_oddities(const Oddities& odd, std::size_t pages, Findings& findings) {
    if (!odd.scanned.empty()) {
        findings.push_back(
            {.rule = "scanned-page",
             .severity = Severity::error,
             .message = fmt::format("{} of {} hold a picture of text, but no text",
                                    odd.scanned.size(), count_of(pages, "page")),
             .place = "page " + list_of_pages(odd.scanned),
             .help = "ask for the document that was printed, or run text recognition (OCR) over "
                     "the file first"});
    }
    if (!odd.unreadable.empty()) {
        findings.push_back(
            {.rule = "unreadable-characters",
             .severity = Severity::warning,
             .message = "the fonts do not tell what their characters are",
             .place = "page " + list_of_pages(odd.unreadable),
             .help = "copy a line of it: if that is garbled too, run text recognition (OCR) over "
                     "the file, or ask for the document that it was made from"});
    }
    if (!odd.damaged.empty()) {
        findings.push_back({.rule = "damaged-page",
                            .severity = Severity::error,
                            .message = "a page could not be read to its end",
                            .place = "page " + list_of_pages(odd.damaged),
                            .help = "get the file again, or print it to a new PDF file"});
    }
}

Result<std::vector<pdf::Page>> read_pages(pdf::Document& document, Budget& budget) {
    std::vector<pdf::Page> pages;
    std::size_t words = 0;
    for (std::size_t i = 0; i < document.page_count(); ++i) {
        Result<pdf::Page> page = document.read_page(i);
        if (!page) return tl::unexpected(page.error());
        words += page->words.size();
        if (words > k_most_words) {
            return fail(ErrorKind::too_large,
                        fmt::format("the document has more than {} words", k_most_words),
                        "split it");
        }
        Result<void> taken = budget.take_cells(page->words.size());
        if (taken) taken = budget.take_inflated(0);  // looks at the time
        if (!taken) return tl::unexpected(taken.error());
        pages.push_back(*std::move(page));
    }
    return pages;
}

}  // namespace

Result<Workbook> read_pdf(const Input& input, const ReadOptions& options, Findings& findings) {
    Budget budget(options.limits.inflated_bytes, options.limits.cells, options.limits.seconds);
    Result<pdf::Document> document = pdf::Document::open(input.bytes, budget);
    if (!document) return tl::unexpected(document.error());
    const Result<std::vector<pdf::Page>> pages = read_pages(*document, budget);
    if (!pages) return tl::unexpected(pages.error());
    report_oddities(oddities_of(*pages), pages->size(), findings);
    const std::vector<pdf::TaggedTable> tagged = document->read_tagged_tables();
    Workbook workbook;
    workbook.format = "pdf";
    workbook.title = document->title();
    workbook.description = count_of(pages->size(), "page");
    if (!tagged.empty()) workbook.description += ", tagged";
    pdf::append_sheet(*pages, pdf::blocks_of(*pages, tagged), workbook);
    return workbook;
}

}  // namespace tidytracker
