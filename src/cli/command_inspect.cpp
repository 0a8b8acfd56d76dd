// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/file.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/inspection.hpp"
#include "cli/map_check.hpp"
#include "cli/outcome.hpp"
#include "cli/settings.hpp"

namespace tidytracker::cli {
namespace {

Exit save_profile(const Inspection& inspection, const Call& call) {
    const std::string& path = *call.options.save_profile;
    const Overwrite overwrite = call.options.force ? Overwrite::yes : Overwrite::no;
    const Result<void> written =
        write_file_atomically(path, profile_text(profile_of(inspection)), overwrite);
    if (!written) return complain(written.error(), call.terminal);
    if (!call.options.quiet) tell(fmt::format("Wrote {}\n", path));
    return Exit::done;
}

Exit show(const std::string& path, InspectedInput read, Findings findings, Settings settings,
          const Call& call, bool json) {
    settings.instructions = std::move(read.instructions);
    if (!read.profile.empty()) settings.profile_path = std::move(read.profile);
    Conversion conversion = new_conversion(settings);
    add_source(conversion, std::move(read.reading), settings.instructions, std::move(findings));
    finish(conversion, settings.instructions, settings.rules);
    const Inspection inspection{.path = path,
                                .bytes = read.bytes,
                                .reading = conversion.sources.front(),
                                .conversion = conversion,
                                .settings = settings};
    const Exit printed = finish_with(
        json ? inspection_json(inspection) : inspection_text(inspection, call.terminal.width),
        call.terminal);
    if (printed != Exit::done || !call.options.save_profile) return printed;
    return save_profile(inspection, call);
}

}  // namespace

Exit run_inspect(const Call& call) {
    const Result<Settings> settings = settle(call);
    if (!settings) return complain(settings.error(), call.terminal);
    const bool json = format_of(call) == "json";
    const Result<std::string> path = single_input(call.arguments);
    if (!path) return complain(path.error(), call.terminal);
    Findings findings;
    Result<InspectedInput> read = inspect_input(*path, *settings, findings);
    if (!read) return complain(read.error(), call.terminal);
    MapCheck maps(call.options);
    maps.note(read->reading);
    const Result<void> known = maps.verdict();
    if (!known) return complain(known.error(), call.terminal);
    if (call.options.rows) {
        return finish_with(
            json ? rows_json(read->reading) : rows_text(read->reading, call.terminal.width),
            call.terminal);
    }
    return show(*path, std::move(*read), std::move(findings), *settings, call, json);
}

}  // namespace tidytracker::cli
