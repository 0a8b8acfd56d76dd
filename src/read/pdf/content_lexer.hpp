// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The tokens of content streams and of character maps, which share the syntax of PDF objects
// (ISO 32000-1, 7.2 and 7.3) without references.
namespace tidytracker::pdf {

enum class TokenKind : std::uint8_t {
    end,
    number,
    name,     ///< without its slash, #xx resolved
    string,   ///< literal or hexadecimal, resolved
    open,     ///< "[" or "<<"
    close,    ///< "]" or ">>"
    keyword,  ///< an operator, "true", "null", ...
};

struct Token {
    TokenKind kind{TokenKind::end};
    double number{};
    /// Name, string or keyword; "[", "]", "<<", ">>" for the brackets. Valid until the next token.
    std::string_view text{};
};

/// Cuts a stream into tokens. What is malformed is passed over: every call but the last consumes
/// at least one byte.
class ContentLexer {
  public:
    explicit ContentLexer(std::string_view bytes) : bytes_(bytes) {}
    Token next();
    /// Passes over an inline image, from behind its `ID` to behind its `EI`.
    void skip_inline_image();
    [[nodiscard]] std::size_t position() const { return at_; }

  private:
    void skip_space();
    Token number();
    Token name();
    Token literal_string();
    Token hexadecimal_string();
    Token bracket();
    Token keyword();
    void append_escape();

    std::string_view bytes_;
    std::size_t at_{};
    std::string buffer_{};
};

}  // namespace tidytracker::pdf
