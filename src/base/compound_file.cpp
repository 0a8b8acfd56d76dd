// SPDX-License-Identifier: Apache-2.0
#include "base/compound_file.hpp"

#include <algorithm>

#include "base/little_endian.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {
namespace {

// [MS-CFB] 2.2: where the header's fields stand.
constexpr std::size_t k_sector_shift_at = 30;
constexpr std::size_t k_first_directory_at = 48;
constexpr std::size_t k_mini_cutoff_at = 56;
constexpr std::size_t k_first_mini_table_at = 60;
constexpr std::size_t k_first_double_table_at = 68;
constexpr std::size_t k_double_table_at = 76;
constexpr std::size_t k_double_table_count = 109;
constexpr std::uint32_t k_last_regular_sector = 0xFFFFFFFA;

constexpr unsigned k_mini_shift = 6;
constexpr std::size_t k_entry_size = 128;  // 2.6.1
constexpr std::uint32_t k_no_entry = 0xFFFFFFFF;
/// Real files nest embedded documents a few levels deep; a path is 31 characters a level.
constexpr std::size_t k_longest_path = 1024;
constexpr std::uint64_t k_whole_chain = ~std::uint64_t{0};

enum EntryType : std::uint8_t { storage = 1, stream = 2, root = 5 };

}  // namespace

/// A line of the directory (2.6.1). The tree of names is red and black, which reading ignores.
struct CompoundFile::Entry {
    std::string name{};
    std::uint8_t type{};
    std::uint32_t left{};
    std::uint32_t right{};
    std::uint32_t child{};
    std::uint32_t first_sector{};
    std::uint64_t size{};
};

CompoundFile::CompoundFile(std::string_view file) : file_(file) {
    if (!file.starts_with(k_compound_file_magic)) return;
    sector_shift_ = number_at<std::uint16_t>(file, k_sector_shift_at);
    // Version 3 has sectors of 512 bytes, version 4 of 4096; a damaged field is most likely a 9.
    if (sector_shift_ != 12) sector_shift_ = 9;
    mini_cutoff_ = number_at<std::uint32_t>(file, k_mini_cutoff_at);
    read_allocation_table();
    mini_next_ = chain(number_at<std::uint32_t>(file, k_first_mini_table_at), k_whole_chain);
    read_directory();
}

/// Shorter than a sector at the end of a file that was cut off; empty beyond it.
std::string_view CompoundFile::sector(std::uint32_t number) const {
    const std::uint64_t at = (std::uint64_t{number} + 1) << sector_shift_;
    if (number > k_last_regular_sector || at >= file_.size()) return {};
    return file_.substr(at, std::size_t{1} << sector_shift_);
}

void CompoundFile::append_table_sector(std::uint32_t number) {
    const std::string_view table = sector(number);
    // A lost sector leaves a gap, so that what stands behind it keeps its place.
    for (std::size_t at = 0; at < std::size_t{1} << sector_shift_; at += 4) {
        const bool there = at + 4 <= table.size();
        next_.push_back(there ? number_at<std::uint32_t>(table, at) : k_no_entry);
    }
}

/// The table's own sectors are listed in the header and in a chain of further lists (2.5).
void CompoundFile::read_allocation_table() {
    const std::size_t sectors = file_.size() >> sector_shift_;
    const auto is_full = [&] { return next_.size() > sectors; };
    for (std::size_t i = 0; i < k_double_table_count && !is_full(); ++i) {
        const auto number = number_at<std::uint32_t>(file_, k_double_table_at + i * 4);
        if (number <= k_last_regular_sector) append_table_sector(number);
    }
    const std::size_t last = (std::size_t{1} << sector_shift_) - 4;
    auto list = number_at<std::uint32_t>(file_, k_first_double_table_at);
    for (std::size_t steps = 0; steps < sectors && !is_full(); ++steps) {
        const std::string_view numbers = sector(list);
        if (numbers.empty()) return;
        for (std::size_t at = 0; at < last && !is_full(); at += 4) {
            const auto number = number_at<std::uint32_t>(numbers, at);
            if (number <= k_last_regular_sector) append_table_sector(number);
        }
        list = number_at<std::uint32_t>(numbers, last);
    }
}

std::string CompoundFile::chain(std::uint32_t first, std::uint64_t size) const {
    std::string out;
    if (size != k_whole_chain) out.reserve(std::min<std::uint64_t>(size, file_.size()));
    std::size_t left = file_.size() >> sector_shift_;
    for (std::uint32_t at = first; out.size() < size; at = next_[at]) {
        const std::string_view content = sector(at);
        out += content.substr(0, std::min<std::uint64_t>(size - out.size(), content.size()));
        if (content.empty() || at >= next_.size() || left-- == 0) break;
    }
    return out;
}

std::string CompoundFile::mini_chain(std::uint32_t first, std::uint64_t size) const {
    std::string out;
    std::size_t left = mini_stream_.size() >> k_mini_shift;
    for (std::uint64_t at = first; out.size() < size;) {
        if (at << k_mini_shift >= mini_stream_.size()) break;
        const std::string_view content =
            std::string_view(mini_stream_).substr(at << k_mini_shift, 1U << k_mini_shift);
        out += content.substr(0, std::min<std::uint64_t>(size - out.size(), content.size()));
        if (at * 4 >= mini_next_.size() || left-- == 0) break;
        at = number_at<std::uint32_t>(mini_next_, at * 4);
    }
    return out;
}

void CompoundFile::read_directory() {
    const std::string bytes =
        chain(number_at<std::uint32_t>(file_, k_first_directory_at), k_whole_chain);
    std::vector<Entry> entries;
    for (std::size_t at = 0; at + k_entry_size <= bytes.size(); at += k_entry_size) {
        const std::string_view line = std::string_view(bytes).substr(at, k_entry_size);
        Entry entry{.type = number_at<std::uint8_t>(line, 66),
                    .left = number_at<std::uint32_t>(line, 68),
                    .right = number_at<std::uint32_t>(line, 72),
                    .child = number_at<std::uint32_t>(line, 76),
                    .first_sector = number_at<std::uint32_t>(line, 116),
                    // Version 3 leaves rubbish in the upper half (2.6.1).
                    .size = sector_shift_ == 9 ? number_at<std::uint32_t>(line, 120)
                                               : number_at<std::uint64_t>(line, 120)};
        const std::size_t length = std::min<std::size_t>(number_at<std::uint16_t>(line, 64), 64);
        append_utf16(line.substr(0, length < 2 ? 0 : length - 2), entry.name);
        entries.push_back(std::move(entry));
    }
    std::vector<bool> seen(entries.size());
    for (const Entry& entry : entries) {
        if (entry.type != EntryType::root) continue;
        mini_stream_ = chain(entry.first_sector, entry.size);
        collect(entries, entry.child, "", seen);
        break;
    }
    for (std::uint32_t i = 0; i < entries.size(); ++i) {
        const bool lost = !seen[i] && entries[i].type == EntryType::stream;
        if (lost) streams_.push_back({entries[i].name, entries[i].first_sector, entries[i].size});
    }
}

/// The streams of one folder and of the folders in it. Each entry is visited once, however the
/// links go.
void CompoundFile::collect(const std::vector<Entry>& entries, std::uint32_t child,
                           const std::string& folder, std::vector<bool>& seen) {
    struct Step {
        std::uint32_t entry{};
        std::string folder{};
    };
    std::vector<Step> open{{child, folder}};
    while (!open.empty()) {
        const Step step = std::move(open.back());
        open.pop_back();
        if (step.entry >= entries.size() || seen[step.entry]) continue;
        seen[step.entry] = true;
        const Entry& entry = entries[step.entry];
        std::string path = step.folder + entry.name;
        open.push_back({entry.right, step.folder});
        open.push_back({entry.left, step.folder});
        if (entry.type == EntryType::stream) {
            streams_.push_back({std::move(path), entry.first_sector, entry.size});
        } else if (entry.type == EntryType::storage && path.size() < k_longest_path) {
            open.push_back({entry.child, path.append("/")});
        }
    }
}

const CompoundStream* CompoundFile::find(std::string_view path) const {
    const auto at = std::ranges::find_if(streams_, [path](const CompoundStream& stream) {
        return equals_ignoring_case(stream.path, path);
    });
    return at != streams_.end() ? &*at : nullptr;
}

Result<std::string> CompoundFile::read(const CompoundStream& stream, Budget& budget) const {
    // Before anything is copied: a stream cannot be longer than its file.
    const std::uint64_t most = std::min<std::uint64_t>(stream.size, file_.size());
    if (Result<void> booked = budget.take_inflated(most); !booked) {
        return tl::unexpected(booked.error());
    }
    return stream.size < mini_cutoff_ ? mini_chain(stream.first_sector, most)
                                      : chain(stream.first_sector, most);
}

bool holds_stream(std::string_view file, std::string_view path) {
    if (!file.starts_with(k_compound_file_magic)) return false;
    const CompoundFile compound(file);
    if (!compound.streams().empty()) return compound.find(path) != nullptr;
    std::string wide;
    for (const char c : path) wide.append({c, '\0'});
    return file.find(wide) != std::string_view::npos;
}

}  // namespace tidytracker
