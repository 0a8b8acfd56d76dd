// SPDX-License-Identifier: Apache-2.0
#include "read/excel/styles.hpp"

namespace tidytracker::excel {

void StyleLists::move_into(Workbook& workbook, const Colours& colours) const {
    std::unordered_map<unsigned, std::uint32_t> number_formats{{0, 0}};
    workbook.styles.clear();
    for (const CellFormat& format : formats) {
        if (workbook.styles.size() >= k_most_styles) break;
        const auto next = static_cast<std::uint32_t>(workbook.number_formats.size());
        const auto [known, is_new] = number_formats.try_emplace(format.number_format, next);
        if (is_new) {
            const auto code = codes.find(format.number_format);
            workbook.number_formats.emplace_back(
                code != codes.end() ? std::string_view(code->second)
                                    : NumberFormat::built_in(format.number_format));
        }
        CellStyle style{.number_format = known->second};
        if (format.font < fonts.size()) {
            style.bold = fonts[format.font].bold;
            style.strike = fonts[format.font].strike;
        }
        if (format.fill < fills.size() && fills[format.fill]) {
            style.fill = colours.resolve(*fills[format.fill]);
        }
        workbook.styles.push_back(style);
    }
    if (workbook.styles.empty()) workbook.styles.emplace_back();
}

}  // namespace tidytracker::excel
