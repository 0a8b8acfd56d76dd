// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/batch.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/merge_settings.hpp"
#include "cli/outcome.hpp"
#include "cli/register_output.hpp"
#include "cli/settings.hpp"

namespace tidytracker::cli {
namespace {

std::string name_without_folder(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

/// The inputs with the master in front.
std::vector<std::string> arguments_of(const Call& call) {
    std::vector<std::string> out;
    if (call.options.master) out.push_back(*call.options.master);
    out.insert(out.end(), call.arguments.begin(), call.arguments.end());
    return out;
}

/// The id of the source that --master names. It is the first one, if it could be read.
std::string master_of(const Batch& batch, const Call& call) {
    if (!call.options.master || batch.conversion.sources.empty()) return {};
    return batch.entries.front().state == BatchEntry::State::read
               ? batch.conversion.sources.front().source.id
               : std::string{};
}

std::size_t conflicts_in(const Findings& findings) {
    return static_cast<std::size_t>(std::ranges::count_if(findings, [](const Finding& finding) {
        return finding.rule == "conflicting-value" && finding.severity != Severity::info;
    }));
}

Result<void> save_profile(const Settings& settings, const MergeProfile& merge, const Call& call) {
    if (!call.options.save_profile) return {};
    Profile profile = settings.profile;
    profile.merge = merge;
    return write_file_atomically(*call.options.save_profile, profile_text(profile),
                                 call.options.force ? Overwrite::yes : Overwrite::no);
}

std::string summary_of_merge(const Output& output, const Batch& batch, std::size_t rows,
                             const Call& call) {
    const Document& document = batch.conversion.document;
    std::string out = output.path == "-" ? "Merged " : fmt::format("Wrote {}: ", output.path);
    out += fmt::format("{} in {} are {}, {}, {}", count_of(rows, "row"),
                       count_of(batch.conversion.sources.size(), "file"),
                       count_of(document.records.size(), "action"),
                       count_of(conflicts_in(document.findings), "conflict"),
                       counts_of(document.findings));
    out += remarks_on(batch);
    if (call.terminal.err.terminal) out += fmt::format(" ({:.1f} s)", batch.seconds);
    return out + "\n";
}

}  // namespace

Exit run_merge(const Call& call) {
    const Result<Settings> settings = settle(call);
    if (!settings) return complain(settings.error(), call.terminal);
    const Result<MergeProfile> said = merge_profile(*settings, call);
    if (!said) return complain(said.error(), call.terminal);
    const Inputs inputs = expand_inputs(arguments_of(call));
    const Result<void> some = check_inputs(inputs, call);
    if (!some) return complain(some.error(), call.terminal);
    if (inputs.paths.empty()) return Exit::failed;
    std::vector<std::string> names;
    for (const std::string& path : inputs.paths) names.push_back(name_without_folder(path));
    Result<MergeOptions> options = merge_options(*said, names);
    if (!options) return complain(options.error(), call.terminal);
    const Result<Output> output = choose_output(inputs.paths, call);
    if (!output) return complain(output.error(), call.terminal);

    Result<Batch> batch = read_batch(inputs, *settings, call);
    if (!batch) return complain(batch.error(), call.terminal);
    Conversion& conversion = batch->conversion;
    if (conversion.sources.empty() && !batch->is_up_to_date()) return Exit::failed;
    const std::size_t rows = conversion.document.records.size();
    options->master = master_of(*batch, call);
    merge_records(conversion, std::move(*options));
    finish(conversion, settings->instructions, settings->rules);
    Result<void> written = write_register(*output, conversion, *settings, call);
    tell_findings(conversion, *settings, call);
    if (written) written = save_profile(*settings, *said, call);
    if (!written) return complain(written.error(), call.terminal);
    if (!call.options.quiet) tell(summary_of_merge(*output, *batch, rows, call));
    const Result<void> listed = write_manifest(*batch, call);
    if (!listed) return complain(listed.error(), call.terminal);
    return exit_of(*batch, *settings, call);
}

}  // namespace tidytracker::cli
