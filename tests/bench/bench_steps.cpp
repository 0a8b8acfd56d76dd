// SPDX-License-Identifier: Apache-2.0
//
// What single steps cost, without files and processes around them.
#include <tidytracker/number_format.hpp>

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

}  // namespace
}  // namespace tidytracker::bench

BENCHMARK_MAIN();
