// SPDX-License-Identifier: Apache-2.0
// Tabular data packages as zip archives. In: the archive's bytes. Out: a workbook with a sheet for
// each CSV file that the description names, under the name that it gives. Never looks at the
// description's schemas, nor at files that it does not name or that are elsewhere.
// Source: the Frictionless specifications Data Package and Data Resource, version 1.
#include "read/register/data_package.hpp"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/archive.hpp"
#include "base/budget.hpp"
#include "base/text.hpp"
#include "read/csv/csv.hpp"
#include "read/register/json_value.hpp"

namespace tidytracker {
namespace {

constexpr std::string_view k_description = "datapackage.json";

struct Resource {
    std::string name{};
    std::string path{};
};

/// Members that are texts; a path may also be a list, of files that continue one another.
Resource resource_of(const JsonValue& element) {
    Resource resource;
    for (const JsonValue& member : element.children) {
        if (member.key == "name") resource.name = member.text;
        if (member.key == "path") resource.path = member.text;
    }
    return resource;
}

Result<std::vector<Resource>> resources_of(const std::string& description) {
    std::vector<Resource> resources;
    const auto add = [&resources](std::string_view member, const JsonValue& element) {
        if (member == "resources") resources.push_back(resource_of(element));
        return true;
    };
    if (const auto root = parse_json(description, add); !root) {
        Error error = root.error();
        error.message = fmt::format("{}: {}", k_description, error.message);
        return tl::unexpected<Error>(std::move(error));
    }
    return resources;
}

/// Appends the only sheet of `table`, with its texts.
void append_sheet(std::string name, Workbook table, Workbook& workbook) {
    Sheet sheet = std::move(table.sheets.front());
    sheet.name = std::move(name);
    for (Cell& cell : sheet.cells) cell.text = workbook.strings.add(table.strings[cell.text]);
    workbook.sheets.push_back(std::move(sheet));
}

Result<std::string> read_entry(const Archive& archive, const std::string& path, Budget& budget) {
    const ArchiveEntry* entry = archive.find(path);
    if (entry == nullptr) {
        return fail(ErrorKind::unreadable, fmt::format("the data package lacks its file {}", path),
                    "make the archive again, with all of its files");
    }
    return archive.read(*entry, budget);
}

Result<Workbook> read_data_package(const Input& input, const ReadOptions& options,
                                   Findings& findings) {
    const Archive archive(input.bytes);
    Budget budget(options.limits.inflated_bytes, options.limits.cells, options.limits.seconds);
    const Result<std::string> description = read_entry(archive, std::string(k_description), budget);
    if (!description) return tl::unexpected<Error>(description.error());
    const Result<std::vector<Resource>> resources = resources_of(*description);
    if (!resources) return tl::unexpected<Error>(resources.error());
    Workbook workbook{.format = "datapackage"};
    for (const Resource& resource : *resources) {
        if (!lower_ascii(resource.path).ends_with(".csv")) continue;
        const Result<std::string> bytes = read_entry(archive, resource.path, budget);
        if (!bytes) return tl::unexpected<Error>(bytes.error());
        if (trim(*bytes).empty()) continue;
        Result<Workbook> table =
            csv_reader().read({.name = resource.path, .bytes = *bytes}, options, findings);
        if (!table) return table;
        append_sheet(resource.name, std::move(*table), workbook);
    }
    if (!workbook.sheets.empty()) return workbook;
    return fail(ErrorKind::unreadable, "the data package names no CSV file with text");
}

int data_package_confidence(const Input& input) {
    constexpr int k_certain = 90;
    if (!input.bytes.starts_with("PK")) return 0;
    return Archive(input.bytes).find(k_description) != nullptr ? k_certain : 0;
}

}  // namespace

const Reader& data_package_reader() {
    static constexpr Reader k_reader{.name = "datapackage",
                                     .description = "data package: CSV tables, zipped",
                                     .confidence = data_package_confidence,
                                     .read = read_data_package};
    return k_reader;
}

}  // namespace tidytracker
