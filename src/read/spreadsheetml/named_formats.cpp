// SPDX-License-Identifier: Apache-2.0
#include "read/spreadsheetml/named_formats.hpp"

#include <tidytracker/number_format.hpp>

#include <array>

#include "base/text.hpp"

namespace tidytracker {
namespace {

struct NamedFormat {
    std::string_view name{};
    unsigned id{};            ///< of the built-in format that it is, or 0 and
    std::string_view code{};  ///< its code
};

/// Source: XML Spreadsheet Reference, attribute ss:Format.
constexpr std::array<NamedFormat, 18> k_named_formats = {{
    {"General", 0, "General"},
    {"General Number", 0, "General"},
    {"General Date", 22, ""},
    {"Long Date", 0, "dddd, mmmm dd, yyyy"},
    {"Medium Date", 15, ""},
    {"Short Date", 14, ""},
    {"Long Time", 19, ""},
    {"Medium Time", 18, ""},
    {"Short Time", 20, ""},
    {"Currency", 8, ""},
    {"Euro Currency", 0, "[$€-2]#,##0.00_);[Red]([$€-2]#,##0.00)"},
    {"Fixed", 2, ""},
    {"Standard", 4, ""},
    {"Percent", 10, ""},
    {"Scientific", 11, ""},
    {"Yes/No", 0, R"("Yes";"Yes";"No")"},
    {"True/False", 0, R"("True";"True";"False")"},
    {"On/Off", 0, R"("On";"On";"Off")"},
}};

}  // namespace

std::string_view code_of_named_format(std::string_view name) {
    for (const NamedFormat& format : k_named_formats) {
        if (!equals_ignoring_case(format.name, name)) continue;
        return format.id == 0 ? format.code : NumberFormat::built_in(format.id);
    }
    return name;
}

}  // namespace tidytracker
