// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/budget.hpp"
#include "read/pdf/geometry.hpp"
#include "read/pdf/qpdf.hpp"

// Reading objects of a PDF file whose types are whatever the file says: each of these answers with
// nothing, or with what the caller takes instead, where the object is of another type.
namespace tidytracker::pdf {

/// The value of a key; null if the object is no dictionary or stream, or lacks the key.
[[nodiscard]] QPDFObjectHandle entry(const QPDFObjectHandle& object, const char* key);
[[nodiscard]] double number_of(const QPDFObjectHandle& object, double otherwise);
[[nodiscard]] int integer_of(const QPDFObjectHandle& object, int otherwise);
/// Without its slash; empty if it is no name.
[[nodiscard]] std::string name_of(const QPDFObjectHandle& object);
/// An array of four numbers, in any order of corners.
[[nodiscard]] std::optional<Box> box_of(const QPDFObjectHandle& object);
/// An array of six numbers; the identity otherwise.
[[nodiscard]] Matrix matrix_of(const QPDFObjectHandle& object);
/// What tells indirect objects apart; 0 for direct ones.
[[nodiscard]] std::uint64_t identity_of(const QPDFObjectHandle& object);

/// Unpacks streams within a budget. Streams are cut off where the budget, or what one stream may
/// hold, ends: the error says so once all is read. Images are never unpacked, so that a document
/// comes nowhere near.
class Streams {
  public:
    explicit Streams(Budget& budget) : budget_(budget) {}
    /// What could be unpacked; empty if the object is no stream.
    [[nodiscard]] std::string read(QPDFObjectHandle object);
    /// The same for the map of a font, which stays and takes many times the memory of its text.
    [[nodiscard]] std::string read_map(const QPDFObjectHandle& object);
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }
    /// How many of those that were read could not be unpacked to their end.
    [[nodiscard]] std::size_t broken() const { return broken_; }
    /// Books bytes of a stream that has so many in all. False once the budget is used up.
    bool book(std::uint64_t bytes, std::uint64_t in_all);

  private:
    Budget& budget_;
    std::uint64_t unpacked_{};
    std::uint64_t maps_{};
    std::optional<Error> error_{};
    std::size_t broken_{};
};

}  // namespace tidytracker::pdf
