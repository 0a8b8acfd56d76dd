// SPDX-License-Identifier: Apache-2.0
// Writing: a document in, the bytes of one file out. Writers never change what a record says: what
// a format cannot hold is written elsewhere in the same file, or is an error. They touch no files.
#include <tidytracker/write.hpp>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "write/formats.hpp"

namespace tidytracker {
namespace {

/// What files of a format are called, too.
struct OtherSuffix {
    std::string_view suffix{};
    std::string_view writer{};
};
constexpr std::array k_other_suffixes{
    OtherSuffix{".db", "sqlite"}, OtherSuffix{".sqlite3", "sqlite"}, OtherSuffix{".htm", "html"}};

}  // namespace

std::span<const Writer> all_writers() {
    static const std::array k_writers{
        k_xlsx_writer,     k_ods_writer,      k_csv_writer,    k_json_writer,    k_jsonl_writer,
        k_markdown_writer, k_calendar_writer, k_review_writer, k_package_writer, k_sqlite_writer};
    return k_writers;
}

const Writer* writer_by_name(std::string_view name) {
    const auto writers = all_writers();
    const auto found = std::ranges::find(writers, name, &Writer::name);
    return found == writers.end() ? nullptr : &*found;
}

const Writer* writer_by_suffix(std::string_view path) {
    const auto ends_with = [path](std::string_view suffix) {
        return path.size() >= suffix.size() &&
               equals_ignoring_case(path.substr(path.size() - suffix.size()), suffix);
    };
    for (const Writer& writer : all_writers()) {
        if (ends_with(writer.suffix)) return &writer;
    }
    for (const auto& [suffix, name] : k_other_suffixes) {
        if (ends_with(suffix)) return writer_by_name(name);
    }
    return nullptr;
}

}  // namespace tidytracker
