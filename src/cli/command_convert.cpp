// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/write.hpp>

#include <filesystem>

#include <fmt/format.h>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/outcome.hpp"
#include "cli/progress.hpp"
#include "cli/settings.hpp"

namespace tidytracker::cli {
namespace {

namespace fs = std::filesystem;

/// Where the register goes and in which format.
struct Output {
    std::string path{};
    const Writer* writer{};
};

std::string writer_names() {
    std::vector<std::string> names;
    for (const Writer& writer : all_writers()) names.emplace_back(writer.name);
    return "formats that can be written: " + join(names, ", ");
}

/// The writer that --to names, or null where it is not given.
Result<const Writer*> wanted_writer(const Options& options) {
    if (!options.to) return nullptr;
    const Writer* writer = writer_by_name(*options.to);
    if (writer != nullptr) return writer;
    return fail(ErrorKind::usage, fmt::format("--to cannot be \"{}\"", *options.to),
                writer_names());
}

/// "log.tidy.xlsx" for "folder/log.csv", beside it.
std::string path_beside(const std::string& input, const Writer& writer) {
    fs::path path(input);
    path.replace_extension();
    path += ".tidy";
    path += writer.suffix;
    return path.string();
}

bool is_same_file(const std::string& a, const std::string& b) {
    std::error_code error;
    return fs::equivalent(a, b, error) && !error;
}

Result<void> check_output(const Output& output, const std::vector<std::string>& inputs,
                          const Call& call) {
    if (output.path == "-") {
        if (!output.writer->binary || !call.terminal.out.terminal) return {};
        return fail(ErrorKind::usage, fmt::format("{} is not for a terminal", output.writer->name),
                    "name a file with -o, or choose another format with --to");
    }
    for (const std::string& input : inputs) {
        if (is_same_file(input, output.path)) {
            return fail(ErrorKind::usage, fmt::format("the output {} is an input too", output.path),
                        "name another output with -o");
        }
    }
    std::error_code error;
    const fs::path folder = fs::path(output.path).parent_path();
    if (!folder.empty() && !fs::is_directory(folder, error)) {
        return fail(ErrorKind::unwritable, fmt::format("no such folder: {}", folder.string()),
                    "make it first, or name another output with -o");
    }
    if (fs::is_directory(output.path, error)) {
        return fail(ErrorKind::unwritable, fmt::format("{} is a folder", output.path),
                    "name a file in it: -o " + (fs::path(output.path) / "register.xlsx").string());
    }
    if (fs::exists(output.path, error) && !call.options.force) {
        return fail(ErrorKind::exists, fmt::format("{} already exists", output.path),
                    "add --force to replace it");
    }
    return {};
}

/// Decides on the output before anything is read: a mistake there costs no time.
Result<Output> choose_output(const std::vector<std::string>& inputs, const Call& call) {
    const Result<const Writer*> wanted = wanted_writer(call.options);
    if (!wanted) return tl::unexpected<Error>(wanted.error());
    Output output{.path = call.options.output.value_or(""), .writer = *wanted};
    if (output.path.empty()) {
        if (inputs.size() != 1 || inputs.front() == "-") {
            return fail(ErrorKind::usage, "where should the register go?",
                        "name the output: -o actions.xlsx");
        }
        if (output.writer == nullptr) output.writer = writer_by_name("xlsx");
        output.path = path_beside(inputs.front(), *output.writer);
    } else if (output.writer == nullptr && output.path == "-") {
        return fail(ErrorKind::usage, "in which format should standard output be?",
                    "add --to; " + writer_names());
    } else if (output.writer == nullptr) {
        output.writer = writer_by_suffix(output.path);
        if (output.writer == nullptr) {
            return fail(ErrorKind::usage,
                        fmt::format("the name {} does not tell a format", output.path),
                        "add --to; " + writer_names());
        }
    }
    const Result<void> fine = check_output(output, inputs, call);
    if (!fine) return tl::unexpected<Error>(fine.error());
    return output;
}

/// Reads all inputs that can be read; says which cannot, and counts those.
std::size_t read_all(const std::vector<std::string>& paths, const Settings& settings,
                     const Call& call, Progress& progress, Conversion& conversion) {
    std::size_t unread = 0;
    for (const std::string& path : paths) {
        progress.next(display_name(path));
        Findings findings;
        Result<SizedReading> read = inspect_input(path, settings, findings);
        if (!read) {
            progress.erase();
            complain(read.error(), call.terminal);
            ++unread;
            continue;
        }
        add_source(conversion, std::move(read->reading), settings.instructions,
                   std::move(findings));
        if (call.options.verbose) {
            progress.erase();
            tell(fmt::format("Read {}\n", display_name(path)));
        }
    }
    finish(conversion, settings.instructions);
    return unread;
}

Result<void> write(const Output& output, const Document& document, const Call& call) {
    const WriteOptions options{.byte_order_mark = call.options.byte_order_mark,
                               .raw_cells = call.options.raw_cells,
                               .readable_captions = call.options.captions};
    const Result<std::string> bytes = output.writer->render(document, options);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    if (output.path == "-") return print(*bytes);
    return write_file_atomically(output.path, *bytes,
                                 call.options.force ? Overwrite::yes : Overwrite::no);
}

std::string summary(const Output& output, const Conversion& conversion, std::size_t unread,
                    const Call& call, double seconds) {
    const Document& document = conversion.document;
    std::string out = output.path == "-" ? "Wrote " : fmt::format("Wrote {}: ", output.path);
    out += fmt::format("{} from {}, {}", count_of(document.records.size(), "action"),
                       count_of(conversion.sources.size(), "file"), counts_of(document.findings));
    if (unread > 0) out += fmt::format("; {} could not be read", count_of(unread, "file"));
    if (call.terminal.err.terminal) out += fmt::format(" ({:.1f} s)", seconds);
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
    if (call.arguments.empty()) {
        return complain({.kind = ErrorKind::usage,
                         .message = "no input is given",
                         .help = "name files or folders, or - for standard input"},
                        call.terminal);
    }
    const Inputs inputs = expand_inputs(call.arguments);
    for (const Error& error : inputs.errors) complain(error, call.terminal);
    if (inputs.paths.empty()) return Exit::failed;
    const Result<Output> output = choose_output(inputs.paths, call);
    if (!output) return complain(output.error(), call.terminal);

    Progress progress(call.terminal.err.terminal, inputs.paths.size());
    Conversion conversion = new_conversion(*settings);
    const std::size_t unread =
        inputs.errors.size() + read_all(inputs.paths, *settings, call, progress, conversion);
    progress.erase();
    if (conversion.sources.empty()) return Exit::failed;
    const Result<void> written = write(*output, conversion.document, call);
    tell_findings(conversion, *settings, call);
    if (!written) return complain(written.error(), call.terminal);
    if (!call.options.quiet) {
        tell(summary(*output, conversion, unread, call, progress.seconds()));
    }
    if (unread > 0) return Exit::failed;
    return fails(conversion.document.findings, *settings) ? Exit::findings : Exit::done;
}

}  // namespace tidytracker::cli
