// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/read.hpp>

namespace tidytracker {

/// PDF documents: tables and lines of each page.
[[nodiscard]] const Reader& pdf_reader();

/// Reads a document. There are two of it, and what is linked decides: the library has the one that
/// reads (read/pdf), the program the one that first loads the module which reads (read/pdf_module).
[[nodiscard]] Result<Workbook> read_pdf(const Input& input, const ReadOptions& options,
                                        Findings& findings);

}  // namespace tidytracker
