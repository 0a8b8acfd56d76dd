// SPDX-License-Identifier: Apache-2.0
// Reads any bytes as a document of our own. What is read must be written and read again as the
// same, and each of its cells must survive the notation of the flat register.
#include <tidytracker/fields.hpp>
#include <tidytracker/write.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "read/register/document_json.hpp"
#include "schema/notation.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

/// Printing, reading and printing again gives the same text.
template <typename Values>
void check_values(void (*append)(const Values&, std::string&), Values (*parse)(std::string_view),
                  const Values& values) {
    std::string printed;
    append(values, printed);
    std::string again;
    append(parse(printed), again);
    require(again == printed);
}

void check_notation(const tidytracker::Record& record) {
    using namespace tidytracker;
    check_values(append_flat_parties, parse_flat_parties, record.leads);
    check_values(append_flat_entries, parse_flat_entries, record.progress);
    check_values(append_flat_whens, parse_flat_whens, record.due_history);
    check_values(append_flat_list, parse_flat_list, record.links);
    check_values(append_flat_pairs, parse_flat_pairs, record.extra);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tidytracker;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto document = read_document(text);
    if (!document) return 0;
    const auto written = writer_by_name("json")->render(*document, {});
    const auto again = read_document(*written);
    require(again && *again == *document);
    for (const Record& record : document->records) check_notation(record);
    for (const Writer& writer : all_writers()) require(writer.render(*document, {}).has_value());
    return 0;
}
