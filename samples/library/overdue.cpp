// SPDX-License-Identifier: Apache-2.0
// Reads a tracker of any format and prints what is overdue on a day: overdue FILE 2024-09-30
#include <tidytracker/pipeline.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

int main(int count, char** words) {
    using namespace tidytracker;
    if (count != 3) return std::fputs("usage: overdue FILE DAY\n", stderr), 2;
    std::ifstream file(words[1], std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});

    // The library asks neither the clock nor the environment: what matters comes in as data.
    const Instructions instructions{.as_of = words[2]};
    Conversion conversion;
    Findings findings;
    auto reading = inspect({.name = words[1], .bytes = bytes}, {}, instructions, findings);
    if (!reading) return std::fprintf(stderr, "%s\n", reading.error().message.c_str()), 2;
    add_source(conversion, std::move(*reading), instructions, std::move(findings));
    finish(conversion, instructions);

    for (const Record& record : conversion.document.records) {
        if (!record.overdue.value_or(false)) continue;
        std::printf("%s  %s  %s (%s)\n", record.ref.c_str(), record.due->date.c_str(),
                    record.action.c_str(), record.place.c_str());
    }
}
