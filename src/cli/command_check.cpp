// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/edit.hpp>
#include <tidytracker/repair.hpp>
#include <tidytracker/report.hpp>
#include <tidytracker/validate.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "base/display.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/batch.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/outcome.hpp"
#include "cli/register_output.hpp"
#include "cli/settings.hpp"

namespace tidytracker::cli {
namespace {

/// A copy is made of one input, which must still be there when it was read.
Result<void> check_copies(const Inputs& inputs, const Call& call) {
    for (const auto& copy : {call.options.annotate, call.options.fix}) {
        if (!copy) continue;
        if (inputs.paths.size() != 1 || inputs.paths.front() == "-") {
            return fail(ErrorKind::usage, "a copy is made of one file",
                        "give one file; standard input cannot be copied");
        }
        const Result<void> fine = check_output_path(*copy, inputs.paths, call);
        if (!fine) return fine;
    }
    return {};
}

/// The gravest findings, as many as --max-findings lets through, in the order of all.
Findings gravest(const Findings& findings, std::size_t most) {
    if (most == 0 || findings.size() <= most) return findings;
    Findings left;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        for (const Finding& finding : findings) {
            if (finding.severity == severity && left.size() < most) left.push_back(finding);
        }
    }
    return left;
}

/// What the report lists: notes are for --verbose and for programs, with --quiet errors only.
Findings listed(const Findings& findings, const Reporter& reporter, const Settings& settings,
                const Call& call) {
    const bool for_people = reporter.name == "text";
    const Severity least = call.options.quiet                    ? Severity::error
                           : for_people && !call.options.verbose ? Severity::warning
                                                                 : Severity::info;
    Findings shown = findings;
    std::erase_if(shown, [least](const Finding& finding) { return finding.severity < least; });
    return gravest(shown, settings.max_findings);
}

std::vector<Rule> rules_that_ran(const RuleSet& set) {
    std::vector<Rule> rules;
    for (const Rule& rule : all_rules()) {
        if (is_on(rule, set)) rules.push_back(rule);
    }
    for (const CustomRule& own : set.custom) {
        const Rule rule{.name = own.name,
                        .family = Family::custom,
                        .severity = own.severity,
                        .what = own.message};
        if (is_on(rule, set)) rules.push_back(rule);
    }
    return rules;
}

/// What became of all inputs, as reports name it.
struct Run {
    Conversion conversion{};
    std::vector<std::string> paths{};  ///< of the conversion's sources, as they were given
    std::vector<Error> unread{};       ///< of the other inputs
};

Run run_of(Batch batch, const Inputs& inputs) {
    Run run{.conversion = std::move(batch.conversion), .unread = inputs.errors};
    for (const BatchEntry& entry : batch.entries) {
        if (entry.state == BatchEntry::State::read) {
            run.paths.emplace_back(display_name(entry.path));
        } else if (entry.state == BatchEntry::State::failed) {
            run.unread.push_back({.kind = ErrorKind::unreadable, .message = entry.error});
        }
    }
    return run;
}

std::string render(const Run& run, const Reporter& reporter, const Settings& settings,
                   const Call& call) {
    std::vector<ReportedSource> sources;
    for (std::size_t i = 0; i < run.conversion.sources.size(); ++i) {
        const SourceReading& reading = run.conversion.sources[i];
        sources.push_back({.source = &reading.source,
                           .workbook = &reading.workbook,
                           .labels = reading.labels,
                           .path = run.paths[i]});
    }
    const Document& document = run.conversion.document;
    const std::vector<Rule> rules = rules_that_ran(settings.rules);
    const bool to_terminal = !call.options.output || *call.options.output == "-";
    ReportOptions options = settings.report;
    options.colour = to_terminal && call.terminal.out.colour;
    return reporter.render({.document = &document,
                            .sources = sources,
                            .findings = listed(document.findings, reporter, settings, call),
                            .rules = rules,
                            .unread = run.unread,
                            .options = options});
}

Exit deliver(const std::string& report, const Document& document, const Call& call) {
    const std::string path = call.options.output.value_or("-");
    if (path == "-") return finish_with(report, call.terminal);
    const Result<void> written =
        write_file_atomically(path, report, call.options.force ? Overwrite::yes : Overwrite::no);
    if (!written) return complain(written.error(), call.terminal);
    if (!call.options.quiet) {
        tell(fmt::format("Wrote {}: {}\n", path, counts_of(document.findings)));
    }
    return Exit::done;
}

/// The bytes of an input, once more.
Result<std::string> edited_input(const Run& run, const std::vector<CellEdit>& edits,
                                 const EditSheet& list, const Settings& settings) {
    const Result<std::string> bytes = read_bytes(run.paths.front());
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    return edit_workbook(*bytes, run.conversion.sources.front().workbook, edits, list,
                         settings.read.limits);
}

Result<void> write_copy(const std::string& path, const std::string& copy, std::string_view what,
                        const Call& call) {
    const Result<void> written =
        write_file_atomically(path, copy, call.options.force ? Overwrite::yes : Overwrite::no);
    if (written && !call.options.quiet) tell(fmt::format("Wrote {}: {}\n", path, what));
    return written;
}

Result<void> write_annotated(const Run& run, const Settings& settings, const Call& call) {
    const SourceReading& reading = run.conversion.sources.front();
    Findings shown = run.conversion.document.findings;
    std::erase_if(shown, [&call](const Finding& finding) {
        return finding.severity == Severity::info && !call.options.verbose;
    });
    const Annotation annotation =
        annotation_of(shown, reading.workbook,
                      fmt::format("What tidytracker found in {} on {}", reading.source.name,
                                  settings.instructions.as_of));
    const Result<std::string> copy = edited_input(run, annotation.edits, annotation.list, settings);
    if (!copy) return tl::unexpected<Error>(copy.error());
    return write_copy(*call.options.annotate, *copy,
                      count_of(annotation.edits.size(), "marked cell"), call);
}

bool is_csv_name(std::string_view path) {
    return path.size() >= 4 && equals_ignoring_case(path.substr(path.size() - 4), ".csv");
}

/// "F17: "31/03/2024" is now "2024-03-31" (date typed as text)". Spaces are not seen in one line.
std::string said_of(const Repair& repair) {
    const std::string before = printable(repair.before);
    const std::string after = printable(repair.after);
    if (before == after) return fmt::format("\"{}\" is tidied ({})", after, repair.reason);
    return fmt::format("\"{}\" is now \"{}\" ({})", before, after, repair.reason);
}

/// Says each change, and writes the copy in which they are made.
Result<void> write_mended(const Run& run, const Settings& settings, const Call& call) {
    const SourceReading& reading = run.conversion.sources.front();
    const Mending mending =
        mending_of(run.conversion.document, reading, settings.instructions.date_order);
    std::vector<CellEdit> edits;
    std::string said;
    for (const Repair& repair : mending.repairs) {
        edits.push_back(repair.edit);
        said += fmt::format("{}:{}: {}\n", run.paths.front(), repair.place, said_of(repair));
    }
    if (mending.undecided_days > 0) {
        said += fmt::format("{} left as text: day and month could be swapped; say --date-order\n",
                            count_of(mending.undecided_days, "date"));
    }
    const std::string& path = *call.options.fix;
    const bool csv = is_csv_name(path);
    const Result<std::string> copy = csv ? Result<std::string>(edit_csv(reading.workbook, edits))
                                         : edited_input(run, edits, {}, settings);
    if (!copy) return tl::unexpected<Error>(copy.error());
    tell(said);
    return write_copy(path, *copy, count_of(edits.size(), "cell") + " mended", call);
}

/// Writes what --annotate and --fix ask for. Nothing is written of an input that could not be read.
Result<void> write_copies(const Run& run, const Settings& settings, const Call& call) {
    if (run.conversion.sources.empty()) return {};
    if (call.options.annotate) {
        if (const Result<void> written = write_annotated(run, settings, call); !written)
            return written;
    }
    if (!call.options.fix) return {};
    return write_mended(run, settings, call);
}

}  // namespace

Exit run_check(const Call& call) {
    const Reporter& reporter = *reporter_by_name(format_of(call));
    Result<Settings> settings = settle(call);
    if (!settings) return complain(settings.error(), call.terminal);
    if (!call.options.fail_on) settings->fail_on = Severity::error;
    const Inputs inputs = expand_inputs(call.arguments);
    Result<void> fine = check_inputs(inputs, call);
    if (fine) fine = check_copies(inputs, call);
    if (!fine) return complain(fine.error(), call.terminal);
    Result<Batch> batch = read_batch(inputs, *settings, call, Keep::all);
    if (!batch) return complain(batch.error(), call.terminal);
    Run run = run_of(std::move(*batch), inputs);
    finish(run.conversion, settings->instructions, settings->rules);
    const Exit delivered =
        deliver(render(run, reporter, *settings, call), run.conversion.document, call);
    const Result<void> copied = write_copies(run, *settings, call);
    if (!copied) return complain(copied.error(), call.terminal);
    if (delivered != Exit::done || !run.unread.empty()) return Exit::failed;
    return fails(run.conversion.document.findings, *settings) ? Exit::findings : Exit::done;
}

}  // namespace tidytracker::cli
