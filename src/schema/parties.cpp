// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "schema/escape.hpp"
#include "schema/notation.hpp"
#include "schema/titles.hpp"

namespace tidytracker {
namespace {

using std::string_view;

constexpr auto k_all_titles = std::to_array<PersonalTitle>({
    {"Cllrs", "Cllr"},
    {"Cllr", "Cllr"},
    {"Councillors", "Councillor"},
    {"Councillor", "Councillor"},
    {"Drs", "Dr"},
    {"Dr", "Dr"},
    {"Messrs", "Mr"},
    {"Mr", "Mr"},
    {"Mrs", "Mrs"},
    {"Ms", "Ms"},
    {"Miss", "Miss"},
    {"Mx", "Mx"},
    {"Professors", "Professor"},
    {"Professor", "Professor"},
    {"Profs", "Prof"},
    {"Prof", "Prof"},
    {"Rev", "Rev"},
    {"Revd", "Revd"},
    {"Reverend", "Reverend"},
    {"Canon", "Canon"},
    {"Sister", "Sister"},
    {"Sir", "Sir"},
    {"Dame", "Dame"},
    {"Lord", "Lord"},
    {"Lady", "Lady"},
    {"Baroness", "Baroness"},
    {"Hon", "Hon"},
    {"Ald", "Ald"},
    {"Aldermen", "Alderman"},
    {"Alderman", "Alderman"},
    {"Insp", "Insp"},
    {"Inspector", "Inspector"},
    {"Ch Insp", "Ch Insp"},
    {"Chief Inspector", "Chief Inspector"},
    {"Ch Supt", "Ch Supt"},
    {"Chief Superintendent", "Chief Superintendent"},
    {"Supt", "Supt"},
    {"Superintendent", "Superintendent"},
    {"DCI", "DCI"},
    {"Sgt", "Sgt"},
    {"PCSO", "PCSO"},
    {"PC", "PC"},
    {"Capt", "Capt"},
    {"Major", "Major"},
});

constexpr bool is_single(const PersonalTitle& title) {
    return title.printed == title.title && title.title.find(' ') == string_view::npos;
}

constexpr auto k_titles = [] {
    std::array<string_view,
               static_cast<std::size_t>(std::ranges::count_if(k_all_titles, is_single))>
        titles{};
    std::size_t filled = 0;
    for (const PersonalTitle& title : k_all_titles) {
        if (is_single(title)) titles[filled++] = title.title;
    }
    return titles;
}();

constexpr SpecialCharacters k_party_marks(";[]()");
constexpr SpecialCharacters k_printed_marks(";[]()<>");
/// Between a title that no list holds and its name.
constexpr string_view k_boundary = "\\ ";

struct Name {
    std::string title{};
    std::string person{};
};

Name split_name(string_view text) {
    // Two characters at a time where a backslash stands: "\\ " is a backslash, then a space.
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != '\\') continue;
        if (text[i + 1] == ' ') {
            return {unescape(text.substr(0, i)), unescape(text.substr(i + k_boundary.size()))};
        }
        ++i;
    }
    const string_view first = text.substr(0, text.find(' '));
    if (first.size() < text.size() && std::ranges::find(k_titles, first) != k_titles.end()) {
        return {std::string(first), unescape(text.substr(first.size() + 1))};
    }
    return {{}, unescape(text)};
}

/// Would the title be read as a part of the name, or a part of the name as a title?
bool needs_boundary(const Party& party, string_view plain) {
    const Name read = split_name(plain);
    return read.title != squeeze(party.title) || read.person != squeeze(party.person);
}

void append_name(const Party& party, std::string& out) {
    const std::size_t first = out.size();
    append_squeezed_and_escaped(party.title, k_party_marks, out);
    const std::size_t title_end = out.size();
    // A title without a name names somebody.
    if (trim(party.person).empty()) return;
    if (title_end > first) out += ' ';
    append_squeezed_and_escaped(party.person, k_party_marks, out);
    if (!needs_boundary(party, string_view(out).substr(first))) return;
    out.replace(title_end, title_end > first ? 1 : 0, k_boundary);
}

/// A part in brackets, of a party that begins at `first` in `out`.
void append_marked(string_view text, char open, char close, std::size_t first, std::string& out) {
    if (trim(text).empty()) return;
    if (out.size() > first) out += ' ';
    out += open;
    append_squeezed_and_escaped(text, k_party_marks, out);
    out += close;
}

void append_party(const Party& party, std::string& out) {
    const std::size_t first = out.size();
    append_name(party, out);
    append_marked(party.post, '[', ']', first, out);
    append_marked(party.organisation, '(', ')', first, out);
    if (out.size() == first) append_squeezed_and_escaped(party.text, k_party_marks, out);
}

/// Takes "[...]" or "(...)" off the start of `rest`. Nothing if it does not begin so; false if the
/// bracket is never closed.
bool take_marked(string_view& rest, char open, string_view close, std::string& out) {
    if (rest.empty() || rest[0] != open) return true;
    const std::size_t end = find_unescaped(rest, close, 1);
    if (end == string_view::npos) return false;
    out = unescape(rest.substr(1, end - 1));
    rest = trim(rest.substr(end + 1));
    return true;
}

Party parse_party(string_view part) {
    Party party{.text = unescape(part)};
    const std::size_t marks = find_unescaped(part, "[(");
    string_view rest = marks == string_view::npos ? string_view{} : part.substr(marks);
    const bool ok = take_marked(rest, '[', "]", party.post) &&
                    take_marked(rest, '(', ")", party.organisation) && rest.empty();
    if (!ok) return Party{.text = std::move(party.text)};
    Name name = split_name(trim(part.substr(0, marks)));
    party.title = std::move(name.title);
    party.person = std::move(name.person);
    return party;
}

/// Where the printed form begins that ends the part: its "<", or npos.
std::size_t find_printed(string_view part) {
    if (!part.ends_with('>')) return string_view::npos;
    std::size_t open = string_view::npos;
    for (std::size_t at = find_unescaped(part, "<"); at != string_view::npos;
         at = find_unescaped(part, "<", at + 1)) {
        open = at;
    }
    const bool closed =
        open != string_view::npos && find_unescaped(part, ">", open) == part.size() - 1;
    return closed ? open : string_view::npos;
}

Party parse_printed_party(string_view part) {
    const std::size_t open = find_printed(part);
    if (open == string_view::npos) return parse_party(part);
    const string_view flat = trim(part.substr(0, open));
    Party party = flat.empty() ? Party{} : parse_party(flat);
    party.text = unescape(part.substr(open + 1, part.size() - open - 2));
    return party;
}

std::string printed_party(const Party& party) {
    Party named = party;
    named.text.clear();
    std::string out;
    append_party(named, out);
    if (!out.empty() && parse_printed_party(out) == party) return out;
    if (!out.empty()) out += ' ';
    return out + '<' + squeezed_and_escaped(party.text, k_printed_marks) + '>';
}

}  // namespace

std::span<const PersonalTitle> all_titles() {
    return k_all_titles;
}

std::span<const string_view> personal_titles() {
    return k_titles;
}

std::string party_text(const Party& party) {
    std::string out = party.title;
    for (const auto& [text, between] : {std::pair<string_view, string_view>{party.person, " "},
                                        std::pair<string_view, string_view>{party.post, ", "}}) {
        if (!out.empty() && !text.empty()) out += between;
        out += text;
    }
    if (out.empty()) return party.organisation.empty() ? party.text : party.organisation;
    if (!party.organisation.empty()) out += " (" + party.organisation + ")";
    return out;
}

void append_flat_parties(const std::vector<Party>& parties, std::string& out) {
    const std::size_t first = out.size();
    for (const Party& party : parties) {
        const std::size_t before = out.size();
        if (before > first) out += "; ";
        const std::size_t begin = out.size();
        append_party(party, out);
        if (out.size() == begin) out.resize(before);
    }
}

std::string flat_parties(const std::vector<Party>& parties) {
    std::string out;
    append_flat_parties(parties, out);
    return out;
}

std::string printed_parties(const std::vector<Party>& parties) {
    std::vector<std::string> parts;
    for (const Party& party : parties) parts.push_back(printed_party(party));
    return join(parts, "; ");
}

std::vector<Party> parse_flat_parties(string_view text) {
    std::vector<Party> parties;
    for (const string_view part : split_unescaped(text, ';')) {
        if (!trim(part).empty()) parties.push_back(parse_party(trim(part)));
    }
    return parties;
}

std::vector<Party> parse_printed_parties(string_view text) {
    std::vector<Party> parties;
    for (const string_view part : split_unescaped(text, ';')) {
        if (!trim(part).empty()) parties.push_back(parse_printed_party(trim(part)));
    }
    return parties;
}

}  // namespace tidytracker
