// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tidytracker {

/// A JSON value with its place in the text.
struct JsonValue {
    enum class Kind : std::uint8_t { null, boolean, number, string, array, object };
    std::string key{};   ///< of a member of an object
    std::string text{};  ///< Kind::string, and the digits of a number
    std::vector<JsonValue> children{};
    std::size_t offset{};  ///< just behind the value's first token
    Kind kind{Kind::null};
    bool truth{};  ///< Kind::boolean
};

/// Called with each element of the arrays that are members of the root object. Returns false to
/// stop.
using JsonSink = std::function<bool(std::string_view member, const JsonValue& element)>;

/// Parses JSON of which the root is an object. Elements of the root's arrays go to `sink` one at a
/// time, and the returned object holds those arrays empty: a document of a million records needs
/// no more memory than its largest record. When the sink stops, what was read so far is returned.
/// Errors: unreadable with line and column; more than 64 levels, or a million values in one
/// element, are refused.
[[nodiscard]] Result<JsonValue> parse_json(std::string_view text, const JsonSink& sink);

/// "line 3, column 14" of an offset; columns count bytes.
[[nodiscard]] std::string line_and_column(std::string_view text, std::size_t offset);

}  // namespace tidytracker
