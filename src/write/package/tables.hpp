// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// A register as related tables, for data packages and data bases: their columns and keys as data,
// and their rows.
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

/// Takes the values of a table's rows: row after row, each in the order of the columns, valid
/// UTF-8.
class PackageRows {
  public:
    PackageRows() = default;
    virtual ~PackageRows() = default;
    PackageRows(const PackageRows&) = delete;
    PackageRows& operator=(const PackageRows&) = delete;
    PackageRows(PackageRows&&) = delete;
    PackageRows& operator=(PackageRows&&) = delete;

    PackageRows& put(std::string_view text);
    PackageRows& put(std::size_t number) { return put(std::to_string(number)); }

  protected:
    virtual void take(std::string_view text) = 0;
};

struct PackageTable {
    std::string_view name{};
    std::string_view about{};
    std::vector<PackageColumn> columns{};
    std::vector<std::string_view> key{};
    std::vector<PackageReference> references{};
    void (*fill)(const Document& document, PackageRows& rows){};
};

/// All tables of a register; a table comes after those that it refers to.
[[nodiscard]] std::vector<PackageTable> package_tables();

}  // namespace tidytracker
