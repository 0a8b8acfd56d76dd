// SPDX-License-Identifier: Apache-2.0
// libxml2's HTML parser behind an interface of our own. It hands out tags as they come and builds
// no tree: a tree would stop at 256 open elements, which pages that never close theirs soon reach.
#include "read/html/parser.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "base/text.hpp"

namespace tidytracker::html {
namespace {

/// The library looks through all open elements at a closing tag, and through all attributes at a
/// new one. Honest pages have some dozens of either.
constexpr std::size_t k_deepest = 4096;
constexpr std::size_t k_most_attributes = 1024;

std::string_view view_of(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}
std::string_view view_of(const xmlChar* text, int size) {
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

struct Parsing {
    Listener& listener;
    htmlParserCtxtPtr context{};
    std::size_t depth{};
    bool too_deep{};
    std::vector<Attribute> attributes{};

    void stop_if_done() const {
        if (too_deep || listener.done()) xmlStopParser(context);
    }
};

void on_open(void* data, const xmlChar* name, const xmlChar** attributes) {
    auto& parsing = *static_cast<Parsing*>(data);
    parsing.too_deep = parsing.too_deep || ++parsing.depth > k_deepest;
    parsing.attributes.clear();
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
        parsing.attributes.push_back({view_of(attributes[0]), view_of(attributes[1])});
    }
    parsing.listener.open(view_of(name), parsing.attributes);
    parsing.stop_if_done();
}

void on_close(void* data, const xmlChar* name) {
    auto& parsing = *static_cast<Parsing*>(data);
    if (parsing.depth > 0) --parsing.depth;
    parsing.listener.close(view_of(name));
    parsing.stop_if_done();
}

void on_text(void* data, const xmlChar* text, int size) {
    static_cast<Parsing*>(data)->listener.text(view_of(text, size));
}

void on_comment(void* data, const xmlChar* text) {
    static_cast<Parsing*>(data)->listener.comment(view_of(text));
}

/// Does a tag have more attributes than any honest one? A rough count will do.
bool has_endless_tag(std::string_view page) {
    for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at)) {
        const std::size_t end = std::min(page.find('>', at), page.size());
        const std::string_view tag = page.substr(at, end - at);
        if (tag.size() > 2 * k_most_attributes && !tag.starts_with("<!") &&
            static_cast<std::size_t>(std::ranges::count_if(tag, is_space)) > k_most_attributes &&
            static_cast<std::size_t>(std::ranges::count(tag, '=')) != 1) {
            return true;
        }
        at = end;
    }
    return false;
}

}  // namespace

std::string_view value_of(std::span<const Attribute> attributes, std::string_view name) {
    const auto at = std::ranges::find(attributes, name, &Attribute::name);
    return at != attributes.end() ? at->value : std::string_view();
}

bool has(std::span<const Attribute> attributes, std::string_view name) {
    return std::ranges::find(attributes, name, &Attribute::name) != attributes.end();
}

Result<void> parse(std::string_view page, Listener& listener) {
    if (page.empty()) return {};
    if (page.size() > std::numeric_limits<int>::max() || has_endless_tag(page)) {
        return fail(ErrorKind::unreadable, "the page is not one that a program would write",
                    "open it in a spreadsheet program and save it as .xlsx");
    }
    // Files are read at the same time, but the library may be set up only once.
    [[maybe_unused]] static const bool ready = (xmlInitParser(), true);
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(
        htmlCreateMemoryParserCtxt(page.data(), static_cast<int>(page.size())),
        &htmlFreeParserCtxt);
    if (!context) return fail(ErrorKind::unreadable, "the page cannot be parsed");
    Parsing parsing{.listener = listener, .context = context.get()};
    *context->sax = htmlSAXHandler{};
    context->sax->startElement = on_open;
    context->sax->endElement = on_close;
    context->sax->characters = on_text;
    context->sax->ignorableWhitespace = on_text;
    context->sax->cdataBlock = on_text;
    context->sax->comment = on_comment;
    context->userData = &parsing;
    htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                          HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                          HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(context.get());
    if (parsing.too_deep) {
        return fail(ErrorKind::unreadable, "the page nests its elements without end",
                    "open it in a spreadsheet program and save it as .xlsx");
    }
    return {};
}

}  // namespace tidytracker::html
