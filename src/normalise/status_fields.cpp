// SPDX-License-Identifier: Apache-2.0
// The state of an action: status, rating, percent, priority, response and progress. In: the row's
// cells, their fills, its heading and the document's key. Out: values, and a finding where two of
// them contradict each other. A rating is a status only where a key says so.
#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "normalise/fields.hpp"
#include "normalise/progress.hpp"
#include "schema/captions.hpp"
#include "schema/colours.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

std::optional<int> percent_of(std::string_view text) {
    const std::string bare = replace_all(trim(text), "%", "");
    const std::int64_t number = whole_number(trim(bare));
    if (number < 0 || number > 100) return std::nullopt;
    return static_cast<int>(number);
}

Status status_of_percent(int percent) {
    if (percent == 0) return Status::not_started;
    return percent == 100 ? Status::complete : Status::in_progress;
}

bool is_open(Status status) {
    return status == Status::not_started || status == Status::in_progress ||
           status == Status::on_hold;
}

/// "Green – complete", "Amber/on track", "Red (overdue)": a cell that says two things.
std::vector<std::string_view> parts_of_state(std::string_view text) {
    constexpr std::string_view k_marks = "/:;,()|\n";
    constexpr auto k_dashes =
        std::to_array<std::string_view>({" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "});
    std::vector<std::string_view> parts;
    std::size_t first = 0;
    const auto close = [&](std::size_t end) {
        const std::string_view part = trim(text.substr(first, end - first));
        if (!part.empty()) parts.push_back(part);
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        const auto dash = std::ranges::find_if(
            k_dashes, [rest](std::string_view known) { return rest.starts_with(known); });
        const bool mark = k_marks.find(rest.front()) != std::string_view::npos;
        if (dash == k_dashes.end() && !mark) {
            ++at;
            continue;
        }
        close(at);
        at += mark ? 1 : dash->size();
        first = at;
    }
    close(text.size());
    return parts;
}

/// "x" is a tick in some columns and its opposite in others.
bool is_cross(std::string_view text) {
    return text == "x" || text == "X" || text == "\xE2\x98\x92";
}

/// A status cell says a word of the list, a word with a remark behind it, or something of the
/// user's own.
Status status_of_text(const RowReader& row, const std::string& text) {
    for (const auto& [printed, word] : row.table().instructions.statuses) {
        if (fold(printed) == fold(text)) return status_from(word).value_or(Status::unknown);
    }
    if (const auto status = status_from(text)) return *status;
    if (is_cross(text)) return row.table().crossed;
    const Lexicon& lexicon = row.table().lexicon;
    if (!lexicon.statuses.empty()) {
        const auto sign = lexicon.statuses.find(fold(text));
        if (sign != lexicon.statuses.end()) return sign->second;
    }
    if (const auto status = status_of_wording(text)) return *status;
    const Status said = read_progress(text, looking_back(row)).status;
    if (said != Status::unknown) return said;
    if (const auto opening = status_opening_cell(text)) return *opening;
    // "In progess - two quotes in", "(withdrawn)".
    const std::vector<std::string_view> parts = parts_of_state(text);
    if (parts.empty()) return Status::unknown;
    if (const auto status = status_of_wording(parts.front())) {
        if (parts.size() == 1) return *status;
    }
    return status_of_misspelt_wording(parts.front()).value_or(Status::unknown);
}

/// "Closed 3/2/25" in a status column holds the day of completion.
void take_completion_day(const RowReader& row, Record& record) {
    const bool complete = record.status == Status::complete || record.status == Status::unknown;
    if (record.completed || !complete || is_prose(record.status_text)) return;
    const std::vector<DatedPart> parts = read_periods(record.status_text, looking_back(row));
    if (parts.size() != 1 || parts.front().role != DateRole::completed) return;
    // "Complete by May" is a plan.
    const Qualifier qualifier = parts.front().period.qualifier;
    const bool plain = qualifier == Qualifier::exact || qualifier == Qualifier::none_given;
    if (!plain || !parts.front().period.last) return;
    record.completed = when_of(parts.front());
    record.status = Status::complete;
}

/// The one rating among the parts of a cell; none where they name two.
Rag rating_among(std::span<const std::string_view> parts) {
    Rag found = Rag::none;
    for (const std::string_view part : parts) {
        const Rag rating = rag_of_wording(part).value_or(Rag::none);
        if (rating == Rag::none || rating == found) continue;
        if (found != Rag::none) return Rag::none;
        found = rating;
    }
    return found;
}

/// A percentage or a rating that stands in the status column.
void take_other_value(const RowReader& row, Record& record) {
    const std::string& text = record.status_text;
    // The "A" of "N/A" is no rating.
    if (is_placeholder(text)) return;
    if (text.ends_with('%') && !record.percent) record.percent = percent_of(text);
    if (record.percent) record.status = status_of_percent(*record.percent);
    if (row.has_column(Field::rag) || record.rag != Rag::none) return;
    record.rag = rating_among(parts_of_state(text));
    if (record.rag != Rag::none) record.rag_text = text;
}

/// "Not accepted" in the status column is the answer to a recommendation.
void take_verdict(Record& record) {
    if (record.response != Response::none || !record.response_text.empty()) return;
    const auto verdict = response_of_wording(record.status_text);
    if (!verdict) return;
    record.response = *verdict;
    record.response_text = record.status_text;
}

/// Does no status stand in the row's own cell? "N/A" is none.
bool is_unstated(const Record& record) {
    return record.status == Status::unknown &&
           (record.status_text.empty() || is_placeholder(record.status_text));
}

void read_status_cell(const RowReader& row, Record& record) {
    record.status_text = row.text(Field::status);
    if (record.status_text.empty()) return;
    record.status = status_of_text(row, record.status_text);
    take_completion_day(row, record);
    if (record.status == Status::unknown) take_other_value(row, record);
    if (record.status == Status::unknown) take_verdict(record);
    // A sentence in the status column is progress, too; it is more than a word to count.
    if (is_prose(record.status_text)) {
        ProgressReading said = read_progress(row.raw_text(Field::status), looking_back(row));
        std::ranges::move(said.entries, std::back_inserter(record.progress));
    }
}

void read_percent(const RowReader& row, Record& record) {
    const std::string percent = row.text(Field::percent);
    if (percent.empty()) return;
    record.percent = percent_of(percent);
    if (!record.percent) record.extra.emplace_back(row.caption(Field::percent), percent);
}

/// The rating: its letter or word, else the fill of its cell or of the status cell.
void read_rag(const RowReader& row, Record& record) {
    record.rag_text = row.text(Field::rag);
    record.rag = rating_among(parts_of_state(record.rag_text));
    if (record.rag != Rag::none) return;
    const bool by_status = !row.has_column(Field::rag);
    const auto fill = row.fill(by_status ? Field::status : Field::rag);
    if (!fill) return;
    // A colour below all statuses is the column's, not theirs.
    const bool plain =
        by_status && !row.text(Field::status).empty() && row.table().status_fill == fill;
    if (!plain) record.rag = rag_of_fill(*fill);
}

/// A column of ratings often says the state as well, or instead: "Green – complete", "Closed".
void take_status_of_rating(const RowReader& row, Record& record) {
    if (record.status != Status::unknown || !record.status_text.empty()) return;
    for (const std::string_view part : parts_of_state(record.rag_text)) {
        // "Red" may be a status by a key, and then only by that.
        if (rag_of_wording(part)) continue;
        record.status = status_of_text(row, std::string(part));
        if (record.status == Status::unknown) continue;
        record.status_text = part;
        return;
    }
}

/// What the document's key says of the row's rating, of its fill, or of their absence.
Status status_of_key(const RowReader& row, const Record& record) {
    const Lexicon& lexicon = row.table().lexicon;
    if (!record.rag_text.empty()) {
        const auto sign = lexicon.statuses.find(fold(record.rag_text));
        if (sign != lexicon.statuses.end()) return sign->second;
    }
    for (const Field field : {Field::rag, Field::status, Field::ref, Field::action}) {
        const auto fill = row.fill(field);
        const auto found = fill ? lexicon.fills.find(*fill) : lexicon.fills.end();
        if (found != lexicon.fills.end()) return found->second;
    }
    const auto rating = lexicon.rags.find(record.rag);
    if (rating != lexicon.rags.end()) return rating->second;
    const bool rated = row.has_column(Field::rag) || row.has_column(Field::status);
    const bool blank =
        record.rag_text.empty() && record.rag == Rag::none && record.status_text.empty();
    return rated && blank ? lexicon.blank.value_or(Status::unknown) : Status::unknown;
}

/// Where no words of its own state the status: percent, key, heading, completion date.
void infer_status(const RowReader& row, Record& record) {
    if (record.status != Status::unknown) return;
    record.status = status_of_key(row, record);
    if (record.status != Status::unknown || !record.status_text.empty()) return;
    record.status = row.heading_status();
    const bool done = record.completed && !record.completed->date.empty();
    if (record.status == Status::unknown && done) record.status = Status::complete;
}

/// "Status / comment": its sentences open with the status.
bool names_status(std::string_view caption) {
    return caption_key(caption).find("status") != std::string::npos;
}

/// The first paragraph of a text whose layout shows paragraphs; else empty.
std::string_view opening_paragraph(std::string_view text) {
    const std::size_t end = text.find("\n\n");
    return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

/// Whom a heading of progress names: "Complete: Estates Team", "Trust progress". Nobody if what
/// follows the status is no list of names.
std::vector<Party> parties_of_heading(std::string_view heading) {
    std::string names;
    if (const std::size_t colon = heading.find(':'); colon != std::string_view::npos) {
        if (!opening_status(heading)) return {};
        names = trim(heading.substr(colon + 1));
    } else if (const auto words = words_of(heading);
               words.size() == 2 && equals_ignoring_case(words[1], "progress")) {
        // "Some progress" names nobody.
        if (std::ranges::all_of(words[0], is_upper)) names = words[0];
    }
    while (names.ends_with('.')) names.pop_back();
    if (names.empty()) return {};
    std::vector<Party> parties = parse_parties(names);
    const bool named = std::ranges::all_of(parties, [](const Party& party) {
        return !party.person.empty() || !party.organisation.empty() || !party.post.empty();
    });
    return named ? parties : std::vector<Party>();
}

/// Takes a paragraph that heads the others with the status and who reports it; returns the rest.
std::string_view take_progress_heading(const RowReader& row, std::string_view text,
                                       Record& record) {
    const std::string_view heading = opening_paragraph(text);
    constexpr std::size_t k_longest_heading_words = 16;
    if (heading.empty() || record.status != Status::unknown || !record.status_text.empty() ||
        words_of(heading).size() > k_longest_heading_words) {
        return text;
    }
    const std::string said = clean_text(heading, row.table().wrapped);
    const auto status = opening_status(said);
    std::vector<Party> parties = parties_of_heading(said);
    const bool progress = said.ends_with(" progress") && !parties.empty();
    if (!status && !progress) return text;
    record.status = status ? status->value : Status::in_progress;
    record.status_text = said;
    if (record.leads.empty() && !row.has_column(Field::leads)) record.leads = std::move(parties);
    // "Some progress, but the county has yet to agree" says more than a status.
    const bool sentence = status && said.find(':') == std::string::npos && is_prose(said);
    return sentence ? text : trim(text.substr(heading.size()));
}

void take_progress(const RowReader& row, std::size_t column, Record& record) {
    const TableCell& cell = row.row().cells[column];
    const IsoDay& day = row.table().column_days[column];
    if (!day.empty()) {
        // A column for each meeting: its cells are one entry each.
        if (!cell.text.empty()) {
            record.progress.push_back(
                Progress{.date = day, .text = clean_text(cell.text, row.table().wrapped)});
        }
        return;
    }
    const std::string_view text = take_progress_heading(row, cell.text, record);
    ProgressReading said = read_progress(text, looking_back(row));
    for (Progress& entry : said.entries) {
        entry.text = clean_text(entry.text, row.table().wrapped);
        const Party* author = find_person(row.table().lexicon, entry.author);
        if (author != nullptr) entry.author = author->person;
        record.progress.push_back(std::move(entry));
    }
    if (is_unstated(record)) {
        record.status = said.status;
        if (record.status_text.empty()) record.status_text = said.status_text;
        const std::string& caption = row.table().bound.table->columns[column].caption;
        if (record.status == Status::unknown && names_status(caption)) {
            const auto opening = stated_status(cell.text);
            if (opening) record.status = opening->value;
        }
    } else if (said.entries.empty() && !cell.text.empty()) {
        // A status word alone, beside a status of its own: it is kept as it stands.
        record.progress.push_back(Progress{.text = clean_text(cell.text, row.table().wrapped)});
    }
    if (said.completed && !record.completed && record.status == Status::complete) {
        record.completed = said.completed;
    }
    if (record.response == Response::none && record.response_text.empty()) {
        record.response = said.response;
        record.response_text = said.response_text;
    }
}

/// Columns for each meeting: what the newest says of the state, if nothing else does.
void take_status_of_newest(const RowReader& row, Record& record) {
    if (!is_unstated(record)) return;
    const auto newest = std::ranges::max_element(record.progress, {}, &Progress::date);
    if (newest == record.progress.end() || newest->date.empty()) return;
    const ProgressReading said = read_progress(newest->text, looking_back(row));
    record.status = said.status;
    if (record.status_text.empty()) record.status_text = said.status_text;
}

/// The status column says that the action is open, something else that it is done.
void report_conflict(const RowReader& row, const Record& record, std::string_view other,
                     Findings& findings) {
    findings.push_back(
        Finding{.rule = "status-conflict",
                .severity = Severity::warning,
                .message = fmt::format("the status is \"{}\", but {}", record.status_text, other),
                .field = "status",
                .source = row.table().source.id,
                .text = record.status_text,
                .help = "correct whichever is out of date"});
}

/// What a struck row says of itself, in a cell or in a bracket at the end of one: "(withdrawn)".
bool take_struck_word(const RowReader& row, Record& record) {
    if (record.status == Status::cancelled) return true;
    for (const TableCell& cell : row.row().cells) {
        std::string_view text = trim(cell.text);
        if (text.ends_with(')')) {
            const std::size_t open = text.rfind('(');
            if (open == std::string_view::npos) continue;
            text = text.substr(open + 1, text.size() - open - 2);
        }
        if (status_of_wording(text) != Status::cancelled) continue;
        record.status = Status::cancelled;
        if (record.status_text.empty()) record.status_text = trim(text);
        return true;
    }
    return false;
}

void settle_struck(const RowReader& row, Record& record, Findings& findings) {
    const bool open = is_open(record.status) && !record.status_text.empty();
    if (row.row().struck) {
        if (take_struck_word(row, record)) return;
        if (open) report_conflict(row, record, "the row is struck through", findings);
        record.status = Status::complete;
        if (record.status_text.empty()) record.status_text = "struck through";
    } else if (open && row.heading_status() == Status::complete) {
        report_conflict(row, record, "the row stands among closed actions", findings);
    }
}

}  // namespace

Status meaning_of_crosses(std::string_view caption, std::span<const std::string> statuses) {
    const bool crossed = std::ranges::any_of(statuses, is_cross);
    if (!crossed) return Status::unknown;
    // Beside ticks, or beside a yes, it is the other one.
    const bool ticked = std::ranges::any_of(statuses, [](const std::string& text) {
        return status_of_wording(text) == Status::complete;
    });
    if (ticked) return Status::in_progress;
    const bool alone = std::ranges::all_of(
        statuses, [](const std::string& text) { return text.empty() || is_cross(text); });
    const bool of_completion = status_of_wording(caption_key(caption)) == Status::complete;
    return alone && of_completion ? Status::complete : Status::unknown;
}

void read_progress_and_status(const RowReader& row, Record& record, Findings& findings) {
    read_rag(row, record);
    read_percent(row, record);
    read_status_cell(row, record);
    take_status_of_rating(row, record);
    if (record.percent && is_unstated(record)) {
        record.status = status_of_percent(*record.percent);
    }
    for (const std::size_t column : row.columns(Field::progress)) {
        take_progress(row, column, record);
    }
    take_status_of_newest(row, record);
    infer_status(row, record);
    settle_struck(row, record, findings);
}

void read_verdicts(const RowReader& row, Record& record) {
    record.priority_text = row.text(Field::priority);
    record.priority = priority_of_wording(record.priority_text).value_or(Priority::none);
    const std::string response = row.text(Field::response);
    if (response.empty()) return;
    record.response_text = response;
    record.response =
        response_from(response).value_or(response_of_wording(response).value_or(Response::none));
    if (record.response != Response::none) return;
    if (const auto opening = opening_response(response)) record.response = opening->value;
}

}  // namespace tidytracker
