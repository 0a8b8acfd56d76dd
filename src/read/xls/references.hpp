// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "read/excel/references.hpp"
#include "read/xls/records.hpp"
#include "read/xls/text.hpp"

namespace tidytracker::biff {

/// Collects what formulas of BIFF8 refer to by number: SUPBOOK, EXTERNSHEET and LBL records
/// ([MS-XLS] 2.4.271, 2.4.105, 2.4.150).
class ReferenceRecords {
  public:
    explicit ReferenceRecords(const TextReader& text) : text_(text) {}

    /// Sheets of every kind count, in the order of their tabs.
    void add_sheet(const std::string& name) { sheets_.push_back(name); }
    void take(const Record& record);
    [[nodiscard]] const excel::References& references() const { return references_; }

  private:
    void take_external_sheets(std::string_view body);
    void take_name(std::string_view body);

    const TextReader& text_;
    std::vector<std::string> sheets_{};
    std::vector<bool> own_books_{};  ///< by number: is it this workbook?
    excel::References references_{};
};

}  // namespace tidytracker::biff
