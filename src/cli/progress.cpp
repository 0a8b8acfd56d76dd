// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <fmt/format.h>

#include "base/display.hpp"
#include "cli/terminal.hpp"

namespace tidytracker::cli {
namespace {

constexpr double k_moment = 0.5;  // seconds; shorter work needs no sign of life
constexpr int k_name_width = 40;

}  // namespace

Progress::Progress(bool terminal, std::size_t files) : terminal_(terminal), files_(files) {}

Progress::~Progress() {
    erase();
}

void Progress::next(std::string_view file) {
    ++begun_;
    if (!terminal_ || seconds() < k_moment) return;
    // "\x1b[K" clears what a longer name may have left on the line.
    tell(fmt::format("\rReading {}/{}  {}\x1b[K", begun_, files_,
                     clip(printable(file), k_name_width)));
    shown_ = true;
}

void Progress::erase() {
    if (shown_) tell("\r\x1b[K");
    shown_ = false;
}

double Progress::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

}  // namespace tidytracker::cli
