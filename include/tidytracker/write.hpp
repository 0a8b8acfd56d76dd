// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/difference.hpp>
#include <tidytracker/document.hpp>
#include <tidytracker/reading.hpp>
#include <tidytracker/result.hpp>
#include <tidytracker/summary.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tidytracker {

struct WriteOptions {
    bool byte_order_mark{};    ///< CSV: --bom
    bool raw_cells{};          ///< CSV: do not neutralise formulas (--raw-cells)
    bool readable_captions{};  ///< CSV: captions for people instead of field names (--captions)
    /// HTML: how the document's sources were read. A source that is not here is not shown.
    std::span<const SourceReading> sources{};
};

/// A format that can be written. `render` returns the bytes of the whole file.
struct Writer {
    std::string_view name{};    ///< "xlsx"; the value of --to
    std::string_view suffix{};  ///< ".xlsx"
    std::string_view description{};
    bool binary{};  ///< not to be printed on a terminal
    Result<std::string> (*render)(const Document&, const WriteOptions&){};
};

[[nodiscard]] std::span<const Writer> all_writers();
[[nodiscard]] const Writer* writer_by_name(std::string_view name);
/// By the suffix of a path, any case.
[[nodiscard]] const Writer* writer_by_suffix(std::string_view path);

/// A blank workbook with the register's columns, drop-down lists and a page of guidance.
[[nodiscard]] Result<std::string> render_template();

/// A workbook of what two versions differ in: a row for each change, and the newer version with its
/// changes marked.
[[nodiscard]] Result<std::string> render_difference(const Document& before, const Document& after,
                                                    const Difference& difference);

/// A workbook of a register's figures.
[[nodiscard]] Result<std::string> render_summary(const Summary& summary, const Document& document);

}  // namespace tidytracker
