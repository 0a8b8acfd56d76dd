// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/finding.hpp>
#include <tidytracker/result.hpp>
#include <tidytracker/settings.hpp>
#include <tidytracker/workbook.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace tidytracker {

/// A file's bytes and its name. The name serves messages and is a hint where content says nothing.
struct Input {
    std::string_view name{};
    std::string_view bytes{};
};

/// Takes a row, counted from 0, and its texts from column A on.
using TakeRow = std::function<Result<void>(std::uint32_t row, std::span<const std::string_view>)>;

/// A format that can be read. A reader knows no trackers: it returns what the file says.
struct Reader {
    std::string_view name{};         ///< "xlsx"; the value of --from
    std::string_view description{};  ///< for the list of formats
    /// How sure the content is of this format: 0 (is not) to 100 (cannot be another).
    int (*confidence)(const Input&){};
    Result<Workbook> (*read)(const Input&, const ReadOptions&, Findings&){};
    /// The same row by row; null where a document can only be read as a whole.
    Result<void> (*read_rows)(const Input&, const ReadOptions&, const TakeRow&, Findings&){};
};

/// All readers.
[[nodiscard]] std::span<const Reader> all_readers();

/// Recognises the format by content and reads the whole document. What can be read of a damaged
/// file is returned, with a finding that says what is missing.
[[nodiscard]] Result<Workbook> read(const Input& input, const ReadOptions& options,
                                    Findings& findings);

/// Hands over the rows of a file of delimited text one by one, so that its cells need not fit
/// into the memory, nor into the budget of cells. False for a document of another format, which has
/// to be read as a whole. An error may come after the first rows.
[[nodiscard]] Result<bool> read_rows(const Input& input, const ReadOptions& options,
                                     const TakeRow& take, Findings& findings);

}  // namespace tidytracker
