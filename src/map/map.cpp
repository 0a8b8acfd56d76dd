// SPDX-License-Identifier: Apache-2.0
// In: a located table. Out: the field that each column stands for, with confidence and reason.
// Captions alone name less than half of the columns of real trackers, so they are weighed with the
// columns' values, and all columns are assigned at once. No value is read or changed here.
#include <tidytracker/map.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "map/assignment.hpp"
#include "map/nesting.hpp"
#include "map/reasons.hpp"
#include "map/values.hpp"
#include "schema/captions.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// Below this a reading is no better than none: the column goes to `extra`.
constexpr double k_least_confidence = 0.42;
/// A caption that says less than this is no evidence; "date" alone names no field.
constexpr double k_least_weight = 0.3;
/// The caption says more than the values; but values that contradict it outweigh a weak caption.
constexpr double k_caption_share = 0.62;

/// Several actions under one recommendation leave little doubt which column is which.
constexpr double k_nested = 0.8;

/// The fields that a foreign column can be taken for. Progress may stand in several columns.
constexpr auto k_slots = std::to_array<Field>(
    {Field::ref,       Field::parent,   Field::kind,     Field::meeting_name, Field::meeting_date,
     Field::section,   Field::item,     Field::action,   Field::leads,        Field::support,
     Field::raised_by, Field::raised,   Field::due,      Field::due_history,  Field::completed,
     Field::review,    Field::status,   Field::rag,      Field::percent,      Field::priority,
     Field::response,  Field::progress, Field::progress, Field::progress,     Field::outcome,
     Field::evidence,  Field::links});

/// What a column without caption is tried as, and how far values alone are trusted.
constexpr auto k_by_values_alone = std::to_array<CaptionReading>({{Field::ref, 0.5},
                                                                  {Field::action, 0.5},
                                                                  {Field::leads, 0.3},
                                                                  {Field::status, 0.3},
                                                                  {Field::due, 0.3},
                                                                  {Field::progress, 0.3}});
/// A caption that is a day or a month heads what was said then: one column for each meeting. Dates,
/// figures and words of a closed list below it say that it is something else.
constexpr auto k_dated_caption = std::to_array<CaptionReading>({{Field::progress, 0.5}});

/// Meanings of a caption, or of a missing one.
std::vector<CaptionReading> readings_of(const Column& column) {
    if (column.caption.empty()) return {k_by_values_alone.begin(), k_by_values_alone.end()};
    std::vector<CaptionReading> readings = guess_caption(column.caption);
    const bool dated = is_date_shaped(column.caption) || names_month(column.caption);
    if (readings.empty() && dated) readings.assign(k_dated_caption.begin(), k_dated_caption.end());
    return readings;
}

/// How well the values fit a field. What holds free text may hold anything: one or two values say
/// little against a caption that is known.
double fit_of_values(const ColumnProfile& profile, Field field) {
    constexpr double k_unsaid = 0.5;
    const double said = fit(profile, field);
    if (field != Field::progress && field != Field::outcome && field != Field::evidence)
        return said;
    const double filled = static_cast<double>(profile.filled);
    const double weight = filled / (filled + 2.0);
    return std::max(said, said * weight + k_unsaid * (1 - weight));
}

double confidence_of(const CaptionReading& reading, const ColumnProfile& profile) {
    const double values = fit_of_values(profile, reading.field);
    return reading.weight * k_caption_share + values * (1 - k_caption_share) -
           (values < 0.12 ? 0.25 : 0.0);
}

/// A column of ratings or priorities whose letters are no such thing, but signs that the document's
/// key explains: "RAG" with C, O and D.
void add_status_by_key(const ColumnProfile& profile, std::vector<CaptionReading>& readings) {
    constexpr double k_most = 0.8;
    constexpr double k_weaker = 0.9;
    if (profile.told < k_most || profile.rags > 1 - k_most) return;
    for (const CaptionReading& reading : readings) {
        if (reading.field != Field::rag && reading.field != Field::priority) continue;
        readings.push_back({Field::status, reading.weight * k_weaker});
        return;
    }
}

/// Confidence of each slot for one column; what stays below the least counts nothing.
std::vector<double> gains_of(const Column& column, const ColumnProfile& profile) {
    std::vector<double> gains(k_slots.size(), 0.0);
    std::vector<CaptionReading> readings = readings_of(column);
    add_status_by_key(profile, readings);
    for (const CaptionReading& reading : readings) {
        if (reading.weight < k_least_weight) continue;
        const double confidence = confidence_of(reading, profile);
        if (confidence < k_least_confidence) continue;
        for (std::size_t i = 0; i < k_slots.size(); ++i) {
            // A second and third progress column are welcome, but a first one comes before.
            const double later = i > 0 && k_slots[i] == k_slots[i - 1] ? 0.02 : 0.0;
            if (k_slots[i] == reading.field) gains[i] = confidence - later;
        }
    }
    return gains;
}

std::size_t slot_of(Field field) {
    return static_cast<std::size_t>(std::ranges::find(k_slots, field) - k_slots.begin());
}

/// A recommendation with several actions is no action itself, and its number is none of theirs.
/// Returns the columns of the recommendation's own: its number and its wording.
std::vector<std::size_t> part_from_whole(const Nesting& nesting,
                                         std::vector<std::vector<double>>& gains) {
    std::vector<std::size_t> own{nesting.columns.whole};
    for (const std::size_t column : nesting.of_whole) {
        if (gains[column][slot_of(Field::ref)] > 0) own.push_back(column);
    }
    for (const std::size_t column : own) std::ranges::fill(gains[column], 0.0);
    double& action = gains[nesting.columns.part][slot_of(Field::action)];
    action = std::max(action, k_nested);
    return own;
}

/// The gains with a row for each slot: there are few slots, and perhaps many columns.
std::vector<std::vector<double>> by_slot(const std::vector<std::vector<double>>& gains) {
    std::vector<std::vector<double>> turned(k_slots.size(), std::vector<double>(gains.size()));
    for (std::size_t i = 0; i < gains.size(); ++i) {
        for (std::size_t slot = 0; slot < k_slots.size(); ++slot) turned[slot][i] = gains[i][slot];
    }
    return turned;
}

/// Progress may stand in any number of columns, one for each meeting.
void bind_more_progress(const Table& table, const std::vector<std::vector<double>>& gains,
                        std::span<const ColumnProfile> profiles, std::vector<Binding>& bindings) {
    const std::size_t slot = slot_of(Field::progress);
    const auto is_dated = [&table](std::size_t i) {
        const std::string& caption = table.columns[i].caption;
        return is_date_shaped(caption) || names_month(caption);
    };
    bool has_one = false;
    bool has_dated = false;
    for (std::size_t i = 0; i < bindings.size(); ++i) {
        if (bindings[i].field != Field::progress) continue;
        has_one = true;
        has_dated = has_dated || is_dated(i);
    }
    for (std::size_t i = 0; has_one && i < bindings.size(); ++i) {
        if (bindings[i].field != Field::none || table.columns[i].caption.empty()) continue;
        // Of the columns of meetings one may hold single words: "Started", "c/f".
        const bool meeting =
            has_dated && is_dated(i) && profiles[i].dates + profiles[i].numbers < 0.5;
        if (gains[i][slot] <= 0 && !meeting) continue;
        bindings[i] = Binding{Field::progress, std::max(gains[i][slot], k_least_confidence),
                              std::string(k_by_caption_and_values)};
    }
}

/// A field that values alone can show, and the least share of cells or fit that does.
struct ValueField {
    Field field{};
    double least_fit{};
    int least_signs{};  ///< other columns of a tracker that captions name
};
constexpr auto k_value_fields =
    std::to_array<ValueField>({{Field::action, 0.7, 3}, {Field::leads, 0.85, 2}});

/// What a word of the caption adds to the fit of the values: "Things we are going to do".
constexpr double k_hint = 0.25;
bool hints_at(const std::string& caption, Field field) {
    const std::vector<CaptionReading> readings = read_caption(caption);
    return std::ranges::find(readings, field, &CaptionReading::field) != readings.end();
}

/// A caption that nobody knows, in a table that plainly follows something up: the column whose
/// values fit best is taken for the action, or for who leads, where no other column is. Reported.
void bind_unknown_captions(const Table& table, std::span<const ColumnProfile> profiles,
                           std::vector<Binding>& bindings) {
    constexpr auto k_signs =
        std::to_array<Field>({Field::ref, Field::action, Field::leads, Field::due, Field::status,
                              Field::progress, Field::completed, Field::rag, Field::priority});
    const auto has = [&bindings](Field field) {
        return std::ranges::find(bindings, field, &Binding::field) != bindings.end();
    };
    for (const ValueField& wanted : k_value_fields) {
        if (has(wanted.field) || std::ranges::count_if(k_signs, has) < wanted.least_signs) continue;
        std::size_t best = bindings.size();
        double best_fit = wanted.least_fit;
        for (std::size_t i = 0; i < bindings.size(); ++i) {
            const bool free = bindings[i].field == Field::none && bindings[i].reason.empty() &&
                              !table.columns[i].caption.empty() && profiles[i].filled >= 2 &&
                              profiles[i].filled * 2 >= table.rows.size();
            const bool varied = wanted.field != Field::action ||
                                profiles[i].distinct * 10 >= profiles[i].filled * 8;
            double value = free && varied ? fit(profiles[i], wanted.field) : 0.0;
            if (value > 0 && hints_at(table.columns[i].caption, wanted.field)) value += k_hint;
            if (value <= best_fit) continue;
            best_fit = value;
            best = i;
        }
        if (best == bindings.size()) continue;
        bindings[best] =
            Binding{wanted.field, std::min(0.5, 0.5 * best_fit), std::string(k_by_values)};
    }
}

/// Beside a revised date another due date is the one before it.
void bind_earlier_due(const Table& table, std::vector<Binding>& bindings) {
    constexpr auto k_later = std::to_array<std::string_view>(
        {"revised", "new ", "extended", "amended", "forecast", "latest", "updated", " now"});
    constexpr std::string_view k_first = "original";
    const auto due = std::ranges::find(bindings, Field::due, &Binding::field);
    const bool has_earlier =
        std::ranges::find(bindings, Field::due_history, &Binding::field) != bindings.end();
    if (due == bindings.end() || has_earlier) return;
    const auto caption_of = [&](const Binding& binding) {
        return caption_key(
            table.columns[static_cast<std::size_t>(&binding - bindings.data())].caption);
    };
    const std::string key = caption_of(*due);
    const bool later = std::ranges::any_of(
        k_later, [&key](std::string_view word) { return key.find(word) != std::string::npos; });
    for (Binding& binding : bindings) {
        if (binding.field != Field::none) continue;
        const std::string other = caption_of(binding);
        if (!later && other.find(k_first) == std::string::npos) continue;
        const std::vector<CaptionReading> readings = read_caption(other);
        if (readings.empty() || readings.front().field != Field::due) continue;
        binding = Binding{Field::due_history, due->confidence, "beside a revised date"};
        return;
    }
}

/// "Lead officer" and "Lead member": both lead. Only captions that say so, and no column that has
/// another meaning; a column of whatever else names people is not one of leads.
void bind_more_leads(const Table& table, const std::vector<std::vector<double>>& gains,
                     std::vector<Binding>& bindings) {
    constexpr double k_sure = 0.8;
    const auto first = std::ranges::find(bindings, Field::leads, &Binding::field);
    if (first == bindings.end()) return;
    const double confidence = first->confidence;
    const std::size_t slot = slot_of(Field::leads);
    for (std::size_t i = 0; i < bindings.size(); ++i) {
        if (bindings[i].field != Field::none || gains[i][slot] <= 0) continue;
        const std::vector<CaptionReading> readings = read_caption(table.columns[i].caption);
        const bool leads = !readings.empty() && readings.front().field == Field::leads &&
                           readings.front().weight >= k_sure;
        if (!leads) continue;
        bindings[i] = Binding{Field::leads, std::min(confidence, gains[i][slot]),
                              "beside another column of leads"};
    }
}

std::vector<Binding> bind_by_evidence(const Table& table, const Wording& statuses) {
    std::vector<std::vector<double>> gains;
    std::vector<ColumnProfile> profiles;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        profiles.push_back(profile_column(table, i, statuses));
        gains.push_back(gains_of(table.columns[i], profiles.back()));
    }
    const std::optional<Nesting> nesting = find_nesting(table);
    const std::vector<std::size_t> parents =
        nesting ? part_from_whole(*nesting, gains) : std::vector<std::size_t>{};
    const std::vector<std::size_t> columns = best_assignment(by_slot(gains));
    std::vector<Binding> bindings(table.columns.size());
    for (std::size_t chosen = 0; chosen < columns.size(); ++chosen) {
        const std::size_t i = columns[chosen];
        if (i == SIZE_MAX) continue;
        Binding& binding = bindings[i];
        binding.field = k_slots[chosen];
        binding.confidence = std::min(1.0, gains[i][chosen]);
        binding.reason = table.columns[i].caption.empty() ? k_by_values : k_by_caption_and_values;
        for (std::size_t slot = 0; slot < k_slots.size(); ++slot) {
            if (k_slots[slot] != binding.field) {
                binding.runner_up = std::max(binding.runner_up, gains[i][slot]);
            }
        }
    }
    bind_more_progress(table, gains, profiles, bindings);
    bind_more_leads(table, gains, bindings);
    for (const std::size_t column : parents) {
        bindings[column] = Binding{Field::parent, k_nested, "heads several actions"};
    }
    bind_earlier_due(table, bindings);
    bind_unknown_captions(table, profiles, bindings);
    // An original date that was never revised is the one that counts.
    const auto original = std::ranges::find(bindings, Field::due_history, &Binding::field);
    const bool revised = std::ranges::find(bindings, Field::due, &Binding::field) != bindings.end();
    if (original != bindings.end() && !revised) original->field = Field::due;
    return bindings;
}

/// Is the table a register of ours? Some of its captions only we use ("due_text", "Due (as
/// printed)"), and none stands twice. Other columns may have been added since.
bool is_own_register(const Table& table) {
    std::set<Field> fields;
    bool distinctive = false;
    for (const Column& column : table.columns) {
        const std::optional<Field> field = own_caption(column.caption);
        if (!field) continue;
        if (!fields.insert(*field).second) return false;
        distinctive = distinctive || !is_common_caption(column.caption);
    }
    constexpr std::size_t k_enough = 4;
    return distinctive && fields.size() >= k_enough && fields.contains(Field::action);
}

std::vector<Binding> bind_own(const Table& table) {
    std::vector<Binding> bindings;
    for (const Column& column : table.columns) {
        bindings.push_back(Binding{own_caption(column.caption).value_or(Field::none), 1.0,
                                   "caption of the register"});
    }
    return bindings;
}

/// A list of asks has one column, which is the action.
std::vector<Binding> bind_list() {
    return {Binding{Field::action, 0.9, "list of asks"}};
}

void apply_instructions(const Table& table, const Wording& columns,
                        std::vector<Binding>& bindings) {
    for (const auto& [caption, name] : columns) {
        const std::string key = caption_key(caption);
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (caption_key(table.columns[i].caption) != key) continue;
            // "extra" is a column of the register, too, but no field that a column can be.
            const Field named = field_from_name(name).value_or(Field::none);
            const Field field = named == Field::extra ? Field::none : named;
            for (Binding& other : bindings) {
                const bool single = field != Field::none && field != Field::progress;
                if (single && other.field == field) other = Binding{};
            }
            bindings[i] = Binding{field, 1.0, std::string(k_told)};
        }
    }
}

/// Does the table follow something up? It needs what is to be done, and a column that only a
/// follow-up has.
bool follows_up(const std::vector<Binding>& bindings) {
    const auto has = [&bindings](Field field) {
        return std::ranges::find(bindings, field, &Binding::field) != bindings.end();
    };
    constexpr auto k_follow_up =
        std::to_array<Field>({Field::leads, Field::due, Field::status, Field::progress,
                              Field::completed, Field::response, Field::rag});
    return has(Field::action) && std::ranges::any_of(k_follow_up, has);
}

/// Captions of tables that are often mistaken for trackers: they name things and people, too.
struct OtherTable {
    std::string_view caption{};
    std::string_view what{};
};
constexpr auto k_other_tables = std::to_array<OtherTable>({
    {"likelihood", "a list of risks"},
    {"impact", "a list of risks"},
    {"consequence", "a list of risks"},
    {"risk score", "a list of risks"},
    {"residual risk", "a list of risks"},
    {"inherent risk", "a list of risks"},
    {"budget", "a budget"},
    {"variance", "a budget"},
    {"spend", "a budget"},
    {"expenditure", "a budget"},
    {"income", "a budget"},
    {"page", "an agenda or a list of contents"},
    {"page no", "an agenda or a list of contents"},
    {"pages", "an agenda or a list of contents"},
    {"time", "an agenda or a list of contents"},
    {"timing", "an agenda or a list of contents"},
    {"duration", "an agenda or a list of contents"},
    {"present", "a list of people"},
    {"apologies", "a list of people"},
    {"attended", "a list of people"},
    {"attendance", "a list of people"},
    {"email", "a list of people"},
    {"telephone", "a list of people"},
});

/// What the table is instead, if its captions say so and nothing in it follows anything up.
std::string_view other_kind(const Table& table, const std::vector<Binding>& bindings) {
    constexpr auto k_strong =
        std::to_array<Field>({Field::due, Field::status, Field::progress, Field::completed,
                              Field::response, Field::due_history});
    const bool followed = std::ranges::any_of(k_strong, [&bindings](Field field) {
        return std::ranges::find(bindings, field, &Binding::field) != bindings.end();
    });
    if (followed) return {};
    for (const Column& column : table.columns) {
        const std::string key = caption_key(column.caption);
        const auto found = std::ranges::find(k_other_tables, key, &OtherTable::caption);
        if (found != k_other_tables.end()) return found->what;
    }
    return {};
}

/// Why a table is no tracker, and what would make it one.
std::string missing_part(const std::vector<Binding>& bindings) {
    const bool acts = std::ranges::find(bindings, Field::action, &Binding::field) != bindings.end();
    if (acts) return "no column says by whom, by when or how far it is";
    return "no column says what is to be done; if one does, --map \"CAPTION=action\" names it";
}

void report_uncaptioned(Field field, const ColumnProfile& profile, Findings& findings) {
    findings.push_back(
        Finding{.rule = "missing-caption",
                .severity = Severity::info,
                .message = fmt::format("a column without caption is read as {}", info(field).name),
                .field = std::string(info(field).name),
                .note = fmt::format("so its {} read", count_of(profile.filled, "value")),
                .help = "give the column a caption in the source"});
}

void report_unknown(const Column& column, Field field, Findings& findings) {
    const std::string_view name = info(field).name;
    findings.push_back(Finding{
        .rule = "unknown-caption",
        .severity = Severity::warning,
        .message =
            fmt::format("column \"{}\" is taken for {} by its values alone", column.caption, name),
        .field = std::string(name),
        .text = column.caption,
        .note = "the caption is not known, and no other column says it",
        .help = fmt::format("--map \"{}={}\" confirms it, --map \"{}=extra\" denies it",
                            column.caption, name, column.caption)});
}

void report_unmapped(const Table& table, const Mapping& mapping, Findings& findings) {
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        const Column& column = table.columns[i];
        if (mapping.columns[i].field != Field::none && column.caption.empty() &&
            table.shape == TableShape::grid) {
            report_uncaptioned(mapping.columns[i].field, profile_column(table, i), findings);
        }
        if (mapping.columns[i].field != Field::none && mapping.columns[i].reason == k_by_values &&
            !column.caption.empty()) {
            report_unknown(column, mapping.columns[i].field, findings);
        }
        if (mapping.columns[i].field != Field::none || column.caption.empty()) continue;
        if (mapping.columns[i].reason == k_told) continue;
        const ColumnProfile profile = profile_column(table, i);
        if (profile.filled == 0) continue;
        findings.push_back(
            Finding{.rule = "unmapped-column",
                    .severity = Severity::info,
                    .message = fmt::format("column \"{}\" has no field of its own", column.caption),
                    .text = column.caption,
                    .note = fmt::format("{} kept as extra", count_of(profile.filled, "value")),
                    .help = fmt::format("--map \"{}=FIELD\" gives it one", column.caption)});
    }
}

}  // namespace

Mapping map_columns(const Table& table, const Instructions& instructions, Findings& findings) {
    Mapping mapping;
    // A list of asks; lists with leads or statuses are read like any table.
    const bool list = table.shape == TableShape::list && table.columns.size() == 1;
    if (list) {
        mapping.columns = bind_list();
    } else if (is_own_register(table)) {
        mapping.columns = bind_own(table);
        mapping.own = true;
    } else {
        mapping.columns = bind_by_evidence(table, instructions.statuses);
    }
    apply_instructions(table, instructions.columns, mapping.columns);
    const bool told = std::ranges::any_of(
        mapping.columns, [](const Binding& binding) { return binding.reason == k_told; });
    const std::string_view kind = told ? std::string_view() : other_kind(table, mapping.columns);
    mapping.tracker = list || (follows_up(mapping.columns) && kind.empty());
    if (!mapping.tracker) {
        mapping.reason = missing_part(mapping.columns);
        if (!kind.empty()) mapping.reason = fmt::format("it looks like {}", kind);
    } else {
        report_unmapped(table, mapping, findings);
    }
    return mapping;
}

}  // namespace tidytracker
