// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx/text.hpp"

#include <algorithm>
#include <optional>

#include "base/parse_number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/xlsx/styles.hpp"

namespace tidytracker::xlsx {
namespace {

constexpr std::size_t k_escape_size = 7;  // "_x000D_"

/// The UTF-16 code unit of the escape that `text` begins with; none if it begins with another text.
std::optional<char32_t> escaped_unit(std::string_view text) {
    if (text.size() < k_escape_size || !text.starts_with("_x") || text[k_escape_size - 1] != '_') {
        return std::nullopt;
    }
    const auto unit = parse_hexadecimal<std::uint16_t>(text.substr(2, 4));
    return unit ? std::optional<char32_t>(*unit) : std::nullopt;
}

/// Takes an escape, or the pair of escapes that is one character, off `text`.
bool take_escape(std::string_view& text, std::string& out) {
    const std::optional<char32_t> unit = escaped_unit(text);
    if (!unit) return false;
    text.remove_prefix(k_escape_size);
    const bool high = *unit >= 0xD800 && *unit < 0xDC00;
    const std::optional<char32_t> low = high ? escaped_unit(text) : std::nullopt;
    if (low && *low >= 0xDC00 && *low < 0xE000) {
        text.remove_prefix(k_escape_size);
        append_utf8(0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00), out);
    } else {
        append_utf8(*unit == 0 ? U'\uFFFD' : *unit, out);
    }
    return true;
}

}  // namespace

void append_string(std::string_view written, std::string& out) {
    const std::size_t first = out.size();
    for (;;) {
        const std::size_t escape = std::min(written.find("_x"), written.size());
        out.append(written.substr(0, escape));
        written.remove_prefix(escape);
        if (written.empty()) break;
        if (take_escape(written, out)) continue;
        out += '_';
        written.remove_prefix(1);
    }
    repair_utf8_from(first, out);
}

void RichTextReader::read(XmlScanner& xml) {
    text_.clear();
    runs_.clear();
    if (const auto plain = xml.sole_child_text("t")) return append_string(*plain, text_);
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "t") {
            append_string(xml.element_text(), text_);
        } else if (xml.name() == "r") {
            read_run(xml);
        } else {
            xml.skip_element();
        }
    }
    const bool plain =
        std::ranges::none_of(runs_, [](const TextRun& run) { return run.bold || run.strike; });
    if (plain) runs_.clear();
}

void RichTextReader::read_run(XmlScanner& xml) {
    TextRun run{.first = static_cast<std::uint32_t>(text_.size())};
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "t") {
            append_string(xml.element_text(), text_);
        } else if (xml.name() == "b") {
            run.bold = is_on(xml);
        } else if (xml.name() == "strike") {
            run.strike = is_on(xml);
        }
    }
    run.length = static_cast<std::uint32_t>(text_.size()) - run.first;
    if (run.length > 0) runs_.push_back(run);
}

SharedStrings read_shared_strings(XmlScanner& xml, Workbook& workbook) {
    SharedStrings strings;
    RichTextReader reader;
    const auto share_read = [&xml] { return xml.share_read(); };
    while (xml.next_element(0)) {
        if (xml.name() != "si") continue;
        reader.read(xml);
        add_shared_string(reader.text(), reader.runs(), share_read, strings, workbook);
    }
    return strings;
}

}  // namespace tidytracker::xlsx
