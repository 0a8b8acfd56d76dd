// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "base/xml_bytes.hpp"
#include "base/xml_scanner.hpp"

namespace tidytracker {
namespace {

struct Entity {
    std::string_view name{};
    char character{};
};
constexpr Entity k_entities[] = {
    {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};

/// "#65" or "#x41".
bool append_numeric(std::string_view reference, std::string& out) {
    reference.remove_prefix(1);
    const bool hexadecimal = reference.starts_with('x') || reference.starts_with('X');
    if (hexadecimal) reference.remove_prefix(1);
    std::uint32_t code = 0;
    const char* const end = reference.data() + reference.size();
    const auto [rest, error] = std::from_chars(reference.data(), end, code, hexadecimal ? 16 : 10);
    if (error != std::errc{} || rest != end) return false;
    append_utf8(code == 0 ? U'\uFFFD' : static_cast<char32_t>(code), out);
    return true;
}

bool append_reference(std::string_view reference, std::string& out) {
    if (reference.starts_with('#')) return append_numeric(reference, out);
    const auto* const entity = std::ranges::find(k_entities, reference, &Entity::name);
    if (entity == std::ranges::end(k_entities)) return false;
    out += entity->character;
    return true;
}

}  // namespace

void append_xml_text(std::string_view raw, std::string& out) {
    constexpr std::size_t k_longest_entity = 12;
    for (;;) {
        const char* const markup = find_markup(raw.data(), raw.data() + raw.size());
        const auto plain = static_cast<std::size_t>(markup - raw.data());
        out.append(raw.substr(0, plain));
        raw.remove_prefix(plain);
        if (raw.empty()) return;
        if (raw[0] == '\r') {
            raw.remove_prefix(raw.starts_with("\r\n") ? 2 : 1);
            out += '\n';
            continue;
        }
        const std::size_t end = raw.substr(0, k_longest_entity).find(';');
        const bool closed = raw[0] == '&' && end != std::string_view::npos;
        if (closed && append_reference(raw.substr(1, end - 1), out)) {
            raw.remove_prefix(end + 1);
        } else {
            out += raw[0];
            raw.remove_prefix(1);
        }
    }
}

}  // namespace tidytracker
