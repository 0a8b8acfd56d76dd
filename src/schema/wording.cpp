// SPDX-License-Identifier: Apache-2.0
#include "schema/wording.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker {
namespace {

template <class Value>
struct Phrase {
    std::string_view words{};
    Value value{};
};

constexpr auto k_status_phrases = std::to_array<Phrase<Status>>({
    {"not started", Status::not_started},
    {"not yet started", Status::not_started},
    {"not commenced", Status::not_started},
    {"not yet commenced", Status::not_started},
    {"yet to start", Status::not_started},
    {"to do", Status::not_started},
    {"todo", Status::not_started},
    {"to-do", Status::not_started},
    {"not yet due", Status::not_started},
    {"not due", Status::not_started},
    {"item not due yet", Status::not_started},
    {"no progress made", Status::not_started},
    {"new", Status::not_started},
    {"planned", Status::not_started},
    {"proposed", Status::not_started},
    {"to be actioned", Status::not_started},
    {"to be progressed", Status::not_started},
    {"no action", Status::not_started},
    {"in progress", Status::in_progress},
    {"in-progress", Status::in_progress},
    {"inprogress", Status::in_progress},
    {"ongoing", Status::in_progress},
    {"on-going", Status::in_progress},
    {"on going", Status::in_progress},
    {"action ongoing", Status::in_progress},
    {"in train", Status::in_progress},
    {"in hand", Status::in_progress},
    {"underway", Status::in_progress},
    {"under way", Status::in_progress},
    {"some progress", Status::in_progress},
    {"good progress", Status::in_progress},
    {"work in progress", Status::in_progress},
    {"wip", Status::in_progress},
    {"action in progress", Status::in_progress},
    {"being progressed", Status::in_progress},
    {"partially complete", Status::in_progress},
    {"partially completed", Status::in_progress},
    {"part complete", Status::in_progress},
    {"partly complete", Status::in_progress},
    {"partly implemented", Status::in_progress},
    {"partially implemented", Status::in_progress},
    {"started", Status::in_progress},
    {"active", Status::in_progress},
    {"on track", Status::in_progress},
    {"on target", Status::in_progress},
    {"on schedule", Status::in_progress},
    {"open", Status::in_progress},
    {"o", Status::in_progress},
    {"no", Status::in_progress},
    {"n", Status::in_progress},
    {"not complete", Status::in_progress},
    {"incomplete", Status::in_progress},
    {"outstanding", Status::in_progress},
    {"carried forward", Status::in_progress},
    {"c/f", Status::in_progress},
    {"c/fwd", Status::in_progress},
    {"live", Status::in_progress},
    {"continuing", Status::in_progress},
    {"overdue", Status::in_progress},
    {"late", Status::in_progress},
    {"delayed", Status::in_progress},
    {"slipped", Status::in_progress},
    {"behind schedule", Status::in_progress},
    {"behind target", Status::in_progress},
    {"off track", Status::in_progress},
    {"not on target", Status::in_progress},
    {"on hold", Status::on_hold},
    {"on-hold", Status::on_hold},
    {"paused", Status::on_hold},
    {"deferred", Status::on_hold},
    {"postponed", Status::on_hold},
    {"suspended", Status::on_hold},
    {"parked", Status::on_hold},
    {"stalled", Status::on_hold},
    {"blocked", Status::on_hold},
    {"awaiting", Status::on_hold},
    {"awaiting response", Status::on_hold},
    {"pending", Status::on_hold},
    {"waiting", Status::on_hold},
    {"propose to close", Status::proposed_close},
    {"proposed to close", Status::proposed_close},
    {"proposed for closure", Status::proposed_close},
    {"propose closure", Status::proposed_close},
    {"recommend closure", Status::proposed_close},
    {"recommend for closure", Status::proposed_close},
    {"recommended for closure", Status::proposed_close},
    {"recommended to close", Status::proposed_close},
    {"recommend to close", Status::proposed_close},
    {"complete - recommend removal", Status::proposed_close},
    {"complete - recommend closure", Status::proposed_close},
    {"complete - propose to close", Status::proposed_close},
    {"completed - propose to close", Status::proposed_close},
    {"suggest close", Status::proposed_close},
    {"for closure", Status::proposed_close},
    {"to be removed", Status::proposed_close},
    {"due to be removed", Status::proposed_close},
    {"can be closed", Status::proposed_close},
    {"closed pending agreement", Status::proposed_close},
    {"complete", Status::complete},
    {"completed", Status::complete},
    {"done", Status::complete},
    {"actioned", Status::complete},
    {"achieved", Status::complete},
    {"implemented", Status::complete},
    {"delivered", Status::complete},
    {"fulfilled", Status::complete},
    {"discharged", Status::complete},
    {"resolved", Status::complete},
    {"closed", Status::complete},
    {"close", Status::complete},
    {"c", Status::complete},
    {"action completed", Status::complete},
    {"action complete", Status::complete},
    {"action closed", Status::complete},
    {"fully implemented", Status::complete},
    {"recommendation implemented", Status::complete},
    {"finished", Status::complete},
    {"yes", Status::complete},
    {"y", Status::complete},
    {"\xE2\x9C\x93", Status::complete},
    {"\xE2\x9C\x94", Status::complete},
    {"cancelled", Status::cancelled},
    {"canceled", Status::cancelled},
    {"withdrawn", Status::cancelled},
    {"no longer required", Status::cancelled},
    {"no longer needed", Status::cancelled},
    {"no longer applicable", Status::cancelled},
    {"no longer relevant", Status::cancelled},
    {"superseded", Status::cancelled},
    {"not pursued", Status::cancelled},
    {"abandoned", Status::cancelled},
    {"deleted", Status::cancelled},
    {"void", Status::cancelled},
});

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
    {"accepted in principle", Response::partially_accepted},
    {"agreed in principle", Response::partially_accepted},
    {"partially accepted", Response::partially_accepted},
    {"partly accepted", Response::partially_accepted},
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
    {"disagree", Response::rejected},
    {"declined", Response::rejected},
    {"recommendation rejected", Response::rejected},
    {"recommendation not accepted", Response::rejected},
    {"rejection of recommendation", Response::rejected},
    {"response and rejection of recommendation", Response::rejected},
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
    {"response and rejection of recommendation", Response::rejected},
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
});

constexpr std::array<std::string_view, 16> k_placeholders{
    "tbc", "tba", "tbd", "n/a", "na",   "none",    "nil",       "-",
    "--",  "?",   "??",  "...", "tbc.", "unknown", "not known", "to be confirmed"};

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

/// The text folded, without the marks that people put behind a value.
std::string wording_key(std::string_view text) {
    std::string key = fold(text);
    while (!key.empty() && std::string_view(".:;,!-").find(key.back()) != std::string_view::npos) {
        if (key.size() == 1) break;
        key.pop_back();
    }
    return std::string(trim(key));
}

/// No table holds a phrase this long; long prose need not be folded.
constexpr std::size_t k_longest_phrase = 60;

template <class Value>
std::optional<Value> find_key(std::string_view key, std::span<const Phrase<Value>> phrases) {
    const auto found = std::ranges::find(phrases, key, &Phrase<Value>::words);
    return found == phrases.end() ? std::nullopt : std::optional<Value>(found->value);
}

template <class Value>
std::optional<Value> find_phrase(std::string_view text, std::span<const Phrase<Value>> phrases) {
    if (text.size() > k_longest_phrase) return std::nullopt;
    return find_key(wording_key(text), phrases);
}

/// Length of `phrase` at the start of `text` where case does not count, a run of white space is a
/// space, and any dash is a hyphen; 0 if it is not there.
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

template <class Value>
std::optional<Opening<Value>> find_opening(std::string_view text,
                                           std::span<const Phrase<Value>> phrases,
                                           std::size_t shortest) {
    std::optional<Opening<Value>> best;
    if (text.empty()) return best;
    const char first = to_lower(text[0]);
    for (const Phrase<Value>& phrase : phrases) {
        if (phrase.words[0] != first || phrase.words.size() < shortest) continue;
        const std::size_t length = match_opening(text, phrase.words);
        if (length > 0 && (!best || length > best->length)) {
            best = Opening<Value>{phrase.value, length};
        }
    }
    return best;
}

template <std::size_t N>
bool contains_any(std::string_view folded, const std::array<std::string_view, N>& phrases) {
    return std::ranges::any_of(phrases, [folded](std::string_view phrase) {
        return folded.find(phrase) != std::string_view::npos;
    });
}

}  // namespace

std::optional<Status> status_of_wording(std::string_view text) {
    return find_phrase<Status>(text, k_status_phrases);
}
std::optional<Rag> rag_of_wording(std::string_view text) {
    return find_phrase<Rag>(text, k_rag_phrases);
}
std::optional<Priority> priority_of_wording(std::string_view text) {
    return find_phrase<Priority>(text, k_priority_phrases);
}
std::optional<Response> response_of_wording(std::string_view text) {
    return find_phrase<Response>(text, k_response_phrases);
}
std::optional<Kind> kind_of_wording(std::string_view text) {
    return find_phrase<Kind>(text, k_kind_phrases);
}

ListedWords lists_with(std::string_view text) {
    if (text.size() > k_longest_phrase) return {};
    const std::string key = wording_key(text);
    return ListedWords{.status = find_key<Status>(key, k_status_phrases).has_value(),
                       .rag = find_key<Rag>(key, k_rag_phrases).has_value(),
                       .priority = find_key<Priority>(key, k_priority_phrases).has_value(),
                       .response = find_key<Response>(key, k_response_phrases).has_value(),
                       .kind = find_key<Kind>(key, k_kind_phrases).has_value()};
}

// A single letter or "no" opens far too many sentences to be a status.
std::optional<Opening<Status>> opening_status(std::string_view text) {
    return find_opening<Status>(text, k_status_phrases, 4);
}
std::optional<Opening<Response>> opening_response(std::string_view text) {
    return find_opening<Response>(text, k_response_phrases, 5);
}
std::optional<Opening<Response>> opening_label(std::string_view text) {
    return find_opening<Response>(text, k_labels, 5);
}
std::optional<Opening<Kind>> opening_kind(std::string_view text) {
    return find_opening<Kind>(text, k_kind_phrases, 3);
}

std::optional<Response> response_stated_in(std::string_view text) {
    const std::string folded = fold(text.substr(0, 400));
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
    if (text.size() > 24) return false;
    const std::string folded = fold(text);
    return std::ranges::find(k_placeholders, folded) != k_placeholders.end();
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
