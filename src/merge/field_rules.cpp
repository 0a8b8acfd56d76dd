// SPDX-License-Identifier: Apache-2.0
#include "merge/field_rules.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/words.hpp"
#include "schema/flat.hpp"
#include "schema/notation.hpp"

namespace tidytracker::merging {
namespace {

std::string level_text(std::string_view text) {
    std::string level = fold(text);
    while (!level.empty() && std::string_view(".,;: ").find(level.back()) != std::string::npos) {
        level.pop_back();
    }
    return level;
}

/// Does `part` stand in `whole` as whole words?
bool stands_in(std::string_view part, std::string_view whole) {
    for (std::size_t at = whole.find(part); at != std::string_view::npos;
         at = whole.find(part, at + 1)) {
        const std::size_t end = at + part.size();
        const bool begins = at == 0 || !is_word_byte(whole[at - 1]);
        const bool ends = end == whole.size() || !is_word_byte(whole[end]);
        if (begins && ends) return true;
    }
    return false;
}

Agreement reversed(Agreement agreement) {
    if (agreement == Agreement::less) return Agreement::more;
    return agreement == Agreement::more ? Agreement::less : agreement;
}

/// The second value where the first is empty, and the other way round.
Agreement compare_optional_texts(const Text& a, const Text& b) {
    if (a.empty() != b.empty()) return a.empty() ? Agreement::less : Agreement::more;
    return a.empty() ? Agreement::same : compare_texts(a, b);
}

/// Do two persons' names fit: "J. Doe" and "Jane Doe"?
Agreement compare_persons(const Text& a, const Text& b) {
    const std::string x = fold(a);
    const std::string y = fold(b);
    if (x == y) return Agreement::same;
    const auto first = words_of(x);
    const auto second = words_of(y);
    const bool fit = first.size() > 1 && second.size() > 1 && first.back() == second.back() &&
                     first[0][0] == second[0][0];
    if (!fit) return Agreement::differs;
    const bool initial = first[0].size() <= 2 || second[0].size() <= 2;
    if (!initial) return Agreement::differs;
    return x.size() < y.size() ? Agreement::less : Agreement::more;
}

/// What several comparisons come to: details on both sides are no contradiction.
Agreement together(Agreement a, Agreement b) {
    if (a == Agreement::differs || b == Agreement::differs) return Agreement::differs;
    return a == Agreement::same ? b : a;
}

Agreement compare_lists(const std::vector<Party>& a, const std::vector<Party>& b) {
    if (a.size() > b.size()) return reversed(compare_lists(b, a));
    Agreement out = a.size() == b.size() ? Agreement::same : Agreement::less;
    std::vector<bool> used(b.size());
    for (const Party& party : a) {
        Agreement best = Agreement::differs;
        std::size_t partner = b.size();
        for (std::size_t i = 0; i < b.size(); ++i) {
            const Agreement now = used[i] ? Agreement::differs : compare_parties(party, b[i]);
            if (now == Agreement::differs || best == Agreement::same) continue;
            best = now;
            partner = i;
        }
        if (partner == b.size()) return Agreement::differs;
        used[partner] = true;
        out = together(out, best);
    }
    return out;
}

std::string text_of_parties(const std::vector<Party>& parties) {
    std::vector<std::string> names;
    for (const Party& party : parties) {
        const std::string name = party_text(party);
        names.push_back(name.empty() ? party.text : name);
    }
    return join(names, "; ");
}

template <Text Record::*member>
constexpr FieldRule text_rule(std::string_view name) {
    return {.name = name,
            .has = [](const Record& record) { return !(record.*member).empty(); },
            .compare = [](const Record& a,
                          const Record& b) { return compare_texts(a.*member, b.*member); },
            .take = [](Record& into, const Record& from) { into.*member = from.*member; },
            .text = [](const Record& record) { return record.*member; },
            .cells = name};
}

template <std::optional<When> Record::*member>
constexpr FieldRule when_rule(std::string_view name) {
    return {.name = name,
            .has = [](const Record& record) { return (record.*member).has_value(); },
            .compare = [](const Record& a,
                          const Record& b) { return compare_whens(*(a.*member), *(b.*member)); },
            .take = [](Record& into, const Record& from) { into.*member = from.*member; },
            .text = [](const Record& record) { return text_of(*(record.*member)); },
            .cells = name};
}

/// A word of a closed list, with the text it was printed as.
template <class Enum, Enum Record::*member, Text Record::*printed, Enum none>
constexpr FieldRule word_rule(std::string_view name, std::string_view cells) {
    return {.name = name,
            .has = [](const Record& record) { return record.*member != none; },
            .compare =
                [](const Record& a, const Record& b) {
                    return a.*member == b.*member ? Agreement::same : Agreement::differs;
                },
            .take =
                [](Record& into, const Record& from) {
                    into.*member = from.*member;
                    into.*printed = from.*printed;
                },
            .text =
                [](const Record& record) {
                    return (record.*printed).empty() ? readable_word(word_of(record.*member))
                                                     : record.*printed;
                },
            .cells = cells};
}

constexpr FieldRule oldest(FieldRule rule, bool wording) {
    rule.keeps_oldest = true;
    rule.wording = wording;
    return rule;
}

constexpr FieldRule reworded(FieldRule rule) {
    rule.wording = true;
    return rule;
}

Agreement compare_meetings(const Record& a, const Record& b) {
    const Agreement day = a.meeting->date == b.meeting->date ? Agreement::same
                          : a.meeting->date.empty()          ? Agreement::less
                          : b.meeting->date.empty()          ? Agreement::more
                                                             : Agreement::differs;
    return together(day, compare_optional_texts(a.meeting->name, b.meeting->name));
}

std::string text_of_meeting(const Record& record) {
    const Meeting& meeting = *record.meeting;
    if (meeting.name.empty()) return meeting.date;
    return meeting.date.empty() ? meeting.name : meeting.name + ", " + meeting.date;
}

Agreement compare_references(const Record& a, const Record& b) {
    return a.ref == b.ref ? Agreement::same : Agreement::differs;
}

constexpr auto k_field_rules = std::to_array<FieldRule>({
    {.name = "ref",
     .keeps_oldest = true,
     .wording = true,
     .has = [](const Record& record) { return !record.ref.empty(); },
     .compare = compare_references,
     .take =
         [](Record& into, const Record& from) {
             into.ref = from.ref;
             into.ref_text = from.ref_text;
         },
     .text = [](const Record& record) { return record.ref; },
     .cells = "ref"},
    oldest(text_rule<&Record::parent>("parent"), true),
    {.name = "kind",
     .keeps_oldest = true,
     .wording = true,
     .has = [](const Record& record) { return record.kind != Kind::action; },
     .compare =
         [](const Record& a, const Record& b) {
             return a.kind == b.kind ? Agreement::same : Agreement::differs;
         },
     .take = [](Record& into, const Record& from) { into.kind = from.kind; },
     .text = [](const Record& record) { return readable_word(word_of(record.kind)); },
     .cells = "kind"},
    {.name = "meeting",
     .keeps_oldest = true,
     .wording = false,
     .has = [](const Record& record) { return record.meeting.has_value(); },
     .compare = compare_meetings,
     .take = [](Record& into, const Record& from) { into.meeting = from.meeting; },
     .text = text_of_meeting,
     .cells = "meeting_date meeting_name"},
    oldest(text_rule<&Record::section>("section"), true),
    oldest(text_rule<&Record::item>("item"), true),
    reworded(text_rule<&Record::action>("action")),
    {.name = "leads",
     .has = [](const Record& record) { return !record.leads.empty(); },
     .compare = [](const Record& a, const Record& b) { return compare_lists(a.leads, b.leads); },
     .take = [](Record& into, const Record& from) { into.leads = from.leads; },
     .text = [](const Record& record) { return text_of_parties(record.leads); },
     .cells = "leads"},
    oldest(when_rule<&Record::raised>("raised"), false),
    when_rule<&Record::due>("due"),
    when_rule<&Record::completed>("completed"),
    when_rule<&Record::review>("review"),
    word_rule<Status, &Record::status, &Record::status_text, Status::unknown>("status",
                                                                              "status status_text"),
    word_rule<Rag, &Record::rag, &Record::rag_text, Rag::none>("rag", "rag rag_text"),
    {.name = "percent",
     .has = [](const Record& record) { return record.percent.has_value(); },
     .compare =
         [](const Record& a, const Record& b) {
             return a.percent == b.percent ? Agreement::same : Agreement::differs;
         },
     .take = [](Record& into, const Record& from) { into.percent = from.percent; },
     .text = [](const Record& record) { return std::to_string(*record.percent) + "%"; },
     .cells = "percent"},
    word_rule<Priority, &Record::priority, &Record::priority_text, Priority::none>(
        "priority", "priority priority_text"),
    word_rule<Response, &Record::response, &Record::response_text, Response::none>(
        "response", "response response_text"),
    text_rule<&Record::outcome>("outcome"),
    text_rule<&Record::evidence>("evidence"),
});

}  // namespace

std::span<const FieldRule> field_rules() {
    return k_field_rules;
}

const FieldRule* find_field_rule(std::string_view name) {
    const auto found = std::ranges::find(k_field_rules, name, &FieldRule::name);
    return found == k_field_rules.end() ? nullptr : &*found;
}

const FieldRule* rule_of_cells(std::string_view name) {
    const auto found = std::ranges::find_if(k_field_rules, [name](const FieldRule& rule) {
        const std::vector<std::string_view> names = words_of(rule.cells);
        return std::ranges::find(names, name) != names.end();
    });
    return found == k_field_rules.end() ? nullptr : &*found;
}

Agreement compare_texts(std::string_view a, std::string_view b) {
    const std::string x = level_text(a);
    const std::string y = level_text(b);
    if (x == y) return Agreement::same;
    if (!x.empty() && stands_in(x, y)) return Agreement::less;
    return !y.empty() && stands_in(y, x) ? Agreement::more : Agreement::differs;
}

Agreement compare_parties(const Party& a, const Party& b) {
    if (!a.person.empty() && !b.person.empty()) {
        const Agreement person = compare_persons(a.person, b.person);
        const Agreement post = compare_optional_texts(a.post, b.post);
        const Agreement body = compare_optional_texts(a.organisation, b.organisation);
        // Another post or body of the same person is a detail, too.
        return person == Agreement::same &&
                       (post == Agreement::differs || body == Agreement::differs)
                   ? Agreement::same
                   : together(person, together(post, body));
    }
    const std::string x = fold(a.organisation + " " + a.post);
    const std::string y = fold(b.organisation + " " + b.post);
    if (a.person.empty() && b.person.empty()) {
        if (x.empty() && y.empty()) return compare_texts(a.text, b.text);
        return x == y ? Agreement::same : compare_texts(x, y);
    }
    // "Jane Doe, Housing" says more than "Housing"; "Jane Doe" alone does not.
    const bool named = !x.empty() && !y.empty() && (stands_in(x, y) || stands_in(y, x));
    if (!named) return Agreement::differs;
    return a.person.empty() ? Agreement::less : Agreement::more;
}

Agreement compare_whens(const When& a, const When& b) {
    if (!a.date.empty() && !b.date.empty()) {
        return a.date == b.date ? Agreement::same : Agreement::differs;
    }
    if (a.date.empty() != b.date.empty()) return Agreement::differs;
    const bool same =
        a.edtf == b.edtf && a.qualifier == b.qualifier &&
        (!a.edtf.empty() || a.qualifier != Qualifier::none_given || fold(a.text) == fold(b.text));
    return same ? Agreement::same : Agreement::differs;
}

std::string text_of(const When& when) {
    if (!when.date.empty() && when.edtf == when.date) return when.date;
    return when.text.empty() ? when.date : when.text;
}

}  // namespace tidytracker::merging
