// SPDX-License-Identifier: Apache-2.0
#include "cli/package_folder.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "base/archive.hpp"
#include "base/budget.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "base/zip_writer.hpp"

namespace tidytracker::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view k_description = "datapackage.json";

std::vector<fs::path> files_of_package(const std::string& path) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        const bool table = lower_ascii(name).ends_with(".csv");
        if (table || name == k_description) files.push_back(at->path());
    }
    std::ranges::sort(files);
    return files;
}

Result<void> make_folder(const std::string& path) {
    std::error_code error;
    fs::create_directory(path, error);
    if (!error) return {};
    return fail(ErrorKind::unwritable, fmt::format("cannot make {}: {}", path, error.message()),
                "name another output with -o");
}

}  // namespace

bool is_package_folder(const std::string& path) {
    std::error_code error;
    return fs::is_regular_file(fs::path(path) / k_description, error);
}

Result<std::string> pack_folder(const std::string& path) {
    ZipWriter zip;
    for (const fs::path& file : files_of_package(path)) {
        const Result<std::string> bytes = read_file(file.string());
        if (!bytes) return bytes;
        zip.add(file.filename().string(), *bytes);
    }
    return zip.finish();
}

Result<void> unpack_into_folder(const std::string& path, std::string_view archive, bool replace) {
    if (const Result<void> made = make_folder(path); !made) return made;
    const Archive files(archive);
    constexpr double k_no_limit = 1e9;
    Budget budget(UINT64_MAX, 0, k_no_limit);
    const auto write = [&](const ArchiveEntry& entry) -> Result<void> {
        const Result<std::string> bytes = files.read(entry, budget);
        if (!bytes) return tl::unexpected<Error>(bytes.error());
        return write_file_atomically((fs::path(path) / entry.name).string(), *bytes,
                                     replace ? Overwrite::yes : Overwrite::no);
    };
    for (const ArchiveEntry& entry : files.entries()) {
        if (entry.name == k_description) continue;
        if (const Result<void> written = write(entry); !written) return written;
    }
    return write(*files.find(k_description));
}

}  // namespace tidytracker::cli
