// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>
#include <tidytracker/result.hpp>
#include <tidytracker/write.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

// The tables of a data package: their columns and keys as data, and their rows as CSV.
namespace tidytracker {

/// A column of a table of the package.
struct PackageColumn {
    std::string_view name{};
    std::string_view type{"string"};  ///< of Table Schema
    std::string_view about{};
    std::span<const std::string_view> words{};  ///< its only values; an empty one means none
    bool required{};
};

/// A column whose values are found in a column of another table.
struct PackageReference {
    std::string_view column{};
    std::string_view table{};
};

struct PackageTable {
    std::string_view name{};
    std::string_view about{};
    std::vector<PackageColumn> columns{};
    std::vector<std::string_view> key{};
    std::vector<PackageReference> references{};
    std::string bytes{};
};

/// All tables of the register.
[[nodiscard]] Result<std::vector<PackageTable>> package_tables(const Document& document,
                                                               const WriteOptions& options);

}  // namespace tidytracker
