// SPDX-License-Identifier: Apache-2.0
#include "cli/register_output.hpp"

#include <tidytracker/edit.hpp>

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/inputs.hpp"
#include "cli/package_folder.hpp"

namespace tidytracker::cli {
namespace {

namespace fs = std::filesystem;

/// The format that a folder can hold.
constexpr std::string_view k_folder_format = "datapackage";

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

/// Does the path say that it is one of a folder?
bool names_folder(const std::string& path) {
    std::error_code error;
    return path.ends_with('/') || fs::is_directory(path, error);
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

tl::unexpected<Error> output_is_input(const std::string& path) {
    return fail(ErrorKind::usage, fmt::format("the output {} is an input too", path),
                "name another output with -o");
}

tl::unexpected<Error> output_exists(const std::string& path) {
    return fail(ErrorKind::exists, fmt::format("{} already exists", path),
                "add --force to replace it");
}

/// A folder is written to if it is new or empty, or with --force if it is a data package.
Result<void> check_output_folder(const std::string& path, const std::vector<std::string>& inputs,
                                 const Call& call) {
    const bool input = std::ranges::any_of(
        inputs, [&path](const std::string& other) { return is_same_file(other, path); });
    if (input) return output_is_input(path);
    std::error_code error;
    if (!fs::exists(path, error) || fs::is_empty(path, error)) return {};
    if (!is_package_folder(path)) {
        return fail(ErrorKind::exists,
                    fmt::format("{} is a folder with files of other kinds", path),
                    "name a new folder, or a file in it: -o " +
                        (fs::path(path) / "register.xlsx").string());
    }
    if (!call.options.force) return output_exists(path);
    return {};
}

Result<void> check_output(const Output& output, const std::vector<std::string>& inputs,
                          const Call& call) {
    if (output.folder) return check_output_folder(output.path, inputs, call);
    if (output.path != "-") return check_output_path(output.path, inputs, call);
    if (!output.writer->binary || !call.terminal.out.terminal) return {};
    return fail(ErrorKind::usage, fmt::format("{} is not for a terminal", output.writer->name),
                "name a file with -o, or choose another format with --to");
}

/// The table that the records are to be filled into: the first tracker of the template or, as
/// nobody has written anything into it yet, the table of which most columns are known.
Result<const MappedTable*> table_to_fill(const SourceReading& reading, const std::string& path) {
    constexpr std::ptrdiff_t k_least_known = 2;
    const MappedTable* best = nullptr;
    std::ptrdiff_t most = k_least_known - 1;
    for (const MappedTable& mapped : reading.tables) {
        if (mapped.table.shape != TableShape::grid) continue;
        if (mapped.mapping.tracker) return &mapped;
        const auto known = std::ranges::count_if(
            mapped.mapping.columns,
            [](const Binding& binding) { return binding.field != Field::none; });
        if (known <= most) continue;
        most = known;
        best = &mapped;
    }
    if (best != nullptr) return best;
    return fail(ErrorKind::usage, fmt::format("{} has no row of captions to fill below", path),
                "captions such as Ref, Action, Lead, Due and Status are known; --map "
                "\"CAPTION=FIELD\" names another");
}

Result<void> fill_template(const Output& output, const Conversion& conversion,
                           const Settings& settings, const Call& call) {
    const std::string& path = *call.options.template_file;
    const Result<std::string> bytes = read_bytes(path);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    Findings ignored;
    const auto input = inspect_bytes(path, *bytes, settings, ignored);
    if (!input) return tl::unexpected<Error>(input.error());
    const SourceReading& reading = input->reading;
    const Result<const MappedTable*> table = table_to_fill(reading, path);
    if (!table) return tl::unexpected<Error>(table.error());
    const Result<FilledWorkbook> filled =
        fill_workbook(conversion.document, *bytes, reading.workbook, (*table)->table,
                      (*table)->mapping, settings.read.limits);
    if (!filled) return tl::unexpected<Error>(filled.error());
    if (!filled->left_out.empty() && !call.options.quiet) {
        tell(fmt::format("{} has no column for: {}\n", path, join(filled->left_out, ", ")));
    }
    if (output.path == "-") return print(filled->bytes);
    return write_file_atomically(output.path, filled->bytes,
                                 call.options.force ? Overwrite::yes : Overwrite::no);
}

Result<void> check_template(const Output& output, const Call& call) {
    if (!call.options.template_file) return {};
    if (output.writer->name != "xlsx") {
        return fail(ErrorKind::usage,
                    fmt::format("--template is for workbooks, not for {}", output.writer->name),
                    "name an output that ends in .xlsx");
    }
    const std::string& path = *call.options.template_file;
    if (!is_same_file(path, output.path)) return {};
    return fail(ErrorKind::usage, fmt::format("the output {} is the template", path),
                "name another output with -o");
}

}  // namespace

Result<void> check_output_path(const std::string& path, const std::vector<std::string>& inputs,
                               const Call& call) {
    for (const std::string& input : inputs) {
        if (is_same_file(input, path)) return output_is_input(path);
    }
    std::error_code error;
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty() && !fs::is_directory(folder, error)) {
        return fail(ErrorKind::unwritable, fmt::format("no such folder: {}", folder.string()),
                    "make it first, or name another output with -o");
    }
    if (fs::is_directory(path, error)) {
        return fail(ErrorKind::unwritable, fmt::format("{} is a folder", path),
                    "name a file in it: -o " + (fs::path(path) / "register.xlsx").string());
    }
    if (fs::exists(path, error) && !call.options.force) return output_exists(path);
    return {};
}

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
        output.writer = names_folder(output.path) ? writer_by_name(k_folder_format)
                                                  : writer_by_suffix(output.path);
        if (output.writer == nullptr) {
            return fail(ErrorKind::usage,
                        fmt::format("the name {} does not tell a format", output.path),
                        "add --to; " + writer_names());
        }
    }
    output.folder = output.writer->name == k_folder_format && names_folder(output.path);
    Result<void> fine = check_template(output, call);
    if (fine) fine = check_output(output, inputs, call);
    if (!fine) return tl::unexpected<Error>(fine.error());
    return output;
}

Result<void> write_register(const Output& output, const Conversion& conversion,
                            const Settings& settings, const Call& call) {
    if (call.options.template_file) return fill_template(output, conversion, settings, call);
    const WriteOptions options{.byte_order_mark = call.options.byte_order_mark,
                               .raw_cells = call.options.raw_cells,
                               .readable_captions = call.options.captions,
                               .sources = conversion.sources};
    const Result<std::string> bytes = output.writer->render(conversion.document, options);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    if (output.path == "-") return print(*bytes);
    if (output.folder) return unpack_into_folder(output.path, *bytes, call.options.force);
    return write_file_atomically(output.path, *bytes,
                                 call.options.force ? Overwrite::yes : Overwrite::no);
}

Result<std::string> report_format(const Call& call) {
    const Options& options = call.options;
    std::string format = options.format.value_or("");
    if (format.empty() && options.output && *options.output != "-") {
        const std::string suffix = lower_ascii(fs::path(*options.output).extension().string());
        format = suffix == ".txt" ? "text" : suffix.substr(suffix.empty() ? 0 : 1);
    }
    const std::vector<std::string_view> formats = words_of(call.command->formats);
    if (format.empty()) return std::string(formats.front());
    if (std::ranges::find(formats, format) != formats.end()) return format;
    return fail(ErrorKind::usage, fmt::format("--format cannot be \"{}\"", format),
                fmt::format("it is one of: {}", fmt::join(formats, ", ")));
}

Result<void> check_report_path(const std::vector<std::string>& inputs, const Call& call) {
    const std::string path = call.options.output.value_or("-");
    return path == "-" ? Result<void>{} : check_output_path(path, inputs, call);
}

Result<void> put_out_report(std::string_view product, bool binary, const Call& call) {
    const std::string path = call.options.output.value_or("-");
    if (path != "-") {
        return write_file_atomically(path, product,
                                     call.options.force ? Overwrite::yes : Overwrite::no);
    }
    if (!binary || !call.terminal.out.terminal) return print(product);
    return fail(ErrorKind::usage, "a workbook is not for a terminal", "name a file with -o");
}

}  // namespace tidytracker::cli
