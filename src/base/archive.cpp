// SPDX-License-Identifier: Apache-2.0
// In: the bytes of a file that may be a ZIP archive. Out: its entries, and their unpacked bytes.
// Never trusts a size or count of the file for more than where to look next.
#include "base/archive.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

#include "base/archive_directory.hpp"
#include "base/text.hpp"

namespace tidytracker {
EntrySource::EntrySource(std::string_view file, const ArchiveEntry& entry, Budget& budget)
    : entry_(entry), packed_(file.substr(entry.data, entry.packed_size)), budget_(budget) {
    if (entry.method != k_deflated) return;
    state_ = std::make_unique_for_overwrite<inflate_state>();
    isal_inflate_init(state_.get());
}

EntrySource::~EntrySource() = default;

Result<std::size_t> EntrySource::read(std::span<char> room) {
    if (entry_.encrypted) {
        return fail(ErrorKind::encrypted, fmt::format("{} is encrypted", entry_.name),
                    "save the file without a password and try again");
    }
    if (entry_.method != k_stored && entry_.method != k_deflated) {
        return fail(ErrorKind::unsupported,
                    fmt::format("{} is compressed with method {}", entry_.name, entry_.method),
                    "open the file in a spreadsheet program and save it again");
    }
    if (finished_) return std::size_t{0};
    std::size_t size = 0;
    if (state_) {
        size = inflate(room);
    } else {
        size = packed_.copy(room.data(), room.size());
        packed_.remove_prefix(size);
    }
    checksum_ =
        crc32_gzip_refl(checksum_, reinterpret_cast<const unsigned char*>(room.data()), size);
    if (size == 0) finish();
    if (const Result<void> booked = budget_.take_inflated(size); !booked) {
        return tl::unexpected(booked.error());
    }
    return size;
}

double EntrySource::share_read() const {
    const std::size_t left = packed_.size() + (state_ ? state_->avail_in : 0);
    if (left >= entry_.packed_size) return 0;
    return 1 - static_cast<double>(left) / static_cast<double>(entry_.packed_size);
}

std::size_t EntrySource::inflate(std::span<char> room) {
    constexpr std::size_t k_most = std::numeric_limits<std::int32_t>::max();
    const auto wanted = static_cast<std::uint32_t>(std::min(room.size(), k_most));
    state_->next_out = reinterpret_cast<std::uint8_t*>(room.data());
    state_->avail_out = wanted;
    while (damage_ == EntryDamage::none && state_->avail_out > 0 &&
           state_->block_state != ISAL_BLOCK_FINISH) {
        // The library may give input back that it took in an earlier call. So its pointer is set
        // only when it has used all up; the pieces lie one behind the other.
        if (state_->avail_in == 0 && !packed_.empty()) offer(std::min(packed_.size(), k_most));
        const std::uint32_t input = state_->avail_in;
        const std::uint32_t output = state_->avail_out;
        const int status = isal_inflate(state_.get());
        const bool stuck = state_->avail_in == input && state_->avail_out == output &&
                           packed_.empty() && state_->block_state != ISAL_BLOCK_FINISH;
        if (status < 0 || stuck) damage_ = EntryDamage::truncated;
    }
    return wanted - state_->avail_out;
}

void EntrySource::offer(std::size_t size) {
    // The library's pointer is not const, but it only reads from it.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    state_->next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(packed_.data()));
    state_->avail_in = static_cast<std::uint32_t>(size);
    packed_.remove_prefix(size);
}

void EntrySource::finish() {
    finished_ = true;
    if (damage_ == EntryDamage::none && entry_.has_checksum && checksum_ != entry_.checksum) {
        damage_ = EntryDamage::checksum;
    }
}

Archive::Archive(std::string_view file) : file_(file) {
    ArchiveDirectory directory = read_archive_directory(file);
    entries_ = std::move(directory.entries);
    directory_lost_ = directory.lost;
    std::ranges::stable_sort(entries_, {}, &ArchiveEntry::name);
    // The last entry of a name is the valid one: archives are updated by appending.
    const auto twins = std::unique(entries_.rbegin(), entries_.rend(),
                                   [](const ArchiveEntry& later, const ArchiveEntry& earlier) {
                                       return later.name == earlier.name;
                                   });
    entries_.erase(entries_.begin(), twins.base());
}

const ArchiveEntry* Archive::find(std::string_view name) const {
    const std::string wanted = normalise_name(name);
    const auto at = std::ranges::lower_bound(entries_, wanted, {}, &ArchiveEntry::name);
    return at != entries_.end() && at->name == wanted ? &*at : nullptr;
}

Result<std::string> Archive::read(const ArchiveEntry& entry, Budget& budget,
                                  EntryDamage* damage) const {
    constexpr std::size_t k_first_room = 64 * 1024;
    EntrySource source(file_, entry, budget);
    std::string out;
    for (std::size_t size = 0;;) {
        out.resize(std::max(k_first_room, 2 * size));
        const Result<std::size_t> got = source.read(std::span(out).subspan(size));
        if (!got) return tl::unexpected(got.error());
        size += *got;
        if (*got > 0) continue;
        out.resize(size);
        if (damage != nullptr) *damage = source.damage();
        return out;
    }
}

std::string Archive::normalise_name(std::string_view name) {
    std::string out = lower_ascii(name);
    std::ranges::replace(out, '\\', '/');
    out.erase(0, std::min(out.find_first_not_of('/'), out.size()));
    return out;
}

}  // namespace tidytracker
