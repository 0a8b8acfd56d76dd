// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tidytracker {

/// The two day counts of spreadsheets: day 1 is 1 January 1900 (with a 29 February 1900 that never
/// was), or day 0 is 1 January 1904. Source: ECMA-376 part 1, 18.17.4.1.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

/// A compiled number format code ("dd/mm/yyyy", "0.0%", "General"), which prints numbers as Excel
/// shows them. Source: ECMA-376 part 1, 18.8.30 and 18.8.31.
class NumberFormat {
  public:
    /// General.
    NumberFormat();
    /// Compiles a code; one that cannot be understood prints as General.
    explicit NumberFormat(std::string_view code);
    ~NumberFormat();
    NumberFormat(NumberFormat&&) noexcept;
    NumberFormat& operator=(NumberFormat&&) noexcept;
    NumberFormat(const NumberFormat&);
    NumberFormat& operator=(const NumberFormat&);

    /// The code of a built-in format id of SpreadsheetML and BIFF; "General" for an unknown id.
    [[nodiscard]] static std::string_view built_in(unsigned id);

    /// Appends `value` as displayed to `out`.
    void append(double value, DateSystem system, std::string& out) const;
    /// Appends a text value as displayed: the fourth section of the code applies.
    void append(std::string_view text, std::string& out) const;

    /// Does the code show a calendar day (d, m or y; not just a time or an elapsed time)?
    [[nodiscard]] bool shows_day() const;
    /// Does the code show a time of day or an elapsed time?
    [[nodiscard]] bool shows_time() const;
    [[nodiscard]] std::string_view code() const;

  private:
    struct Program;
    std::shared_ptr<const Program> program_;
};

}  // namespace tidytracker
