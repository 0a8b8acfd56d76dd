// SPDX-License-Identifier: Apache-2.0
// Writing: a document in, the bytes of one file out. Writers never change what a record says: what
// a format cannot hold is written elsewhere in the same file, or is an error. They touch no files.
#include <tidytracker/write.hpp>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "write/formats.hpp"

namespace tidytracker {

std::span<const Writer> all_writers() {
    static const std::array k_writers{k_xlsx_writer,     k_ods_writer,    k_csv_writer,
                                      k_json_writer,     k_jsonl_writer,  k_markdown_writer,
                                      k_calendar_writer, k_review_writer, k_package_writer};
    return k_writers;
}

const Writer* writer_by_name(std::string_view name) {
    const auto writers = all_writers();
    const auto found = std::ranges::find(writers, name, &Writer::name);
    return found == writers.end() ? nullptr : &*found;
}

const Writer* writer_by_suffix(std::string_view path) {
    for (const Writer& writer : all_writers()) {
        const std::size_t size = writer.suffix.size();
        if (path.size() >= size &&
            equals_ignoring_case(path.substr(path.size() - size), writer.suffix)) {
            return &writer;
        }
    }
    return nullptr;
}

}  // namespace tidytracker
