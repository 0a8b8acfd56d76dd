// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <system_error>

#include <sys/ioctl.h>
#include <unistd.h>

namespace tidytracker::cli {
namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view(value);
}

Stream look_at(int descriptor, std::string_view colour) {
    Stream stream{.terminal = ::isatty(descriptor) == 1};
    if (colour != "auto") {
        stream.colour = colour == "always";
    } else if (!environment("NO_COLOR").empty()) {
        stream.colour = false;
    } else if (!environment("FORCE_COLOR").empty()) {
        stream.colour = environment("FORCE_COLOR") != "0";
    } else {
        stream.colour = stream.terminal && environment("TERM") != "dumb";
    }
    return stream;
}

int look_at_width() {
    const std::string_view columns = environment("COLUMNS");
    int width = 0;
    const auto parsed = std::from_chars(columns.data(), columns.data() + columns.size(), width);
    winsize size{};
    if (parsed.ec != std::errc{} && ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0) {
        width = size.ws_col;
    }
    if (width <= 0) return 100;
    return std::clamp(width, 40, 400);
}

/// Writes all of it; returns errno, or 0.
int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

}  // namespace

Terminal look_at_terminal(std::string_view colour) {
    return Terminal{.out = look_at(STDOUT_FILENO, colour),
                    .err = look_at(STDERR_FILENO, colour),
                    .width = look_at_width()};
}

Result<void> print(std::string_view text) {
    const int code = write_all(STDOUT_FILENO, text);
    if (code == 0 || code == EPIPE) return {};
    return fail(ErrorKind::unwritable,
                "cannot write to standard output: " + std::generic_category().message(code));
}

void tell(std::string_view text) {
    // There is nowhere left to report a failure to.
    static_cast<void>(write_all(STDERR_FILENO, text));
}

}  // namespace tidytracker::cli
