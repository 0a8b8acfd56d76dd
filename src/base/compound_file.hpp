// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.hpp"

// Compound files (OLE storage, [MS-CFB]), which the office formats before 2007 are, and which wrap
// encrypted documents to this day. Sector chains may loop and sizes may lie: no chain is followed
// further than the file has sectors.
namespace tidytracker {

/// First bytes of every compound file ([MS-CFB] 2.2).
inline constexpr std::string_view k_compound_file_magic = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

struct CompoundStream {
    std::string path{};            ///< "Workbook", "Objects/Package"; UTF-8
    std::uint32_t first_sector{};  ///< of its chain
    std::uint64_t size{};          ///< as the directory says; never believed
};

class CompoundFile {
  public:
    /// Reads the directory. Bytes that are no compound file have no streams. `file` must outlive
    /// it.
    explicit CompoundFile(std::string_view file);

    /// In the order of the directory; those that its tree does not reach stand last.
    [[nodiscard]] std::span<const CompoundStream> streams() const { return streams_; }
    /// By path, in any case of letters; null if there is none.
    [[nodiscard]] const CompoundStream* find(std::string_view path) const;
    /// The stream's bytes, as many as the file holds. Errors: too_large.
    [[nodiscard]] Result<std::string> read(const CompoundStream& stream, Budget& budget) const;

  private:
    struct Entry;
    [[nodiscard]] std::string_view sector(std::uint32_t number) const;
    [[nodiscard]] std::string chain(std::uint32_t first, std::uint64_t size) const;
    [[nodiscard]] std::string mini_chain(std::uint32_t first, std::uint64_t size) const;
    void read_allocation_table();
    void append_table_sector(std::uint32_t number);
    void read_directory();
    void collect(const std::vector<Entry>& entries, std::uint32_t child, const std::string& folder,
                 std::vector<bool>& seen);

    std::string_view file_{};
    unsigned sector_shift_{};
    std::uint64_t mini_cutoff_{};        ///< streams below this size lie in the mini stream
    std::vector<std::uint32_t> next_{};  ///< sector that follows a sector
    std::string mini_next_{};            ///< the same for mini sectors, as it stands in the file
    std::string mini_stream_{};
    std::vector<CompoundStream> streams_{};
};

/// Is it a compound file with that stream? If its directory is lost, with the name of it somewhere.
[[nodiscard]] bool holds_stream(std::string_view file, std::string_view path);

}  // namespace tidytracker
