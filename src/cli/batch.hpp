// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/pipeline.hpp>
#include <tidytracker/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/inputs.hpp"
#include "cli/settings.hpp"

// Many inputs at once: files are read on all processors and joined in the order given, so that the
// result does not depend on which thread was quicker.
namespace tidytracker::cli {

/// What became of one input; a line of the manifest.
struct BatchEntry {
    enum class State : std::uint8_t { read, unchanged, failed };
    std::string path{};
    State state{State::read};
    std::string sha256{};
    std::string format{};
    std::string profile{};  ///< of a folder of them
    std::size_t bytes{};
    std::size_t records{};
    std::string error{};
};

struct Batch {
    Conversion conversion{};
    std::vector<BatchEntry> entries{};
    std::size_t unread{};     ///< inputs that are not there or cannot be read
    std::size_t unchanged{};  ///< inputs that --since left out
    double seconds{};
    /// Was nothing read because nothing has changed?
    [[nodiscard]] bool is_up_to_date() const { return unread == 0 && unchanged > 0; }
};

/// Says which inputs are not there; an error if none is named at all.
[[nodiscard]] Result<void> check_inputs(const Inputs& inputs, const Call& call);

/// How much of large batches stays in memory: reports that point at cells need all of it.
enum class Keep : std::uint8_t { some, all };

/// Reads all inputs that can be read, and says which cannot. Errors: usage (a faulty --since).
[[nodiscard]] Result<Batch> read_batch(const Inputs& inputs, const Settings& settings,
                                       const Call& call, Keep keep = Keep::some);

/// "; 2 files could not be read; 3 files are unchanged"
[[nodiscard]] std::string remarks_on(const Batch& batch);

/// Writes the file that --manifest names, if it is given.
[[nodiscard]] Result<void> write_manifest(const Batch& batch, const Call& call);

/// The exit code once everything is written.
[[nodiscard]] Exit exit_of(const Batch& batch, const Settings& settings, const Call& call);

}  // namespace tidytracker::cli
