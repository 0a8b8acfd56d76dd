// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/object_streams.hpp"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <stdexcept>

#include <fmt/format.h>
#include <qpdf/Pipeline.hh>
#include <qpdf/Pl_Flate.hh>

namespace tidytracker::pdf {
namespace {

constexpr std::size_t k_largest_unpacked = std::size_t{48} << 20U;
/// Deflate shrinks to a thousandth at the best: less than this cannot become too much.
constexpr std::size_t k_least_packed = k_largest_unpacked / 1100;
/// A stream's dictionary stands right before it.
constexpr std::size_t k_dictionary_window = 512;

/// Counts what is unpacked, and stops where it is too much.
class Counter : public Pipeline {
  public:
    Counter() : Pipeline("count", nullptr) {}
    void write(unsigned char const*, std::size_t length) override {
        count_ += length;
        if (is_over()) throw std::length_error("too much");
    }
    void finish() override {}
    [[nodiscard]] bool is_over() const { return count_ > k_largest_unpacked; }

  private:
    std::size_t count_{};
};

bool unpacks_to_too_much(std::string_view packed) {
    Counter counter;
    try {
        Pl_Flate inflate("inflate", &counter, Pl_Flate::a_inflate);
        inflate.write(reinterpret_cast<unsigned char const*>(packed.data()), packed.size());
        inflate.finish();
    } catch (const std::exception&) {
        // Damaged or encrypted streams end here, too.
        return counter.is_over();
    }
    return counter.is_over();
}

/// Names may be spelt with codes ("/Obj#53tm"): whatever has codes is looked at.
bool may_hold_objects(std::string_view dictionary) {
    return std::ranges::any_of(std::initializer_list<std::string_view>{"ObjStm", "XRef", "#"},
                               [dictionary](std::string_view word) {
                                   return dictionary.find(word) != std::string_view::npos;
                               });
}

}  // namespace

Result<void> check_object_streams(std::string_view bytes) {
    constexpr std::string_view k_stream = "stream";
    constexpr std::string_view k_end = "endstream";
    for (std::size_t at = bytes.find(k_stream); at != std::string_view::npos;
         at = bytes.find(k_stream, at)) {
        std::size_t start = at + k_stream.size();
        while (start < bytes.size() && (bytes[start] == '\r' || bytes[start] == '\n')) ++start;
        const std::size_t window = std::min(at, k_dictionary_window);
        const std::size_t end = std::min(bytes.find(k_end, start), bytes.size());
        at = end == bytes.size() ? end : end + k_end.size();
        if (end - start < k_least_packed) continue;
        if (!may_hold_objects(bytes.substr(start - window, window))) continue;
        if (unpacks_to_too_much(bytes.substr(start, end - start))) {
            return fail(
                ErrorKind::too_large,
                fmt::format("a part of the file unpacks to more than {} bytes", k_largest_unpacked),
                "no document needs that: get the file from a source that you trust");
        }
    }
    return {};
}

}  // namespace tidytracker::pdf
