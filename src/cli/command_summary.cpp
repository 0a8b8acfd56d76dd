// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/summary.hpp>
#include <tidytracker/write.hpp>

#include <fmt/format.h>

#include "base/parse_number.hpp"
#include "base/text.hpp"
#include "cli/batch.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/outcome.hpp"
#include "cli/register_output.hpp"
#include "cli/settings.hpp"
#include "cli/summary.hpp"

namespace tidytracker::cli {
namespace {

Result<int> weeks_of(const Options& options) {
    constexpr int k_standard = 4;
    constexpr int k_most = 520;
    if (!options.weeks) return k_standard;
    const auto weeks = parse_number<int>(*options.weeks);
    if (weeks && *weeks >= 0 && *weeks <= k_most) return *weeks;
    return fail(ErrorKind::usage, fmt::format("--weeks cannot be \"{}\"", *options.weeks),
                fmt::format("give a whole number up to {}", k_most));
}

Result<std::string> rendered_summary(const Document& document, std::string_view format, int weeks,
                                     const Call& call) {
    const Summary summary = summarise(document, weeks);
    if (format == "md") return summary_markdown(summary, document);
    if (format == "csv") return summary_csv(summary);
    if (format == "json") return summary_json(summary, document);
    if (format == "xlsx") return render_summary(summary, document);
    return summary_text(summary, document, call.terminal.width);
}

}  // namespace

Exit run_summary(const Call& call) {
    const Result<Settings> settings = settle(call);
    if (!settings) return complain(settings.error(), call.terminal);
    const Result<std::string> format = report_format(call);
    if (!format) return complain(format.error(), call.terminal);
    const Result<int> weeks = weeks_of(call.options);
    if (!weeks) return complain(weeks.error(), call.terminal);
    const Inputs inputs = expand_inputs(call.arguments);
    const Result<void> some = check_inputs(inputs, call);
    if (!some) return complain(some.error(), call.terminal);
    if (inputs.paths.empty()) return Exit::failed;
    const Result<void> free = check_report_path(inputs.paths, call);
    if (!free) return complain(free.error(), call.terminal);
    Result<Batch> batch = read_batch(inputs, *settings, call);
    if (!batch) return complain(batch.error(), call.terminal);
    Conversion& conversion = batch->conversion;
    if (conversion.sources.empty() && !batch->is_up_to_date()) return Exit::failed;
    finish(conversion, settings->instructions);
    tell_reading_findings(conversion, *settings, call);
    const Result<std::string> product =
        rendered_summary(conversion.document, *format, *weeks, call);
    if (!product) return complain(product.error(), call.terminal);
    const Result<void> out = put_out_report(*product, *format == "xlsx", call);
    if (!out) return complain(out.error(), call.terminal);
    const Result<void> listed = write_manifest(*batch, call);
    if (!listed) return complain(listed.error(), call.terminal);
    return exit_of(*batch, *settings, call);
}

}  // namespace tidytracker::cli
