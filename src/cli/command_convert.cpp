// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.hpp"
#include "cli/batch.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/outcome.hpp"
#include "cli/register_output.hpp"
#include "cli/settings.hpp"

namespace tidytracker::cli {
namespace {

std::string summary(const Output& output, const Batch& batch, const Call& call) {
    const Conversion& conversion = batch.conversion;
    const Document& document = conversion.document;
    std::string out = output.path == "-" ? "Wrote " : fmt::format("Wrote {}: ", output.path);
    out += fmt::format("{} from {}, {}", count_of(document.records.size(), "action"),
                       count_of(conversion.sources.size(), "file"), counts_of(document.findings));
    out += remarks_on(batch);
    if (call.terminal.err.terminal) out += fmt::format(" ({:.1f} s)", batch.seconds);
    out += '\n';
    if (call.terminal.err.terminal && !document.findings.empty()) {
        out += fmt::format("Next: tidytracker explain {}\n", document.findings.front().rule);
    }
    return out;
}

}  // namespace

Exit run_convert(const Call& call) {
    const Result<Settings> settings = settle(call);
    if (!settings) return complain(settings.error(), call.terminal);
    const Inputs inputs = expand_inputs(call.arguments);
    const Result<void> some = check_inputs(inputs, call);
    if (!some) return complain(some.error(), call.terminal);
    if (inputs.paths.empty()) return Exit::failed;
    const Result<Output> output = choose_output(inputs.paths, call);
    if (!output) return complain(output.error(), call.terminal);

    Result<Batch> batch = read_batch(inputs, *settings, call);
    if (!batch) return complain(batch.error(), call.terminal);
    Conversion& conversion = batch->conversion;
    finish(conversion, settings->instructions, settings->rules);
    if (conversion.sources.empty() && !batch->is_up_to_date()) return Exit::failed;
    const Result<void> written = write_register(*output, conversion, *settings, call);
    tell_findings(conversion, *settings, call);
    if (!written) return complain(written.error(), call.terminal);
    if (!call.options.quiet) tell(summary(*output, *batch, call));
    const Result<void> listed = write_manifest(*batch, call);
    if (!listed) return complain(listed.error(), call.terminal);
    return exit_of(*batch, *settings, call);
}

}  // namespace tidytracker::cli
