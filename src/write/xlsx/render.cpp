// SPDX-License-Identifier: Apache-2.0
// Puts the parts of a workbook together. Texts are written as texts, so none of them can become a
// formula. The parts are our own and not libxlsxwriter's: that takes three times as long, keeps
// its parts in temporary files, and cannot write the height of a row without fixing it.
#include <fmt/format.h>

#include "base/zip_writer.hpp"
#include "write/plan/workbook_plan.hpp"
#include "write/xlsx/charts.hpp"
#include "write/xlsx/parts.hpp"
#include "write/xlsx/sheet.hpp"

namespace tidytracker {

Result<std::string> render_xlsx(const WorkbookPlan& plan) {
    if (const auto fits = check_rows(plan); !fits) return tl::unexpected<Error>(fits.error());
    ZipWriter zip;
    zip.add("[Content_Types].xml", content_types_part(plan));
    zip.add("_rels/.rels", package_relations_part());
    zip.add("docProps/app.xml", application_part());
    zip.add("docProps/core.xml", core_properties_part(plan));
    zip.add("xl/workbook.xml", workbook_part(plan));
    zip.add("xl/_rels/workbook.xml.rels", workbook_relations_part(plan.sheets.size()));
    zip.add("xl/styles.xml", styles_part());
    SharedStrings strings;
    for (std::size_t i = 0; i < plan.sheets.size(); ++i) {
        const SheetParts parts = sheet_parts(plan.sheets[i], i + 1, strings);
        zip.add(fmt::format("xl/worksheets/sheet{}.xml", i + 1), parts.sheet);
        zip.add(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", i + 1), parts.relations);
        zip.add(fmt::format("xl/tables/table{}.xml", i + 1), parts.table);
        add_chart_parts(plan.sheets[i], i + 1, zip);
    }
    zip.add("xl/sharedStrings.xml", strings.part());
    return zip.finish();
}

}  // namespace tidytracker
