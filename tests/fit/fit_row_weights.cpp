// SPDX-License-Identifier: Apache-2.0
// Learns the weights of the row roles from labelled corpora and prints them as the header
// src/locate/row_weights.hpp. `--across` instead fits each group, tests the others, and prints the
// figures; `--folds` does so for fifths of each group.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "chain.hpp"

namespace tidytracker::fit {
namespace {

using Samples = std::vector<const Sample*>;

/// Counts of (true role, given role), and of sheets whose header rows are exactly right.
struct Tally {
    std::array<std::array<std::size_t, 7>, 7> roles{};
    std::size_t sheets{};
    std::size_t headers_right{};

    void add(const Sample& sample, const std::vector<RowRole>& given) {
        bool right = true;
        for (std::size_t i = 0; i < given.size(); ++i) {
            ++roles[static_cast<std::size_t>(sample.roles[i])][static_cast<std::size_t>(given[i])];
            right = right && (sample.roles[i] == RowRole::header) == (given[i] == RowRole::header);
        }
        ++sheets;
        headers_right += right;
    }
    [[nodiscard]] double f1(std::size_t role) const {
        std::size_t given = 0;
        std::size_t meant = 0;
        for (std::size_t i = 0; i < 7; ++i) {
            given += roles[i][role];
            meant += roles[role][i];
        }
        return given + meant == 0 ? 1.0
                                  : 2.0 * static_cast<double>(roles[role][role]) /
                                        static_cast<double>(given + meant);
    }
    void print(const std::string& what) const {
        double sum = 0;
        std::string line;
        for (std::size_t role = 1; role < 7; ++role) {
            sum += f1(role);
            line += fmt::format(" {:.3f}", f1(role));
        }
        fmt::print("{:24} macro-F1 {:.4f}  headers {:.3f}  of roles{}\n", what, sum / 6,
                   static_cast<double>(headers_right) / static_cast<double>(sheets), line);
    }
};

void test(const RoleModel& model, const Samples& samples, Tally& tally) {
    for (const Sample* sample : samples) {
        const std::vector<std::optional<RowRole>> pinned(sample->shapes.size());
        tally.add(*sample, likeliest_roles(sample->shapes, pinned, model));
    }
}

int packed(float weight) {
    constexpr float k_scale = 64;
    return static_cast<int>(std::lround(std::clamp(weight * k_scale, -127.0F, 127.0F)));
}

template <class Line>
std::string packed_line(const Line& line) {
    std::string out;
    for (const float weight : line) {
        out += fmt::format("{}{}", out.empty() ? "" : ", ", packed(weight));
    }
    return out;
}

constexpr std::string_view k_preamble = R"(// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

// Made by tests/fit/fit_row_weights; do not edit. In 64ths, for the roles title, header,
// section, data, total, note; a line for each block of features, in the order of its bins.
// clang-format off
namespace tidytracker {

using PackedWeights = std::array<std::int8_t, 6>;

inline constexpr float k_weight_scale = 64.0F;
)";

void print_header(const RoleModel& model) {
    fmt::print(
        "{}inline constexpr PackedWeights k_first_weights{{{}}};\n"
        "inline constexpr PackedWeights k_last_weights{{{}}};\n"
        "inline constexpr auto k_transition_weights = std::to_array<PackedWeights>({{\n",
        k_preamble, packed_line(model.first), packed_line(model.last));
    for (const auto& line : model.transitions) fmt::print("    {{{}}},\n", packed_line(line));
    fmt::print("}});\ninline constexpr auto k_feature_weights = std::to_array<PackedWeights>({{\n");
    for (const FeatureBlock& block : feature_blocks()) {
        fmt::print("    // {}\n", block.name);
        std::string line = "   ";
        for (std::size_t i = 0; i < block.count; ++i) {
            const std::string entry =
                fmt::format(" {{{}}},", packed_line(model.features[block.first + i]));
            if (line.size() + entry.size() > 100) {
                fmt::print("{}\n", line);
                line = "   ";
            }
            line += entry;
        }
        fmt::print("{}\n", line);
    }
    fmt::print("}});\n\n}}  // namespace tidytracker\n");
}

Samples choose(const std::vector<Sample>& all, const auto& accept) {
    Samples chosen;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (accept(all[i], i)) chosen.push_back(&all[i]);
    }
    return chosen;
}

void test_across(const std::vector<Sample>& all, const std::set<std::string>& groups,
                 const Fitting& fitting) {
    for (const std::string& group : groups) {
        const auto model = fit_chain(
            choose(all, [&](const Sample& s, std::size_t) { return s.group == group; }), fitting);
        for (const std::string& other : groups) {
            Tally tally;
            test(model, choose(all, [&](const Sample& s, std::size_t) { return s.group == other; }),
                 tally);
            tally.print(group + " -> " + other);
        }
    }
}

void test_folds(const std::vector<Sample>& all, const std::set<std::string>& groups,
                const Fitting& fitting) {
    constexpr std::size_t k_folds = 5;
    std::map<std::string, Tally> tallies;
    for (std::size_t fold = 0; fold < k_folds; ++fold) {
        const auto model = fit_chain(
            choose(all, [&](const Sample&, std::size_t i) { return i % k_folds != fold; }),
            fitting);
        for (const std::string& group : groups) {
            test(
                model,
                choose(all, [&](const Sample& s,
                                std::size_t i) { return i % k_folds == fold && s.group == group; }),
                tallies[group]);
        }
    }
    for (const auto& [group, tally] : tallies) tally.print("fifths, " + group);
}

int run(int count, char** arguments) {
    std::vector<Sample> all;
    Fitting fitting;
    bool across = false;
    bool folds = false;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        if (argument == "--across") {
            across = true;
        } else if (argument == "--folds") {
            folds = true;
        } else if (argument == "--decay" && i + 1 < count) {
            fitting.decay = std::stod(arguments[++i]);
        } else if (argument == "--rounds" && i + 1 < count) {
            fitting.rounds = std::stoi(arguments[++i]);
        } else {
            std::vector<Sample> more = read_corpus(argument);
            std::ranges::move(more, std::back_inserter(all));
        }
    }
    if (all.empty()) {
        std::fputs("usage: fit_row_weights [--across] [--folds] CORPUS...\n", stderr);
        return 2;
    }
    std::set<std::string> groups;
    for (const Sample& sample : all) groups.insert(sample.group);
    if (across) test_across(all, groups, fitting);
    if (folds) test_folds(all, groups, fitting);
    if (across || folds) return 0;
    print_header(fit_chain(choose(all, [](const Sample&, std::size_t) { return true; }), fitting));
    return 0;
}

}  // namespace
}  // namespace tidytracker::fit

int main(int count, char** arguments) {
    return tidytracker::fit::run(count, arguments);
}
