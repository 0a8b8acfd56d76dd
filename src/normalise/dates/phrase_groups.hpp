// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <array>
#include <string_view>

#include "normalise/dates/phrases.hpp"
#include "normalise/dates/when.hpp"

// The table of the words of dates. Adding a way to say something is one line here.
namespace tidytracker::dates {

/// Wordings that share a sense, parted by '|'. In a counted group each is worth one more than the
/// one before it, and '=' parts wordings of the same value.
struct Group {
    Sense sense{};
    int value{};
    std::string_view words{};
    bool counted{};
};

template <class Value>
[[nodiscard]] constexpr Group group(Sense sense, Value value, std::string_view words) {
    return {sense, static_cast<int>(value), words, false};
}

[[nodiscard]] constexpr Group counted(Sense sense, int value, std::string_view words) {
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
    counted(Sense::term, 1,
          "autumn term=michaelmas term=aut term|spring term=lent term=easter term=spr term|"
          "summer term=trinity term=sum term"),
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
    group(Sense::holiday, Holiday::labour_day, "international workers' day|workers' day"),
    group(Sense::holiday, Holiday::autumn_half_term,
          "october half term|october half-term|autumn half term|autumn half-term"),
    group(Sense::holiday, Holiday::spring_half_term,
          "february half term|february half-term|feb half term|feb half-term"),
    group(Sense::holiday, Holiday::summer_half_term,
          "may half term|may half-term|whitsun half term|whitsun half-term"),
    group(Sense::holiday, Holiday::christmas_break,
          "christmas recess|christmas break|christmas holidays|christmas holiday|xmas break|"
          "xmas holidays|festive period|christmas closure|christmas shutdown|christmas period"),
    group(Sense::holiday, Holiday::summer_break,
          "summer recess|summer break|summer holidays|summer holiday|summer hols|"
          "august recess"),
    group(Sense::quarter, 0, "q|qtr|quarter"),
    group(Sense::half, 0, "h|half|half year"),
    group(Sense::split_year, YearKind::financial, "financial year|fiscal year|fy|f/y|fye"),
    group(Sense::split_year, YearKind::academic, "academic year|school year|ay"),
    group(Sense::split_year, YearKind::municipal, "municipal year|civic year|council year"),
    group(Sense::calendar, 0, "calendar|calendar year|cy"),
    group(Sense::year_word, 0, "year"),
    group(Sense::unit, Step::working_day,
          "working day|working days|business day|business days|school day|school days"),
    group(Sense::unit, Step::day, "day|days"),
    group(Sense::unit, Step::week, "week|weeks|wk|wks|week no|week number"),
    group(Sense::unit, Step::fortnight, "fortnight"),
    group(Sense::unit, Step::month, "month|months|mths"),
    group(Sense::unit, Step::quarter, "quarters"),
    group(Sense::unit, Step::term, "term"),
    group(Sense::unit, Step::year, "years|yr|yrs|year's"),
    group(Sense::part, Part::early, "early|beginning|beginning of|start|start of"),
    group(Sense::part, Part::middle, "mid|middle of"),
    group(Sense::part, Part::late, "late|later"),
    group(Sense::part, Part::so_far, "earlier"),
    group(Sense::part, Part::end, "end|end of|ending|last day of|close of|year end|year-end|y/e"),
    group(Sense::week_of, WeekForm::commencing,
          "w/c|wc|w.c|wk/c|w/b|wb|week commencing|week beginning|week starting|wk commencing|"
          "wk beginning"),
    group(Sense::week_of, WeekForm::holding, "week of|wk of"),
    group(Sense::week_of, WeekForm::ending, "w/e|w.e|wk/e|week ending|week ended|wk ending"),
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
          "by|due by|as late as|by or before|on or before|no later than|not later than|"
          "by no later than|nlt|complete by|to be completed by|to be complete by|completion by|"
          "to complete by|finish by|to be done by|in time for|ready for|in place by|done by|"
          "to be in place by"),
    group(Sense::bound, Bound::before, "before|pre|prior to|ahead of|in advance of"),
    group(Sense::bound, Bound::after, "after|later than|following|post"),
    group(Sense::bound, Bound::from,
          "from|as early as|wef|w.e.f|with effect from|starting|starting in|commencing|beginning on|beginning in|"
          "on or after|not before|no earlier than|not earlier than|not until|earliest"),
    group(Sense::bound, Bound::since, "since"),
    group(Sense::after_it, Bound::by, "at the latest|at latest|latest"),
    group(Sense::after_it, Bound::from,
          "onwards|onward|and onwards|and after|and beyond|and later|or later|and greater|"
          "at the earliest"),
    group(Sense::hedge, Qualifier::approximate,
          "approx|approximately|around|about|circa|c|ca|est|estimated|est date|provisional|"
          "provisionally|indicative|roughly|in or around|ish"),
    group(Sense::hedge, Qualifier::likely,
          "likely|likely to be|probably|expected|anticipated|hopefully|possibly|aim for|"
          "aiming for|aim|poss|possible|prob|exp|eta|tentative|tentatively"),
    group(Sense::wordless, Qualifier::tbc,
          "tbc|tba|tbd|to be confirmed|to be agreed|to be advised|to be announced|"
          "to be decided|to be determined|to be arranged|to be scheduled|date tbc|"
          "not yet known|not known|unknown|awaiting date|awaiting confirmation|"
          "subject to confirmation|subject to funding|subject to approval|"
          "subject to agreement|subject to resources|dependent on funding"),
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
          "not specified|not given|in due course|due course|shortly|in the near future|"
          "near future|soon|when available|blank"),
    group(Sense::timeframe, 0,
          "long term|long-term|medium term|medium-term|short term|short-term|longer term|"
          "longer-term|short to medium term|medium to long term|mid term|mid-term|near term|"
          "near-term|quick win"),
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
          "next agenda|nxt mtg|nxt meeting|next month's meeting|future meeting|future agenda|next cycle|subsequent meeting|agenda item|"
          "forthcoming meeting"),
    group(Sense::role, DateRole::original,
          "original|original date|originally|original due date|original deadline|previous date|"
          "previously|was|were|formerly|initial date|old date|revised from|extended from|"
          "moved from|deferred from|changed from|slipped from|instead of|orig|prev|"
          "rolled over from|carried forward from|brought forward from|first due"),
    group(Sense::role, DateRole::revised,
          "revised|revised date|revised to|revised due date|revised deadline|revised target|"
          "now due|now moved to|new date|new due date|new deadline|new target|"
          "new target date|amended|amended to|amended date|updated to|extended|extended to|"
          "extension to|extension|extension agreed to|moved to|moved back to|put back to|"
          "deferred|deferred to|postponed to|delayed to|delayed until|deferred until|"
          "postponed until|extended until|slipped to|rescheduled to|rescheduled|changed to|"
          "forecast|revised forecast|rev|rolled over to|rolled forward to|carried forward to|"
          "carry forward to|c/f to|c/fwd to|cfwd to|pushed back to|pushed to|slip to|"
          "brought forward to|now due by|re-profiled to|reprofiled to|new target of|"
          "re-scheduled to|extend to|to be extended to|moved on to"),
    group(Sense::arrow, 0, "then"),
    group(Sense::role, DateRole::completed,
          "complete|completed|completed on|completed in|closed|closed on|done|achieved|"
          "actioned|delivered|signed off|complete on"),
    group(Sense::body, 0,
          "meeting|meetings|mtg|committee|cttee|board|cabinet|council|full council|panel|forum|"
          "executive|assembly|agm|conference|session|sub-committee|subcommittee|agenda|cycle|"
          "executive board|annual council|steering group|working group|task group|task and finish group|"
          "programme board|partnership board|workshop|governing body|senate"),
    group(Sense::time, 0,
          "noon|midday|midnight|close of play|close of business|cop|cob|am|pm|a.m|p.m|gmt|bst|"
          "utc|hrs|hours|o'clock|morning|afternoon|evening|eod|end of day|end of play|"
          "close of day|first thing|lunchtime|eop"),
    group(Sense::lasting, 0, "for|for a period of|lasting"),
    group(Sense::label, 0,
          "date|completion|due|due date|deadline|target|target date|timescale|"
          "completion date|date of completion|review|review date|reviewed|update|"
          "updated|updates|updated on|progress|progress update|position|status|added|added on|"
          "dated|as at|as of|report to|report back to|reported to|to be reported to|presented to|"
          "to be presented to|bring back to|back to|next review|next review date|next due|"
          "next update|next report|reporting to|verbal update|"
          "verbal update to|written update|report|further update|latest update|update to|"
          "update at|update due|raised|raised on|agreed|received|entered|scheduled|"
          "scheduled for|planned|planned for|during|comment|comments|note|go live|go-live|"
          "throughout|over|over the|across|by when|when|to be reviewed|end date|finish|"
          "finish date|ends|ends on|to review|launch|publication|submission|implementation|overdue|"
          "on track|missed|not met|extension requested|slipped|draft|final|interim"),
    group(Sense::filler, 0, "the|of|on|at|day of|de"),
    group(Sense::end_of_this, Step::week, "eow"),
    group(Sense::end_of_this, Step::month, "eom"),
    group(Sense::end_of_this, Step::quarter, "eoq"),
    group(Sense::end_of_this, Step::year, "eoy"),
});
// clang-format on

}  // namespace tidytracker::dates
