// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <string_view>

// The two output streams and what they are connected to.
namespace tidytracker::cli {

struct Stream {
    bool terminal{};
    bool colour{};
};

struct Terminal {
    Stream out{};
    Stream err{};
    int width{100};  ///< in columns
};

/// Looks at the streams and the environment. `colour` is "auto", "always" or "never" and beats
/// NO_COLOR and FORCE_COLOR; these beat what the stream is.
[[nodiscard]] Terminal look_at_terminal(std::string_view colour);

/// Writes a product to standard output. A reader that has gone away (`| head`) is no error.
[[nodiscard]] Result<void> print(std::string_view text);

/// Writes a message to standard error.
void tell(std::string_view text);

}  // namespace tidytracker::cli
