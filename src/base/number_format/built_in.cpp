// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/number_format.hpp>

#include <algorithm>
#include <array>

namespace tidytracker {
namespace {

struct BuiltIn {
    unsigned id;
    std::string_view code;
};

/// Source: ECMA-376 part 1, 18.8.30, and for the ids that it leaves to the language, what Excel
/// and the programs that write its files use.
///
/// 14 (and 22 with the time) means the short date of the reader's system, whatever m/d/yyyy the
/// standard prints; tidytracker's readers are British. The currencies (5 to 8, 41 to 44) stay
/// dollars: Excel stores their codes with the file, so that an id without code comes from programs
/// that mean the American list, and a pound sign would turn dollars into pounds.
/// 27 to 36 and 50 to 58 are dates and times of East Asian calendars, 59 to 81 the Thai forms
/// of 1 to 22 and 45 to 47.
constexpr std::string_view k_short_date = "dd/mm/yyyy";
constexpr std::array k_built_in{
    BuiltIn{0, "General"},
    BuiltIn{1, "0"},
    BuiltIn{2, "0.00"},
    BuiltIn{3, "#,##0"},
    BuiltIn{4, "#,##0.00"},
    BuiltIn{5, R"("$"#,##0_);\("$"#,##0\))"},
    BuiltIn{6, R"("$"#,##0_);[Red]\("$"#,##0\))"},
    BuiltIn{7, R"("$"#,##0.00_);\("$"#,##0.00\))"},
    BuiltIn{8, R"("$"#,##0.00_);[Red]\("$"#,##0.00\))"},
    BuiltIn{9, "0%"},
    BuiltIn{10, "0.00%"},
    BuiltIn{11, "0.00E+00"},
    BuiltIn{12, "# ?/?"},
    BuiltIn{13, "# \?\?/\?\?"},
    BuiltIn{14, k_short_date},
    BuiltIn{15, "d-mmm-yy"},
    BuiltIn{16, "d-mmm"},
    BuiltIn{17, "mmm-yy"},
    BuiltIn{18, "h:mm AM/PM"},
    BuiltIn{19, "h:mm:ss AM/PM"},
    BuiltIn{20, "h:mm"},
    BuiltIn{21, "h:mm:ss"},
    BuiltIn{22, "dd/mm/yyyy hh:mm"},
    BuiltIn{37, R"(#,##0_);\(#,##0\))"},
    BuiltIn{38, R"(#,##0_);[Red]\(#,##0\))"},
    BuiltIn{39, R"(#,##0.00_);\(#,##0.00\))"},
    BuiltIn{40, R"(#,##0.00_);[Red]\(#,##0.00\))"},
    BuiltIn{41, R"(_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_))"},
    BuiltIn{42, R"(_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_))"},
    BuiltIn{43, R"(_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_))"},
    BuiltIn{44, R"(_("$"* #,##0.00_);_("$"* \(#,##0.00\);_("$"* "-"??_);_(@_))"},
    BuiltIn{45, "mm:ss"},
    BuiltIn{46, "[h]:mm:ss"},
    BuiltIn{47, "mm:ss.0"},
    BuiltIn{48, "##0.0E+0"},
    BuiltIn{49, "@"},
    BuiltIn{59, "0"},
    BuiltIn{60, "0.00"},
    BuiltIn{61, "#,##0"},
    BuiltIn{62, "#,##0.00"},
    BuiltIn{67, "0%"},
    BuiltIn{68, "0.00%"},
    BuiltIn{69, "# ?/?"},
    BuiltIn{70, "# \?\?/\?\?"},
    BuiltIn{71, k_short_date},
    BuiltIn{72, k_short_date},
    BuiltIn{73, "d-mmm-yy"},
    BuiltIn{74, "d-mmm"},
    BuiltIn{75, "mmm-yy"},
    BuiltIn{76, "h:mm"},
    BuiltIn{77, "h:mm:ss"},
    BuiltIn{78, "dd/mm/yyyy hh:mm"},
    BuiltIn{79, "mm:ss"},
    BuiltIn{80, "[h]:mm:ss"},
    BuiltIn{81, "mm:ss.0"},
};

struct Range {
    unsigned first;
    unsigned last;
    std::string_view code;
};

constexpr std::array k_east_asian{
    Range{27, 31, k_short_date},
    Range{32, 35, "h:mm:ss"},
    Range{36, 36, k_short_date},
    Range{50, 58, k_short_date},
};

}  // namespace

std::string_view NumberFormat::built_in(unsigned id) {
    const auto* const found = std::ranges::find(k_built_in, id, &BuiltIn::id);
    if (found != k_built_in.end()) return found->code;
    for (const Range& range : k_east_asian) {
        if (id >= range.first && id <= range.last) return range.code;
    }
    return k_built_in[0].code;
}

}  // namespace tidytracker
