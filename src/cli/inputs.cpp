// SPDX-License-Identifier: Apache-2.0
#include "cli/inputs.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <set>

#include <fmt/format.h>
#include <glob.h>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/package_folder.hpp"

namespace tidytracker::cli {
namespace {

namespace fs = std::filesystem;

/// Which files of a folder are taken: those whose reader this build has. Content decides how a
/// file is read; the suffix only says whether it is worth a try.
struct Suffix {
    std::string_view suffix{};
    std::string_view reader{};
};
constexpr auto k_suffixes = std::to_array<Suffix>({
    {".csv", "csv"},
    {".docm", "docx"},
    {".docx", "docx"},
    {".dotx", "docx"},
    {".fods", "fods"},
    {".htm", "html"},
    {".html", "html"},
    {".json", "json"},
    {".mht", "mhtml"},
    {".mhtml", "mhtml"},
    {".ods", "ods"},
    {".pdf", "pdf"},
    {".tsv", "csv"},
    {".txt", "text"},
    {".xls", "xls"},
    {".xlsb", "xlsb"},
    {".xlsm", "xlsx"},
    {".xlsx", "xlsx"},
});

std::vector<std::string_view> known_suffixes() {
    std::vector<std::string_view> suffixes;
    for (const Suffix& entry : k_suffixes) {
        const auto readers = all_readers();
        if (std::ranges::find(readers, entry.reader, &Reader::name) != readers.end()) {
            suffixes.push_back(entry.suffix);
        }
    }
    return suffixes;
}

/// Hidden files, and the lock files that office programs put beside an open document.
bool is_skipped(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with('.') || name.starts_with("~$");
}

Result<std::vector<std::string>> files_of_folder(const std::string& folder) {
    const std::vector<std::string_view> suffixes = known_suffixes();
    std::vector<std::string> files;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        if (is_skipped(at->path())) {
            at.disable_recursion_pending();
            continue;
        }
        const std::string suffix = lower_ascii(at->path().extension().string());
        // A link that cannot be followed counts as a file; reading it says what is wrong.
        std::error_code unknown;
        const bool folder_within = at->is_directory(unknown);
        if (!folder_within && std::ranges::find(suffixes, suffix) != suffixes.end()) {
            files.push_back(at->path().string());
        }
    }
    if (error) {
        return fail(ErrorKind::unreadable,
                    fmt::format("cannot read {}: {}", folder, error.message()));
    }
    if (files.empty()) {
        return fail(ErrorKind::not_found, fmt::format("no tracker in {}", folder),
                    fmt::format("files of these kinds are read: {}", fmt::join(suffixes, " ")));
    }
    std::ranges::sort(files);
    return files;
}

/// A pattern that the shell left alone, because it was quoted or the shell expands none.
Result<std::vector<std::string>> files_of_pattern(const std::string& pattern) {
    ::glob_t found{};
    const int status = ::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found);
    std::vector<std::string> files;
    for (std::size_t i = 0; status == 0 && i < found.gl_pathc; ++i) {
        if (!is_skipped(found.gl_pathv[i])) files.emplace_back(found.gl_pathv[i]);
    }
    ::globfree(&found);
    if (files.empty()) {
        return fail(ErrorKind::not_found, fmt::format("no file matches {}", pattern));
    }
    std::ranges::sort(files);
    return files;
}

Result<std::vector<std::string>> files_of(const std::string& argument) {
    std::error_code error;
    if (argument == "-") return std::vector<std::string>{argument};
    if (is_package_folder(argument)) return std::vector<std::string>{argument};
    if (fs::is_directory(argument, error)) return files_of_folder(argument);
    if (!fs::exists(argument, error) && argument.find_first_of("*?[") != std::string::npos) {
        return files_of_pattern(argument);
    }
    return std::vector<std::string>{argument};
}

/// Readers speak of what they read; which file that was is known here.
tl::unexpected<Error> naming(const std::string& path, Error error) {
    error.message = fmt::format("{}: {}", display_name(path), error.message);
    return tl::unexpected<Error>(std::move(error));
}

std::string file_name(const std::string& path) {
    if (path == "-") return std::string(display_name(path));
    const fs::path whole(path);
    // "folder/" has no name of a file.
    return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

}  // namespace

Inputs expand_inputs(const std::vector<std::string>& arguments) {
    Inputs inputs;
    std::set<std::string> seen;
    for (const std::string& argument : arguments) {
        Result<std::vector<std::string>> files = files_of(argument);
        if (!files) {
            inputs.errors.push_back(std::move(files.error()));
            continue;
        }
        for (std::string& file : *files) {
            std::error_code error;
            const std::string real =
                file == "-" ? file : fs::weakly_canonical(file, error).string();
            if (seen.insert(error ? file : real).second) inputs.paths.push_back(std::move(file));
        }
    }
    return inputs;
}

Result<std::string> single_input(const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
        return fail(ErrorKind::usage, "no input is given", "name a file, or - for standard input");
    }
    Inputs inputs = expand_inputs(arguments);
    if (!inputs.errors.empty()) return tl::unexpected<Error>(std::move(inputs.errors.front()));
    if (inputs.paths.size() > 1) {
        return fail(ErrorKind::usage,
                    fmt::format("one input is expected, here are {}", inputs.paths.size()),
                    "give one file at a time");
    }
    return std::move(inputs.paths.front());
}

Result<std::string> read_bytes(const std::string& path) {
    if (is_package_folder(path)) return pack_folder(path);
    return read_file(path == "-" ? "/dev/stdin" : path);
}

Result<InspectedInput> inspect_bytes(const std::string& path, std::string_view bytes,
                                     const Settings& settings, Findings& findings) {
    const std::string name = file_name(path);
    const Input input{.name = name, .bytes = bytes};
    InspectedInput out{.instructions = settings.instructions, .bytes = bytes.size()};
    Findings found;
    Result<SourceReading> reading = inspect(input, settings.read, out.instructions, found);
    if (reading && !settings.profiles.empty()) {
        const ProfileChoice choice = choose_profile(*reading, settings.profiles);
        out.profile = name_of(choice);
        if (choice.best != nullptr) {
            out.instructions = with_profile(settings.instructions, choice.best->profile);
            found.clear();
            reading = inspect(input, settings.read, out.instructions, found);
        }
    }
    if (!reading) return naming(path, std::move(reading.error()));
    findings.insert(findings.end(), std::move_iterator(found.begin()),
                    std::move_iterator(found.end()));
    out.reading = std::move(*reading);
    return out;
}

Result<InspectedInput> inspect_input(const std::string& path, const Settings& settings,
                                     Findings& findings) {
    const Result<std::string> bytes = read_bytes(path);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    return inspect_bytes(path, *bytes, settings, findings);
}

Result<Workbook> read_input(const std::string& path, const Settings& settings, Findings& findings) {
    const Result<std::string> bytes = read_bytes(path);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    const std::string name = file_name(path);
    Result<Workbook> workbook = read({.name = name, .bytes = *bytes}, settings.read, findings);
    if (!workbook) return naming(path, std::move(workbook.error()));
    return workbook;
}

bool is_large_input(const std::string& path) {
    // A table of this size takes a few hundred megabytes once it is read.
    constexpr std::uintmax_t k_large = std::uintmax_t{64} << 20U;
    std::error_code error;
    const std::uintmax_t size = fs::file_size(path, error);
    return !error && size > k_large;
}

Result<bool> read_input_rows(const std::string& path, const Settings& settings, const TakeRow& take,
                             Findings& findings) {
    const Result<std::string> bytes = read_bytes(path);
    if (!bytes) return tl::unexpected<Error>(bytes.error());
    const std::string name = file_name(path);
    Result<bool> done = read_rows({.name = name, .bytes = *bytes}, settings.read, take, findings);
    if (!done) return naming(path, std::move(done.error()));
    return done;
}

std::string_view display_name(std::string_view path) {
    return path == "-" ? "standard input" : path;
}

Result<std::uint32_t> find_sheet(const Workbook& workbook, std::string_view wanted) {
    std::vector<std::string_view> names;
    for (const Sheet& sheet : workbook.sheets) names.push_back(sheet.name);
    const auto named = std::ranges::find(names, wanted);
    if (named != names.end()) return static_cast<std::uint32_t>(named - names.begin());
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    const bool whole = error == std::errc{} && end == wanted.data() + wanted.size();
    if (whole && number >= 1 && number <= names.size()) return number - 1;
    const std::string_view meant = nearest(wanted, names);
    std::vector<std::string> listed;
    for (std::size_t i = 0; i < names.size(); ++i) {
        listed.push_back(fmt::format("{} {}", i + 1, names[i]));
    }
    return fail(ErrorKind::usage, fmt::format("no sheet \"{}\"", wanted),
                meant.empty() ? fmt::format("the sheets are: {}", join(listed, ", "))
                              : fmt::format("did you mean \"{}\"?", meant));
}

}  // namespace tidytracker::cli
