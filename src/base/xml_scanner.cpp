// SPDX-License-Identifier: Apache-2.0
// In: the bytes of an XML document, piece by piece. Out: its tags and text. Never builds a tree,
// never resolves an entity that a document defines, never holds more than a window and one tag.
#include "base/xml_scanner.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "base/unicode.hpp"
#include "base/xml_bytes.hpp"

namespace tidytracker {
namespace {

/// Tags are short; the longest honest attributes (a validation's prompt) have some hundred KiB.
constexpr std::size_t k_longest_tag = std::size_t{16} << 20;
constexpr std::size_t k_least_window = 256;
/// A reference is at most "&#x10FFFF;" long, so a text piece need not be cut further back.
constexpr std::size_t k_longest_reference = 12;

constexpr bool is_xml_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

constexpr std::array<bool, 256> make_name_bytes() {
    std::array<bool, 256> is_name{};
    is_name.fill(true);
    for (const char c : {' ', '\n', '\t', '\r', '/', '>', '=', '<', '"', '\''}) {
        is_name[static_cast<unsigned char>(c)] = false;
    }
    return is_name;
}
constexpr std::array<bool, 256> k_name_bytes = make_name_bytes();

/// Moves `at` behind a name; returns the name without its prefix.
std::string_view take_name(const char*& at, const char* end) {
    const char* first = at;
    for (; at != end && k_name_bytes[static_cast<unsigned char>(*at)]; ++at) {
        if (*at == ':') first = at + 1;
    }
    return {first, static_cast<std::size_t>(at - first)};
}

void skip_space(const char*& at, const char* end) {
    while (at != end && is_xml_space(*at)) ++at;
}

const char* find_byte(const char* at, const char* end, char wanted) {
    return static_cast<const char*>(std::memchr(at, wanted, static_cast<std::size_t>(end - at)));
}

}  // namespace

XmlScanner::XmlScanner(ByteSource& source, std::size_t window)
    : source_(source), capacity_(std::max(window, k_least_window)) {
    buffer_ = std::make_unique_for_overwrite<char[]>(capacity_);
    at_ = end_ = buffer_.get();
}

/// Reads on behind what is held and not consumed, which moves to the front of the window. False if
/// the source has ended or the window cannot grow.
bool XmlScanner::more() {
    auto held = static_cast<std::size_t>(end_ - at_);
    if (source_ended_ || error_) return false;
    if (held == capacity_) {
        if (capacity_ >= k_longest_tag) return false;
        auto bigger = std::make_unique_for_overwrite<char[]>(2 * capacity_);
        std::copy_n(at_, held, bigger.get());
        buffer_ = std::move(bigger);
        capacity_ *= 2;
    } else {
        std::memmove(buffer_.get(), at_, held);
    }
    const std::size_t before = held;
    while (held < capacity_ && !source_ended_) {
        const Result<std::size_t> got =
            source_.read(std::span(buffer_.get() + held, capacity_ - held));
        if (!got) error_ = got.error();
        source_ended_ = !got || *got == 0;
        held += got.value_or(0);
    }
    at_ = buffer_.get();
    end_ = at_ + held;
    return held > before;
}

bool XmlScanner::have(std::size_t size) {
    return static_cast<std::size_t>(end_ - at_) >= size ||
           (more() && static_cast<std::size_t>(end_ - at_) >= size);
}

void XmlScanner::stop(Error error) {
    error_ = std::move(error);
    end_kind_ = XmlEnd::failed;
}

XmlToken XmlScanner::finish(XmlEnd kind) {
    end_kind_ = error_ ? XmlEnd::failed : kind;
    return XmlToken::end;
}

/// The document ends, or cannot be read on, within a tag.
XmlToken XmlScanner::finish_early() {
    return finish(source_ended_ ? XmlEnd::truncated : XmlEnd::malformed);
}

XmlToken XmlScanner::next() {
    if (end_kind_ != XmlEnd::none) return XmlToken::end;
    if (close_pending_) {
        close_pending_ = false;
        --depth_;
        return XmlToken::close;
    }
    for (;;) {
        if (in_literal_) return take_literal_text();
        if (at_ == end_ && !more()) {
            return finish(depth_ > 0 || !seen_element_ ? XmlEnd::truncated : XmlEnd::complete);
        }
        if (*at_ != '<') return take_text();
        if (!have(2)) return finish_early();
        if (at_[1] == '/') return take_close();
        if (at_[1] == '?') {
            if (!skip_past("?>")) return finish_early();
        } else if (at_[1] == '!') {
            if (!skip_declaration()) return finish_early();
            if (end_kind_ != XmlEnd::none) return XmlToken::end;
        } else {
            return take_open();
        }
    }
}

/// Text up to the next tag, or a piece of it if it fills the window.
XmlToken XmlScanner::take_text() {
    literal_ = false;
    for (;;) {
        if (const char* tag = find_byte(at_, end_, '<')) {
            text_ = {at_, tag};
            break;
        }
        const auto size = static_cast<std::size_t>(end_ - at_);
        if (size < capacity_ / 2 && more()) continue;
        text_ = {at_, size};
        if (!source_ended_) {
            const std::size_t reference = text_.rfind('&');
            if (reference != std::string_view::npos && size - reference < k_longest_reference) {
                text_ = text_.substr(0, reference);
            }
            if (text_.ends_with('\r')) text_.remove_suffix(1);
        }
        break;
    }
    at_ += text_.size();
    return XmlToken::text;
}

XmlToken XmlScanner::take_literal_text() {
    constexpr std::string_view k_end = "]]>";
    literal_ = true;
    for (;;) {
        text_ = {at_, static_cast<std::size_t>(end_ - at_)};
        const std::size_t size = text_.find(k_end);
        if (size != std::string_view::npos) {
            text_ = text_.substr(0, size);
            at_ += size + k_end.size();
            in_literal_ = false;
            return XmlToken::text;
        }
        if (text_.size() >= capacity_ / 2) {
            text_.remove_suffix(k_end.size() - 1);
            at_ += text_.size();
            return XmlToken::text;
        }
        if (!more()) break;
    }
    return finish_early();
}

/// At "<!": skips a comment or enters a CDATA section. False if the document ends in it; a document
/// type ends the document.
bool XmlScanner::skip_declaration() {
    constexpr std::string_view k_comment = "<!--";
    constexpr std::string_view k_cdata = "<![CDATA[";
    const auto starts_with = [this](std::string_view text) {
        return std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(text);
    };
    if (have(k_comment.size()) && starts_with(k_comment)) {
        at_ += k_comment.size();
        return skip_past("-->");
    }
    if (!have(k_cdata.size())) return false;
    if (starts_with(k_cdata)) {
        at_ += k_cdata.size();
        in_literal_ = true;
        return true;
    }
    end_kind_ = starts_with("<!DOCTYPE") ? XmlEnd::doctype : XmlEnd::malformed;
    return true;
}

bool XmlScanner::skip_past(std::string_view terminator) {
    for (;;) {
        const std::string_view held(at_, static_cast<std::size_t>(end_ - at_));
        const std::size_t found = held.find(terminator);
        if (found != std::string_view::npos) {
            at_ += found + terminator.size();
            return true;
        }
        // The terminator may stand across the window's end.
        at_ += held.size() - std::min(held.size(), terminator.size() - 1);
        if (!more()) return false;
    }
}

XmlToken XmlScanner::take_close() {
    const char* close = find_byte(at_, end_, '>');
    while (close == nullptr) {
        if (!more()) return finish_early();
        close = find_byte(at_, end_, '>');
    }
    if (depth_ == 0) return finish(XmlEnd::malformed);
    at_ = close + 1;
    --depth_;
    return XmlToken::close;
}

XmlToken XmlScanner::take_open() {
    for (;;) {
        switch (parse_tag()) {
            case Tag::whole:
                ++depth_;
                seen_element_ = true;
                return XmlToken::open;
            case Tag::malformed:
                return finish(XmlEnd::malformed);
            case Tag::incomplete:
                if (!more()) return finish_early();
        }
    }
}

/// Parses the tag at `at_` and moves behind it, if the window holds it whole.
XmlScanner::Tag XmlScanner::parse_tag() {
    const char* at = at_ + 1;
    name_ = take_name(at, end_);
    if (at == end_) return Tag::incomplete;
    if (name_.empty()) return Tag::malformed;
    attribute_count_ = 0;
    return parse_attributes(at);
}

XmlScanner::Tag XmlScanner::parse_attributes(const char* at) {
    for (;;) {
        skip_space(at, end_);
        if (at == end_) return Tag::incomplete;
        if (*at == '>' || *at == '/') break;
        const std::string_view name = take_name(at, end_);
        skip_space(at, end_);
        if (at == end_) return Tag::incomplete;
        if (name.empty() || *at != '=') return Tag::malformed;
        skip_space(++at, end_);
        if (at == end_) return Tag::incomplete;
        const char quote = *at++;
        if (quote != '"' && quote != '\'') return Tag::malformed;
        const char* const value = at;
        while (at != end_ && *at != quote) ++at;
        if (at == end_) return Tag::incomplete;
        if (attribute_count_ < attributes_.size()) {
            attributes_[attribute_count_++] = {name, {value, static_cast<std::size_t>(at - value)}};
        }
        ++at;
    }
    const bool empty_element = *at == '/';
    if (empty_element && ++at == end_) return Tag::incomplete;
    if (*at != '>') return Tag::malformed;
    close_pending_ = empty_element;
    at_ = at + 1;
    return Tag::whole;
}

std::string_view XmlScanner::element_text() {
    // Nearly always the text and its closing tag stand in the window, one behind the other.
    const std::string_view held = ahead();
    const char* const tag = find_byte(held.data(), held.data() + held.size(), '<');
    if (tag != nullptr && end_ - tag > 2 && tag[1] == '/') {
        if (const char* close = find_byte(tag, end_, '>')) {
            text_ = {at_, static_cast<std::size_t>(tag - at_)};
            const bool plain = find_markup(at_, tag) == tag;
            at_ = close + 1;
            --depth_;
            if (plain) return text_;
            decoded_.clear();
            append_xml_text(text_, decoded_);
            return decoded_;
        }
    }
    const std::size_t depth = depth_;
    decoded_.clear();
    for (;;) {
        const XmlToken token = next();
        if (token == XmlToken::text && depth_ == depth) append_text(decoded_);
        if (token == XmlToken::end || (token == XmlToken::close && depth_ < depth)) {
            return decoded_;
        }
    }
}

std::optional<std::string_view> XmlScanner::sole_child_text(std::string_view child) {
    const std::string_view held = ahead();
    const std::size_t open_size = child.size() + 2;   // "<v>"
    const std::size_t close_size = child.size() + 3;  // "</v>"
    if (held.size() < open_size || held[0] != '<' || held[open_size - 1] != '>' ||
        held.substr(1, child.size()) != child) {
        return std::nullopt;
    }
    const char* const text = at_ + open_size;
    const char* const text_end = find_markup(text, end_);
    const std::string_view rest(text_end, static_cast<std::size_t>(end_ - text_end));
    if (rest.size() < close_size + 2 || !rest.starts_with("</") || rest[close_size - 1] != '>' ||
        !rest.substr(close_size).starts_with("</")) {
        return std::nullopt;
    }
    const char* close = find_byte(text_end + close_size, end_, '>');
    if (close == nullptr) return std::nullopt;
    at_ = close + 1;
    --depth_;
    return std::string_view(text, static_cast<std::size_t>(text_end - text));
}

void XmlScanner::skip_element() {
    const std::size_t depth = depth_;
    while (next_element(depth)) {
    }
}

bool XmlScanner::has_attribute(std::string_view name) const {
    return std::ranges::find(attributes(), name, &Attribute::name) != attributes().end();
}

std::string XmlScanner::attribute(std::string_view name) const {
    std::string value;
    append_xml_text(raw_attribute(name), value);
    repair_utf8_from(0, value);
    return value;
}

void XmlScanner::append_text(std::string& out) const {
    if (literal_) {
        out += text_;
    } else {
        append_xml_text(text_, out);
    }
}

}  // namespace tidytracker
