// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tidytracker {

/// Puts a ZIP archive together in memory. Entries are deflated and dated 1 January 1980, so that
/// the same entries give the same bytes. Source: PKWARE APPNOTE 6.3.3.
class ZipWriter {
  public:
    /// `name` is ASCII with "/" between folders, and differs from those before.
    void add(std::string_view name, std::string_view bytes);
    /// The whole archive; nothing can be added after. Errors: too_large above 4 GiB or 65,535
    /// entries, where the plain format ends.
    [[nodiscard]] Result<std::string> finish();

  private:
    std::string out_{};
    std::string directory_{};
    std::vector<std::uint8_t> work_{};  ///< of the compressor, used for each entry anew
    std::size_t entries_{};
    bool too_large_{};
};

}  // namespace tidytracker
