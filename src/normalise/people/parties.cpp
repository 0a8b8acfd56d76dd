// SPDX-License-Identifier: Apache-2.0
// A cell of people, posts and bodies, taken apart. In: its text and how its column writes names.
// Out: who is named, in printed order. What is not understood is kept as text; nobody is made up.
#include "normalise/people/parties.hpp"

#include <tidytracker/normalise.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "normalise/people/kinds.hpp"
#include "normalise/people/splits.hpp"
#include "normalise/people/words.hpp"
#include "normalise/text_repair.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

std::string joined(const std::vector<std::string_view>& words, std::size_t first,
                   std::size_t last) {
    std::string out;
    for (std::size_t i = first; i < last; ++i) {
        if (i > first) out += ' ';
        out += words[i];
    }
    return out;
}

Party read_person(std::string text, std::string_view printed, std::string title) {
    Party party{.title = std::move(title), .text = std::string(printed)};
    std::string affiliation = take_bracket(text);
    const std::string repaired = repair_name(text);
    const auto words = words_of(repaired);
    const std::size_t name = words_of_name(words);
    party.person = joined(words, 0, name);
    party.organisation = joined(words, name, words.size());
    set_affiliation(party, std::move(affiliation));
    return party;
}

/// One party without separators in it, and without another one in a bracket.
Party read_party(std::string_view printed) {
    std::string text = without_address(printed);
    if (std::string titles = take_titles(text); !titles.empty()) {
        return read_person(std::move(text), printed, std::move(titles));
    }
    std::string without_bracket = text;
    const std::string bracket = take_bracket(without_bracket);
    const PartyKind kind = classify(without_bracket);
    if (are_initials(without_bracket) && !bracket.empty()) {
        return read_person(std::move(text), printed, {});
    }
    if (!bracket.empty() && is_party_remark(bracket)) text = std::move(without_bracket);
    switch (kind) {
        case PartyKind::person:
            return read_person(std::move(text), printed, {});
        // A bracket belongs to a post's or body's own name: "Assistant Director (Parks)".
        case PartyKind::post:
            return Party{.post = text, .text = std::string(printed)};
        case PartyKind::unclear:
            // A sentence, a remark: nothing says who is meant.
            return Party{.text = std::string(printed)};
        case PartyKind::organisation:
            break;
    }
    return Party{.organisation = std::move(text), .text = std::string(printed)};
}

/// "and Eve Fox" behind a comma.
std::string_view without_joint(std::string_view text) {
    for (const std::string_view joint : {"and ", "& ", "with ", "plus "}) {
        if (text.starts_with(joint)) return trim(text.substr(joint.size()));
    }
    return text;
}

/// Reads the groups of one cell.
class PartyReader {
  public:
    explicit PartyReader(NameStyle style) : style_(style) {}

    /// Parties that no line or strong separator parts.
    void read_group(std::string_view group, PartyRole role);
    /// Who holds which post, over two lines of a cell: "Monitoring lead" above "Ada Birch", or a
    /// post or body below the name.
    [[nodiscard]] bool read_two_lines(const std::string& first, const std::string& second,
                                      PartyRole role);
    void leave_open() { reading_.partly_open = true; }
    [[nodiscard]] PartyReading& reading() { return reading_; }

  private:
    void add(Party party, PartyRole role) {
        reading_.parties.push_back(PartyInRole{std::move(party), role});
    }
    [[nodiscard]] bool read_turned(std::string_view group, PartyRole role);
    [[nodiscard]] bool read_unnamed(std::string_view group, PartyRole role);
    [[nodiscard]] bool read_affiliated(std::string_view group,
                                       const std::vector<std::string>& commas, PartyRole role);
    [[nodiscard]] bool read_body_with_people(const std::vector<std::string>& commas,
                                             PartyRole role);
    void read_list(std::string_view group, const std::vector<std::string>& commas, PartyRole role);
    void read_names(const std::vector<std::string>& names, PartyRole role);
    void read_name(std::string_view name, PartyRole role);
    [[nodiscard]] bool read_holders(std::string_view name, PartyRole role);

    NameStyle style_;
    PartyReading reading_{};
};

/// "Birch, Ada", "Birch, Ada, Head of Parks".
bool PartyReader::read_turned(std::string_view group, PartyRole role) {
    if (group.find(',') == std::string_view::npos) return false;
    std::vector<Party> turned = read_turned_names(group, style_);
    if (const std::size_t last = group.rfind(','); turned.empty() && last != group.find(',')) {
        std::string behind(trim(group.substr(last + 1)));
        const PartyKind kind = classify(behind);
        if (kind != PartyKind::post && kind != PartyKind::organisation) return false;
        turned = read_turned_names(trim(group.substr(0, last)), style_);
        if (turned.size() != 1) return false;
        set_affiliation(turned[0], std::move(behind));
        turned[0].text = group;
    }
    for (Party& party : turned) add(std::move(party), role);
    return !turned.empty();
}

/// "TBC (Housing)", "TBC - Housing", "Housing - TBC": a body has yet to say who.
bool PartyReader::read_unnamed(std::string_view group, PartyRole role) {
    const bool bracket = group.ends_with(')') || group.ends_with(']');
    if (!bracket && group.find(" - ") == std::string_view::npos) return false;
    std::string first(group);
    std::string second = take_bracket(first);
    if (second.empty()) {
        const std::size_t dash = group.find(" - ");
        if (dash == std::string_view::npos) return false;
        first = trim(group.substr(0, dash));
        second = trim(group.substr(dash + 3));
        if (is_placeholder(second)) std::swap(first, second);
    }
    if (!is_placeholder(first) || is_party_remark(second)) return false;
    Party party = read_party(second);
    party.text = group;
    add(std::move(party), role);
    return true;
}

/// "Head of Parks, Wexbury Council", "Public Health, Wexbury Council".
bool is_post_of(std::string_view post, std::string_view body) {
    if (classify(body) != PartyKind::organisation) return false;
    const PartyKind kind = classify(post);
    const bool unit = kind == PartyKind::organisation && !is_whole_body(post) &&
                      is_whole_body(body) && words_of(body).size() > 1;
    return kind == PartyKind::post || unit;
}

/// "Ada Birch, Head of Parks, Wexbury Council", "Ada Birch - Town Clerk", and lists of such.
bool PartyReader::read_affiliated(std::string_view group, const std::vector<std::string>& commas,
                                  PartyRole role) {
    const auto read_with = [](const std::string& name, std::string_view printed) {
        Party party = read_party(name);
        party.text = printed;
        if (are_initials(name)) party.person.swap(party.organisation);
        // A unit of a body takes the place of a post there.
        if (party.person.empty() && party.post.empty()) party.post.swap(party.organisation);
        return party;
    };
    std::vector<std::string> marked;
    if (commas.size() == 1) marked = affiliated_by_mark(group);
    const std::vector<std::string>& parts = marked.empty() ? commas : marked;
    if (!marked.empty() || is_affiliated(parts)) {
        Party party = read_with(parts[0], group);
        set_affiliation(party, parts[1]);
        add(std::move(party), role);
        return true;
    }
    if (commas.size() == 3 && is_person(commas[0]) && is_post_of(commas[1], commas[2])) {
        Party party = read_with(commas[0], group);
        party.post = commas[1];
        party.organisation = commas[2];
        add(std::move(party), role);
        return true;
    }
    if (read_body_with_people(commas, role)) return true;
    if (commas.size() < 4 || commas.size() % 2 != 0) return false;
    for (std::size_t i = 0; i + 1 < commas.size(); i += 2) {
        if (!is_person(commas[i]) || !is_affiliated({commas[i], commas[i + 1]})) return false;
    }
    for (std::size_t i = 0; i + 1 < commas.size(); i += 2) {
        Party party = read_with(commas[i], commas[i] + ", " + commas[i + 1]);
        set_affiliation(party, commas[i + 1]);
        add(std::move(party), role);
    }
    return true;
}

/// "Estates: Ada Birch, Col Drew".
bool PartyReader::read_body_with_people(const std::vector<std::string>& commas, PartyRole role) {
    const std::size_t colon = commas[0].find(": ");
    if (commas.size() < 2 || colon == std::string::npos) return false;
    const std::string body = commas[0].substr(0, colon);
    const PartyKind kind = classify(body);
    if (kind != PartyKind::post && kind != PartyKind::organisation) return false;
    std::vector<std::string> names(commas.begin() + 1, commas.end());
    names.insert(names.begin(), std::string(trim(commas[0].substr(colon + 2))));
    if (!std::ranges::all_of(names, [](const std::string& name) { return is_person(name); })) {
        return false;
    }
    for (const std::string& name : names) {
        Party party = read_party(name);
        set_affiliation(party, body);
        add(std::move(party), role);
    }
    return true;
}

/// "Legal (A. Stone)", "Estates (lead: Ada Birch)", "Comms (JD/PS)": people stand in the bracket
/// behind a post or body. Letters may be short for what stands before: "Public Health (PH)". A
/// second person behind the first is no body of hers: "Ada Birch (Col Drew)".
bool PartyReader::read_holders(std::string_view name, PartyRole role) {
    std::string before(name);
    const std::string bracket = take_bracket(before);
    if (bracket.empty() || is_party_remark(bracket)) return false;
    bool holds = true;
    const std::string_view inside = behind_bracket_opening(bracket, holds);
    const PartyLabel label = opening_party_label(inside);
    const PartyKind kind = classify(before);
    const bool body = kind == PartyKind::post || kind == PartyKind::organisation;
    const bool beside = !body && is_named_person(inside);
    if (!body && !beside && holds && label.role != PartyRole::support) return false;
    PartyReader inner(style_);
    for (const std::string& part : split_outside_brackets(inside, "/;+")) {
        const PartyLabel own = opening_party_label(part);
        inner.read_group(std::string_view(part).substr(own.length), own.role);
    }
    std::vector<PartyInRole>& holders = inner.reading().parties;
    const auto is_somebody = [&](PartyInRole& holder) {
        Party& party = holder.party;
        if (are_initials(party.organisation) && party.person.empty() && party.post.empty()) {
            const bool own = to_lower(party.organisation[0]) == to_lower(before[0]);
            if (!own) party.person.swap(party.organisation);
        }
        const bool full = party.person.find(' ') != std::string::npos || !party.title.empty();
        return full || are_initials(party.person) || is_forename_alone(party.person);
    };
    if (holders.empty() || !std::ranges::all_of(holders, is_somebody)) return false;
    const bool apart = !holds || beside || label.role == PartyRole::support;
    if (apart) add(read_party(before), role);
    for (PartyInRole& holder : holders) {
        if (holder.role == PartyRole::none) holder.role = role;
        if (!apart) {
            if (holders.size() == 1) holder.party.text = name;
            // "AB (Ada Birch)": the letters are hers.
            if (holder.party.post.empty() || kind == PartyKind::organisation) {
                set_affiliation(holder.party, before);
            }
        }
        reading_.parties.push_back(std::move(holder));
    }
    return true;
}

void PartyReader::read_name(std::string_view name, PartyRole role) {
    if (is_placeholder(name)) return leave_open();
    name = without_plain_lead(name);
    const bool bracket = name.ends_with(')') || name.ends_with(']');
    if (bracket && read_holders(name, role)) return;
    if (bracket) {
        std::string before(name);
        const PartyRole stated = role_of_remark(take_bracket(before));
        if (stated != PartyRole::none) role = stated;
    }
    add(read_party(name), role);
}

void PartyReader::read_names(const std::vector<std::string>& names, PartyRole role) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::size_t first = reading_.parties.size();
        // "Mr and Mrs Birch": the surname is that of both.
        const bool shared = i + 1 < names.size() && is_title_alone(names[i]);
        read_name(names[shared ? i + 1 : i], role);
        if (!shared) continue;
        const Party& named = reading_.parties[first].party;
        const std::string surname(named.person.substr(named.person.rfind(' ') + 1));
        const Party spouse{.person = surname, .title = names[i], .text = names[i]};
        reading_.parties.insert(reading_.parties.begin() + static_cast<std::ptrdiff_t>(first),
                                PartyInRole{spouse, role});
        ++i;
    }
}

/// Gives the title of a list to the names of it that look like its first one: "Cllrs Osei, Brand
/// and Park", "Cllrs A Osei and B Brand", but not to "Ines Park" behind surnames.
void share_title(std::string_view title, std::size_t first, std::vector<PartyInRole>& parties) {
    const bool full_names = words_of(parties[first].party.person).size() > 1;
    for (std::size_t i = first + 1; i < parties.size(); ++i) {
        Party& party = parties[i].party;
        const std::string bare = bare_word(party.text);
        const bool single = words_of(party.text).size() == 1;
        if (single && !is_post_word(bare) && !is_body_word(bare) && party.title.empty()) {
            party = Party{.person = party.text, .text = party.text};
        }
        const bool alone = party.title.empty() && party.post.empty() && party.organisation.empty();
        const std::vector<std::string_view> words = words_of(party.person);
        if (words.empty() || !alone) continue;
        const bool initial = words.size() > 1 && words[0].size() <= 2;
        if (words.size() == 1 || initial || full_names) party.title = title;
    }
}

/// "Osei", "Brand and Park": names of a word each.
bool lists_single_names(std::string_view text) {
    return std::ranges::all_of(words_of(text), [](std::string_view word) {
        return word == "and" || word == "&" || is_name_word(word);
    });
}

void PartyReader::read_list(std::string_view group, const std::vector<std::string>& commas,
                            PartyRole role) {
    const auto plural = opening_title(group);
    const bool list = plural && plural->plural;
    // "Brand and Park" alone may be a firm, but not where names of a word each are listed.
    const bool single_names = (commas.size() > 1 || style_ == NameStyle::surnames) &&
                              std::ranges::all_of(commas, lists_single_names);
    const std::size_t first = reading_.parties.size();
    std::vector<std::string> names;
    for (const std::string& comma : commas) {
        append_split_at_and(without_joint(comma), list || single_names, names);
    }
    read_names(names, role);
    if (list && first < reading_.parties.size()) {
        share_title(plural->title, first, reading_.parties);
    }
}

void PartyReader::read_group(std::string_view group, PartyRole role) {
    if (read_turned(group, role)) return;
    std::vector<std::string> commas = split_outside_brackets(group, ",");
    const std::size_t open =
        std::erase_if(commas, [](const std::string& part) { return is_placeholder(part); });
    if (open > 0) leave_open();
    if (commas.empty()) return;
    if (commas.size() == 1 && read_unnamed(group, role)) return;
    if (read_affiliated(commas.size() == 1 ? std::string_view(commas[0]) : group, commas, role)) {
        return;
    }
    read_list(group, commas, role);
}

bool PartyReader::read_two_lines(const std::string& first, const std::string& second,
                                 PartyRole role) {
    const auto is_plain_name = [this](const std::string& line) {
        if (!is_person(line) || line.find(',') != std::string::npos) return false;
        PartyReader reader(style_);
        reader.read_group(line, PartyRole::none);
        const std::vector<PartyInRole>& parties = reader.reading().parties;
        return parties.size() == 1 && parties[0].party.organisation.empty() &&
               parties[0].party.post.empty();
    };
    const bool below = is_plain_name(first);
    if (!below && !is_plain_name(second)) return false;
    const PartyKind other = classify(below ? second : first);
    const bool belongs = other == PartyKind::post || (below && other == PartyKind::organisation);
    if (!belongs || (below ? second : first).find(',') != std::string::npos) return false;
    Party party = read_party(below ? first : second);
    set_affiliation(party, below ? second : first);
    party.text = first + " " + second;
    add(std::move(party), role);
    return true;
}

/// Letters that stand for people, as long as nobody of the cell is named in full: then they are of
/// a body.
void name_initials(std::vector<PartyInRole>& parties) {
    const bool named = std::ranges::any_of(parties, [](const PartyInRole& each) {
        return each.party.person.find(' ') != std::string::npos;
    });
    if (named) return;
    for (auto& [party, role] : parties) {
        if (are_initials(party.organisation) && party.person.empty() && party.post.empty()) {
            party.person.swap(party.organisation);
        }
    }
}

/// "Ada Birch; ada.birch@wexbury.example": an address of somebody who has just been named.
void join_addresses(std::vector<PartyInRole>& parties) {
    for (std::size_t i = 1; i < parties.size();) {
        Party& before = parties[i - 1].party;
        const Party& party = parties[i].party;
        const bool address = party.text.find('@') != std::string::npos;
        if (!address || before.person.empty() || party.person != before.person) {
            ++i;
            continue;
        }
        before.text += " " + party.text;
        parties.erase(parties.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

/// A line of a cell, or what of it stands behind one label.
struct PartyLine {
    std::string text{};
    PartyRole role{};
};

/// A label holds until the next one.
std::vector<PartyLine> labelled_lines(std::string_view text, PartyRole& role) {
    std::vector<PartyLine> lines;
    for (const std::string& line : lines_of_parties(text)) {
        if (!may_hold_labels(line)) {
            lines.push_back({std::string(without_marks(line)), role});
            continue;
        }
        for (const std::string_view part : split_at_labels(without_marks(line))) {
            const PartyLabel label = opening_party_label(part);
            if (label.length > 0) role = label.role;
            lines.push_back({std::string(without_marks(part.substr(label.length))), role});
        }
    }
    return lines;
}

}  // namespace

PartyReading read_parties(std::string_view text, NameStyle style) {
    PartyReader reader(style);
    if (is_placeholder(text)) return {};
    // Nobody lists so many people in a cell; a text of this length is something else and is kept
    // whole.
    constexpr std::size_t k_longest = 2000;
    if (text.size() > k_longest) {
        return {.parties = {{Party{.organisation = std::string(text), .text = std::string(text)}}}};
    }
    PartyRole role = PartyRole::none;
    for (const std::string& part : split_outside_brackets(squeeze_lines(text), "/;+|")) {
        const std::vector<PartyLine> lines = labelled_lines(part, role);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (is_placeholder(lines[i].text)) {
                reader.leave_open();
                continue;
            }
            const bool more = i + 1 < lines.size() && !is_placeholder(lines[i + 1].text) &&
                              lines[i + 1].role == lines[i].role;
            if (more && reader.read_two_lines(lines[i].text, lines[i + 1].text, lines[i].role)) {
                ++i;
            } else {
                reader.read_group(lines[i].text, lines[i].role);
            }
        }
    }
    PartyReading reading = std::move(reader.reading());
    name_initials(reading.parties);
    join_addresses(reading.parties);
    return reading;
}

std::vector<Party> parse_parties(std::string_view text) {
    std::vector<Party> parties;
    PartyReading reading = read_parties(text, NameStyle::unknown);
    parties.reserve(reading.parties.size());
    for (PartyInRole& each : reading.parties) parties.push_back(std::move(each.party));
    return parties;
}

}  // namespace tidytracker
