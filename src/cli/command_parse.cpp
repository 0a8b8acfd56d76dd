// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/normalise.hpp>

#include <fmt/format.h>

#include "base/json_text.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/parsed_values.hpp"
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

/// A line for each line of the text.
template <class ToLine>
std::string lines_of(std::string_view text, ToLine to_line) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    std::string out;
    if (text.empty()) return out;
    for (std::string_view phrase : split(text, '\n')) {
        if (phrase.ends_with('\r')) phrase.remove_suffix(1);
        out += to_line(phrase);
    }
    return out;
}

DateContext date_context(const Options& options, const std::string& reference) {
    // A phrase by itself is of no UK public body: without "2024/25" its year is as printed.
    DateContext context{.reference = reference, .quarters = QuarterYear::calendar};
    if (options.quarters) context.quarters = *quarters_from(*options.quarters);
    if (options.date_order) context.order = *date_order_from(*options.date_order);
    return context;
}

Instructions field_instructions(const Options& options, const std::string& reference) {
    Instructions instructions{.as_of = reference};
    if (options.quarters) {
        instructions.quarters = {*quarters_from(*options.quarters), Origin::flag};
    }
    if (options.date_order) {
        instructions.date_order = {*date_order_from(*options.date_order), Origin::flag};
    }
    return instructions;
}

/// What is wrong with the arguments, if anything is.
std::optional<Error> fault_of(const Call& call) {
    if (call.arguments.size() > 1) {
        return Error{.kind = ErrorKind::usage,
                     .message = "phrases come from standard input, one a line",
                     .help = fmt::format("echo \"{}\" | tidytracker parse {}", call.arguments[1],
                                         call.arguments[0])};
    }
    const std::string name = call.arguments.empty() ? "" : call.arguments.front();
    const std::optional<Field> field = field_from_name(name);
    if (name != "when" && !(field && is_parsed(*field))) {
        return Error{.kind = ErrorKind::usage,
                     .message = "parse takes the field to read the text as",
                     .help = "such as when, leads, due, status or progress"};
    }
    return std::nullopt;
}

}  // namespace

Exit run_parse(const Call& call) {
    const Options& options = call.options;
    if (const std::optional<Error> fault = fault_of(call)) return complain(*fault, call.terminal);
    const Result<std::string> reference = day_flag("--reference", options.reference, {});
    if (!reference) return complain(reference.error(), call.terminal);
    const Result<std::string> text = read_bytes("-");
    if (!text) return complain(text.error(), call.terminal);
    const std::optional<Field> field = field_from_name(call.arguments.front());
    if (!field) {
        const DateContext context = date_context(options, *reference);
        return finish_with(
            lines_of(*text, [&](std::string_view phrase) { return line_of(phrase, context); }),
            call.terminal);
    }
    const Instructions instructions = field_instructions(options, *reference);
    return finish_with(lines_of(*text,
                                [&](std::string_view phrase) {
                                    return parsed_line(phrase, *field, instructions);
                                }),
                       call.terminal);
}

}  // namespace tidytracker::cli
