// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/table.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

// References that stand in front of the text instead of in a column of their own.
namespace tidytracker {

struct OpeningRef {
    std::string_view printed{};  ///< with the mark behind it: "1.", "R4:"
    std::size_t length{};        ///< bytes up to the text
};

/// "1.2 Translate ...", "3. Stop ...", "(b) Publish ...", "R4: Report ...". Nothing where a figure
/// belongs to the sentence ("12 laptops are missing").
[[nodiscard]] std::optional<OpeningRef> opening_ref(std::string_view text);

/// Do nearly all texts of the columns open with a reference, each with another one?
[[nodiscard]] bool is_numbered(const Table& table, std::span<const std::size_t> columns);

}  // namespace tidytracker
