// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tidytracker::testing {

/// Appends a little-endian number of `size` bytes.
inline void append_number(std::string& out, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i, value >>= 8) out += static_cast<char>(value & 0xFF);
}
inline void set_number(std::string& out, std::size_t at, std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i, value >>= 8) {
        out.at(at + static_cast<std::size_t>(i)) = static_cast<char>(value & 0xFF);
    }
}
inline std::string wide(std::string_view ascii) {
    std::string out;
    for (const char c : ascii) out.append({c, '\0'});
    return out;
}

/// Builds compound files in memory. A path may have one folder: "Objects/Workbook". What a test
/// wants wrong, it changes in the bytes; the constants say where.
class CompoundWriter {
  public:
    explicit CompoundWriter(unsigned sector_shift = 9) : shift_(sector_shift) {}
    void add(std::string path, std::string content) {
        streams_.push_back({std::move(path), std::move(content)});
    }

    /// Header, allocation table, directory, table of mini sectors, mini stream, streams.
    [[nodiscard]] std::string bytes() {
        lay_out();
        std::string file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0');
        append_number(file, 0x3E, 2);
        append_number(file, shift_ == 9 ? 3 : 4, 2);
        append_number(file, 0xFFFE, 2);
        append_number(file, shift_, 2);
        append_number(file, 6, 2);
        file.append(10, '\0');
        append_number(file, table_sectors_, 4);
        append_number(file, directory_, 4);
        append_number(file, 0, 4);
        append_number(file, k_cutoff, 4);
        append_number(file, mini_table_, 4);
        append_number(file, 1, 4);
        append_number(file, more_tables_, 4);
        append_number(file, more_tables_ == k_end ? 0 : 1, 4);
        for (std::uint32_t i = 0; i < 109; ++i) {
            append_number(file, i < table_sectors_ ? i : k_free, 4);
        }
        file.resize(std::size_t{1} << shift_);
        for (const std::string& sector : sectors_) file += sector;
        return file;
    }
    /// Where an entry of the directory stands: 0 is the root, then the streams in order.
    [[nodiscard]] std::size_t entry_at(std::size_t index) const {
        return (std::size_t{directory_} + 1) * sector_size() + index * 128;
    }
    /// Where the allocation table's entry of a sector stands.
    [[nodiscard]] std::size_t table_entry_at(std::size_t sector) const {
        return sector_size() + sector * 4;
    }
    [[nodiscard]] std::uint32_t first_sector_of(std::size_t index) const {
        return first_sectors_.at(index - 1);
    }

  private:
    static constexpr std::uint32_t k_free = 0xFFFFFFFF;
    static constexpr std::uint32_t k_end = 0xFFFFFFFE;
    static constexpr std::size_t k_cutoff = 4096;

    struct Stream {
        std::string path{};
        std::string content{};
    };

    [[nodiscard]] std::size_t sector_size() const { return std::size_t{1} << shift_; }

    std::uint32_t append_chain(const std::string& content) {
        if (content.empty()) return k_end;
        const auto first = static_cast<std::uint32_t>(sectors_.size());
        for (std::size_t at = 0; at < content.size(); at += sector_size()) {
            std::string sector = content.substr(at, sector_size());
            sector.resize(sector_size());
            sectors_.push_back(std::move(sector));
            next_.push_back(static_cast<std::uint32_t>(sectors_.size()));
        }
        next_.back() = k_end;
        return first;
    }

    void lay_out() {
        std::size_t content = 16;
        for (const Stream& stream : streams_) content += stream.content.size() / sector_size() + 2;
        table_sectors_ = static_cast<std::uint32_t>(content * 4 / sector_size() + 2);
        sectors_.assign(table_sectors_, std::string(sector_size(), '\0'));
        next_.assign(table_sectors_, 0xFFFFFFFD);
        more_tables_ = k_end;
        if (table_sectors_ > 109) {
            std::string list;
            for (std::uint32_t i = 109; i < table_sectors_; ++i) append_number(list, i, 4);
            while (list.size() < sector_size() - 4) append_number(list, k_free, 4);
            append_number(list, k_end, 4);
            more_tables_ = append_chain(list);
        }
        append_streams();
        std::string table;
        for (const std::uint32_t next : next_) append_number(table, next, 4);
        while (table.size() < table_sectors_ * sector_size()) append_number(table, k_free, 4);
        for (std::size_t i = 0; i < table_sectors_; ++i) {
            sectors_[i] = table.substr(i * sector_size(), sector_size());
        }
    }

    void append_streams() {
        std::string mini;
        std::string mini_next;
        std::string entries;
        directory_ = append_chain(std::string((streams_.size() * 2 + 1) * 128, '\0'));
        first_sectors_.clear();
        for (const Stream& stream : streams_) {
            if (stream.content.size() >= k_cutoff) {
                first_sectors_.push_back(append_chain(stream.content));
                continue;
            }
            first_sectors_.push_back(static_cast<std::uint32_t>(mini.size() / 64));
            for (std::size_t at = 0; at < stream.content.size(); at += 64) {
                mini += stream.content.substr(at, 64);
                mini.resize((mini.size() + 63) / 64 * 64);
                const bool last = at + 64 >= stream.content.size();
                append_number(mini_next, last ? k_end : mini.size() / 64, 4);
            }
        }
        mini_table_ = append_chain(mini_next);
        append_entry(entries, "Root Entry", 5, streams_.empty() ? k_free : 1, append_chain(mini),
                     mini.size());
        append_entries(entries);
        entries.resize((entries.size() + sector_size() - 1) / sector_size() * sector_size());
        for (std::size_t i = 0; i * sector_size() < entries.size(); ++i) {
            sectors_[directory_ + i] = entries.substr(i * sector_size(), sector_size());
        }
    }

    /// Each stream of the root has the next one as its right neighbour. Folders stand behind.
    void append_entries(std::string& entries) {
        for (std::size_t i = 0; i < streams_.size(); ++i) {
            const Stream& stream = streams_[i];
            const std::size_t slash = stream.path.find('/');
            const bool nested = slash != std::string::npos;
            const std::size_t next = i + 1 < streams_.size() ? i + 2 : k_free;
            const std::size_t folder = streams_.size() + 1 + i;
            append_entry(entries, nested ? stream.path.substr(0, slash) : stream.path,
                         nested ? 1 : 2, nested ? folder : k_free, nested ? 0 : first_sectors_[i],
                         nested ? 0 : stream.content.size(), next);
        }
        for (std::size_t i = 0; i < streams_.size(); ++i) {
            const Stream& stream = streams_[i];
            const std::size_t slash = stream.path.find('/');
            if (slash == std::string::npos) {
                entries.append(128, '\0');
            } else {
                append_entry(entries, stream.path.substr(slash + 1), 2, k_free, first_sectors_[i],
                             stream.content.size());
            }
        }
    }

    static void append_entry(std::string& out, const std::string& name, int type,
                             std::uint64_t child, std::uint64_t first, std::uint64_t size,
                             std::uint64_t right = k_free) {
        const std::size_t begin = out.size();
        out += wide(name);
        out.resize(begin + 64);
        append_number(out, name.size() * 2 + 2, 2);
        append_number(out, static_cast<unsigned>(type), 1);
        append_number(out, 1, 1);
        append_number(out, k_free, 4);
        append_number(out, right, 4);
        append_number(out, child, 4);
        out.append(36, '\0');
        append_number(out, first, 4);
        append_number(out, size, 8);
    }

    unsigned shift_{};
    std::vector<Stream> streams_{};
    std::vector<std::string> sectors_{};
    std::vector<std::uint32_t> next_{};
    std::vector<std::uint32_t> first_sectors_{};
    std::uint32_t table_sectors_{};
    std::uint32_t directory_{};
    std::uint32_t mini_table_{};
    std::uint32_t more_tables_{};
};

}  // namespace tidytracker::testing
