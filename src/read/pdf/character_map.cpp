// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/character_map.hpp"

#include <algorithm>
#include <utility>

#include "read/pdf/content_lexer.hpp"
#include "read/pdf/text_string.hpp"

namespace tidytracker::pdf {
namespace {

constexpr std::size_t k_longest_code = 4;

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (const char c : bytes.substr(0, k_longest_code)) {
        value = (value << 8U) | static_cast<unsigned char>(c);
    }
    return value;
}

/// The last range that begins at or before the code, if it reaches that far.
template <class Range>
const Range* find_range(const std::vector<Range>& ranges, std::uint32_t code) {
    const auto after = std::ranges::upper_bound(ranges, code, {}, &Range::low);
    if (after == ranges.begin()) return nullptr;
    const Range& range = *(after - 1);
    return code <= range.high ? &range : nullptr;
}

}  // namespace

/// Runs the few operators that fill a map. Operands gather until an operator uses them.
class CharacterMapParser {
  public:
    explicit CharacterMapParser(std::string_view stream) : lexer_(stream) {}

    CharacterMap run() {
        for (Token token = lexer_.next(); token.kind != TokenKind::end; token = lexer_.next()) {
            if (token.kind == TokenKind::name) {
                named_wmode_ = token.text == "WMode";
            } else if (token.kind == TokenKind::number) {
                if (named_wmode_ && token.number == 1) map_.vertical_ = true;
                named_wmode_ = false;
            } else if (token.kind == TokenKind::keyword) {
                run_operator(token.text);
            }
        }
        std::ranges::stable_sort(map_.cids_, {}, &CharacterMap::CidRange::low);
        std::ranges::stable_sort(map_.texts_, {}, &CharacterMap::TextRange::low);
        return std::move(map_);
    }

  private:
    void run_operator(std::string_view name) {
        if (name == "begincodespacerange") read_codespaces();
        if (name == "begincidrange") read_cids(true);
        if (name == "begincidchar") read_cids(false);
        if (name == "beginbfrange") read_texts(true);
        if (name == "beginbfchar") read_texts(false);
    }

    /// The next code of a list; nothing at the list's end.
    std::optional<std::uint32_t> code() {
        const Token token = lexer_.next();
        if (token.kind != TokenKind::string) return std::nullopt;
        bytes_ = static_cast<std::uint32_t>(std::min(token.text.size(), k_longest_code));
        return big_endian(token.text);
    }

    void read_codespaces() {
        while (const auto low = code()) {
            const auto high = code();
            if (!high) return;
            if (bytes_ > 0) map_.codespaces_.push_back({*low, *high, bytes_});
        }
    }

    void read_cids(bool ranges) {
        while (const auto low = code()) {
            const auto high = ranges ? code() : low;
            const Token cid = lexer_.next();
            if (!high || cid.kind != TokenKind::number) return;
            map_.cids_.push_back(
                {*low, *high, static_cast<std::uint32_t>(std::clamp(cid.number, 0.0, 65535.0))});
        }
    }

    void read_texts(bool ranges) {
        while (const auto low = code()) {
            const auto high = ranges ? code() : low;
            if (!high) return;
            const Token target = lexer_.next();
            if (target.kind == TokenKind::string) {
                map_.texts_.push_back({*low, *high, utf16_units(target.text)});
            } else if (target.text == "[") {
                read_text_array(*low, *high);
            } else {
                return;
            }
        }
    }

    void read_text_array(std::uint32_t low, std::uint32_t high) {
        for (std::uint32_t at = low;; ++at) {
            const Token item = lexer_.next();
            if (item.kind != TokenKind::string) return;
            if (at >= low && at <= high) map_.texts_.push_back({at, at, utf16_units(item.text)});
        }
    }

    ContentLexer lexer_;
    CharacterMap map_{};
    std::uint32_t bytes_{};
    bool named_wmode_{};
};

CharacterMap CharacterMap::parse(std::string_view stream) {
    return CharacterMapParser(stream).run();
}

CharacterMap CharacterMap::identity() {
    CharacterMap map;
    map.identity_ = true;
    return map;
}

CharacterMap CharacterMap::utf16() {
    CharacterMap map = identity();
    map.utf16_ = true;
    return map;
}

CharacterCode CharacterMap::take_code(std::string_view& bytes) const {
    // Without code spaces two bytes are the rule for composite fonts.
    std::size_t length = std::min<std::size_t>(2, bytes.size());
    if (!codespaces_.empty()) {
        length = std::min<std::size_t>(codespaces_.front().bytes, bytes.size());
        for (std::uint32_t tried = 1; tried <= k_longest_code && tried <= bytes.size(); ++tried) {
            const std::uint32_t code = big_endian(bytes.substr(0, tried));
            const bool fits = std::ranges::any_of(codespaces_, [&](const Codespace& space) {
                return space.bytes == tried && code >= space.low && code <= space.high;
            });
            if (!fits) continue;
            length = tried;
            break;
        }
    }
    const CharacterCode taken{big_endian(bytes.substr(0, length)),
                              static_cast<std::uint32_t>(length)};
    bytes.remove_prefix(length);
    return taken;
}

std::uint32_t CharacterMap::cid_of(std::uint32_t code) const {
    if (identity_) return code;
    const CidRange* range = find_range(cids_, code);
    return range == nullptr ? 0 : range->cid + (code - range->low);
}

std::optional<std::string> CharacterMap::text_of(std::uint32_t code) const {
    if (utf16_) return utf8_of_utf16(std::u16string(1, static_cast<char16_t>(code)));
    const TextRange* range = find_range(texts_, code);
    if (range == nullptr) return std::nullopt;
    std::u16string units = range->text;
    if (!units.empty()) units.back() = static_cast<char16_t>(units.back() + (code - range->low));
    return utf8_of_utf16(units);
}

}  // namespace tidytracker::pdf
