// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/diff.hpp>
#include <tidytracker/write.hpp>

#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/difference.hpp"
#include "cli/inputs.hpp"
#include "cli/merge_settings.hpp"
#include "cli/outcome.hpp"
#include "cli/register_output.hpp"
#include "cli/settings.hpp"

namespace tidytracker::cli {
namespace {

/// The two files, in the order given: a sorted or merged list would compare the wrong way round.
Result<std::vector<std::string>> two_versions(const std::vector<std::string>& arguments) {
    if (arguments.size() == 2) return arguments;
    return fail(ErrorKind::usage,
                fmt::format("diff compares two files, here {} {}",
                            arguments.size() == 1 ? "is" : "are", arguments.size()),
                "name the older one first: tidytracker diff may.xlsx june.xlsx");
}

Result<Conversion> read_version(const std::string& path, const Settings& settings) {
    Findings findings;
    Result<InspectedInput> read = inspect_input(path, settings, findings);
    if (!read) return tl::unexpected<Error>(read.error());
    Conversion conversion = new_conversion(settings);
    add_source(conversion, std::move(read->reading), read->instructions, std::move(findings));
    finish(conversion, read->instructions);
    return conversion;
}

Result<std::string> rendered(const Comparison& comparison, std::string_view format,
                             const Call& call) {
    if (format == "json") return difference_json(comparison);
    if (format == "md") return difference_markdown(comparison);
    if (format == "text") {
        const bool coloured = !call.options.output && call.terminal.out.colour;
        return difference_text(comparison, coloured, call.terminal.width);
    }
    return render_difference(comparison.before, comparison.after, comparison.difference);
}

}  // namespace

Exit run_diff(const Call& call) {
    const Result<Settings> settings = settle(call);
    if (!settings) return complain(settings.error(), call.terminal);
    const auto format = report_format(call);
    if (!format) return complain(format.error(), call.terminal);
    const auto paths = two_versions(call.arguments);
    if (!paths) return complain(paths.error(), call.terminal);
    const Result<MergeProfile> said = merge_profile(*settings, call);
    if (!said) return complain(said.error(), call.terminal);
    const Result<void> free = check_report_path(*paths, call);
    if (!free) return complain(free.error(), call.terminal);
    const Result<Conversion> before = read_version(paths->front(), *settings);
    if (!before) return complain(before.error(), call.terminal);
    const Result<Conversion> after = read_version(paths->back(), *settings);
    if (!after) return complain(after.error(), call.terminal);

    Conversion told = new_conversion(*settings);
    const MatchOptions options{.same = said->same, .distinct = said->distinct};
    const Difference difference =
        diff(before->document, after->document, options, told.document.findings);
    const Comparison comparison{before->document, after->document, difference};
    const Result<std::string> product = rendered(comparison, *format, call);
    if (!product) return complain(product.error(), call.terminal);
    const Result<void> out = put_out_report(*product, *format == "xlsx", call);
    tell_reading_findings(*before, *settings, call);
    tell_reading_findings(*after, *settings, call);
    tell_findings(told, *settings, call);
    if (!out) return complain(out.error(), call.terminal);
    return difference.empty() ? Exit::done : Exit::findings;
}

}  // namespace tidytracker::cli
