// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct isal_zstream;  // of ISA-L

namespace tidytracker {

/// Puts a ZIP archive together in memory. Entries are deflated and dated 1 January 1980, so that
/// the same entries give the same bytes. Source: PKWARE APPNOTE 6.3.3.
class ZipWriter {
  public:
    ZipWriter();
    ~ZipWriter();
    /// `name` is ASCII with "/" between folders, and differs from those before.
    void add(std::string_view name, std::string_view bytes);
    /// Adds an entry as it is, for those who look at fixed places: the first entry of an
    /// OpenDocument file tells its type so (ODF 1.3 part 2, 3.3).
    void add_stored(std::string_view name, std::string_view bytes);
    /// The whole archive; nothing can be added after. Errors: too_large above 4 GiB or 65,535
    /// entries, where the plain format ends.
    [[nodiscard]] Result<std::string> finish();

  private:
    /// Empty if the bytes do not get shorter; good until the next call. Level 1 makes the work
    /// sheets of 300 records a sixth larger than zlib's default level does, in a tenth of the
    /// time; level 3 gains 3 % of that back for twice the time.
    [[nodiscard]] std::string_view deflated(std::string_view bytes);
    /// `packed` is empty where the bytes are stored.
    void put(std::string_view name, std::string_view bytes, std::string_view packed);

    std::string out_{};
    std::string directory_{};
    std::unique_ptr<isal_zstream> stream_{};
    std::vector<std::uint8_t> work_{};  ///< of the compressor
    std::string unpacked_{};
    std::string packed_{};
    std::size_t entries_{};
    bool too_large_{};
};

}  // namespace tidytracker
