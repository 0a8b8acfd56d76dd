// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tidytracker::pdf {

/// A character code as it was cut off a string.
struct CharacterCode {
    std::uint32_t code{};
    std::uint32_t bytes{1};
};

/// A character map (ISO 32000-1, 9.7.5 and 9.10.3): how codes are cut off a string, and which
/// glyph (CID) or text each of them stands for.
class CharacterMap {
  public:
    /// Reads an embedded map; what is malformed in it is passed over.
    [[nodiscard]] static CharacterMap parse(std::string_view stream);
    /// Two bytes a code; the code is the CID (Identity-H).
    [[nodiscard]] static CharacterMap identity();
    /// Two bytes a code, which is a UTF-16 unit (UniGB-UCS2-H and its like).
    [[nodiscard]] static CharacterMap utf16();

    /// Takes the next code off the front of `bytes`, which must not be empty.
    CharacterCode take_code(std::string_view& bytes) const;
    [[nodiscard]] std::uint32_t cid_of(std::uint32_t code) const;
    /// UTF-8; nothing if the map does not say.
    [[nodiscard]] std::optional<std::string> text_of(std::uint32_t code) const;
    [[nodiscard]] bool vertical() const { return vertical_; }
    void set_vertical() { vertical_ = true; }

  private:
    friend class CharacterMapParser;
    struct Codespace {
        std::uint32_t low{};
        std::uint32_t high{};
        std::uint32_t bytes{};
    };
    struct CidRange {
        std::uint32_t low{};
        std::uint32_t high{};
        std::uint32_t cid{};
    };
    struct TextRange {
        std::uint32_t low{};
        std::uint32_t high{};
        std::u16string text{};  ///< of `low`; the last unit counts up
    };
    std::vector<Codespace> codespaces_{};
    std::vector<CidRange> cids_{};    ///< ascending by `low`
    std::vector<TextRange> texts_{};  ///< ascending by `low`
    bool identity_{};
    bool utf16_{};
    bool vertical_{};
};

}  // namespace tidytracker::pdf
