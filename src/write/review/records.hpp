// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/reading.hpp>

#include <span>
#include <string>

#include "write/review/traces.hpp"

// What the review page shows beside the sources.
namespace tidytracker::review {

/// The records, each with its fields, where they come from and what is odd about them.
void append_records(const Document& document, std::string& out);
/// All findings as one table.
void append_findings(const Document& document, const Traces& traces, std::string& out);
/// What each column of each table was taken for, and why.
void append_mappings(std::span<const SourceReading> sources, std::string& out);

}  // namespace tidytracker::review
