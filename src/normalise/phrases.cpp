// SPDX-License-Identifier: Apache-2.0
// The vocabulary of dates. In: text at the start of a word. Out: the longest phrase of the tables
// that stands there. Adding a way to say something is one line here.
#include "normalise/phrases.hpp"

#include <tidytracker/record.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

#include "base/text.hpp"
#include "normalise/when.hpp"

namespace tidytracker::dates {
namespace {

/// Wordings that share a sense, parted by '|'. In a counted group each is worth one more than the
/// one before it, and '=' parts wordings of the same value.
struct Group {
    Sense sense{};
    int value{};
    std::string_view words{};
    bool counted{};
};

template <class Value>
constexpr Group group(Sense sense, Value value, std::string_view words) {
    return {sense, static_cast<int>(value), words, false};
}

constexpr Group counted(Sense sense, int value, std::string_view words) {
    return {sense, value, words, true};
}

// clang-format off
constexpr std::array k_groups = std::to_array<Group>({
    counted(Sense::month, 1,
          "january=jan|february=febuary=feb|march=mar|april=apr|may|june=jun|july=jul|"
          "august=aug|september=sept=sep|october=oct|november=nov|december=dec"),
    counted(Sense::weekday, 1,
          "monday=mon|tuesday=tues=tue|wednesday=weds=wed|thursday=thurs=thur=thu|friday=fri|"
          "saturday=sat|sunday=sun"),
    counted(Sense::weekdays, 1,
          "mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays"),
    counted(Sense::season, 21, "spring|summer|autumn|winter"),
    counted(Sense::term, 1, "autumn term=michaelmas term|spring term|summer term"),
    counted(Sense::ordinal, 1,
          "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
          "thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|"
          "twenty-first|twenty-second|twenty-third|twenty-fourth|twenty-fifth|twenty-sixth|"
          "twenty-seventh|twenty-eighth|twenty-ninth|thirtieth|thirty-first"),
    counted(Sense::count, 1,
          "a=an=one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"),
    group(Sense::holiday, Holiday::new_year, "new year"),
    group(Sense::holiday, Holiday::new_years_day, "new year's day|new years day"),
    group(Sense::holiday, Holiday::burns_night, "burns night"),
    group(Sense::holiday, Holiday::st_davids_day, "st david's day|st davids day"),
    group(Sense::holiday, Holiday::st_patricks_day, "st patrick's day|st patricks day"),
    group(Sense::holiday, Holiday::lady_day, "lady day"),
    group(Sense::holiday, Holiday::st_georges_day, "st george's day|st georges day"),
    group(Sense::holiday, Holiday::may_day, "may day"),
    group(Sense::holiday, Holiday::halloween, "halloween|hallowe'en"),
    group(Sense::holiday, Holiday::bonfire_night,
          "bonfire night|guy fawkes night|guy fawkes day|fireworks night"),
    group(Sense::holiday, Holiday::armistice_day, "armistice day|remembrance day"),
    group(Sense::holiday, Holiday::st_andrews_day, "st andrew's day|st andrews day"),
    group(Sense::holiday, Holiday::christmas_eve, "christmas eve|xmas eve"),
    group(Sense::holiday, Holiday::christmas, "christmas|xmas|christmas day|xmas day"),
    group(Sense::holiday, Holiday::boxing_day, "boxing day|st stephen's day"),
    group(Sense::holiday, Holiday::new_years_eve, "new year's eve|new years eve|hogmanay"),
    group(Sense::holiday, Holiday::shrove_tuesday, "shrove tuesday|pancake day"),
    group(Sense::holiday, Holiday::ash_wednesday, "ash wednesday"),
    group(Sense::holiday, Holiday::mothering_sunday, "mothering sunday"),
    group(Sense::holiday, Holiday::palm_sunday, "palm sunday"),
    group(Sense::holiday, Holiday::maundy_thursday, "maundy thursday"),
    group(Sense::holiday, Holiday::good_friday, "good friday"),
    group(Sense::holiday, Holiday::easter, "easter|easter sunday|easter day"),
    group(Sense::holiday, Holiday::easter_monday, "easter monday|easter bank holiday"),
    group(Sense::holiday, Holiday::ascension_day, "ascension day"),
    group(Sense::holiday, Holiday::whit_sunday, "whit sunday|whitsun|pentecost"),
    group(Sense::holiday, Holiday::early_may_bank_holiday,
          "early may bank holiday|may day bank holiday|first may bank holiday"),
    group(Sense::holiday, Holiday::spring_bank_holiday,
          "spring bank holiday|late may bank holiday|second may bank holiday|whit monday"),
    group(Sense::holiday, Holiday::summer_bank_holiday,
          "august bank holiday|summer bank holiday|late august bank holiday"),
    group(Sense::holiday, Holiday::remembrance_sunday, "remembrance sunday"),
    group(Sense::holiday, Holiday::twelfth_night, "twelfth night|epiphany"),
    group(Sense::holiday, Holiday::holocaust_memorial_day, "holocaust memorial day"),
    group(Sense::holiday, Holiday::candlemas, "candlemas"),
    group(Sense::holiday, Holiday::valentines_day,
          "valentine's day|valentines day|st valentine's day"),
    group(Sense::holiday, Holiday::womens_day,
          "international women's day|international womens day"),
    group(Sense::holiday, Holiday::vaisakhi, "vaisakhi|baisakhi"),
    group(Sense::holiday, Holiday::earth_day, "earth day"),
    group(Sense::holiday, Holiday::ve_day, "ve day"),
    group(Sense::holiday, Holiday::windrush_day, "windrush day"),
    group(Sense::holiday, Holiday::midsummer_day, "midsummer day"),
    group(Sense::holiday, Holiday::fathers_day, "father's day|fathers day"),
    group(Sense::holiday, Holiday::lammas, "lammas"),
    group(Sense::holiday, Holiday::michaelmas, "michaelmas|michaelmas day"),
    group(Sense::holiday, Holiday::mental_health_day, "world mental health day"),
    group(Sense::holiday, Holiday::martinmas, "martinmas"),
    group(Sense::holiday, Holiday::lunar_new_year,
          "chinese new year|lunar new year|chinese new year's day"),
    group(Sense::holiday, Holiday::diwali, "diwali|divali|deepavali|deepawali"),
    group(Sense::holiday, Holiday::ramadan, "ramadan|ramadhan|ramazan"),
    group(Sense::holiday, Holiday::last_friday_of_ramadan,
          "jumu'atul-wida|jumatul-wida|jumu'atul wida|jumatul wida"),
    group(Sense::holiday, Holiday::night_of_power,
          "laylat al-qadr|laylat al qadr|lailat al-qadr|laylatul qadr|night of power"),
    group(Sense::holiday, Holiday::eid_al_fitr,
          "eid al-fitr|eid ul-fitr|eid al fitr|eid ul fitr|id al-fitr|id ul-fitr|eid-al-fitr|"
          "eid-ul-fitr"),
    group(Sense::holiday, Holiday::eid_al_adha,
          "eid al-adha|eid ul-adha|eid al adha|eid ul adha|id al-adha|id ul-adha|eid-al-adha|"
          "eid-ul-adha"),
    group(Sense::holiday, Holiday::islamic_new_year, "islamic new year|muslim new year"),
    group(Sense::holiday, Holiday::ashura, "ashura|day of ashura"),
    group(Sense::holiday, Holiday::mawlid, "mawlid|milad un-nabi|milad un nabi"),
    group(Sense::holiday, Holiday::purim, "purim"),
    group(Sense::holiday, Holiday::passover, "passover|pesach"),
    group(Sense::holiday, Holiday::shavuot, "shavuot|shavuoth"),
    group(Sense::holiday, Holiday::rosh_hashanah,
          "rosh hashanah|rosh hashana|rosh ha-shanah|jewish new year"),
    group(Sense::holiday, Holiday::yom_kippur, "yom kippur|day of atonement"),
    group(Sense::holiday, Holiday::sukkot, "sukkot|sukkoth"),
    group(Sense::holiday, Holiday::hanukkah, "hanukkah|chanukah|hanukah"),
    group(Sense::quarter, 0, "q|qtr|quarter"),
    group(Sense::half, 0, "h|half|half year"),
    group(Sense::split_year, YearKind::financial, "financial year|fiscal year|fy|f/y"),
    group(Sense::split_year, YearKind::academic, "academic year|school year|ay"),
    group(Sense::split_year, YearKind::municipal, "municipal year|civic year|council year"),
    group(Sense::calendar, 0, "calendar|calendar year"),
    group(Sense::year_word, 0, "year"),
    group(Sense::unit, Step::working_day,
          "working day|working days|business day|business days|school day|school days"),
    group(Sense::unit, Step::day, "day|days"),
    group(Sense::unit, Step::week, "week|weeks|wk|wks"),
    group(Sense::unit, Step::fortnight, "fortnight"),
    group(Sense::unit, Step::month, "month|months|mths"),
    group(Sense::unit, Step::quarter, "quarters"),
    group(Sense::unit, Step::year, "years|yr|yrs|year's"),
    group(Sense::part, Part::early, "early|beginning|beginning of|start|start of"),
    group(Sense::part, Part::middle, "mid|middle of"),
    group(Sense::part, Part::late, "late|later"),
    group(Sense::part, Part::so_far, "earlier"),
    group(Sense::part, Part::end, "end|end of|ending|last day of|close of|year end|year-end|y/e"),
    group(Sense::week_of, WeekForm::commencing,
          "w/c|wc|w.c|w/b|wb|week commencing|week beginning|week starting|wk commencing|"
          "wk beginning"),
    group(Sense::week_of, WeekForm::holding, "week of|wk of"),
    group(Sense::week_of, WeekForm::ending, "w/e|w.e|week ending|week ended|wk ending"),
    group(Sense::to, 0, "to|until|till|through|thru|through to|up to"),
    group(Sense::between, 0, "between"),
    group(Sense::conjunction, 0, "and|or"),
    group(Sense::which, -1, "last|previous|past"),
    group(Sense::which, 0, "this|current"),
    group(Sense::nearest, 0, "nearest|closest"),
    group(Sense::which, 1, "next|coming|upcoming|the following|new"),
    group(Sense::within, 0, "within|within the|within the next"),
    group(Sense::in, 0, "in|in the"),
    group(Sense::ago, 0, "ago"),
    group(Sense::hence, 0, "from now|from today|hence"),
    group(Sense::today, 0, "today"),
    group(Sense::now, 0, "now"),
    group(Sense::now, 1, "to date|to now|until now|to the present"),
    group(Sense::today, 1, "tomorrow|tmrw"),
    group(Sense::today, -1, "yesterday"),
    group(Sense::today, -2, "day before yesterday"),
    group(Sense::today, 2, "day after tomorrow"),
    group(Sense::bound, Bound::by,
          "by|due by|as late as|by or before|on or before|no later than|not later than|by no later than"),
    group(Sense::bound, Bound::before, "before|pre|prior to|ahead of|in advance of"),
    group(Sense::bound, Bound::after, "after|later than|following|post"),
    group(Sense::bound, Bound::from,
          "from|as early as|wef|with effect from|starting|starting in|commencing|beginning on|beginning in|"
          "on or after|not before|no earlier than|not earlier than|not until|earliest"),
    group(Sense::bound, Bound::since, "since"),
    group(Sense::after_it, Bound::by, "at the latest|at latest|latest"),
    group(Sense::after_it, Bound::from,
          "onwards|onward|and onwards|and after|and beyond|and later|or later|and greater|"
          "at the earliest"),
    group(Sense::hedge, Qualifier::approximate,
          "approx|approximately|around|about|circa|c|ca|est|estimated|est date|provisional|"
          "provisionally|indicative|roughly|in or around"),
    group(Sense::hedge, Qualifier::likely,
          "likely|likely to be|probably|expected|anticipated|hopefully|possibly|aim for|"
          "aiming for|aim"),
    group(Sense::wordless, Qualifier::tbc,
          "tbc|tba|tbd|to be confirmed|to be agreed|to be advised|to be announced|"
          "to be decided|to be determined|to be arranged|to be scheduled|date tbc|"
          "not yet known|not known|unknown|awaiting date|awaiting confirmation|"
          "subject to confirmation"),
    group(Sense::wordless, Qualifier::asap,
          "asap|a.s.a.p|as soon as possible|as soon as practicable|immediate|immediately|"
          "immediate effect|with immediate effect|urgent|urgently|forthwith|straight away"),
    group(Sense::wordless, Qualifier::ongoing,
          "ongoing|on-going|on going|continuous|continuously|continuing|continual|rolling|"
          "rolling programme|bau|business as usual|as required|as needed|as necessary|"
          "as and when|as and when necessary|as and when required|open ended|open-ended|"
          "ongoing work|ongoing action|standing item|standing|standing agenda item"),
    group(Sense::wordless, Qualifier::none,
          "n/a|na|n.a|not applicable|none|nil|no due date|no date|no deadline|no date set|"
          "no date given|no deadline set|no deadline established|not set|not stated|"
          "not specified|not given|long term|long-term|medium term|medium-term|short term|"
          "short-term|in due course|due course|shortly|in the near future|near future|soon|"
          "when available|blank"),
    group(Sense::wordless, Qualifier::recurring,
          "annually|annual|yearly|biannually|biannual|bi-annual|bi-annually|half yearly|"
          "half-yearly|six monthly|six-monthly|quarterly|termly|monthly|bi-monthly|bimonthly|"
          "two monthly|three monthly|every month|every six months|every 6 months|"
          "every three months|every 3 months|every two months|every other month|every 12 months|"
          "every two years|each month|every year|each year|every quarter|"
          "each quarter|every meeting|each meeting|every week|each week|every term|each term|"
          "weekly|fortnightly|daily|per annum|recurring|regular|regularly|at each meeting|"
          "at every meeting|annual review|monthly review|quarterly review|monthly update|"
          "monthly updates|quarterly update|quarterly updates|quarterly report|monthly report|"
          "quarterly basis|monthly basis|annual basis|on a quarterly basis|on a monthly basis|"
          "on an annual basis|every|each|twice a year|twice yearly|twice annually|"
          "three times a year|every 2 months|every 4 months|every four months|every 2 weeks|"
          "every two weeks|every 4 weeks|every four weeks|every 6 weeks|every six weeks|"
          "every 8 weeks|every eight weeks|every other week|every 2 years|every 3 years|"
          "every three years|every five years|half termly|six weekly|bi-weekly|on a rolling basis|"
          "on a regular basis|once a year|once a month|once a term"),
    group(Sense::wordless, Qualifier::next_meeting,
          "next agenda|future meeting|future agenda|next cycle|subsequent meeting|agenda item|"
          "forthcoming meeting"),
    group(Sense::role, DateRole::original,
          "original|original date|originally|original due date|original deadline|previous date|"
          "previously|was|were|formerly|initial date|old date|revised from|extended from|"
          "moved from|deferred from|changed from|slipped from|instead of"),
    group(Sense::role, DateRole::revised,
          "revised|revised date|revised to|revised due date|revised deadline|revised target|"
          "now due|now moved to|new date|new due date|new deadline|new target|"
          "new target date|amended|amended to|amended date|updated to|extended|extended to|"
          "extension to|extension|extension agreed to|moved to|moved back to|put back to|"
          "deferred|deferred to|postponed to|delayed to|delayed until|deferred until|"
          "postponed until|extended until|slipped to|rescheduled to|rescheduled|changed to|"
          "forecast|revised forecast"),
    group(Sense::arrow, 0, "then"),
    group(Sense::role, DateRole::completed,
          "complete|completed|completed on|completed in|closed|closed on|done|achieved|"
          "actioned|delivered|signed off|complete on"),
    group(Sense::body, 0,
          "meeting|meetings|mtg|committee|cttee|board|cabinet|council|full council|panel|forum|"
          "executive|assembly|agm|conference|session|sub-committee|subcommittee|agenda|cycle|"
          "executive board|steering group|working group|task group|task and finish group|"
          "programme board|partnership board|workshop|governing body|senate"),
    group(Sense::time, 0,
          "noon|midday|midnight|close of play|close of business|cop|cob|am|pm|a.m|p.m|gmt|bst|"
          "utc|hrs|hours|o'clock|morning|afternoon|evening"),
    group(Sense::lasting, 0, "for|for a period of|lasting"),
    group(Sense::label, 0,
          "date|completion|due|due date|deadline|target|target date|timescale|"
          "completion date|date of completion|review|review date|review in|reviewed|update|"
          "updated|updates|updated on|progress|progress update|position|status|added|added on|"
          "dated|as at|as of|report to|report back to|reported to|to be reported to|presented to|"
          "to be presented to|bring back to|back to|next review|next review date|next due|"
          "next update|next report|reporting to|verbal update|"
          "verbal update to|written update|report|further update|latest update|update to|"
          "update at|update due|raised|raised on|agreed|received|entered|scheduled|"
          "scheduled for|planned|planned for|during|comment|comments|note|go live|go-live"),
    group(Sense::filler, 0, "the|of|on|at|day of|de"),
    group(Sense::end_of_this, Step::week, "eow"),
    group(Sense::end_of_this, Step::month, "eom"),
    group(Sense::end_of_this, Step::quarter, "eoq"),
    group(Sense::end_of_this, Step::year, "eoy"),
});
// clang-format on

constexpr bool parts_words(char c) {
    return c == '|' || c == '=';
}

constexpr std::size_t count_phrases() {
    std::size_t count = k_groups.size();
    for (const Group& each : k_groups) {
        count += static_cast<std::size_t>(std::ranges::count_if(each.words, parts_words));
    }
    return count;
}

constexpr auto sorted_phrases() {
    std::array<Phrase, count_phrases()> out{};
    std::size_t filled = 0;
    for (const Group& each : k_groups) {
        int value = each.value;
        std::string_view rest = each.words;
        while (!rest.empty()) {
            std::size_t end = 0;
            while (end < rest.size() && !parts_words(rest[end])) ++end;
            out[filled++] = {rest.substr(0, end), each.sense, value};
            if (end < rest.size() && rest[end] == '|' && each.counted) ++value;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    std::ranges::sort(out, {}, &Phrase::text);
    return out;
}

constexpr auto k_phrases = sorted_phrases();
static_assert(std::ranges::adjacent_find(k_phrases, {}, &Phrase::text) == k_phrases.end(),
              "a wording has one meaning");

/// Where the phrases with each two first characters begin. Marks and spaces, and the end of a
/// phrase of one letter, count as the character before 'a', as they are sorted.
constexpr std::size_t k_letters = 27;
constexpr std::size_t letter_at(std::string_view text, std::size_t at) {
    const char c = at < text.size() ? to_lower(text[at]) : '\0';
    return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') + 1 : 0;
}
constexpr auto k_begins = [] {
    std::array<std::uint16_t, k_letters * k_letters + 1> begins{};
    for (const Phrase& phrase : k_phrases) {
        ++begins[letter_at(phrase.text, 0) * k_letters + letter_at(phrase.text, 1) + 1];
    }
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    return begins;
}();

/// Bytes of `text` that `phrase` takes; 0 if it does not stand there.
std::size_t matched_bytes(std::string_view text, std::string_view phrase) {
    std::size_t at = 0;
    for (const char wanted : phrase) {
        if (at >= text.size()) return 0;
        std::size_t taken = to_lower(text[at]) == wanted ? 1 : 0;
        if (wanted == ' ') {
            taken = 0;
            while (const std::size_t bytes = space_bytes(text.substr(at + taken))) taken += bytes;
        } else if (wanted == '-') {
            taken = dash_bytes(text.substr(at));
        } else if (wanted == '\'' && text.substr(at).starts_with("\xE2\x80\x99")) {
            taken = 3;
        }
        if (taken == 0) return 0;
        at += taken;
    }
    return at;
}

/// Is the end of `text`, or what follows here, no more of the same word? A digit may follow
/// ("Q3", "mar3"), the 's of "today's" may not.
bool word_ends(std::string_view text) {
    if (text.empty()) return true;
    if (text[0] == '\'' && text.size() > 1 && is_letter(text[1])) return false;
    if (text.starts_with("\xE2\x80\x99") && text.size() > 3 && is_letter(text[3])) return false;
    return !is_letter(text[0]) && (static_cast<unsigned char>(text[0]) < 0x80 ||
                                   space_bytes(text) > 0 || text.starts_with("\xE2\x80") ||
                                   text.starts_with("\xE2\x86") || text.starts_with("\xE2\x88"));
}

}  // namespace

std::size_t space_bytes(std::string_view text) {
    if (text.empty()) return 0;
    if (is_space(text[0])) return 1;
    const std::size_t character = static_cast<unsigned char>(text[0]) < 0xE0 ? 2 : 3;
    return static_cast<unsigned char>(text[0]) >= 0x80 && text.size() >= character &&
                   trim(text.substr(0, character)).empty()
               ? character
               : 0;
}

std::size_t dash_bytes(std::string_view text) {
    if (text.starts_with("-")) return 1;
    if (text.starts_with("\xE2\x88\x92")) return 3;  // U+2212
    // U+2010 to U+2015
    return text.size() >= 3 && text.starts_with("\xE2\x80") &&
                   static_cast<unsigned char>(text[2]) >= 0x90 &&
                   static_cast<unsigned char>(text[2]) <= 0x95
               ? 3
               : 0;
}

PhraseMatch match_phrase(std::string_view text) {
    PhraseMatch best;
    if (text.empty() || !is_letter(text[0])) return best;
    const auto try_cell = [&text, &best](std::size_t cell) {
        for (std::size_t at = k_begins[cell]; at < k_begins[cell + 1]; ++at) {
            const Phrase& phrase = k_phrases[at];
            if (phrase.text.size() <= best.length) continue;
            const std::size_t length = matched_bytes(text, phrase.text);
            if (length > best.length && word_ends(text.substr(length))) best = {phrase, length};
        }
    };
    // A mark may be printed in several ways, so phrases with one in the second place are all tried;
    // of the others those with the same two letters.
    const std::size_t row = letter_at(text, 0) * k_letters;
    try_cell(row);
    if (const std::size_t second = letter_at(text, 1); second > 0) try_cell(row + second);
    return best;
}

}  // namespace tidytracker::dates
