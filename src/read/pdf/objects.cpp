// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/objects.hpp"

#include <stdexcept>

#include <qpdf/Pipeline.hh>

namespace tidytracker::pdf {
namespace {

/// No page's content and no font of a tracker comes near.
constexpr std::size_t k_longest_stream = std::size_t{64} << 20U;

/// Gathers what a filter yields. qpdf catches the exception that stops it.
class Gatherer : public Pipeline {
  public:
    Gatherer(Streams& streams, std::string& out)
        : Pipeline("gather", nullptr), streams_(streams), out_(out) {}
    void write(unsigned char const* data, std::size_t length) override {
        if (out_.size() + length > k_longest_stream || !streams_.book(length)) {
            throw std::runtime_error("stream too long");
        }
        out_.append(reinterpret_cast<const char*>(data), length);
    }
    void finish() override {}

  private:
    Streams& streams_;
    std::string& out_;
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

bool Streams::book(std::uint64_t bytes) {
    if (error_) return false;
    if (const Result<void> taken = budget_.take_inflated(bytes); !taken) error_ = taken.error();
    return !error_;
}

}  // namespace tidytracker::pdf
