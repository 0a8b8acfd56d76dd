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

void finish_csv_cell(std::size_t first, std::string& out) {
    if (k_need_quotes.find(out, first) < out.size()) quote_from(first, out);
}

void append_csv_cell(std::string_view text, std::string& out) {
    // Looked through where it will stand: there are bytes enough in front of a short text.
    const std::size_t first = out.size();
    out += text;
    if (k_need_quotes.find(out, first) == out.size()) return;
    out.resize(first);
    out += '"';
    for (std::size_t quote = text.find('"'); quote != std::string_view::npos;
         quote = text.find('"')) {
        out.append(text.substr(0, quote + 1)) += '"';
        text.remove_prefix(quote + 1);
    }
    out.append(text) += '"';
}

}  // namespace tidytracker
