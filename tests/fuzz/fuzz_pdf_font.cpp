// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/unicode.hpp"
#include "read/pdf/character_map.hpp"
#include "read/pdf/font_program.hpp"
#include "read/pdf/glyph_names.hpp"
#include "read/pdf/text_string.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tidytracker;
    using namespace tidytracker::pdf;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const CharacterMap map = CharacterMap::parse(bytes);
    std::string_view rest = bytes.substr(0, 64);
    while (!rest.empty()) {
        const CharacterCode code = map.take_code(rest);
        (void)map.cid_of(code.code);
        if (!is_valid_utf8(map.text_of(code.code).value_or(""))) __builtin_trap();
    }
    for (const CodeTexts& texts : {type1_encoding(bytes), cff_encoding(bytes)}) {
        for (const std::string& text : texts) {
            if (!is_valid_utf8(text)) __builtin_trap();
        }
    }
    if (!is_valid_utf8(text_of_glyph_name(bytes.substr(0, 40)))) __builtin_trap();
    if (!is_valid_utf8(decode_text_string(bytes))) __builtin_trap();
    if (!is_valid_utf8(tidy_glyph_text(repair_utf8(bytes), "Wingdings"))) __builtin_trap();
    return 0;
}
