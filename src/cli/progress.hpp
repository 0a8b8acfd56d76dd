// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace tidytracker::cli {

/// One line on standard error that tells which file is being read; only on a terminal and only
/// once the work takes longer than a moment. The destructor erases it.
class Progress {
  public:
    Progress(bool terminal, std::size_t files);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    Progress(Progress&&) = delete;
    Progress& operator=(Progress&&) = delete;

    /// The next file is begun.
    void next(std::string_view file);
    /// Makes room for other output.
    void erase();
    [[nodiscard]] double seconds() const;

  private:
    bool terminal_;
    std::size_t files_;
    std::size_t begun_{};
    bool shown_{};
    std::chrono::steady_clock::time_point start_{std::chrono::steady_clock::now()};
};

}  // namespace tidytracker::cli
