// SPDX-License-Identifier: Apache-2.0
#include "corpus.hpp"

#include <tidytracker/read.hpp>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>

#include <nlohmann/json.hpp>

namespace tidytracker::fit {
namespace {

std::optional<RowRole> role_from(std::string_view label) {
    constexpr auto k_labels = std::to_array<std::pair<std::string_view, RowRole>>({
        {"metadata", RowRole::title},
        {"header", RowRole::header},
        {"group", RowRole::section},
        {"data", RowRole::data},
        {"derived", RowRole::total},
        {"notes", RowRole::note},
    });
    for (const auto& [word, role] : k_labels) {
        if (word == label) return role;
    }
    return std::nullopt;
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::vector<Sample> read_corpus(const std::filesystem::path& folder) {
    std::vector<Sample> samples;
    std::ifstream lines(folder / "annotations.jsonl");
    for (std::string line; std::getline(lines, line);) {
        const auto entry = nlohmann::json::parse(line);
        Sample sample{.group = entry["group"], .name = entry["filename"]};
        const std::string bytes = content_of(folder / sample.group / sample.name);
        Findings findings;
        const auto workbook = read(Input{sample.name, bytes}, ReadOptions{}, findings);
        if (!workbook || workbook->sheets.empty()) {
            std::fprintf(stderr, "not read: %s\n", sample.name.c_str());
            continue;
        }
        std::vector<GridRow> rows = grid_of(*workbook, workbook->sheets.front());
        sample.shapes = shapes_of(rows);
        const auto& labels = entry["line_annotations"];
        for (std::size_t i = 0; i < rows.size(); ++i) {
            std::optional<RowRole> role;
            if (rows[i].row < labels.size()) {
                role = role_from(labels[rows[i].row].get<std::string>());
            }
            // A row that nobody labelled takes the role of the row above it.
            sample.roles.push_back(
                role.value_or(sample.roles.empty() ? RowRole::title : sample.roles.back()));
            sample.rows.push_back(features_of(sample.shapes, i));
        }
        samples.push_back(std::move(sample));
    }
    return samples;
}

}  // namespace tidytracker::fit
