// SPDX-License-Identifier: Apache-2.0
#include "base/csv_cell.hpp"

#include <cstring>

#include "base/byte_set.hpp"

namespace tidytracker {
namespace {

constexpr ByteSet k_need_quotes(',', '"', '\n', '\r');

/// Puts what stands in `out` from `first` on in quotation marks.
void quote_from(std::size_t first, std::string& out) {
    if (std::memchr(out.data() + first, '"', out.size() - first) != nullptr) {
        const std::string text = out.substr(first);
        out.resize(first);
        for (const char c : text) {
            if (c == '"') out += '"';
            out += c;
        }
    }
    out.insert(first, 1, '"');
    out += '"';
}

}  // namespace

void finish_csv_cell(std::size_t first, std::string& out, Quotes quotes) {
    const bool needed = quotes == Quotes::always || k_need_quotes.find(out, first) < out.size();
    if (needed) quote_from(first, out);
}

void append_csv_cell(std::string_view text, std::string& out) {
    const std::size_t first = out.size();
    out.resize(first + most_csv_bytes(text));
    const char* const end = put_csv_cell(text, out.data() + first);
    out.resize(static_cast<std::size_t>(end - out.data()));
}

std::size_t most_csv_bytes(std::string_view text) {
    return 2 * text.size() + 2 + ByteSet::k_padding;
}

char* put_csv_cell(std::string_view text, char* out) {
    // Looked through where it will stand: there is room to look at sixteen bytes at once.
    text.copy(out, text.size());
    if (!k_need_quotes.any_in_padded(out, text.size())) return out + text.size();
    *out++ = '"';
    for (std::size_t quote = text.find('"'); quote != std::string_view::npos;
         quote = text.find('"')) {
        out += text.copy(out, quote + 1);
        *out++ = '"';
        text.remove_prefix(quote + 1);
    }
    out += text.copy(out, text.size());
    *out++ = '"';
    return out;
}

}  // namespace tidytracker
