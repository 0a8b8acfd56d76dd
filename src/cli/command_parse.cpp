// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/normalise.hpp>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/json_text.hpp"
#include "cli/profile.hpp"
#include "cli/settings.hpp"

namespace tidytracker::cli {
namespace {

void append_member(std::string_view name, std::string_view text, std::string& out) {
    append_json(name, out);
    out += ':';
    append_json_or_null(text, out);
}

std::string line_of(std::string_view phrase, const DateContext& context) {
    const DateSpan span = parse_span(phrase, context);
    std::string out = "{\"text\":";
    append_json(phrase, out);
    out += ',';
    append_member("edtf", span.edtf, out);
    out += ',';
    append_member("start", span.start, out);
    out += ',';
    append_member("end", span.end, out);
    out += ',';
    append_member("qualifier", to_string(span.qualifier), out);
    return out + "}\n";
}

std::string lines_of(std::string_view text, const DateContext& context) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    std::string out;
    if (text.empty()) return out;
    for (std::string_view phrase : split(text, '\n')) {
        if (phrase.ends_with('\r')) phrase.remove_suffix(1);
        out += line_of(phrase, context);
    }
    return out;
}

}  // namespace

Exit run_parse(const Call& call) {
    const Options& options = call.options;
    if (call.arguments != std::vector<std::string>{"when"}) {
        return complain({.kind = ErrorKind::usage,
                         .message = "parse takes the field to read the text as",
                         .help = "tidytracker parse when"},
                        call.terminal);
    }
    if (options.format && *options.format != "jsonl") {
        return complain({.kind = ErrorKind::usage,
                         .message = fmt::format("--format cannot be \"{}\"", *options.format),
                         .help = "parse prints jsonl"},
                        call.terminal);
    }
    const Result<std::string> reference = day_flag("--reference", options.reference, {});
    if (!reference) return complain(reference.error(), call.terminal);
    const Result<std::string> text = read_bytes("-");
    if (!text) return complain(text.error(), call.terminal);
    // A phrase by itself is of no UK public body: without "2024/25" its year is as printed.
    DateContext context{.reference = *reference, .quarters = QuarterYear::calendar};
    if (options.quarters) context.quarters = *quarters_from(*options.quarters);
    if (options.date_order) context.order = *date_order_from(*options.date_order);
    return finish_with(lines_of(*text, context), call.terminal);
}

}  // namespace tidytracker::cli
