// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// Invented rows of an action tracker, the same for the same seed on every machine.
namespace tidytracker::bench {

enum class ColumnKind : std::uint8_t { text, date };

struct Column {
    std::string_view caption{};
    ColumnKind kind{};
    double width{};
};

constexpr std::array k_columns{
    Column{"Ref", ColumnKind::text, 10},      Column{"Meeting date", ColumnKind::date, 13},
    Column{"Item", ColumnKind::text, 24},     Column{"Action", ColumnKind::text, 60},
    Column{"Lead", ColumnKind::text, 22},     Column{"Support", ColumnKind::text, 22},
    Column{"Raised", ColumnKind::date, 13},   Column{"Due", ColumnKind::date, 13},
    Column{"Status", ColumnKind::text, 12},   Column{"RAG", ColumnKind::text, 8},
    Column{"Priority", ColumnKind::text, 10}, Column{"Progress", ColumnKind::text, 80},
};

/// The text of each column; a date is its day number in the 1900 system.
struct Row {
    std::array<std::string, k_columns.size()> texts{};
    std::array<int, k_columns.size()> days{};
};

class Content {
  public:
    explicit Content(std::uint32_t seed) : random_(seed) {}
    [[nodiscard]] Row next();

  private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    std::string_view pick(const std::vector<std::string_view>& choices) {
        return choices[below(choices.size())];
    }
    std::string person();
    std::string clause();
    std::string action();
    std::string progress(int from);

    /// The standard fixes the numbers of this engine, but not those of the distributions.
    std::mt19937 random_;
    int rows_{};
};

/// "dd/mm/yyyy" of a day number.
[[nodiscard]] std::string day_text(int day);

}  // namespace tidytracker::bench
