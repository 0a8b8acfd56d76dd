// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/report.hpp>

// The reporters, each in a file of its name. registry.cpp lists them.
namespace tidytracker {

extern constinit const Reporter k_text_reporter;
extern constinit const Reporter k_concise_reporter;
extern constinit const Reporter k_json_reporter;
extern constinit const Reporter k_jsonl_reporter;
extern constinit const Reporter k_csv_reporter;
extern constinit const Reporter k_sarif_reporter;
extern constinit const Reporter k_github_reporter;
extern constinit const Reporter k_junit_reporter;

}  // namespace tidytracker
