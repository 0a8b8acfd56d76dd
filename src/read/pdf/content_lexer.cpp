// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/content_lexer.hpp"

#include <array>

#include "base/text.hpp"

namespace tidytracker::pdf {
namespace {

enum class Kind : std::uint8_t { regular, space, delimiter };

constexpr std::array<Kind, 256> k_byte_kinds = [] {
    std::array<Kind, 256> kinds{};
    for (const char c : {'\0', '\t', '\n', '\f', '\r', ' '}) {
        kinds[static_cast<unsigned char>(c)] = Kind::space;
    }
    for (const char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'}) {
        kinds[static_cast<unsigned char>(c)] = Kind::delimiter;
    }
    return kinds;
}();

Kind kind_of_byte(char c) {
    return k_byte_kinds[static_cast<unsigned char>(c)];
}

int hexadecimal_digit(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool starts_number(char c) {
    return is_digit(c) || c == '+' || c == '-' || c == '.';
}

}  // namespace

void ContentLexer::skip_space() {
    while (at_ < bytes_.size()) {
        if (bytes_[at_] == '%') {
            while (at_ < bytes_.size() && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
        } else if (kind_of_byte(bytes_[at_]) != Kind::space) {
            return;
        } else {
            ++at_;
        }
    }
}

Token ContentLexer::next() {
    skip_space();
    if (at_ >= bytes_.size()) return {};
    const char c = bytes_[at_];
    if (starts_number(c)) return number();
    if (c == '/') return name();
    if (c == '(') return literal_string();
    if (c == '<' && (at_ + 1 >= bytes_.size() || bytes_[at_ + 1] != '<')) {
        return hexadecimal_string();
    }
    if (kind_of_byte(c) == Kind::delimiter) return bracket();
    return keyword();
}

/// By hand: from_chars refuses "+1", "--1" and "1.-2", which files have; others read those as 1, 1
/// and 1.
Token ContentLexer::number() {
    const std::size_t start = at_;
    bool negative = false;
    while (at_ < bytes_.size() && (bytes_[at_] == '+' || bytes_[at_] == '-')) {
        negative = bytes_[at_++] == '-';
    }
    double value = 0;
    double unit = 1;
    bool fraction = false;
    for (; at_ < bytes_.size(); ++at_) {
        const char c = bytes_[at_];
        if (is_digit(c)) {
            value = value * 10 + (c - '0');
            if (fraction) unit *= 10;
        } else if (c == '.' && !fraction) {
            fraction = true;
        } else if (c != '-') {
            break;
        } else {
            // "12-34": what follows a sign inside a number is noise of old producers.
            while (at_ < bytes_.size() && kind_of_byte(bytes_[at_]) == Kind::regular) ++at_;
            break;
        }
    }
    // Numbers of thousands of digits would be infinite, and their quotient no number at all.
    if (!(value < 1e30) || !(unit < 1e30)) value = 0;
    value /= unit < 1e30 ? unit : 1;
    return {TokenKind::number, negative ? -value : value, bytes_.substr(start, at_ - start)};
}

Token ContentLexer::name() {
    const std::size_t start = ++at_;
    while (at_ < bytes_.size() && kind_of_byte(bytes_[at_]) == Kind::regular) ++at_;
    const std::string_view raw = bytes_.substr(start, at_ - start);
    if (raw.find('#') == std::string_view::npos) return {TokenKind::name, 0, raw};
    buffer_.clear();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const int high = i + 2 < raw.size() ? hexadecimal_digit(raw[i + 1]) : -1;
        const int low = i + 2 < raw.size() ? hexadecimal_digit(raw[i + 2]) : -1;
        if (raw[i] == '#' && high >= 0 && low >= 0) {
            buffer_ += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            buffer_ += raw[i];
        }
    }
    return {TokenKind::name, 0, buffer_};
}

/// Reads what follows a backslash: a letter, one to three octal digits, or a line end to drop.
void ContentLexer::append_escape() {
    const char c = bytes_[at_++];
    constexpr std::string_view k_letters = "nrtbf";
    constexpr std::string_view k_meanings = "\n\r\t\b\f";
    if (const std::size_t letter = k_letters.find(c); letter != std::string_view::npos) {
        buffer_ += k_meanings[letter];
    } else if (c >= '0' && c <= '7') {
        int value = c - '0';
        for (int i = 0; i < 2 && at_ < bytes_.size(); ++i) {
            if (bytes_[at_] < '0' || bytes_[at_] > '7') break;
            value = value * 8 + (bytes_[at_++] - '0');
        }
        buffer_ += static_cast<char>(value & 0xFF);
    } else if (c == '\r') {
        if (at_ < bytes_.size() && bytes_[at_] == '\n') ++at_;
    } else if (c != '\n') {
        buffer_ += c;
    }
}

Token ContentLexer::literal_string() {
    const std::size_t start = ++at_;
    // Most strings have neither escapes nor brackets: those need no copy.
    const std::size_t stop = bytes_.find_first_of("()\\\r", start);
    if (stop == std::string_view::npos) {
        at_ = bytes_.size();
        return {TokenKind::string, 0, bytes_.substr(start)};
    }
    if (bytes_[stop] == ')') {
        at_ = stop + 1;
        return {TokenKind::string, 0, bytes_.substr(start, stop - start)};
    }
    buffer_.assign(bytes_.substr(start, stop - start));
    at_ = stop;
    for (int depth = 1; at_ < bytes_.size();) {
        const char c = bytes_[at_++];
        if (c == '\\' && at_ < bytes_.size()) {
            append_escape();
            continue;
        }
        if (c == '(') ++depth;
        if (c == ')' && --depth == 0) break;
        buffer_ += c;
    }
    return {TokenKind::string, 0, buffer_};
}

Token ContentLexer::hexadecimal_string() {
    ++at_;
    buffer_.clear();
    int high = -1;
    while (at_ < bytes_.size() && bytes_[at_] != '>') {
        const int digit = hexadecimal_digit(bytes_[at_++]);
        if (digit < 0) continue;
        if (high < 0) {
            high = digit;
        } else {
            buffer_ += static_cast<char>(high * 16 + digit);
            high = -1;
        }
    }
    if (high >= 0) buffer_ += static_cast<char>(high * 16);
    if (at_ < bytes_.size()) ++at_;
    return {TokenKind::string, 0, buffer_};
}

Token ContentLexer::bracket() {
    const char c = bytes_[at_];
    const bool doubled = (c == '<' || c == '>') && at_ + 1 < bytes_.size() && bytes_[at_ + 1] == c;
    const std::string_view text = bytes_.substr(at_, doubled ? 2 : 1);
    at_ += text.size();
    if (c == '[' || c == '<') return {TokenKind::open, 0, text};
    if (c == ']' || doubled) return {TokenKind::close, 0, text};
    return {TokenKind::keyword, 0, text};
}

Token ContentLexer::keyword() {
    const std::size_t start = at_;
    while (at_ < bytes_.size() && kind_of_byte(bytes_[at_]) == Kind::regular) ++at_;
    return {TokenKind::keyword, 0, bytes_.substr(start, at_ - start)};
}

/// The data may hold the bytes "EI" by chance: they count only between white space, and only where
/// what follows reads as content.
void ContentLexer::skip_inline_image() {
    constexpr std::size_t k_looked_at = 16;
    if (at_ < bytes_.size()) ++at_;
    while (true) {
        const std::size_t found = bytes_.find("EI", at_);
        if (found == std::string_view::npos) {
            at_ = bytes_.size();
            return;
        }
        at_ = found + 2;
        const bool parted = found > 0 && kind_of_byte(bytes_[found - 1]) == Kind::space &&
                            (at_ >= bytes_.size() || kind_of_byte(bytes_[at_]) == Kind::space);
        bool printable = true;
        for (const char c : bytes_.substr(at_, k_looked_at)) {
            const bool control = static_cast<unsigned char>(c) < 0x20 && !is_space(c);
            printable = printable && !control && static_cast<unsigned char>(c) < 0x7F;
        }
        if (parted && printable) return;
    }
}

}  // namespace tidytracker::pdf
