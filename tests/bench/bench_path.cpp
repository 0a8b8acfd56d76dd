// SPDX-License-Identifier: Apache-2.0
//
// bench_path WORKBOOK: the way from a workbook to a register and out again, step by step, each
// beside its floor: the work that no program could leave out.
#include <tidytracker/locate.hpp>
#include <tidytracker/pipeline.hpp>
#include <tidytracker/write.hpp>

#include <chrono>
#include <ctime>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/archive.hpp"
#include "base/budget.hpp"
#include "base/file.hpp"
#include "base/zip_writer.hpp"

namespace tidytracker::bench {
namespace {

struct Cost {
    double processor{};  ///< seconds, of all threads
    double wall{};
};

Cost cost_of(const std::function<void()>& work) {
    const auto wall = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    work();
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - wall;
    return {static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC, passed.count()};
}

void print_step(std::string_view name, const Cost& cost, std::string_view floor_name,
                const Cost& floor) {
    fmt::print("{:<22} {:>8.3f} {:>8.3f}   {:<28} {:>8.3f} {:>8.1f}\n", name, cost.processor,
               cost.wall, floor_name, floor.processor, cost.processor / floor.processor);
}

/// Inflates all parts piece by piece, each handed on while it is still near.
void inflate_each(std::string_view file, const std::function<void(std::string_view)>& take) {
    const Archive archive(file);
    Budget budget(UINT64_MAX, UINT64_MAX, 1e9);
    std::string piece(std::size_t{64} << 10U, '\0');
    for (const ArchiveEntry& entry : archive.entries()) {
        EntrySource source(archive.file(), entry, budget);
        for (;;) {
            const Result<std::size_t> size = source.read(piece);
            if (!size || *size == 0) break;
            take(std::string_view(piece).substr(0, *size));
        }
    }
}

/// To be used by nobody but the optimiser.
volatile std::size_t unused_result = 0;

/// What no reader can leave out: to inflate the parts and to find the tags in them.
void find_tags(std::string_view file) {
    inflate_each(file, [](std::string_view piece) {
        std::size_t tags = 0;
        for (std::size_t at = piece.find('<'); at != std::string_view::npos;
             at = piece.find('<', at + 1)) {
            ++tags;
        }
        unused_result = unused_result + tags;
    });
}

/// One pass over all texts of a workbook, as a loop that a compiler makes fast.
std::size_t sum_of_texts(const Workbook& workbook) {
    std::size_t sum = 0;
    for (std::uint32_t handle = 0; handle < workbook.strings.size(); ++handle) {
        for (const char c : workbook.strings[handle]) sum += static_cast<unsigned char>(c);
    }
    for (const Sheet& sheet : workbook.sheets) sum += sheet.cells.size();
    return sum;
}

void print_writer(std::string_view name, const Conversion& conversion) {
    std::string bytes;
    const Cost written = cost_of([&] {
        WriteOptions options;
        options.sources = conversion.sources;
        if (auto made = writer_by_name(name)->render(conversion.document, options)) {
            bytes = *std::move(made);
        }
    });
    const bool packed = bytes.starts_with("PK");
    std::string whole = packed ? std::string() : bytes;
    if (packed) inflate_each(bytes, [&whole](std::string_view piece) { whole += piece; });
    const Cost floor = cost_of([&whole, packed] {
        const std::string copy(whole);
        unused_result = copy.size();
        if (!packed) return;
        ZipWriter zip;
        zip.add("parts", whole);
        if (const auto file = zip.finish()) unused_result = file->size();
    });
    print_step(fmt::format("write {}, {} MB", name, bytes.size() / 1'000'000), written,
               packed ? "write and deflate its parts" : "write its bytes", floor);
}

/// Prints what each step costs; false if the file cannot be read.
bool print_path(const std::string& path) {
    const Result<std::string> bytes = read_file(path);
    if (!bytes) return false;
    fmt::print("{:<22} {:>8} {:>8}   {:<28} {:>8} {:>8}\n", "step", "CPU s", "wall s", "floor",
               "CPU s", "times");
    const Cost read_floor = cost_of([&bytes] { find_tags(*bytes); });

    Findings findings;
    Workbook workbook;
    const Input input{.name = "tracker.xlsx", .bytes = *bytes};
    const Cost read_cost = cost_of([&] {
        if (auto book = read(input, {}, findings)) workbook = *std::move(book);
    });
    if (workbook.sheets.empty()) return false;
    print_step("read", read_cost, "inflate, find the tags", read_floor);

    const Cost pass = cost_of([&] { unused_result = sum_of_texts(workbook); });
    const Instructions instructions{.as_of = "2024-06-30"};
    SourceReading reading;
    const Cost inspected = cost_of([&] {
        if (auto made = inspect(input, {}, instructions, findings)) reading = *std::move(made);
    });
    print_step("locate and map",
               {inspected.processor - read_cost.processor, inspected.wall - read_cost.wall},
               "one pass over the texts", pass);

    Conversion conversion;
    const Cost made = cost_of(
        [&] { add_source(conversion, std::move(reading), instructions, std::move(findings)); });
    print_step("normalise", made, "one pass over the texts", pass);
    const Cost checked = cost_of([&] { finish(conversion, instructions); });
    print_step("check", checked, "one pass over the texts", pass);
    for (const std::string_view name : {"csv", "jsonl", "xlsx"}) print_writer(name, conversion);
    return true;
}

}  // namespace
}  // namespace tidytracker::bench

int main(int count, char** words) {
    if (count == 2 && tidytracker::bench::print_path(words[1])) return 0;
    fmt::print(stderr, "usage: bench_path WORKBOOK\n");
    return 2;
}
