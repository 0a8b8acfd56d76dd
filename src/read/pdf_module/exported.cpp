// SPDX-License-Identifier: Apache-2.0
// What the module shows of itself: the PDF reader, under a name that is not mangled.
#include <utility>

#include "read/pdf_module/entry.hpp"

extern "C" [[gnu::visibility("default")]] void tidytracker_read_pdf(
    const tidytracker::PdfModuleCall& call) {
    call.workbook = tidytracker::read_pdf(call.input, call.options, call.findings);
}
