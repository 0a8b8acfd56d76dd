// SPDX-License-Identifier: Apache-2.0
// The document's own day. In: the lines outside the tables, the names of the sheets and of the
// file. Out: the day that the document gives itself, the meeting that it was written for, and how
// recent it is, with the words that say so. A day whose words speak of something else, such as the
// next meeting or the day by which returns are due, is never taken.
#include "pipeline_day.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/calendar.hpp"
#include "base/text.hpp"

namespace tidytracker {
namespace {

/// Where the words must stand before the day.
enum class Where : std::uint8_t { anywhere, beside, alone };

struct LeadIn {
    std::string_view words{};
    DayMeaning meaning{};
    Where where{Where::anywhere};
};
using enum DayMeaning;
/// Words that lead in a day. Those of another day win, else those that stand nearest to the day.
constexpr auto k_lead_ins = std::to_array<LeadIn>({
    {"next", other},
    {"forthcoming", other},
    {"upcoming", other},
    {"future", other},
    {"following meeting", other},
    {"last meeting", other},
    {"previous", other},
    {"deadline", other},
    {"due", other},
    {"return by", other},
    {"returns by", other},
    {"return to", other},
    {"target", other},
    {"closing", other},
    {"closes", other},
    {"expires", other},
    {"expiry", other},
    {"to be reviewed", other},
    {"review date", other},
    {"for review", other},
    {"start", other},
    {"starts", other},
    {"started", other},
    {"start date", other},
    {"end date", other},
    {"approved", other},
    {"agreed", other},
    {"adopted", other},
    {"ratified", other},
    {"signed", other},
    {"launched", other},
    {"established", other},
    {"superseded", other},
    {"incident", other},
    {"inspection", other},
    {"effective", other},
    {"commencing", other},
    {"by", other, Where::beside},
    {"before", other, Where::beside},
    {"from", other, Where::beside},
    {"since", other, Where::beside},
    {"until", other, Where::beside},
    {"after", other, Where::beside},
    {"printed", printed},
    {"print date", printed},
    {"date printed", printed},
    {"version", version},
    {"issue", version},
    {"issued", version},
    {"published", version},
    {"publication date", version},
    {"draft", version},
    {"created", version},
    {"circulated", version},
    {"date", dated, Where::alone},
    {"dated", dated},
    {"report date", dated},
    {"date of report", dated},
    {"date of this report", dated},
    {"document date", dated},
    {"date of paper", dated},
    {"meeting", DayMeaning::meeting},
    {"meetings", DayMeaning::meeting},
    {"mtg", DayMeaning::meeting},
    {"minutes", DayMeaning::meeting},
    {"held", DayMeaning::meeting},
    {"agenda", DayMeaning::meeting},
    {"as at", position},
    {"as of", position},
    {"correct at", position},
    {"accurate at", position},
    {"position", position},
    {"status at", position},
    {"status on", position},
    {"snapshot", position},
    {"updated", position},
    {"update", position},
    {"updates", position},
    {"amended", position},
    {"edited", position},
    {"modified", position},
    {"revised", position},
    {"refreshed", position},
    {"last reviewed", position},
    {"reviewed on", position},
    {"extracted", position},
    {"exported", position},
    {"downloaded", position},
    {"generated", position},
    {"compiled", position},
    {"prepared", position},
    {"reporting period", position},
    {"period", position},
    {"quarter ending", position},
    {"quarter ended", position},
    {"month ending", position},
    {"month ended", position},
    {"week ending", position},
    {"year ended", position},
    {"data to", position},
});

/// What joins the ends of a stretch of time; its last day is what the words before it are about.
constexpr auto k_joints =
    std::to_array<std::string_view>({"to", "until", "-", "\xE2\x80\x93", "and"});

/// The words in lower case, without marks, each between spaces; a new sentence begins anew.
std::string plain_words(std::string_view text) {
    std::string out = " ";
    for (const std::string_view word : words_of(text)) {
        std::size_t begin = 0;
        std::size_t end = word.size();
        while (begin < end && !is_word_byte(word[begin])) ++begin;
        while (end > begin && !is_word_byte(word[end - 1])) --end;
        if (begin < end) out.append(lower_ascii(word.substr(begin, end - begin))).append(" ");
        const char last = word.back();
        if (last == ';' || last == '|' || (last == '.' && word.size() > 3)) out = " ";
    }
    return out;
}

/// Words between a lead-in and its day that say nothing: "by noon on Friday", "on the".
std::string_view without_fillers(std::string_view words) {
    constexpr auto k_fillers = std::to_array<std::string_view>(
        {"on",       "the",    "of",       "noon",   "midday", "monday", "tuesday", "wednesday",
         "thursday", "friday", "saturday", "sunday", "mon",    "tue",    "tues",    "wed",
         "thu",      "thurs",  "fri",      "5pm",    "close",  "end",    "latest"});
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view filler : k_fillers) {
            if (!words.ends_with(' ') || words.size() < filler.size() + 2) continue;
            const std::size_t at = words.size() - 1 - filler.size();
            if (words[at - 1] != ' ' || words.substr(at, filler.size()) != filler) continue;
            words.remove_suffix(filler.size() + 1);
            again = true;
        }
    }
    return words;
}

/// Where `phrase` ends in `words`, the last time; nothing if it is not there.
std::optional<std::size_t> end_of_phrase(std::string_view words, const LeadIn& lead_in) {
    const std::string phrase = std::string(" ").append(lead_in.words).append(" ");
    const std::string_view near = lead_in.where == Where::anywhere ? words : without_fillers(words);
    const std::size_t at = near.rfind(phrase);
    if (at == std::string_view::npos) return std::nullopt;
    const std::size_t end = at + phrase.size();
    if (lead_in.where != Where::anywhere && end != near.size()) return std::nullopt;
    if (lead_in.where == Where::alone && at != 0) return std::nullopt;
    return end;
}

DayMeaning meaning_of_words(std::string_view words) {
    DayMeaning meaning = bare;
    std::size_t nearest = 0;
    for (const LeadIn& lead_in : k_lead_ins) {
        const std::optional<std::size_t> end = end_of_phrase(words, lead_in);
        if (!end) continue;
        if (lead_in.meaning == other) return other;
        if (*end <= nearest) continue;
        nearest = *end;
        meaning = lead_in.meaning;
    }
    return meaning;
}

/// "12 November 2024: minutes of the meeting", "3 September 2024 meeting".
bool names_meeting_behind(std::string_view behind) {
    const std::string words = plain_words(behind);
    return meaning_of_words(words) == DayMeaning::meeting;
}

bool joins(std::string_view between) {
    return std::ranges::find(k_joints, lower_ascii(trim(between))) != k_joints.end();
}

/// What is said of the source, and where.
enum class Place : std::uint8_t { detail, title, note, sheet };
struct PlacedMention {
    DayMention mention{};
    Place place{};
    bool in_prose{};  ///< the line says more than a title does
};

std::string line_of(const Sheet& sheet, const Workbook& workbook, const Row& row) {
    std::string text;
    for (const Cell& cell : sheet.cells_of(row)) {
        // A date that the format shows without its year has it nonetheless.
        const std::optional<Day> day = workbook.is_date(cell)
                                           ? day_from_serial(cell.number, workbook.date_system)
                                           : std::nullopt;
        text.append(day ? iso_day(*day) : workbook.displayed(cell)).append(" ");
    }
    return squeeze(text);
}

void append_mentions(std::string_view line, Place place, const DateContext& context,
                     std::vector<PlacedMention>& found) {
    constexpr std::size_t k_most_words_of_title = 16;
    const bool prose = words_of(line).size() > k_most_words_of_title;
    for (DayMention& mention : day_mentions(line, context)) {
        found.push_back({std::move(mention), place, prose});
    }
}

/// "Date: 12 March": the year is that of the last one.
void append_detail(const Detail& detail, const DateContext& context,
                   std::vector<PlacedMention>& found) {
    const std::string line = detail.label + ": " + detail.value;
    const std::size_t before = found.size();
    append_mentions(line, Place::detail, context, found);
    if (found.size() > before) return;
    const When when = parse_when(detail.value, context);
    if (when.date.empty() || when.edtf != when.date) return;
    const DayMeaning meaning = meaning_of_words(plain_words(detail.label));
    found.push_back(
        {{.day = when.date, .full = true, .meaning = meaning, .words = line}, Place::detail});
}

std::vector<PlacedMention> mentions_of(const SourceReading& reading, const DateContext& context) {
    std::vector<PlacedMention> found;
    for (const Detail& detail : reading.details) append_detail(detail, context, found);
    for (std::size_t i = 0; i < reading.labels.size(); ++i) {
        const Sheet& sheet = reading.workbook.sheets[i];
        for (const RowLabel& label : reading.labels[i]) {
            const bool outside = label.role == RowRole::title || label.role == RowRole::note;
            const Row* row = outside ? sheet.find_row(label.row) : nullptr;
            if (row == nullptr) continue;
            append_mentions(line_of(sheet, reading.workbook, *row),
                            label.role == RowRole::title ? Place::title : Place::note, context,
                            found);
        }
        if (!reading.labels[i].empty()) append_mentions(sheet.name, Place::sheet, context, found);
    }
    return found;
}

/// Does the mention tell how recent the document is? A line of prose may name any day, and below
/// the tables only words that say so count.
bool tells_edition(const PlacedMention& placed, bool minuted) {
    const DayMention& mention = placed.mention;
    if (mention.meaning == other || placed.in_prose) return false;
    // What is minuted is prose, too: "as at 31 March the balance stood at nil".
    if (minuted && mention.meaning == position && placed.place != Place::detail) return false;
    if (placed.place == Place::note) return mention.meaning == position;
    return placed.place != Place::detail || mention.meaning != bare;
}

/// The surest words count; of days of the same standing a full one, then the latest.
bool tells_more(const DayMention& mention, const DayMention& than) {
    const auto rank = [](const DayMention& each) { return std::pair{each.meaning, each.full}; };
    return rank(mention) == rank(than) ? mention.day > than.day : rank(mention) > rank(than);
}

IsoDay first_of(const std::vector<PlacedMention>& found, Place place, DayMeaning meaning) {
    const auto mention = std::ranges::find_if(found, [&](const PlacedMention& each) {
        return each.place == place && each.mention.full && each.mention.meaning == meaning;
    });
    return mention == found.end() ? IsoDay() : mention->mention.day;
}

bool is_minuted(const SourceReading& reading) {
    return std::ranges::any_of(reading.tables, [](const MappedTable& mapped) {
        return mapped.table.shape == TableShape::list;
    });
}

/// Minutes are of a meeting whose day may stand in any line above what is minuted.
IsoDay meeting_of(const std::vector<PlacedMention>& found, bool minuted) {
    IsoDay day = first_of(found, Place::detail, DayMeaning::meeting);
    if (day.empty() && minuted) day = first_of(found, Place::detail, dated);
    if (day.empty() && minuted) day = first_of(found, Place::title, DayMeaning::meeting);
    return day;
}

}  // namespace

std::vector<DayMention> day_mentions(std::string_view line, const DateContext& context) {
    std::vector<DayMention> mentions;
    std::size_t begin = 0;
    const std::vector<FoundDate> dates = find_dates(line, context);
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const FoundDate& date = dates[i];
        const std::string_view before = line.substr(begin, date.begin - begin);
        DayMention mention{.day = date.span.end, .full = date.span.start == date.span.end};
        if (!mentions.empty() && joins(before)) {
            mention.meaning = mentions.back().meaning;
            mention.words = mentions.back().words;
            mention.words.append(line.substr(begin, date.end - begin));
            mentions.pop_back();
        } else {
            const std::string words = plain_words(before);
            const std::size_t next = i + 1 < dates.size() ? dates[i + 1].begin : line.size();
            mention.meaning = meaning_of_words(words);
            const bool behind = mention.meaning == bare && words == " " &&
                                names_meeting_behind(line.substr(date.end, next - date.end));
            if (behind) mention.meaning = DayMeaning::meeting;
            mention.words = squeeze(line.substr(begin, (behind ? next : date.end) - begin));
        }
        begin = date.end;
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

void date_source(SourceReading& reading, const Instructions& instructions) {
    const DateContext context{.reference = instructions.as_of,
                              .order = instructions.date_order.value,
                              .looks_back = true};
    const std::vector<PlacedMention> found = mentions_of(reading, context);
    Source& source = reading.source;
    const bool minuted = is_minuted(reading);
    source.meeting = meeting_of(found, minuted);
    DayMention best;
    for (const PlacedMention& placed : found) {
        if (tells_edition(placed, minuted) && tells_more(placed.mention, best))
            best = placed.mention;
    }
    if (best.full && best.meaning >= dated) source.date = best.day;
    if (source.date.empty()) source.date = source.meeting;
    // What a name says of the file is surer than a day that may be of what the file is about.
    const bool weak = best.meaning < dated && !day_in_name(source.name).empty();
    if (!weak && best.meaning != other) {
        std::string_view words = best.words;
        while (!words.empty() && !is_word_byte(words.front())) words.remove_prefix(1);
        source.edition = {best.day, Text(words)};
    }
}

}  // namespace tidytracker
