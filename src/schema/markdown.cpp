// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/fields.hpp>

#include <array>
#include <iterator>

#include <fmt/format.h>

#include "base/text.hpp"

namespace tidytracker {
namespace {

/// In the order of FieldType.
constexpr std::array<std::string_view, 11> k_types{
    "text",
    "day, as 2024-03-31",
    "period, as EDTF",
    "one of the words",
    "whole number",
    "`true` or `false`",
    "`Title Name [post] (organisation)`, parted by `; `",
    "`2024-03-31 [label] (author): text`, one a line",
    "`text <EDTF, day> [qualifier]`, parted by `; `",
    "list, parted by `; `",
    "`caption: text`, one a line",
};

/// A vertical bar would end the cell.
std::string cell(std::string_view text) {
    return replace_all(text, "|", "\\|");
}

}  // namespace

std::string schema_markdown() {
    std::string out =
        "| Field | Caption | Holds | Meaning |\n"
        "|---|---|---|---|\n";
    for (const FieldInfo& field : all_fields()) {
        std::string words;
        for (const std::string_view word : field.allowed) {
            fmt::format_to(std::back_inserter(words), "{}`{}`", words.empty() ? "" : ", ", word);
        }
        const std::string_view type = k_types[static_cast<std::size_t>(field.type)];
        fmt::format_to(std::back_inserter(out), "| `{}` | {} | {} | {} |\n", field.name,
                       cell(field.caption), words.empty() ? type : words, cell(field.description));
    }
    return out;
}

}  // namespace tidytracker
