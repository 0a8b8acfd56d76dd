// SPDX-License-Identifier: Apache-2.0
#include "base/archive_directory.hpp"

#include <algorithm>
#include <optional>

#include "base/little_endian.hpp"

namespace tidytracker {
namespace {

constexpr std::string_view k_local_header = "PK\3\4";
constexpr std::string_view k_sizes_record = "PK\7\10";
constexpr std::string_view k_central_header = "PK\1\2";
constexpr std::string_view k_end_record = "PK\5\6";
constexpr std::string_view k_zip64_locator = "PK\6\7";
constexpr std::string_view k_zip64_end_record = "PK\6\6";
constexpr std::size_t k_local_size = 30;
constexpr std::size_t k_central_size = 46;
constexpr std::size_t k_end_size = 22;
constexpr std::size_t k_zip64_locator_size = 20;
constexpr std::size_t k_zip64_end_size = 56;
/// More bytes in front of an archive, or behind one whose start is damaged, are not looked through.
constexpr std::size_t k_most_junk = std::size_t{1} << 20;
constexpr std::uint32_t k_in_zip64 = 0xFFFFFFFF;
constexpr std::uint16_t k_zip64_field = 0x0001;
constexpr std::uint16_t k_flag_encrypted = 0x0001;
constexpr std::uint16_t k_flag_sizes_follow = 0x0008;

bool has_at(std::string_view bytes, std::size_t at, std::string_view signature) {
    return at <= bytes.size() && bytes.substr(at).starts_with(signature);
}

/// Sizes and offset of a header, with those that its ZIP64 field holds (4.5.3).
struct Extent {
    std::uint64_t unpacked{};
    std::uint64_t packed{};
    std::uint64_t offset{};
};

void take_zip64(std::string_view extra, Extent& extent) {
    while (extra.size() >= 4) {
        const auto id = number_at<std::uint16_t>(extra, 0);
        const std::size_t size = number_at<std::uint16_t>(extra, 2);
        std::string_view field = extra.substr(4, size);
        extra.remove_prefix(std::min(extra.size(), 4 + size));
        if (id != k_zip64_field) continue;
        for (std::uint64_t* value : {&extent.unpacked, &extent.packed, &extent.offset}) {
            if (*value != k_in_zip64 || field.size() < 8) continue;
            *value = number_at<std::uint64_t>(field, 0);
            field.remove_prefix(8);
        }
    }
}

/// Where the data of the local header at `at` begins; none if there is no such header.
std::optional<std::size_t> data_behind(std::string_view file, std::size_t at) {
    if (!has_at(file, at, k_local_header)) return std::nullopt;
    const std::size_t data = at + k_local_size + number_at<std::uint16_t>(file, at + 26) +
                             number_at<std::uint16_t>(file, at + 28);
    if (data > file.size()) return std::nullopt;
    return data;
}

/// The central directory: where it begins, where it ends, and how many bytes stand before the
/// archive, to which all its offsets must be added.
struct DirectoryPlace {
    std::size_t first{};
    std::size_t last{};
    std::size_t prefix{};
    std::uint64_t count{};
};

std::optional<DirectoryPlace> place_of(std::string_view file, std::size_t end_record,
                                       std::uint64_t size, std::uint64_t offset,
                                       std::uint64_t count) {
    if (size > end_record || offset > end_record - size) return std::nullopt;
    const auto first = static_cast<std::size_t>(end_record - size);
    const auto prefix = static_cast<std::size_t>(first - offset);
    if (count > 0 && !has_at(file, first, k_central_header)) return std::nullopt;
    // The directory of an archive that is a part of this one, whose own directory is lost.
    if (prefix > 0 && file.starts_with(k_local_header)) return std::nullopt;
    return DirectoryPlace{first, end_record, prefix, count};
}

std::optional<DirectoryPlace> zip64_place(std::string_view file, std::size_t end_record) {
    if (end_record < k_zip64_locator_size) return std::nullopt;
    const std::size_t locator = end_record - k_zip64_locator_size;
    if (!has_at(file, locator, k_zip64_locator)) return std::nullopt;
    std::size_t record = number_at<std::uint64_t>(file, locator + 8);
    if (!has_at(file, record, k_zip64_end_record)) {
        // Bytes before the archive shift it; without extensible data it ends at the locator.
        if (locator < k_zip64_end_size) return std::nullopt;
        record = locator - k_zip64_end_size;
        if (!has_at(file, record, k_zip64_end_record)) return std::nullopt;
    }
    return place_of(file, record, number_at<std::uint64_t>(file, record + 40),
                    number_at<std::uint64_t>(file, record + 48),
                    number_at<std::uint64_t>(file, record + 32));
}

/// Looks from the end, so that garbage behind the archive does no harm.
std::optional<DirectoryPlace> find_directory(std::string_view file) {
    for (std::size_t at = file.rfind(k_end_record); at != std::string_view::npos;
         at = at == 0 ? std::string_view::npos : file.rfind(k_end_record, at - 1)) {
        if (file.size() - at < k_end_size) continue;
        if (const auto place = zip64_place(file, at)) return place;
        const auto place = place_of(file, at, number_at<std::uint32_t>(file, at + 12),
                                    number_at<std::uint32_t>(file, at + 16),
                                    number_at<std::uint16_t>(file, at + 10));
        if (place) return place;
    }
    return std::nullopt;
}

/// The entry of the central header at `at`; none if its local header is not where it says.
std::optional<ArchiveEntry> central_entry(std::string_view file, std::size_t at,
                                          std::size_t prefix) {
    const std::size_t name_size = number_at<std::uint16_t>(file, at + 28);
    const std::size_t extra_size = number_at<std::uint16_t>(file, at + 30);
    Extent extent{number_at<std::uint32_t>(file, at + 24), number_at<std::uint32_t>(file, at + 20),
                  number_at<std::uint32_t>(file, at + 42)};
    take_zip64(file.substr(at + k_central_size + name_size, extra_size), extent);
    if (extent.offset > file.size()) return std::nullopt;
    std::optional<std::size_t> data = data_behind(file, prefix + extent.offset);
    // Some programs that put bytes in front correct the offsets, but not all of them.
    if (!data) data = data_behind(file, extent.offset);
    if (!data) return std::nullopt;
    return ArchiveEntry{
        .name = Archive::normalise_name(file.substr(at + k_central_size, name_size)),
        .spelling = std::string(file.substr(at + k_central_size, name_size)),
        .data = *data,
        .packed_size =
            static_cast<std::size_t>(std::min<std::uint64_t>(extent.packed, file.size() - *data)),
        .checksum = number_at<std::uint32_t>(file, at + 16),
        .has_checksum = true,
        .encrypted = (number_at<std::uint16_t>(file, at + 8) & k_flag_encrypted) != 0,
        .method = number_at<std::uint16_t>(file, at + 10),
    };
}

void read_central_headers(std::string_view file, const DirectoryPlace& place,
                          ArchiveDirectory& directory) {
    std::uint64_t headers = 0;
    for (std::size_t at = place.first;
         at + k_central_size <= place.last && has_at(file, at, k_central_header); ++headers) {
        const std::size_t size = k_central_size + number_at<std::uint16_t>(file, at + 28) +
                                 number_at<std::uint16_t>(file, at + 30) +
                                 number_at<std::uint16_t>(file, at + 32);
        if (size > place.last - at) break;
        if (auto entry = central_entry(file, at, place.prefix)) {
            directory.entries.push_back(*std::move(entry));
        } else {
            directory.lost = true;
        }
        at += size;
    }
    // Counts are kept modulo 2^16 by programs without ZIP64.
    if (headers % 0x10000 != place.count % 0x10000) directory.lost = true;
}

/// The entry of the local header at `at`, as far as it makes sense.
std::optional<ArchiveEntry> local_entry(std::string_view file, std::size_t at) {
    const std::optional<std::size_t> data = data_behind(file, at);
    const auto flags = number_at<std::uint16_t>(file, at + 6);
    const auto method = number_at<std::uint16_t>(file, at + 8);
    const std::size_t name_size = number_at<std::uint16_t>(file, at + 26);
    if (!data || name_size == 0 || (method != 0 && method != 8)) return std::nullopt;
    const std::string_view name = file.substr(at + k_local_size, name_size);
    // Control characters: the signature turned up by chance in packed data.
    if (std::ranges::any_of(name, [](char c) { return c >= 0 && c < ' '; })) return std::nullopt;
    Extent extent{number_at<std::uint32_t>(file, at + 22), number_at<std::uint32_t>(file, at + 18),
                  0};
    take_zip64(file.substr(at + k_local_size + name_size, *data - at - k_local_size - name_size),
               extent);
    const bool sizes_follow = (flags & k_flag_sizes_follow) != 0;
    std::uint64_t packed = extent.packed;
    if (sizes_follow && packed == 0) {
        // Deflate data says itself where it ends; stored data ends at the next record.
        packed = method == 0 ? file.find(k_sizes_record, *data) - *data : file.size() - *data;
    }
    return ArchiveEntry{
        .name = Archive::normalise_name(name),
        .spelling = std::string(name),
        .data = *data,
        .packed_size =
            static_cast<std::size_t>(std::min<std::uint64_t>(packed, file.size() - *data)),
        .checksum = number_at<std::uint32_t>(file, at + 14),
        .has_checksum = !sizes_follow,
        .encrypted = (flags & k_flag_encrypted) != 0,
        .method = method,
    };
}

void scan_local_headers(std::string_view file, ArchiveDirectory& directory) {
    std::size_t at = file.find(k_local_header);
    while (at != std::string_view::npos) {
        std::size_t next = at + k_local_header.size();
        if (auto entry = local_entry(file, at)) {
            // An archive in the archive must not be taken apart, so a known size is skipped.
            next = entry->data + (entry->has_checksum ? entry->packed_size : 0);
            directory.entries.push_back(*std::move(entry));
        }
        at = file.find(k_local_header, next);
    }
}

/// May there be an archive? Asked of each file whose format is looked for, so that a large text is
/// not searched as a whole.
bool may_hold_archive(std::string_view file) {
    const std::string_view start = file.substr(0, k_most_junk);
    const std::string_view end = file.substr(file.size() - std::min(file.size(), k_most_junk));
    return start.find(k_local_header) != std::string_view::npos ||
           end.rfind(k_end_record) != std::string_view::npos;
}

}  // namespace

ArchiveDirectory read_archive_directory(std::string_view file) {
    ArchiveDirectory directory;
    if (!may_hold_archive(file)) return ArchiveDirectory{.lost = true};
    const std::optional<DirectoryPlace> place = find_directory(file);
    if (place) read_central_headers(file, *place, directory);
    if (place && !directory.lost) return directory;
    ArchiveDirectory scanned{.lost = true};
    scan_local_headers(file, scanned);
    // What the directory still says comes last and wins: it knows sizes and checksums.
    std::ranges::move(directory.entries, std::back_inserter(scanned.entries));
    return scanned;
}

}  // namespace tidytracker
