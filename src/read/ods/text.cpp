// SPDX-License-Identifier: Apache-2.0
#include "read/ods/text.hpp"

#include <tidytracker/workbook.hpp>

#include <algorithm>

#include "base/parse_number.hpp"
#include "base/text.hpp"

namespace tidytracker::odf {
namespace {

/// A hostile file can ask for any number of spaces.
constexpr std::size_t k_most_spaces = 1000;

/// "#Sheet2.A1" leads to what Excel calls "#Sheet2!A1".
std::string link_target(std::string target) {
    if (!target.starts_with('#')) return target;
    const std::size_t dot = target.rfind('.');
    if (dot != std::string::npos && address_from_a1(std::string_view(target).substr(dot + 1))) {
        target[dot] = '!';
    }
    if (target.starts_with("#$")) target.erase(1, 1);
    return target;
}

}  // namespace

void TextReader::start(RunFont font) {
    text_.start(font);
    link_.clear();
    spans_.assign(1, Span{.font = font});
    has_paragraph_ = false;
}

void TextReader::begin_paragraph() {
    if (has_paragraph_) append("\n");
    has_paragraph_ = true;
    after_space_ = true;
}

void TextReader::add_paragraph(std::string_view text) {
    begin_paragraph();
    append_collapsed(text);
}

void TextReader::read_paragraph(XmlScanner& xml) {
    begin_paragraph();
    const std::size_t depth = xml.depth();
    for (;;) {
        const XmlToken token = xml.next();
        if (token == XmlToken::end || (token == XmlToken::close && xml.depth() < depth)) break;
        while (spans_.size() > 1 && spans_.back().depth > xml.depth()) spans_.pop_back();
        if (token == XmlToken::open) {
            open(xml);
        } else if (token == XmlToken::text) {
            piece_.clear();
            xml.append_text(piece_);
            append_collapsed(piece_);
        }
    }
    spans_.resize(1);
}

void TextReader::open(XmlScanner& xml) {
    if (xml.name() == "span") {
        const FontChoice font = styles_.span_font(xml.raw_attribute("style-name"));
        const RunFont outer = spans_.back().font;
        spans_.push_back(
            {.depth = xml.depth(),
             .font = {font.bold.value_or(outer.bold), font.strike.value_or(outer.strike)}});
    } else if (xml.name() == "a") {
        link_ = link_target(xml.attribute("href"));
    } else if (xml.name() == "s") {
        const auto count = parse_number<std::size_t>(xml.raw_attribute("c")).value_or(1);
        append(std::string(std::min(count, k_most_spaces), ' '));
        after_space_ = false;
    } else if (xml.name() == "tab" || xml.name() == "line-break") {
        append(xml.name() == "tab" ? "\t" : "\n");
        after_space_ = xml.name() != "tab";
    } else if (xml.name() == "annotation" || xml.name() == "ruby-text") {
        xml.skip_element();
    }
}

void TextReader::append(std::string_view text) {
    text_.append(text, spans_.back().font);
}

/// Runs of white space are one space, and none at the start (ODF 1.3 part 3, 6.1.2).
void TextReader::append_collapsed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty()) {
        if (is_blank(text[0])) {
            if (!after_space_) append(" ");
            after_space_ = true;
            const auto* const word = std::ranges::find_if_not(text, is_blank);
            text.remove_prefix(static_cast<std::size_t>(word - text.begin()));
            continue;
        }
        // Up to white space that must be looked at: a run of it, or one that is no space.
        std::size_t end = 1;
        while (end < text.size() &&
               (!is_blank(text[end]) ||
                (text[end] == ' ' && end + 1 < text.size() && !is_blank(text[end + 1])))) {
            ++end;
        }
        append(text.substr(0, end));
        after_space_ = false;
        text.remove_prefix(end);
    }
}

}  // namespace tidytracker::odf
