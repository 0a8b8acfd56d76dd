// SPDX-License-Identifier: Apache-2.0
// The review page: the source as it was beside the records that were made of it, so that an
// officer sees what became of each cell. One file of HTML that fetches nothing. Texts of trackers
// are hostile: they are escaped, and the content security policy lets nothing run but the script
// whose digest it names.
#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "base/xml_markup.hpp"
#include "schema/flat.hpp"
#include "schema/readable.hpp"
#include "write/formats.hpp"
#include "write/plan/workbook_plan.hpp"
#include "write/review/assets.hpp"
#include "write/review/records.hpp"
#include "write/review/source.hpp"

namespace tidytracker {
namespace {

/// A page with that many has some 35 megabytes, over which browsers stand still for seconds.
constexpr std::size_t k_most_cells_in_page = 100'000;

/// Nothing is read of a source whose cells are not at hand; its account still tells how many.
Result<void> check_size(std::span<const SourceReading> sources) {
    std::size_t cells = 0;
    for (const SourceReading& reading : sources) cells += reading.account.cells;
    if (cells <= k_most_cells_in_page) return {};
    return fail(ErrorKind::too_large,
                fmt::format("a page with {} cells would be too large for a browser", cells),
                "review fewer files, or one sheet with --sheet; .xlsx has no such limit");
}

std::string title_of_page(const Document& document) {
    if (document.sources.size() == 1) return "Review of " + document.sources.front().name;
    return "Review of " + count_of(document.sources.size(), "source");
}

void append_head(const std::string& title, const std::string& style, std::string& out) {
    append(out,
           "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action "
           "'none'\">\n<meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>",
           sha256_base64(style), sha256_base64(review::page_script()));
    review::append_html(title, out);
    append(out, "</title>\n<style>{}</style>\n</head>\n", style);
}

std::string fills_style(const std::set<std::uint32_t>& fills) {
    std::string out;
    for (const std::uint32_t fill : fills) append(out, ".k{0:06x}{{background:#{0:06x}}}\n", fill);
    return out;
}

void append_banner(const Document& document, const std::string& title, std::string& out) {
    out += "<body>\n<a class=\"skip\" href=\"#beside\">Skip to the records</a>\n<header>\n<h1>";
    review::append_html(title, out);
    append(out, "</h1>\n<p>{}, {}, {} of text not converted; as of {}.",
           count_of(document.records.size(), "record"),
           count_of(document.findings.size(), "finding"),
           count_of(document.unconverted.size(), "piece"), readable_day(document.as_of));
    if (!document.generator.empty()) {
        out += " Made by ";
        review::append_html(document.generator, out);
        out += '.';
    }
    out += "</p>\n</header>\n";
}

void append_key(std::string& out) {
    struct Kind {
        char letter{};
        std::string_view words{};
    };
    constexpr std::array<Kind, 5> k_kinds_of_cells{{{'f', "In a field of a record"},
                                                    {'x', "Own column, kept"},
                                                    {'h', "Caption or heading"},
                                                    {'u', "\u2298 Not converted"},
                                                    {'q', "\u26a0 Has a finding"}}};
    out +=
        "<div class=\"key\" role=\"group\" aria-label=\"Key to the cells; choose a kind to "
        "make it stand out\">\n<span>Key:</span>\n";
    for (const Kind& kind : k_kinds_of_cells) {
        append(out,
               "<button type=\"button\" class=\"{0}\" data-kind=\"{0}\" "
               "aria-pressed=\"false\">{1}</button>\n",
               kind.letter, kind.words);
    }
    out += "</div>\n";
}

void append_tabs(const Document& document, std::string& out) {
    append(out,
           "<div class=\"tabs js-on\" role=\"tablist\" aria-label=\"Beside the source\">\n"
           "<button type=\"button\" role=\"tab\" id=\"tab-records\" aria-controls=\"records\" "
           "aria-selected=\"true\">Records ({})</button>\n"
           "<button type=\"button\" role=\"tab\" id=\"tab-findings\" aria-controls=\"findings\" "
           "aria-selected=\"false\">Findings ({})</button>\n"
           "<button type=\"button\" role=\"tab\" id=\"tab-columns\" aria-controls=\"columns\" "
           "aria-selected=\"false\">Columns</button>\n</div>\n",
           document.records.size(), document.findings.size());
}

void append_panel(std::string_view id, std::string_view title, std::string& out) {
    append(out, "<div id=\"{0}\" role=\"tabpanel\" aria-labelledby=\"tab-{0}\">\n<h2>{1}</h2>\n",
           id, title);
}

/// A box to type words into, and for findings a button for each severity that there is.
void append_filter(std::string_view id, const Findings& findings, std::string& out) {
    append(out,
           "<div class=\"find js-on\" id=\"{}\" role=\"search\"><label>Filter: <input "
           "type=\"search\"></label>",
           id);
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        const auto count = std::ranges::count(findings, severity, &Finding::severity);
        if (count == 0) continue;
        append(out, "<button type=\"button\" data-s=\"{}\" aria-pressed=\"false\">{} ({})</button>",
               to_string(severity), readable_word(to_string(severity)), count);
    }
    out += "<output></output></div>\n";
}

void append_beside(const Document& document, std::span<const SourceReading> sources,
                   const review::Traces& traces, std::string& out) {
    out += "<section id=\"beside\" aria-label=\"Records, findings and columns\">\n";
    append_tabs(document, out);
    append_panel("records", "Records", out);
    append_filter("find-record", {}, out);
    review::append_records(document, out);
    out += "</div>\n";
    append_panel("findings", "Findings", out);
    if (!document.findings.empty()) append_filter("find-finding", document.findings, out);
    review::append_findings(document, traces, out);
    out += "</div>\n";
    append_panel("columns", "Columns", out);
    review::append_mappings(sources, out);
    out += "</div>\n</section>\n";
}

Result<std::string> render_review(const Document& document, const WriteOptions& options) {
    if (const Result<void> fits = check_size(options.sources); !fits) {
        return tl::unexpected<Error>(fits.error());
    }
    const review::Traces traces(document, options.sources);
    const std::string title = title_of_page(document);
    std::set<std::uint32_t> fills;
    std::string body;
    append_banner(document, title, body);
    append_key(body);
    body +=
        "<main>\n<section id=\"source\" aria-labelledby=\"source-title\">\n<h2 "
        "id=\"source-title\">Source</h2>\n<p id=\"say\" role=\"status\" class=\"js-on\">Choose "
        "a cell or a record to see where it went or came from. Arrow keys move between cells, "
        "Enter chooses.</p>\n";
    for (std::size_t i = 0; i < options.sources.size(); ++i) {
        review::append_source(options.sources[i], i, traces, fills, body);
    }
    body += "</section>\n";
    append_beside(document, options.sources, traces, body);
    append(body, "</main>\n<script>{}</script>\n</body>\n</html>\n", review::page_script());
    std::string out;
    append_head(title, std::string(review::page_style()) + fills_style(fills), out);
    return out + body;
}

}  // namespace

extern constinit const Writer k_review_writer{
    .name = "html",
    .suffix = ".html",
    .description = "page to check the records against their source",
    .binary = false,
    .render = render_review};

}  // namespace tidytracker
