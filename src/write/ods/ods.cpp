// SPDX-License-Identifier: Apache-2.0
// The workbook for officers as an OpenDocument spreadsheet (ODF 1.3), the format that the
// government's own standard asks for. It holds the same sheets as the Excel workbook.
#include <fmt/format.h>

#include "base/zip_writer.hpp"
#include "write/formats.hpp"
#include "write/ods/content.hpp"
#include "write/ods/parts.hpp"
#include "write/plan/register_sheets.hpp"

namespace tidytracker {
namespace {

Result<std::string> render_ods(const Document& document, const WriteOptions& /*options*/) {
    const WorkbookPlan plan = register_plan(document);
    if (const auto fits = check_rows(plan); !fits) return tl::unexpected<Error>(fits.error());
    ZipWriter zip;
    zip.add_stored("mimetype", ods::k_media_type);
    zip.add("content.xml", ods::content_part(plan));
    zip.add("styles.xml", ods::styles_part());
    zip.add("meta.xml", ods::meta_part(plan));
    zip.add("settings.xml", ods::settings_part(plan));
    zip.add("META-INF/manifest.xml", ods::manifest_part());
    return zip.finish();
}

}  // namespace

extern constinit const Writer k_ods_writer{.name = "ods",
                                           .suffix = ".ods",
                                           .description = "OpenDocument spreadsheet for officers",
                                           .binary = true,
                                           .render = render_ods};

}  // namespace tidytracker
