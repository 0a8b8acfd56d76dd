// SPDX-License-Identifier: Apache-2.0
#include <tidytracker/fields.hpp>
#include <tidytracker/write.hpp>

#include <fmt/format.h>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"

namespace tidytracker::cli {
namespace {

/// The fields with their sentences, for people.
std::string list_of_fields() {
    std::string out;
    for (const FieldInfo& field : all_fields()) {
        std::string description(field.description);
        if (!field.allowed.empty()) {
            std::vector<std::string> words;
            for (const std::string_view word : field.allowed) {
                if (!word.empty()) words.emplace_back(word);
            }
            description += " One of: " + join(words, ", ") + ".";
        }
        out += fmt::format("{:<21}{}\n", field.name, wrapped(description, k_help_width, 21));
    }
    return out;
}

Exit write_template(const std::string& path, const Call& call) {
    const Result<std::string> bytes = render_template();
    if (!bytes) return complain(bytes.error(), call.terminal);
    const Overwrite overwrite = call.options.force ? Overwrite::yes : Overwrite::no;
    const Result<void> written = write_file_atomically(path, *bytes, overwrite);
    if (!written) return complain(written.error(), call.terminal);
    if (!call.options.quiet) tell(fmt::format("Wrote {}: a blank tracker\n", path));
    return Exit::done;
}

}  // namespace

Exit run_schema(const Call& call) {
    const Options& options = call.options;
    const int wishes =
        int{options.json_schema} + int{options.markdown} + int{options.template_file.has_value()};
    if (wishes > 1 || !call.arguments.empty()) {
        return complain({.kind = ErrorKind::usage,
                         .message = "schema takes one of --json-schema, --markdown, --template",
                         .help = "tidytracker help schema"},
                        call.terminal);
    }
    if (options.template_file) return write_template(*options.template_file, call);
    if (options.json_schema) return finish_with(json_schema(), call.terminal);
    if (options.markdown) return finish_with(schema_markdown(), call.terminal);
    return finish_with(list_of_fields(), call.terminal);
}

}  // namespace tidytracker::cli
