// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/byte_source.hpp"

namespace tidytracker {

enum class XmlToken : std::uint8_t { open, close, text, end };

/// How a document ended.
enum class XmlEnd : std::uint8_t {
    none,       ///< it has not, yet
    complete,   ///< all elements are closed
    truncated,  ///< elements are open
    malformed,  ///< something that is not XML follows
    doctype,    ///< a document type declaration, which is refused: it could define entities
    failed,     ///< the source failed, or `stop` was called: see error()
};

/// Pulls tags and text out of XML that comes from a source, through a window of fixed size. Names
/// are local names: the prefix is left out, since documents differ in nothing else. Tags need not
/// match; they are only counted. Views that it returns hold until the next call that moves on.
class XmlScanner {
  public:
    struct Attribute {
        std::string_view name{};   ///< local name
        std::string_view value{};  ///< as it stands there
    };

    /// @param window bytes held at a time; grows only for a tag that is longer
    explicit XmlScanner(ByteSource& source, std::size_t window = std::size_t{256} * 1024);

    /// Moves to the next token. An empty-element tag is an `open` and a `close`.
    [[nodiscard]] XmlToken next();
    /// Moves to the next opening tag inside the element that was at `depth` when it was the
    /// current one; false once that element has been closed or the document has ended.
    [[nodiscard]] bool next_element(std::size_t depth) {
        for (;;) {
            const XmlToken token = next();
            if (token == XmlToken::open) return true;
            if (token == XmlToken::end || (token == XmlToken::close && depth_ < depth)) {
                return false;
            }
        }
    }
    /// The decoded text of the element just opened, without that of elements in it; moves behind
    /// its closing tag.
    [[nodiscard]] std::string_view element_text();
    /// What is held of the document from here on, for a reader that knows better what comes next.
    [[nodiscard]] std::string_view ahead() const {
        const bool elsewhere = close_pending_ || in_literal_ || end_kind_ != XmlEnd::none;
        return {at_, elsewhere ? 0 : static_cast<std::size_t>(end_ - at_)};
    }
    /// Moves behind the first `size` bytes of ahead(), which must be whole elements.
    void advance(std::size_t size) { at_ += size; }
    /// The quick way to the text of an element that holds nothing but one child with that name and
    /// text without references, which nearly all cells and strings do: returns it and moves behind
    /// the element's closing tag. None, and nothing has moved, if the element just opened is not
    /// like that or reaches beyond the window; then it must be read the long way.
    [[nodiscard]] std::optional<std::string_view> sole_child_text(std::string_view child);
    /// Moves behind the closing tag of the element just opened.
    void skip_element();

    /// The local name of the tag just opened.
    [[nodiscard]] std::string_view name() const { return name_; }
    /// Elements that are open, the one just opened included.
    [[nodiscard]] std::size_t depth() const { return depth_; }
    /// The attributes of the tag just opened; of one with very many only the first.
    [[nodiscard]] std::span<const Attribute> attributes() const {
        return std::span(attributes_).first(attribute_count_);
    }
    /// A value of the tag just opened, as it stands there; empty if it lacks the attribute.
    [[nodiscard]] std::string_view raw_attribute(std::string_view name) const {
        for (const Attribute& attribute : attributes()) {
            if (attribute.name == name) return attribute.value;
        }
        return {};
    }
    [[nodiscard]] bool has_attribute(std::string_view name) const;
    /// The value with its character references resolved, as valid UTF-8.
    [[nodiscard]] std::string attribute(std::string_view name) const;
    /// Appends the text token's text, decoded. A long text comes as several tokens.
    void append_text(std::string& out) const;

    /// As ByteSource::share_read; a window ahead of the current token.
    [[nodiscard]] double share_read() const { return source_.share_read(); }
    [[nodiscard]] XmlEnd how_it_ended() const { return end_kind_; }
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }
    /// Ends the document here: every later `next` returns `end`.
    void stop(Error error);

  private:
    enum class Tag : std::uint8_t { whole, incomplete, malformed };

    [[nodiscard]] bool more();
    [[nodiscard]] XmlToken finish(XmlEnd kind);
    [[nodiscard]] XmlToken finish_early();
    [[nodiscard]] XmlToken take_text();
    [[nodiscard]] XmlToken take_literal_text();
    [[nodiscard]] XmlToken take_open();
    [[nodiscard]] XmlToken take_close();
    [[nodiscard]] bool skip_declaration();
    [[nodiscard]] bool skip_past(std::string_view terminator);
    [[nodiscard]] bool have(std::size_t size);
    [[nodiscard]] Tag parse_tag();
    [[nodiscard]] Tag parse_attributes(const char* at);

    Utf8Source source_;
    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_{};
    const char* at_{};
    const char* end_{};
    bool source_ended_{};
    bool close_pending_{};  ///< of an empty-element tag
    bool in_literal_{};     ///< inside a CDATA section
    bool literal_{};        ///< the text token is of a CDATA section
    bool seen_element_{};
    std::size_t depth_{};
    std::string_view name_{};
    std::string_view text_{};
    std::array<Attribute, 64> attributes_{};
    std::size_t attribute_count_{};
    std::string decoded_{};
    XmlEnd end_kind_{XmlEnd::none};
    std::optional<Error> error_{};
};

/// Appends XML text with its character references resolved and its line ends levelled to LF.
/// References to entities other than the five of XML stay as they are. Source: XML 1.0, 2.11, 4.6.
void append_xml_text(std::string_view raw, std::string& out);

}  // namespace tidytracker
