// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/merge.hpp>

#include <string>
#include <vector>

// Returns made by hand: rows of sources "s1", "s2", ... for the tests of matching and merging.
namespace tidytracker::testing {

class Returns {
  public:
    /// Begins the next source.
    Returns& source(const std::string& name, const IsoDay& day = {}) {
        const std::string id = "s" + std::to_string(sources.size() + 1);
        sources.push_back({.id = id, .name = name, .date = day});
        row_ = 1;
        return *this;
    }
    /// Adds a row to the last source; returns it for more.
    Record& row(const std::string& action, const std::string& ref = {},
                const std::string& lead = {}, const IsoDay& due = {}) {
        Record record{.ref = ref, .action = action, .source = sources.back().id};
        const std::string number = std::to_string(++row_);
        record.place = "A" + number + ":F" + number;
        record.cells = {{"action", {"B" + number}}};
        if (!lead.empty()) {
            record.leads = {{.person = lead, .text = lead}};
            record.cells.emplace_back("leads", std::vector<std::string>{"C" + number});
        }
        if (!due.empty()) {
            record.due = When{.date = due, .edtf = due, .text = due};
            record.cells.emplace_back("due", std::vector<std::string>{"D" + number});
        }
        record.id = "r" + std::to_string(records.size() + 1);
        records.push_back(record);
        return records.back();
    }
    [[nodiscard]] MergeOptions options() const {
        MergeOptions out;
        for (const Source& one : sources) {
            out.standings.push_back(
                {one.id, one.date, one.date.empty() ? DayOrigin::none : DayOrigin::document});
        }
        return out;
    }
    [[nodiscard]] Matching matched(const MatchOptions& options = {}) const {
        return match(records, sources, options);
    }
    [[nodiscard]] Merged merged() const { return merge(records, sources, options()); }

    std::vector<Source> sources{};
    std::vector<Record> records{};

  private:
    int row_{1};
};

}  // namespace tidytracker::testing
