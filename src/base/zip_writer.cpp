// SPDX-License-Identifier: Apache-2.0
#include "base/zip_writer.hpp"

#include <cstdint>
#include <limits>
#include <vector>

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

#include "base/archive.hpp"

namespace tidytracker {
namespace {

constexpr std::uint32_t k_local_signature = 0x04034B50;
constexpr std::uint32_t k_central_signature = 0x02014B50;
constexpr std::uint32_t k_end_signature = 0x06054B50;
constexpr std::uint16_t k_version = 20;
constexpr std::uint32_t k_first_day = 0x00210000;  // time 0, 1 January 1980

void append(std::uint16_t number, std::string& out) {
    out += static_cast<char>(number & 0xFFU);
    out += static_cast<char>(number >> 8U);
}

void append(std::uint32_t number, std::string& out) {
    append(static_cast<std::uint16_t>(number & 0xFFFFU), out);
    append(static_cast<std::uint16_t>(number >> 16U), out);
}

/// What the local header and the directory say alike.
struct Entry {
    std::uint16_t method{};
    std::uint32_t crc{};
    std::uint32_t packed{};
    std::uint32_t size{};
    std::string_view name{};
};

void append_entry(const Entry& entry, std::string& out) {
    append(k_version, out);
    append(std::uint16_t{0}, out);  // flags
    append(entry.method, out);
    append(k_first_day, out);
    append(entry.crc, out);
    append(entry.packed, out);
    append(entry.size, out);
    append(static_cast<std::uint16_t>(entry.name.size()), out);
    append(std::uint16_t{0}, out);  // extra field
}

}  // namespace

ZipWriter::ZipWriter() = default;
ZipWriter::~ZipWriter() = default;

std::string_view ZipWriter::deflated(std::string_view bytes) {
    // Room is never given back: fresh memory costs more than the compressing of a small entry.
    work_.resize(ISAL_DEF_LVL1_DEFAULT);
    if (packed_.size() < bytes.size()) packed_.resize(bytes.size());
    // The library takes what it only reads through a pointer to what it could write.
    unpacked_.assign(bytes);
    if (!stream_) stream_ = std::make_unique<isal_zstream>();
    isal_deflate_stateless_init(stream_.get());
    stream_->level = 1;
    stream_->level_buf = work_.data();
    stream_->level_buf_size = static_cast<std::uint32_t>(work_.size());
    stream_->end_of_stream = 1;
    stream_->next_in = reinterpret_cast<std::uint8_t*>(unpacked_.data());
    stream_->avail_in = static_cast<std::uint32_t>(unpacked_.size());
    stream_->next_out = reinterpret_cast<std::uint8_t*>(packed_.data());
    stream_->avail_out = static_cast<std::uint32_t>(bytes.size());
    if (isal_deflate_stateless(stream_.get()) != COMP_OK) return {};
    return std::string_view(packed_).substr(0, stream_->total_out);
}

void ZipWriter::add(std::string_view name, std::string_view bytes) {
    constexpr std::size_t k_most_to_deflate = std::numeric_limits<std::uint32_t>::max();
    put(name, bytes, bytes.size() > k_most_to_deflate ? std::string_view() : deflated(bytes));
}

void ZipWriter::add_stored(std::string_view name, std::string_view bytes) {
    put(name, bytes, {});
}

void ZipWriter::put(std::string_view name, std::string_view bytes, std::string_view packed) {
    constexpr std::size_t k_most = std::numeric_limits<std::uint32_t>::max();
    constexpr std::size_t k_head = 128;
    too_large_ = too_large_ || bytes.size() > k_most ||
                 out_.size() + bytes.size() + name.size() + k_head > k_most;
    if (too_large_) return;
    const std::string_view body = packed.empty() ? bytes : packed;
    const Entry entry{.method = packed.empty() ? k_stored : k_deflated,
                      .crc = crc32_gzip_refl(
                          0, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()),
                      .packed = static_cast<std::uint32_t>(body.size()),
                      .size = static_cast<std::uint32_t>(bytes.size()),
                      .name = name};
    const auto offset = static_cast<std::uint32_t>(out_.size());
    append(k_local_signature, out_);
    append_entry(entry, out_);
    out_ += name;
    out_ += body;

    append(k_central_signature, directory_);
    append(k_version, directory_);  // made by
    append_entry(entry, directory_);
    append(std::uint16_t{0}, directory_);  // comment
    append(std::uint16_t{0}, directory_);  // disk
    append(std::uint16_t{0}, directory_);  // internal attributes
    append(std::uint32_t{0}, directory_);  // external attributes
    append(offset, directory_);
    directory_ += name;
    ++entries_;
}

Result<std::string> ZipWriter::finish() {
    constexpr std::size_t k_most = std::numeric_limits<std::uint32_t>::max();
    if (too_large_ || entries_ > std::numeric_limits<std::uint16_t>::max() ||
        out_.size() + directory_.size() > k_most) {
        return fail(ErrorKind::too_large, "the file would be larger than 4 GiB");
    }
    const auto offset = static_cast<std::uint32_t>(out_.size());
    const auto count = static_cast<std::uint16_t>(entries_);
    out_ += directory_;
    append(k_end_signature, out_);
    append(std::uint16_t{0}, out_);  // this disk
    append(std::uint16_t{0}, out_);  // disk of the directory
    append(count, out_);
    append(count, out_);
    append(static_cast<std::uint32_t>(directory_.size()), out_);
    append(offset, out_);
    append(std::uint16_t{0}, out_);  // comment
    return std::move(out_);
}

}  // namespace tidytracker
