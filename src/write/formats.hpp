// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/write.hpp>

namespace tidytracker {

extern const Writer k_xlsx_writer;
extern const Writer k_csv_writer;
extern const Writer k_json_writer;
extern const Writer k_jsonl_writer;
extern const Writer k_ods_writer;
extern const Writer k_markdown_writer;
extern const Writer k_calendar_writer;
extern const Writer k_review_writer;
extern const Writer k_package_writer;
extern const Writer k_sqlite_writer;

}  // namespace tidytracker
