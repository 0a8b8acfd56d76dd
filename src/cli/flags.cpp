// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "cli/options.hpp"

namespace tidytracker::cli {
namespace {

constexpr std::string_view k_input = "Input";
constexpr std::string_view k_meaning_heading = "Meaning";
constexpr std::string_view k_merging_heading = "Merging";
constexpr std::string_view k_output = "Output";
constexpr std::string_view k_reporting = "Reporting";
constexpr std::string_view k_limits = "Limits";

using O = Options;

constexpr auto k_flags = std::to_array<Flag>({
    {"--from", "", "FORMAT", k_input, "read inputs as FORMAT, whatever they look like", "",
     &O::from},
    {"--sheet", "", "N|NAME", k_input, "read this sheet only", "", &O::sheet},
    {"--encoding", "", "NAME", k_input, "encoding of text files, as iconv calls it", "",
     &O::encoding},
    {"--delimiter", "", "CHAR", k_input, "what parts the cells of a CSV file (or \"tab\")", "",
     &O::delimiter},
    {"--since", "", "MANIFEST", k_input, "skip inputs that this manifest lists unchanged", "",
     &O::since},
    {"--keep-going", "", "", k_input, "inputs that cannot be read do not count as a failure", "",
     &O::keep_going},
    {"--master", "", "FILE", k_merging_heading,
     "keep this register's references, order and columns", "", &O::master},
    {"--prefer", "", "WHO", k_merging_heading,
     "whose values count: newest, oldest, master or a FILE", "", &O::prefer},
    {"--same", "", "A,B", k_merging_heading, "these two are one action; may be repeated", "",
     &O::same},
    {"--distinct", "", "A,B", k_merging_heading, "these two are different; may be repeated", "",
     &O::distinct},
    {"--map", "", "CAPTION=FIELD", k_meaning_heading, "what a column means; may be repeated", "",
     &O::maps},
    {"--date-order", "", "ORDER", k_meaning_heading, "order of numeric dates: dmy, mdy or ymd",
     "dmy mdy ymd", &O::date_order},
    {"--quarters", "", "YEAR", k_meaning_heading,
     "\"Q3 2024\" is of the financial or the calendar year", "financial calendar", &O::quarters},
    {"--as-of", "", "DAY", k_meaning_heading, "the day of the report, 2025-03-31 (default: today)",
     "", &O::as_of},
    {"--reference", "", "DAY", k_meaning_heading, "the day on which the text was written", "",
     &O::reference},
    {"--profile", "", "FILE", k_meaning_heading,
     "profile to use, or a folder of profiles (default: nearest tidytracker.toml)", "",
     &O::profile},
    {"--no-profile", "", "", k_meaning_heading, "use no profile", "", &O::no_profile},
    {"--output", "-o", "FILE", k_output, "write here; - is standard output", "", &O::output},
    {"--to", "", "FORMAT", k_output, "format to write (default: by the suffix of -o)", "", &O::to},
    {"--force", "-f", "", k_output, "replace an existing output", "", &O::force},
    {"--format", "", "FORMAT", k_output, "format of what is printed", "", &O::format},
    {"--all-cells", "", "", k_output, "a whole sheet as displayed, not only its tables", "",
     &O::all_cells},
    {"--rows", "", "", k_output, "the role of each row", "", &O::rows},
    {"--save-profile", "", "FILE", k_output, "write the columns' meaning as a profile", "",
     &O::save_profile},
    {"--annotate", "", "FILE", k_output,
     "write a workbook in which the faulty cells are marked and explained", "", &O::annotate},
    {"--fix", "", "FILE", k_output, "write a copy in which is mended what is certain", "", &O::fix},
    {"--bom", "", "", k_output, "CSV: begin with a byte order mark, for Excel", "",
     &O::byte_order_mark},
    {"--captions", "", "", k_output, "CSV: captions for people, not field names", "", &O::captions},
    {"--raw-cells", "", "", k_output, "CSV: leave texts that look like formulas as they are", "",
     &O::raw_cells},
    {"--json-schema", "", "", k_output, "the JSON Schema of the document", "", &O::json_schema},
    {"--markdown", "", "", k_output, "the fields as a Markdown table", "", &O::markdown},
    {"--manifest", "", "FILE", k_output, "write what was read, with digests, as JSON", "",
     &O::manifest},
    {"--weeks", "", "N", k_output, "list what is due within N weeks (4)", "", &O::weeks},
    {"--template", "", "FILE", k_output,
     "a workbook to fill in: schema writes a blank one, convert and merge fill it", "",
     &O::template_file},
    {"--list", "", "", k_output, "a line for each rule", "", &O::list},
    {"--select", "", "RULE,...", k_reporting, "only these rules or families of rules", "",
     &O::select},
    {"--ignore", "", "RULE,...", k_reporting, "not these rules or families of rules", "",
     &O::ignore},
    {"--baseline", "", "FILE", k_reporting, "only what is new since this report (of --format json)",
     "", &O::baseline},
    {"--max-findings", "", "N", k_reporting, "list N findings, the gravest; 0: all", "",
     &O::max_findings},
    {"--fail-on", "", "LEVEL", k_reporting, "exit 1 on findings: error, warning or never",
     "error warning never", &O::fail_on},
    {"--max-repeats", "", "N", k_reporting, "show N findings of a rule in a file; 0: all", "",
     &O::max_repeats},
    {"--quiet", "-q", "", k_reporting, "print errors only", "", &O::quiet},
    {"--verbose", "-v", "", k_reporting, "print notes too, and each file that is read", "",
     &O::verbose},
    {"--color", "", "WHEN", k_reporting, "auto, always or never", "auto always never", &O::colour},
    {"--max-inflated", "", "BYTES", k_limits, "bytes that one file may unpack to (1G)", "",
     &O::max_inflated},
    {"--max-cells", "", "N", k_limits, "cells that one file may have (50M)", "", &O::max_cells},
    {"--max-seconds", "", "N", k_limits, "processor time to read one file (300)", "",
     &O::max_seconds},
    {"--help", "-h", "", k_reporting, "show this page", "", &O::help},
    {"--version", "", "", k_reporting, "show the version", "", &O::version},
});

}  // namespace

std::span<const Flag> all_flags() {
    return k_flags;
}

bool is_given(const Flag& flag, const Options& options) {
    if (const auto* boolean = std::get_if<bool O::*>(&flag.target)) return options.*(*boolean);
    if (const auto* text = std::get_if<std::optional<std::string> O::*>(&flag.target)) {
        return (options.*(*text)).has_value();
    }
    return !(options.*std::get<std::vector<std::string> O::*>(flag.target)).empty();
}

}  // namespace tidytracker::cli
