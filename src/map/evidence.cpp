// SPDX-License-Identifier: Apache-2.0
// In: a table with its columns bound. Out: for one column, in words, what spoke for its meaning.
// Weighs nothing anew.
#include <tidytracker/map.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "map/reasons.hpp"
#include "map/values.hpp"
#include "schema/captions.hpp"

namespace tidytracker {
namespace {

/// What the values of a field look like.
struct Likeness {
    Field field{};
    double ColumnProfile::*share{};
    std::string_view words{};
};
constexpr auto k_likenesses = std::to_array<Likeness>({
    {Field::ref, &ColumnProfile::references, "look like references"},
    {Field::leads, &ColumnProfile::names, "look like names"},
    {Field::leads, &ColumnProfile::initials, "look like initials"},
    {Field::support, &ColumnProfile::names, "look like names"},
    {Field::raised_by, &ColumnProfile::names, "look like names"},
    {Field::raised, &ColumnProfile::dates, "look like dates"},
    {Field::due, &ColumnProfile::dates, "look like dates"},
    {Field::due_history, &ColumnProfile::dates, "look like dates"},
    {Field::completed, &ColumnProfile::dates, "look like dates"},
    {Field::review, &ColumnProfile::dates, "look like dates"},
    {Field::meeting_date, &ColumnProfile::dates, "look like dates"},
    {Field::status, &ColumnProfile::statuses, "are known statuses"},
    {Field::rag, &ColumnProfile::rags, "are RAG ratings"},
    {Field::priority, &ColumnProfile::priorities, "are priorities"},
    {Field::response, &ColumnProfile::responses, "are verdicts"},
    {Field::kind, &ColumnProfile::kinds, "are kinds of action"},
    {Field::percent, &ColumnProfile::percents, "are percentages"},
    {Field::links, &ColumnProfile::links, "are links"},
});

bool means(const std::vector<CaptionReading>& readings, Field field) {
    return std::ranges::find(readings, field, &CaptionReading::field) != readings.end();
}

std::string said_by_caption(const std::string& caption, Field field) {
    if (caption.empty()) return "no caption";
    const std::string_view name = info(field).name;
    const std::vector<CaptionReading> read = read_caption(caption);
    if (means(read, field)) {
        return is_common_caption(caption) ? fmt::format("known wording of {}", name)
                                          : fmt::format("has words of {}", name);
    }
    // Within one table the two dates tell each other apart.
    const bool due = field == Field::due || field == Field::due_history;
    if (due && (means(read, Field::due) || means(read, Field::due_history))) {
        return "known wording of due";
    }
    if (means(guess_caption(caption), field)) return fmt::format("nearly a wording of {}", name);
    const bool dated = is_date_shaped(caption) || names_month(caption);
    return dated ? "caption is a date" : "caption is not known";
}

std::string said_by_values(const ColumnProfile& profile, Field field) {
    if (profile.filled == 0) return "no values";
    const Likeness* best = nullptr;
    for (const Likeness& each : k_likenesses) {
        if (each.field != field) continue;
        if (best == nullptr || profile.*each.share > profile.*best->share) best = &each;
    }
    if (best == nullptr) {
        const std::int64_t words = std::lround(profile.mean_words);
        return fmt::format("values of {}",
                           words <= 1 ? "one word" : fmt::format("about {} words", words));
    }
    const std::int64_t like =
        std::lround(profile.*best->share * static_cast<double>(profile.filled));
    return fmt::format("{} of {} values {}", like, profile.filled, best->words);
}

}  // namespace

std::string evidence_for(const Table& table, std::size_t column, const Binding& binding) {
    if (binding.reason == k_told) return "said so by --map or the profile";
    const bool weighed = binding.reason.empty() || binding.reason == k_by_values ||
                         binding.reason == k_by_caption_and_values;
    if (!weighed) return binding.reason;
    const std::string& caption = table.columns[column].caption;
    const ColumnProfile profile = profile_column(table, column);
    if (binding.field == Field::none) {
        if (profile.filled == 0) return "no values";
        const std::vector<CaptionReading> readings = guess_caption(caption);
        if (readings.empty()) return "caption is not known";
        const Field field = readings.front().field;
        return fmt::format("may be {}, but not surely: {}", info(field).name,
                           said_by_values(profile, field));
    }
    return said_by_caption(caption, binding.field) + "; " + said_by_values(profile, binding.field);
}

}  // namespace tidytracker
