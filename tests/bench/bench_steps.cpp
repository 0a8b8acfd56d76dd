// SPDX-License-Identifier: Apache-2.0
//
// What single steps cost, without files and processes around them.
#include <tidytracker/normalise.hpp>
#include <tidytracker/number_format.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "content.hpp"

namespace tidytracker::bench {
namespace {

constexpr std::size_t k_cells = 1000;

/// Day numbers, sums of money and measured values, in which numbers differ in what they cost.
double whole_number(std::size_t index) {
    return 43831 + static_cast<double>(index * 7);
}
double hundredths(std::size_t index) {
    return static_cast<double>(index * 7919) / 100;
}
double many_digits(std::size_t index) {
    return static_cast<double>(index * 7919 + 1) / 777;
}

void print_numbers(benchmark::State& state, std::string_view code, double (*number)(std::size_t)) {
    std::vector<double> values;
    for (std::size_t index = 0; index < k_cells; ++index) values.push_back(number(index));
    const NumberFormat format(code);
    std::string out;
    while (state.KeepRunning()) {
        out.clear();
        for (const double value : values) format.append(value, DateSystem::from_1900, out);
        benchmark::DoNotOptimize(out.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(k_cells));
}

BENCHMARK_CAPTURE(print_numbers, general_whole, "General", whole_number);
BENCHMARK_CAPTURE(print_numbers, general_hundredths, "General", hundredths);
BENCHMARK_CAPTURE(print_numbers, general_many_digits, "General", many_digits);
BENCHMARK_CAPTURE(print_numbers, integer, "0", whole_number);
BENCHMARK_CAPTURE(print_numbers, two_places, "0.00", hundredths);
BENCHMARK_CAPTURE(print_numbers, money, "#,##0.00", many_digits);
BENCHMARK_CAPTURE(print_numbers, percent, "0.0%", many_digits);
BENCHMARK_CAPTURE(print_numbers, scientific, "0.00E+00", many_digits);
BENCHMARK_CAPTURE(print_numbers, fraction, "# ?/?", hundredths);
BENCHMARK_CAPTURE(print_numbers, day, "dd/mm/yyyy", whole_number);
BENCHMARK_CAPTURE(print_numbers, day_and_time, "dd/mm/yyyy hh:mm:ss", hundredths);

void compile_format(benchmark::State& state) {
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(
            NumberFormat("_-[$\xC2\xA3-809]* #,##0.00_-;-[$\xC2\xA3-809]* #,##0.00_-;_-@_-"));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(compile_format);

/// Actions and progress notes, with typographic quotes in every fourth as office programs set them.
std::vector<std::string> long_texts() {
    Content content(1);
    std::vector<std::string> texts;
    for (std::size_t index = 0; index < k_cells; ++index) {
        const Row row = content.next();
        texts.push_back(row.texts[3] + "\n" + row.texts[11]);
        if (index % 4 == 0) {
            texts.back() +=
                " \xE2\x80\x9C"
                "noted\xE2\x80\x9D";
        }
    }
    return texts;
}

void map_texts(benchmark::State& state, std::string (*function)(std::string_view)) {
    const std::vector<std::string> texts = long_texts();
    std::size_t bytes = 0;
    for (const std::string& text : texts) bytes += text.size();
    while (state.KeepRunning()) {
        for (const std::string& text : texts) benchmark::DoNotOptimize(function(text));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

BENCHMARK_CAPTURE(map_texts, squeeze, squeeze);
BENCHMARK_CAPTURE(map_texts, squeeze_lines, squeeze_lines);
BENCHMARK_CAPTURE(map_texts, fold, fold);
BENCHMARK_CAPTURE(map_texts, compose, compose);
BENCHMARK_CAPTURE(map_texts, repair_utf8, repair_utf8);

// The dates and leads of trackers, plain and odd ones in the order of how often they occur.
constexpr auto k_date_cells = std::to_array<std::string_view>({"31/03/2024",
                                                               "14/05/24",
                                                               "2024-06-30",
                                                               "30 June 2024",
                                                               "March 2024",
                                                               "TBC",
                                                               "Ongoing",
                                                               "12/09/2024",
                                                               "30 Sept",
                                                               "Autumn 2024",
                                                               "Q3 2024/25",
                                                               "end of May 2024",
                                                               "w/c 16 September",
                                                               "01/10/2024",
                                                               "Next meeting",
                                                               "by 31 December 2024",
                                                               "45382",
                                                               "30/06/24 (was 31/03/24)",
                                                               "see the minutes",
                                                               "ASAP"});
constexpr auto k_lead_cells = std::to_array<std::string_view>(
    {"Ada Birch", "Col Drew / Eve Fox", "Town Clerk", "Ada Birch, Wexbury Council",
     "Director of Public Health", "Cllrs Osei, Brand and Park", "TBC", "MAB ICB",
     "Health and Safety Team", "Dr Ines Park (NHSW)"});

/// One item is a million cells, so that the time of an iteration is what the aim names.
template <class Cells, class Read>
void read_cells(benchmark::State& state, const Cells& cells, Read read) {
    constexpr std::size_t k_million = 1'000'000;
    while (state.KeepRunning()) {
        for (std::size_t index = 0; index < k_million; ++index) read(cells[index % cells.size()]);
    }
}

void read_a_million_dates(benchmark::State& state) {
    const DateContext context{.reference = "2024-02-15"};
    read_cells(state, k_date_cells, [&context](std::string_view text) {
        benchmark::DoNotOptimize(parse_when(text, context));
    });
}
void read_a_million_leads(benchmark::State& state) {
    read_cells(state, k_lead_cells,
               [](std::string_view text) { benchmark::DoNotOptimize(parse_parties(text)); });
}
BENCHMARK(read_a_million_dates)->Unit(benchmark::kMillisecond);
BENCHMARK(read_a_million_leads)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace tidytracker::bench

BENCHMARK_MAIN();
