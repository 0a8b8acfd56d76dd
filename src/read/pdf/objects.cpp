// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/objects.hpp"

#include <stdexcept>
#include <utility>

#include <qpdf/Pipeline.hh>

namespace tidytracker::pdf {
namespace {

// Shares of the bytes that a file may unpack to: of 1 GiB, 64 MiB for a stream, 256 MiB for all,
// 16 MiB for the maps of fonts. What the largest share costs to unpack and to interpret stays
// below five seconds; the content and fonts of a report of a thousand pages take some 30 MiB.
constexpr std::uint64_t k_stream_share = 16;
constexpr std::uint64_t k_document_share = 4;
constexpr std::uint64_t k_map_share = 64;

/// Gathers what a filter yields. qpdf catches the exception that stops it.
class Gatherer : public Pipeline {
  public:
    Gatherer(Streams& streams, std::string& out)
        : Pipeline("gather", nullptr), streams_(streams), out_(out) {}
    void write(unsigned char const* data, std::size_t length) override {
        out_.append(reinterpret_cast<const char*>(data), length);
        // Some filters yield byte by byte; the clock that booking looks at costs more than those.
        if (out_.size() - booked_ >= k_booked_at_once) book();
    }
    void finish() override { book(); }

  private:
    static constexpr std::size_t k_booked_at_once = 65'536;

    void book() {
        const std::size_t unbooked = out_.size() - std::exchange(booked_, out_.size());
        if (!streams_.book(unbooked, out_.size())) throw std::runtime_error("stream too long");
    }

    Streams& streams_;
    std::string& out_;
    std::size_t booked_{};
};

}  // namespace

QPDFObjectHandle entry(const QPDFObjectHandle& object, const char* key) {
    QPDFObjectHandle from = object;
    if (from.isStream()) from = from.getDict();
    return from.isDictionary() ? from.getKey(key) : QPDFObjectHandle::newNull();
}

double number_of(const QPDFObjectHandle& object, double otherwise) {
    QPDFObjectHandle from = object;
    return from.isNumber() ? from.getNumericValue() : otherwise;
}

int integer_of(const QPDFObjectHandle& object, int otherwise) {
    QPDFObjectHandle from = object;
    if (!from.isNumber()) return otherwise;
    const double value = from.getNumericValue();
    return value > -1e9 && value < 1e9 ? static_cast<int>(value) : otherwise;
}

std::string name_of(const QPDFObjectHandle& object) {
    QPDFObjectHandle from = object;
    if (!from.isName()) return {};
    std::string name = from.getName();
    return name.empty() ? name : name.substr(1);
}

std::optional<Box> box_of(const QPDFObjectHandle& object) {
    QPDFObjectHandle from = object;
    if (!from.isArray() || from.getArrayNItems() != 4) return std::nullopt;
    std::array<double, 4> v{};
    for (int i = 0; i < 4; ++i) {
        v[static_cast<std::size_t>(i)] = number_of(from.getArrayItem(i), 0);
    }
    return Box{std::min(v[0], v[2]), std::min(v[1], v[3]), std::max(v[0], v[2]),
               std::max(v[1], v[3])};
}

Matrix matrix_of(const QPDFObjectHandle& object) {
    QPDFObjectHandle from = object;
    if (!from.isArray() || from.getArrayNItems() != 6) return {};
    std::array<double, 6> v{};
    for (int i = 0; i < 6; ++i) {
        v[static_cast<std::size_t>(i)] = number_of(from.getArrayItem(i), 0);
    }
    return {v[0], v[1], v[2], v[3], v[4], v[5]};
}

std::uint64_t identity_of(const QPDFObjectHandle& object) {
    if (!object.isIndirect()) return 0;
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(object.getObjectID())) << 16U) |
           static_cast<std::uint64_t>(static_cast<std::uint32_t>(object.getGeneration()) & 0xFFFFU);
}

std::string Streams::read(QPDFObjectHandle object) {
    std::string out;
    if (!object.isStream() || error_) return out;
    Gatherer gatherer(*this, out);
    bool filtered = false;
    const bool whole =
        object.pipeStreamData(&gatherer, &filtered, 0, qpdf_dl_specialized, true, true);
    if (!whole) ++broken_;
    return out;
}

std::string Streams::read_map(const QPDFObjectHandle& object) {
    std::string map = read(object);
    maps_ += map.size();
    const std::uint64_t most = budget_.share(k_map_share);
    if (maps_ <= most) return map;
    if (!error_) error_ = Budget::over_share("has maps of characters of", most);
    return {};
}

bool Streams::book(std::uint64_t bytes, std::uint64_t in_all) {
    if (error_) return false;
    unpacked_ += bytes;
    const std::uint64_t longest = budget_.share(k_stream_share);
    const std::uint64_t most = budget_.share(k_document_share);
    if (const Result<void> taken = budget_.take_inflated(bytes); !taken) {
        error_ = taken.error();
    } else if (in_all > longest) {
        error_ = Budget::over_share("has a stream that unpacks to", longest);
    } else if (unpacked_ > most) {
        error_ = Budget::over_share("unpacks to", most);
    }
    return !error_;
}

}  // namespace tidytracker::pdf
