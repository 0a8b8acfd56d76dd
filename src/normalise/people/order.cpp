// SPDX-License-Identifier: Apache-2.0
// In: the text of one or more names, and how its column is written. Out: people whose surnames
// stand before their forenames. "Patel, Hughes" among surnames stays two.
#include "normalise/people/order.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "normalise/people/kinds.hpp"
#include "normalise/people/splits.hpp"
#include "normalise/people/text.hpp"
#include "normalise/people/words.hpp"
#include "normalise/text_repair.hpp"

namespace tidytracker {
namespace {

/// What shows that a name is turned round, the weakest first: nothing but its two words, a
/// forename, an initial or a title.
enum class TurnProof { shape, forename, sure };

/// "Birch, Dr Ada (Parks)", taken apart.
struct TurnedName {
    std::string surname{};
    std::string given{};
    std::string title{};
    std::string remark{};
    TurnProof proof{};
};

/// One word, or several with particles: "Birch", "O'Dare", "van der Berg", "BIRCH".
bool is_surname_alone(std::string_view text) {
    const std::vector<std::string_view> words = words_of(text);
    constexpr std::size_t k_most_words = 4;
    if (words.empty() || words.size() > k_most_words) return false;
    const std::string_view last = words.back();
    const bool particles = std::all_of(words.begin(), words.end() - 1, [](std::string_view word) {
        return is_name_particle(word);
    });
    const std::string bare = bare_word(last);
    if (!particles || !is_capitalised(last) || is_post_word(bare) || is_body_word(bare)) {
        return false;
    }
    if (is_shouted_word(last)) return true;
    return !is_acronym(last) && last.size() > 1 && classify(text) == PartyKind::person;
}

/// "A", "A.", "A.B.", "A B".
bool is_initial_alone(std::string_view text) {
    const auto letters = std::ranges::count_if(text, is_letter);
    const bool stopped =
        text.find('.') != std::string_view::npos || text.find(' ') != std::string_view::npos;
    return letters >= 1 && letters <= 3 && (letters == 1 || stopped) &&
           std::ranges::all_of(text, [](char c) { return is_upper(c) || c == '.' || c == ' '; });
}

/// "Ada", "Ada B.", "A": what may stand behind a surname.
bool is_given_name(std::string_view text) {
    if (is_initial_alone(text)) return true;
    const std::vector<std::string_view> words = words_of(text);
    if (words.empty() || words.size() > 2 || !is_capitalised(words[0])) return false;
    if (words.size() == 2 && !is_initial_alone(words[1]) && !is_forename(bare_word(words[1]))) {
        return false;
    }
    return !is_acronym(words[0]) && words[0].size() > 1 && classify(words[0]) == PartyKind::person;
}

/// Takes a name apart at its comma, if both sides have the shape for it.
std::optional<TurnedName> turned_name(std::string_view text) {
    // A name of several words without a title or a particle in front is no surname alone.
    const std::string_view front = trim(text.substr(0, text.find(',')));
    const std::string_view first = front.substr(0, front.find(' '));
    const bool several = first.size() < front.size();
    if (several && !is_name_particle(first) && !opening_title(front)) return std::nullopt;
    TurnedName name;
    std::string whole(text);
    name.remark = take_bracket(whole);
    for (const std::string_view mark : {" - ", " \xE2\x80\x93 "}) {
        const std::size_t at = whole.find(mark);
        if (at == std::string::npos || !name.remark.empty()) continue;
        name.remark = trim(std::string_view(whole).substr(at + mark.size()));
        whole.resize(at);
    }
    const std::size_t comma = whole.find(',');
    if (comma == std::string::npos || whole.find(',', comma + 1) != std::string::npos) {
        return std::nullopt;
    }
    std::string surname(trim(std::string_view(whole).substr(0, comma)));
    std::string given(trim(std::string_view(whole).substr(comma + 1)));
    name.title = take_titles(surname);
    if (!is_surname_alone(surname)) return std::nullopt;
    if (is_title_alone(given)) {
        name.title.append(name.title.empty() ? "" : " ").append(given);
        given.clear();
        name.proof = TurnProof::sure;
    } else if (const std::string titles = take_titles(given); !titles.empty()) {
        name.title.append(name.title.empty() ? "" : " ").append(titles);
        // "Birch, Dr Drew" may be two.
        if (!is_given_name(given)) return std::nullopt;
    } else if (!is_given_name(given)) {
        return std::nullopt;
    }
    const bool known = !given.empty() && is_forename(bare_word(words_of(given)[0]));
    // Two first names may be two people.
    if (known && !is_forename(bare_word(surname))) name.proof = TurnProof::forename;
    if (is_initial_alone(given)) name.proof = TurnProof::sure;
    name.surname = std::move(surname);
    name.given = std::move(given);
    return name;
}

/// "Birch, Ada, Drew, Col".
std::vector<std::string> pairs_of(std::string_view text) {
    std::vector<std::string> pairs;
    const std::vector<std::string> parts = split_outside_brackets(text, ",");
    if (parts.size() < 4 || parts.size() % 2 != 0) return {};
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
        pairs.push_back(std::string(parts[i]).append(", ").append(parts[i + 1]));
    }
    return pairs;
}

/// "Birch, Ada and Drew, Col": the names between the conjunctions.
std::vector<std::string> names_of_list(std::string_view text) {
    std::vector<std::string> names;
    for (;;) {
        std::size_t at = std::string_view::npos;
        std::size_t length = 0;
        for (const std::string_view joint : {" and ", " & "}) {
            const std::size_t found = text.find(joint);
            if (found >= at) continue;
            at = found;
            length = joint.size();
        }
        names.emplace_back(trim(text.substr(0, at)));
        if (at == std::string_view::npos) return names;
        text = text.substr(at + length);
    }
}

Party party_of(TurnedName name, std::string_view printed) {
    Party party{.title = std::move(name.title), .text = std::string(printed)};
    party.person = name.given.empty() ? name.surname : name.given + ' ' + name.surname;
    if (is_title_alone(name.remark)) {
        party.title = std::move(name.remark);
    } else {
        set_affiliation(party, std::move(name.remark));
    }
    return party;
}

/// The people of names that are all turned round, each shown by as much as is needed.
std::vector<Party> read_all(const std::vector<std::string>& names, TurnProof needed) {
    std::vector<Party> parties;
    for (const std::string& name : names) {
        std::optional<TurnedName> turned = turned_name(name);
        if (!turned || turned->proof < needed) return {};
        parties.push_back(party_of(std::move(*turned), name));
    }
    return parties;
}

/// What the cells of a column show of the order of its names.
struct OrderTally {
    NameOrder order{};
    std::size_t surnames{};    ///< that stand by themselves, or in lists of three: "Birch"
    std::size_t full_names{};  ///< "Ada Birch"
    std::set<std::string, std::less<>> surnames_seen{};
    std::set<std::string, std::less<>> given_seen{};
};

void tally_name(const std::string& text, OrderTally& tally) {
    if (const std::optional<TurnedName> name = turned_name(text)) {
        const bool proven = name->proof > TurnProof::shape;
        ++tally.order.alike;
        tally.order.proven += proven;
        if (tally.order.example.empty() || (proven && tally.order.proven == 1)) {
            tally.order.example = text;
        }
        tally.surnames_seen.insert(name->surname);
        tally.given_seen.insert(name->given);
        return;
    }
    if (text.find(',') != std::string::npos) return;
    std::string bare = text;
    const std::string titles = take_titles(bare);
    tally.surnames += is_surname_alone(bare);
    tally.full_names += is_person(text) && words_of(bare).size() > 1;
}

/// "Birch, Ada and Drew, Col" are two names, "Osei, Brand and Park" three surnames.
void tally_part(const std::string& part, OrderTally& tally) {
    std::vector<std::string> names = names_of_list(part);
    const bool list = names.size() > 1 && !std::ranges::all_of(names, [](const std::string& name) {
                          return turned_name(name).has_value();
                      });
    if (list) names = split_outside_brackets(part, ",&");
    for (const std::string& name : names) tally_name(name, tally);
}

/// Evidence that names stand turned round is a forename, an initial or a title behind most commas,
/// or behind some where all cells look so. One that stands on both sides of commas is a surname.
NameStyle style_of(const OrderTally& tally) {
    constexpr std::size_t k_fewest = 2;
    const NameOrder& order = tally.order;
    if (tally.surnames >= k_fewest && tally.surnames > order.alike) return NameStyle::surnames;
    const bool mostly_proven = 2 * order.proven >= order.alike;
    const bool both_sides = std::ranges::any_of(
        tally.given_seen,
        [&tally](const std::string& given) { return tally.surnames_seen.contains(given); });
    if (order.alike < k_fewest || (both_sides && !mostly_proven)) return NameStyle::unknown;
    if (mostly_proven) return NameStyle::surname_first;
    const bool alone = tally.surnames == 0 && tally.full_names == 0;
    // The shape alone proves nothing: "Smith, Patel" and "Jones, Khan" are four people.
    return alone && order.proven > 0 ? NameStyle::surname_first : NameStyle::unknown;
}

}  // namespace

NameOrder name_order_of(std::span<const std::string_view> cells) {
    OrderTally tally;
    for (const std::string_view cell : cells) {
        for (const std::string& part : split_outside_brackets(cell, "/;+|\n")) {
            tally_part(part, tally);
        }
    }
    tally.order.style = style_of(tally);
    return std::move(tally.order);
}

std::vector<Party> read_turned_names(std::string_view text, NameStyle style) {
    if (text.find(',') == std::string_view::npos) return {};
    // "Cllrs Osei, Brand and Park" is a list of surnames.
    if (const auto title = opening_title(text); title && title->plural) return {};
    TurnProof needed = TurnProof::forename;
    if (style == NameStyle::surname_first) needed = TurnProof::shape;
    if (style == NameStyle::surnames) needed = TurnProof::sure;
    std::vector<Party> parties = read_all(names_of_list(text), needed);
    // A list of single words is as often one of surnames.
    needed = std::max(needed, TurnProof::forename);
    if (parties.empty()) parties = read_all(pairs_of(text), needed);
    if (parties.size() == 1) parties.front().text = text;
    return parties;
}

}  // namespace tidytracker
