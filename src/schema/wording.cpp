// SPDX-License-Identifier: Apache-2.0
#include "schema/wording.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "schema/opening_letters.hpp"
#include "schema/phrase_table.hpp"
#include "schema/status_table.hpp"

namespace tidytracker {
namespace {

constexpr auto k_rag_phrases = std::to_array<Phrase<Rag>>({
    {"blue", Rag::blue},
    {"b", Rag::blue},
    {"green", Rag::green},
    {"g", Rag::green},
    {"amber", Rag::amber},
    {"a", Rag::amber},
    {"red", Rag::red},
    {"r", Rag::red},
    {"grey", Rag::grey},
    {"gray", Rag::grey},
    {"purple", Rag::purple},
    {"p", Rag::purple},
});

constexpr auto k_priority_phrases = std::to_array<Phrase<Priority>>({
    {"high", Priority::high},
    {"h", Priority::high},
    {"1", Priority::high},
    {"p1", Priority::high},
    {"critical", Priority::high},
    {"urgent", Priority::high},
    {"fundamental", Priority::high},
    {"priority one", Priority::high},
    {"must do", Priority::high},
    {"immediate", Priority::high},
    {"essential", Priority::high},
    {"important", Priority::high},
    {"very high", Priority::high},
    {"medium", Priority::medium},
    {"m", Priority::medium},
    {"med", Priority::medium},
    {"moderate", Priority::medium},
    {"2", Priority::medium},
    {"p2", Priority::medium},
    {"significant", Priority::medium},
    {"normal", Priority::medium},
    {"priority two", Priority::medium},
    {"should do", Priority::medium},
    {"low", Priority::low},
    {"l", Priority::low},
    {"3", Priority::low},
    {"p3", Priority::low},
    {"desirable", Priority::low},
    {"minor", Priority::low},
    {"merits attention", Priority::low},
    {"advisory", Priority::low},
    {"could do", Priority::low},
    {"priority three", Priority::low},
    {"housekeeping", Priority::low},
});

constexpr auto k_response_phrases = std::to_array<Phrase<Response>>({
    {"accepted", Response::accepted},
    {"accept", Response::accepted},
    {"agreed", Response::accepted},
    {"agree", Response::accepted},
    {"recommendation accepted", Response::accepted},
    {"recommendation agreed", Response::accepted},
    {"fully accepted", Response::accepted},
    {"accepted in full", Response::accepted},
    {"accept in full", Response::accepted},
    {"agreed in full", Response::accepted},
    {"fully agreed", Response::accepted},
    {"approved", Response::accepted},
    {"endorsed", Response::accepted},
    {"accepted in principle", Response::partially_accepted},
    {"agreed in principle", Response::partially_accepted},
    {"partially accepted", Response::partially_accepted},
    {"partly accepted", Response::partially_accepted},
    {"partially accept", Response::partially_accepted},
    {"partly accept", Response::partially_accepted},
    {"part accept", Response::partially_accepted},
    {"accept in part", Response::partially_accepted},
    {"accept in principle", Response::partially_accepted},
    {"agree in principle", Response::partially_accepted},
    {"partly agree", Response::partially_accepted},
    {"part agreed", Response::partially_accepted},
    {"agreed in part", Response::partially_accepted},
    {"agree in part", Response::partially_accepted},
    {"accepted with amendment", Response::partially_accepted},
    {"accepted with modification", Response::partially_accepted},
    {"part accepted", Response::partially_accepted},
    {"accepted in part", Response::partially_accepted},
    {"partly agreed", Response::partially_accepted},
    {"partially agree", Response::partially_accepted},
    {"partially agreed", Response::partially_accepted},
    {"accept with amendment", Response::partially_accepted},
    {"recommendation partially accepted", Response::partially_accepted},
    {"rejected", Response::rejected},
    {"reject", Response::rejected},
    {"not accepted", Response::rejected},
    {"not agreed", Response::rejected},
    {"do not accept", Response::rejected},
    {"do not agree", Response::rejected},
    {"not accept", Response::rejected},
    {"not agree", Response::rejected},
    {"not supported", Response::rejected},
    {"disagree", Response::rejected},
    {"declined", Response::rejected},
    {"recommendation rejected", Response::rejected},
    {"recommendation not accepted", Response::rejected},
    {"noted", Response::noted},
    {"recommendation noted", Response::noted},
    {"comment on recommendation", Response::comment},
    {"comment", Response::comment},
    {"awaited", Response::awaited},
    {"response awaited", Response::awaited},
    {"to follow", Response::awaited},
    {"under consideration", Response::awaited},
    {"pending response", Response::awaited},
    {"no response received", Response::awaited},
    {"superseded", Response::superseded},
    {"overtaken by events", Response::superseded},
    {"already in place", Response::superseded},
});

/// Labels that open a progress entry; the value is the response that they state, if any.
constexpr auto k_labels = std::to_array<Phrase<Response>>({
    {"update", Response::none},
    {"updates", Response::none},
    {"latest update", Response::none},
    {"previous update", Response::none},
    {"further update", Response::none},
    {"progress update", Response::none},
    {"progress", Response::none},
    {"progress/update response", Response::none},
    {"response", Response::none},
    {"initial response", Response::none},
    {"further response", Response::none},
    {"latest", Response::none},
    {"status", Response::none},
    {"current position", Response::none},
    {"recommendation accepted", Response::accepted},
    {"recommendation agreed", Response::accepted},
    {"recommendation partially accepted", Response::partially_accepted},
    {"recommendation rejected", Response::rejected},
    {"recommendation not accepted", Response::rejected},
    {"comment on recommendation", Response::comment},
});

constexpr auto k_kind_phrases = std::to_array<Phrase<Kind>>({
    {"action", Kind::action},
    {"actions", Kind::action},
    {"action point", Kind::action},
    {"agreed action", Kind::action},
    {"task", Kind::action},
    {"recommendation", Kind::recommendation},
    {"recommendations", Kind::recommendation},
    {"rec", Kind::recommendation},
    {"recommended", Kind::recommendation},
    {"decision", Kind::decision},
    {"resolved", Kind::decision},
    {"request", Kind::request},
    {"request for information", Kind::request},
    {"ask", Kind::request},
    {"query", Kind::request},
    {"milestone", Kind::milestone},
    {"workstream", Kind::workstream},
    {"message", Kind::other},
    {"for information", Kind::other},
    {"information", Kind::other},
});

constexpr auto k_placeholders = std::to_array<std::string_view>({"tbc",
                                                                 "tba",
                                                                 "tbd",
                                                                 "n/a",
                                                                 "na",
                                                                 "none",
                                                                 "nil",
                                                                 "-",
                                                                 "--",
                                                                 "?",
                                                                 "??",
                                                                 "...",
                                                                 "tbc.",
                                                                 "unknown",
                                                                 "not known",
                                                                 "n/k",
                                                                 "unassigned",
                                                                 "to be confirmed",
                                                                 "unallocated",
                                                                 "vacant",
                                                                 "vacancy",
                                                                 "no lead",
                                                                 "not assigned",
                                                                 "to be allocated",
                                                                 "to be agreed",
                                                                 "post vacant",
                                                                 "to be assigned",
                                                                 "to be determined",
                                                                 "to be identified",
                                                                 "not yet assigned",
                                                                 "not allocated",
                                                                 "officer tbc",
                                                                 "lead tbc",
                                                                 "owner tbc",
                                                                 "name tbc",
                                                                 "lead to be confirmed",
                                                                 "officer to be confirmed",
                                                                 "lead officer tbc"});

/// Cells that point to the one above them.
constexpr std::array<std::string_view, 13> k_ditto_signs{
    "ditto", "do.", "as above", "see above",    "same as above", "as per above", "same as before",
    "\"",    "''",  "-\"-",     "\xE3\x80\x83", "- \" -",        "(as above)"};

/// What asks a meeting for something; the list or sentence behind it is the record.
constexpr std::array<std::string_view, 10> k_ask_phrases{
    "asked to",     "invited to",  "requested to",    "recommended to",     "recommended that",
    "is asked to:", "resolves to", "recommends that", "are recommended to", "recommended:"};
constexpr std::array<std::string_view, 8> k_ask_headings{
    "recommendation",    "action required",    "actions required", "asks",
    "decision required", "decisions required", "what is asked",    "purpose and ask"};

constexpr std::array<std::string_view, 12> k_meeting_words{"meeting", "meetings", "held", "on",
                                                           "of",      "the",      "from", "actions",
                                                           "arising", "minutes",  "at",   "in"};

template <std::size_t N>
bool contains_any(std::string_view folded, const std::array<std::string_view, N>& phrases) {
    return std::ranges::any_of(phrases, [folded](std::string_view phrase) {
        return folded.find(phrase) != std::string_view::npos;
    });
}

/// Nouns that state a verdict in a label.
constexpr auto k_verdict_nouns = std::to_array<Phrase<Response>>({
    {"acceptance", Response::accepted},
    {"agreement", Response::accepted},
    {"approval", Response::accepted},
    {"endorsement", Response::accepted},
    {"rejection", Response::rejected},
    {"refusal", Response::rejected},
    {"disagreement", Response::rejected},
});
constexpr auto k_decided_upon =
    std::to_array<std::string_view>({"response", "reply", "recommendation", "recommendations"});
constexpr auto k_between_verdicts = std::to_array<std::string_view>(
    {"and", "of", "the", "this", "to", "with", "our", "initial", "full", "formal", "final"});

/// The verdict of words that are put together from one and what goes with it: "response and
/// rejection of recommendation".
std::optional<Response> verdict_of(std::string_view folded) {
    std::optional<Response> verdict;
    bool of_recommendation = false;
    for (const std::string_view word : words_of(folded)) {
        const auto noun = std::ranges::find(k_verdict_nouns, word, &Phrase<Response>::words);
        if (noun != k_verdict_nouns.end() && !verdict) {
            verdict = noun->value;
            continue;
        }
        const bool decided = std::ranges::find(k_decided_upon, word) != k_decided_upon.end();
        const auto between = std::ranges::find(k_between_verdicts, word);
        if (!decided && between == k_between_verdicts.end()) return std::nullopt;
        of_recommendation = of_recommendation || decided;
    }
    return of_recommendation ? verdict : std::nullopt;
}

/// A label with a verdict. It ends before the colon, or the bracket before that.
std::optional<Opening<Response>> verdict_label(std::string_view text) {
    constexpr std::size_t k_longest = 60;
    const std::size_t end = text.substr(0, k_longest).find_first_of("(:");
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view label = trim(text.substr(0, end));
    const std::optional<Response> verdict = verdict_of(fold(label));
    if (!verdict) return std::nullopt;
    return Opening<Response>{.value = *verdict, .length = label.size()};
}

}  // namespace

std::string wording_key(std::string_view text) {
    std::string key = fold(text);
    while (!key.empty() && std::string_view(".:;,!-").find(key.back()) != std::string_view::npos) {
        if (key.size() == 1) break;
        key.pop_back();
    }
    return std::string(trim(key));
}

std::size_t match_opening(std::string_view text, std::string_view phrase) {
    std::string_view rest = text;
    for (const char wanted : phrase) {
        if (wanted == ' ') {
            const std::string_view after = trim(rest);
            if (after.size() == rest.size()) return 0;
            rest = rest.substr(static_cast<std::size_t>(after.data() - rest.data()));
        } else if (wanted == '-' && rest.starts_with("\xE2\x80") && rest.size() > 2) {
            rest.remove_prefix(3);
        } else if (rest.empty() || to_lower(rest[0]) != wanted) {
            return 0;
        } else {
            rest.remove_prefix(1);
        }
    }
    if (!rest.empty() && is_word_byte(rest[0]) && !rest.starts_with("\xE2\x80")) return 0;
    return text.size() - rest.size();
}

std::optional<Status> status_of_wording(std::string_view text) {
    return text.size() > k_longest_phrase ? std::nullopt : status_of_wording_key(wording_key(text));
}
std::optional<Rag> rag_of_wording(std::string_view text) {
    return find_phrase<Rag>(text, k_rag_phrases);
}
std::optional<Priority> priority_of_wording(std::string_view text) {
    return find_phrase<Priority>(text, k_priority_phrases);
}
std::optional<Response> response_of_wording(std::string_view text) {
    const auto found = find_phrase<Response>(text, k_response_phrases);
    return found ? found : verdict_of(wording_key(text));
}
std::optional<Kind> kind_of_wording(std::string_view text) {
    return find_phrase<Kind>(text, k_kind_phrases);
}

ListedWords lists_with(std::string_view text) {
    if (text.size() > k_longest_phrase) return {};
    const std::string key = wording_key(text);
    return ListedWords{.status = status_of_wording_key(key).has_value(),
                       .rag = find_key<Rag>(key, k_rag_phrases).has_value(),
                       .priority = find_key<Priority>(key, k_priority_phrases).has_value(),
                       .response = find_key<Response>(key, k_response_phrases).has_value(),
                       .kind = find_key<Kind>(key, k_kind_phrases).has_value()};
}

std::optional<Opening<Response>> opening_response(std::string_view text) {
    return find_opening<Response>(text, k_response_phrases, 5);
}
std::optional<Opening<Response>> opening_label(std::string_view text) {
    if (const auto verdict = verdict_label(text)) return verdict;
    return find_opening<Response>(text, k_labels, 5);
}
std::optional<Opening<Kind>> opening_kind(std::string_view text) {
    return find_opening<Kind>(text, k_kind_phrases, 3);
}

std::optional<Response> response_stated_in(std::string_view text) {
    constexpr std::size_t k_looked_at = 400;
    text = text.substr(0, k_looked_at);
    // Folding costs a hundred times as much, and few texts have the word in any letters.
    if (text.find("espon") == text.npos && text.find("ESPON") == text.npos) return std::nullopt;
    const std::string folded = fold(text);
    const std::size_t response = folded.find("response");
    if (response == std::string::npos) return std::nullopt;
    const std::string_view after = std::string_view(folded).substr(response);
    const std::string_view sentence = after.substr(0, after.find(". "));
    const bool awaited = sentence.find("will be sought") != std::string_view::npos ||
                         sentence.find("is awaited") != std::string_view::npos ||
                         sentence.find("to follow") != std::string_view::npos;
    return awaited ? std::optional(Response::awaited) : std::nullopt;
}

bool reads_as_recommendation(std::string_view text) {
    const std::string folded = fold(text.substr(0, 300));
    return folded.starts_with("that the ") || folded.find("recommend") != std::string::npos;
}

bool is_placeholder(std::string_view text) {
    static const OpeningLetters letters(k_placeholders, std::identity());
    if (text.size() > 24 || !letters.may_be_among(text)) return false;
    const std::string folded = fold(text);
    return std::ranges::find(k_placeholders, folded) != k_placeholders.end();
}

bool is_ditto(std::string_view text) {
    static const OpeningLetters letters(k_ditto_signs, std::identity());
    if (text.empty() || text.size() > 24 || !letters.may_be_among(text)) return false;
    return std::ranges::find(k_ditto_signs, fold(text)) != k_ditto_signs.end();
}

bool introduces_asks(std::string_view line) {
    if (line.size() > 200) return false;
    const std::string folded = fold(line);
    return folded.ends_with(':') && contains_any(folded, k_ask_phrases);
}

bool heads_asks(std::string_view line) {
    if (line.size() > 80) return false;
    return contains_any(fold(line), k_ask_headings);
}

bool is_meeting_word(std::string_view word) {
    const std::string folded = fold(word);
    return std::ranges::find(k_meeting_words, folded) != k_meeting_words.end();
}

}  // namespace tidytracker
