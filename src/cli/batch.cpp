// SPDX-License-Identifier: Apache-2.0
#include "cli/batch.hpp"

#include <optional>
#include <unordered_set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/json_text.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "cli/map_check.hpp"
#include "cli/outcome.hpp"
#include "cli/progress.hpp"
#include "cli/register_output.hpp"

namespace tidytracker::cli {
namespace {

using Digests = std::unordered_set<std::string>;

/// One input on its way from the thread that reads it to the one that joins all.
struct Passage {
    BatchEntry entry{};
    std::optional<Error> error{};
    std::optional<SourceRecords> made{};
};

std::string_view word_of_state(BatchEntry::State state) {
    constexpr std::array<std::string_view, 3> k_words{"read", "unchanged", "failed"};
    return k_words[static_cast<std::size_t>(state)];
}

tl::unexpected<Error> no_manifest(const std::string& path) {
    return fail(ErrorKind::usage, fmt::format("{} is no manifest of tidytracker", path),
                "name a file that --manifest has written");
}

/// The digests of the inputs that a manifest lists as read.
Result<Digests> digests_of(const std::optional<std::string>& manifest) {
    Digests out;
    if (!manifest) return out;
    const Result<std::string> text = read_file(*manifest);
    if (!text) return tl::unexpected<Error>(text.error());
    const nlohmann::json parsed = nlohmann::json::parse(*text, nullptr, false);
    if (!parsed.is_object() || !parsed.contains("inputs") || !parsed["inputs"].is_array()) {
        return no_manifest(*manifest);
    }
    for (const nlohmann::json& input : parsed["inputs"]) {
        const auto digest = input.is_object() ? input.find("sha256") : input.end();
        if (!input.is_object() || digest == input.end()) return no_manifest(*manifest);
        if (digest->is_string()) out.insert(digest->get<std::string>());
    }
    return out;
}

/// Findings show the rows that they are about, and rules look into tables, for which both stay in
/// memory. Beyond this many cells, some 200 megabytes, findings of later files are told by place
/// alone, and `check` has to be asked what is wrong with the shape of their tables.
constexpr std::size_t k_most_cells_kept = 4'000'000;

/// Lets go of cells and tables once there are too many.
void release(SourceReading& reading, std::size_t& kept) {
    std::size_t cells = 0;
    for (const Sheet& sheet : reading.workbook.sheets) cells += sheet.cells.size();
    kept += cells;
    if (kept <= k_most_cells_kept) return;
    reading.tables = {};
    reading.workbook = {};
    reading.labels = {};
}

Passage make_passage(const std::string& path, const Settings& settings, const Digests& known) {
    Passage out{.entry = {.path = path}};
    const Result<std::string> bytes = read_bytes(path);
    if (!bytes) {
        out.error = bytes.error();
        return out;
    }
    out.entry.bytes = bytes->size();
    if (!known.empty()) {
        out.entry.sha256 = sha256_hex(*bytes);
        if (known.contains(out.entry.sha256)) {
            out.entry.state = BatchEntry::State::unchanged;
            return out;
        }
    }
    Findings findings;
    Result<InspectedInput> read = inspect_bytes(path, *bytes, settings, findings);
    if (!read) {
        out.error = std::move(read.error());
        return out;
    }
    out.entry.sha256 = read->reading.source.sha256;
    out.entry.format = read->reading.source.format;
    out.entry.profile = std::move(read->profile);
    out.made = make_records(std::move(read->reading), read->instructions, std::move(findings));
    return out;
}

/// Joins what the threads have read.
class Joiner {
  public:
    Joiner(Batch& batch, const Call& call, Progress& progress, Keep keep)
        : batch_(batch), call_(call), progress_(progress), maps_(call.options), keep_(keep) {}

    void take(Passage passage) {
        BatchEntry& entry = passage.entry;
        progress_.next(display_name(entry.path));
        if (passage.error) {
            progress_.erase();
            complain(*passage.error, call_.terminal);
            entry.state = BatchEntry::State::failed;
            entry.error = passage.error->message;
            ++batch_.unread;
        } else if (entry.state == BatchEntry::State::unchanged) {
            ++batch_.unchanged;
        } else {
            join(std::move(*passage.made), entry);
        }
        batch_.entries.push_back(std::move(entry));
    }

    [[nodiscard]] const MapCheck& maps() const { return maps_; }

  private:
    void join(SourceRecords made, BatchEntry& entry) {
        std::vector<Record>& records = batch_.conversion.document.records;
        const std::size_t before = records.size();
        maps_.note(made.reading);
        add_records(batch_.conversion, std::move(made));
        if (keep_ == Keep::some) release(batch_.conversion.sources.back(), cells_kept_);
        entry.records = records.size() - before;
        if (!entry.profile.empty() && !call_.options.quiet) {
            progress_.erase();
            tell(fmt::format("Profile for {}: {}\n", display_name(entry.path), entry.profile));
        }
        if (!call_.options.verbose) return;
        progress_.erase();
        tell(fmt::format("Read {}\n", display_name(entry.path)));
    }

    Batch& batch_;
    const Call& call_;
    Progress& progress_;
    MapCheck maps_;
    Keep keep_;
    std::size_t cells_kept_{};
};

}  // namespace

Result<void> check_inputs(const Inputs& inputs, const Call& call) {
    if (inputs.paths.empty() && inputs.errors.empty()) {
        return fail(ErrorKind::usage, "no input is given",
                    "name files or folders, or - for standard input");
    }
    for (const Error& error : inputs.errors) complain(error, call.terminal);
    return {};
}

Result<Batch> read_batch(const Inputs& inputs, const Settings& settings, const Call& call,
                         Keep keep) {
    const Result<Digests> known = digests_of(call.options.since);
    if (!known) return tl::unexpected<Error>(known.error());
    Batch batch{.conversion = new_conversion(settings), .unread = inputs.errors.size()};
    Progress progress(call.terminal.err.terminal, inputs.paths.size());
    Joiner joiner(batch, call, progress, keep);
    std::vector<Passage> passages(inputs.paths.size());
    // Some files of slack, so that one slow file does not hold up the other threads.
    const std::size_t ahead = 4 * worker_count();
    make_in_order(
        inputs.paths.size(), ahead,
        [&](std::size_t i) { passages[i] = make_passage(inputs.paths[i], settings, *known); },
        [&](std::size_t i) { joiner.take(std::exchange(passages[i], {})); });
    progress.erase();
    batch.seconds = progress.seconds();
    if (batch.conversion.sources.empty()) return batch;
    return joiner.maps().verdict().map([&batch] { return std::move(batch); });
}

std::string remarks_on(const Batch& batch) {
    std::string out;
    if (batch.unread > 0) {
        out += fmt::format("; {} could not be read", count_of(batch.unread, "file"));
    }
    if (batch.unchanged > 0) {
        out += fmt::format("; {} unchanged", count_of(batch.unchanged, "file"));
    }
    return out;
}

Result<void> write_manifest(const Batch& batch, const Call& call) {
    if (!call.options.manifest) return {};
    std::string out = "{\n \"schema\": \"tidytracker/manifest/1\",\n \"inputs\": [";
    for (const BatchEntry& entry : batch.entries) {
        out += &entry == &batch.entries.front() ? "\n  {\"path\": " : ",\n  {\"path\": ";
        append_json(entry.path, out);
        out += fmt::format(", \"state\": \"{}\", \"sha256\": ", word_of_state(entry.state));
        append_json_or_null(entry.sha256, out);
        out += ", \"format\": ";
        append_json_or_null(entry.format, out);
        out += fmt::format(", \"bytes\": {}, \"records\": {}, \"error\": ", entry.bytes,
                           entry.records);
        append_json_or_null(entry.error, out);
        out += '}';
    }
    out += "\n ]\n}\n";
    // A manifest is written run after run; it says what this run read, not what others did.
    return write_file_atomically(*call.options.manifest, out, Overwrite::yes);
}

Exit exit_of(const Batch& batch, const Settings& settings, const Call& call) {
    if (batch.unread > 0 && !call.options.keep_going) return Exit::failed;
    return fails(batch.conversion.document.findings, settings) ? Exit::findings : Exit::done;
}

}  // namespace tidytracker::cli
