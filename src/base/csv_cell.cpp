// SPDX-License-Identifier: Apache-2.0
#include "base/csv_cell.hpp"

#include <cstring>

namespace tidytracker {
namespace {

bool needs_quotes(std::string_view text) {
    const auto has = [text](char c) {
        return !text.empty() && std::memchr(text.data(), c, text.size()) != nullptr;
    };
    return has(',') || has('"') || has('\n') || has('\r');
}

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
    if (needs_quotes(std::string_view(out).substr(first))) quote_from(first, out);
}

void append_csv_cell(std::string_view text, std::string& out) {
    const std::size_t first = out.size();
    out += text;
    finish_csv_cell(first, out);
}

}  // namespace tidytracker
