// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.hpp"
#include "base/byte_source.hpp"

struct inflate_state;  // of ISA-L

// ZIP files (APPNOTE.TXT 6.3.10), which all of today's office formats are. Reads what programs
// really write: odd spellings of names, bytes before and after the archive, directories that are
// damaged or gone. Encrypted entries are recognised, not read.
namespace tidytracker {

/// Compression methods (APPNOTE.TXT 4.4.5).
inline constexpr std::uint16_t k_stored = 0;
inline constexpr std::uint16_t k_deflated = 8;

struct ArchiveEntry {
    std::string name{};         ///< lower case, '/' between folders and none in front
    std::string spelling{};     ///< the name as it stands in the file, for those who copy it
    std::size_t data{};         ///< where the entry's stored or deflated bytes begin in the file
    std::size_t packed_size{};  ///< never reaches beyond the file
    std::uint32_t checksum{};   ///< CRC-32 of the unpacked bytes, if `has_checksum`
    bool has_checksum{};        ///< not if the directory is lost and the sizes follow the data
    bool encrypted{};
    std::uint16_t method{};  ///< 0 stored, 8 deflated
};

/// What is wrong with an entry's bytes. What could be read has been returned all the same.
enum class EntryDamage : std::uint8_t { none, truncated, checksum };

/// An entry's bytes as they are unpacked. The file's bytes and the budget must outlive it.
class EntrySource final : public ByteSource {
  public:
    EntrySource(std::string_view file, const ArchiveEntry& entry, Budget& budget);
    ~EntrySource() override;

    /// Errors: encrypted; unsupported for a method other than stored and deflated; too_large.
    [[nodiscard]] Result<std::size_t> read(std::span<char> room) override;
    [[nodiscard]] double share_read() const override;
    /// Known once `read` has returned 0.
    [[nodiscard]] EntryDamage damage() const { return damage_; }

  private:
    [[nodiscard]] std::size_t inflate(std::span<char> room);
    void offer(std::size_t size);
    void finish();

    const ArchiveEntry& entry_;
    std::string_view packed_{};  ///< what is left of it; of deflated data, what was not offered yet
    Budget& budget_;
    std::unique_ptr<inflate_state> state_;
    std::uint32_t checksum_{};
    EntryDamage damage_{EntryDamage::none};
    bool finished_{};
};

class Archive {
  public:
    /// Reads the directory. Bytes that are no archive have no entries. `file` must outlive it.
    explicit Archive(std::string_view file);

    /// Ascending by name; of entries with the same name only the last one.
    [[nodiscard]] std::span<const ArchiveEntry> entries() const { return entries_; }
    /// By name in any spelling; null if there is none.
    [[nodiscard]] const ArchiveEntry* find(std::string_view name) const;
    /// Was the directory lost or cut short, so that entries were found by their own headers?
    [[nodiscard]] bool directory_lost() const { return directory_lost_; }
    [[nodiscard]] std::string_view file() const { return file_; }

    /// Unpacks a whole entry; damage is told in `damage` if that is not null. Errors: EntrySource.
    [[nodiscard]] Result<std::string> read(const ArchiveEntry& entry, Budget& budget,
                                           EntryDamage* damage = nullptr) const;

    /// A name in the spelling of ArchiveEntry::name.
    [[nodiscard]] static std::string normalise_name(std::string_view name);

  private:
    std::string_view file_{};
    std::vector<ArchiveEntry> entries_{};
    bool directory_lost_{};
};

}  // namespace tidytracker
