// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/font.hpp"

#include "read/pdf/text_string.hpp"

namespace tidytracker::pdf {

ShownGlyph Font::take_glyph(std::string_view& bytes) {
    if (!composite) {
        const auto code = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        return {texts[code], widths[code], code == ' '};
    }
    const CharacterCode taken = codes.take_code(bytes);
    auto known = code_texts.find(taken.code);
    if (known == code_texts.end()) {
        std::optional<std::string> text;
        if (has_to_unicode) text = to_unicode.text_of(taken.code);
        if (!text) text = codes.text_of(taken.code);
        known = code_texts.emplace(taken.code, tidy_glyph_text(text.value_or(""), name)).first;
    }
    const auto width = cid_widths.find(codes.cid_of(taken.code));
    return {known->second, width == cid_widths.end() ? default_width : width->second,
            taken.bytes == 1 && taken.code == ' '};
}

}  // namespace tidytracker::pdf
