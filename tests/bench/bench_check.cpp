// SPDX-License-Identifier: Apache-2.0
//
// What checking costs: all rules over a tracker of 200,000 actions that was read before.
#include <tidytracker/pipeline.hpp>
#include <tidytracker/validate.hpp>

#include <string>

#include <benchmark/benchmark.h>

#include "base/csv_cell.hpp"
#include "content.hpp"

namespace tidytracker::bench {
namespace {

constexpr std::size_t k_records = 200'000;

/// A tracker as CSV; every thousandth action is entered twice.
std::string tracker_text() {
    Content content(1);
    std::string out;
    for (const Column& column : k_columns) {
        append_csv_cell(column.caption, out);
        out += &column == &k_columns.back() ? "\n" : ",";
    }
    std::string last;
    for (std::size_t row = 0; row < k_records; ++row) {
        std::string line;
        const Row cells = content.next();
        for (std::size_t i = 0; i < k_columns.size(); ++i) {
            const bool date = k_columns[i].kind == ColumnKind::date;
            append_csv_cell(date ? day_text(cells.days[i]) : cells.texts[i], line);
            line += i + 1 < k_columns.size() ? "," : "\n";
        }
        out += row % 1000 == 1 ? last : line;
        last = std::move(line);
    }
    return out;
}

/// Read once, when a benchmark first asks for it.
const Conversion& tracker() {
    static const Conversion conversion = [] {
        const std::string text = tracker_text();
        const Instructions instructions{.as_of = "2024-06-30"};
        Conversion built;
        Findings findings;
        auto reading = inspect({.name = "log.csv", .bytes = text}, {}, instructions, findings);
        if (reading) add_source(built, std::move(*reading), instructions, std::move(findings));
        finish(built, instructions);
        return built;
    }();
    return conversion;
}

void check_all(benchmark::State& state) {
    const Conversion& conversion = tracker();
    const RuleSet rules;
    std::size_t found = 0;
    while (state.KeepRunning()) {
        Findings findings;
        validate({.document = &conversion.document, .sources = conversion.sources, .rules = &rules},
                 findings);
        found = judge(std::move(findings), conversion.document, rules).size();
    }
    state.counters["records"] = static_cast<double>(conversion.document.records.size());
    state.counters["findings"] = static_cast<double>(found);
}
BENCHMARK(check_all)->Unit(benchmark::kMillisecond);

void check_one(benchmark::State& state, const Rule& rule) {
    const Conversion& conversion = tracker();
    RuleSet rules;
    rules.select = {std::string(rule.name)};
    while (state.KeepRunning()) {
        Findings findings;
        validate({.document = &conversion.document, .sources = conversion.sources, .rules = &rules},
                 findings);
        benchmark::DoNotOptimize(findings.data());
    }
}

/// Each rule alone, for those who look for the one that takes its time.
const bool k_registered = [] {
    for (const Rule& rule : all_rules()) {
        if (rule.check == nullptr) continue;
        benchmark::RegisterBenchmark(("check_one/" + std::string(rule.name)).c_str(), check_one,
                                     rule)
            ->Unit(benchmark::kMillisecond);
    }
    return true;
}();

}  // namespace
}  // namespace tidytracker::bench

BENCHMARK_MAIN();
