// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/pdf.hpp"

namespace tidytracker {

/// What goes into the module and comes out of it. Both sides are compiled together, so that types
/// of C++ can cross.
struct PdfModuleCall {
    const Input& input;
    const ReadOptions& options;
    Findings& findings;
    Result<Workbook>& workbook;
};

}  // namespace tidytracker

/// The one name that the module exports.
extern "C" void tidytracker_read_pdf(const tidytracker::PdfModuleCall& call);
