// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "model/words.hpp"
#include "schema/escape.hpp"
#include "schema/notation.hpp"

namespace tidytracker {
namespace {

using std::string_view;

constexpr SpecialCharacters k_when_marks(";,<>[]");
constexpr SpecialCharacters k_list_marks(";");

bool is_day(string_view text) {
    return day_from_iso(text).has_value();
}

/// "<edtf, day>". The day is left out where the EDTF is that day.
std::string bracketed(const When& when) {
    const std::string edtf = squeezed_and_escaped(when.edtf, k_when_marks);
    const std::string day = squeezed_and_escaped(when.date, k_when_marks);
    if (is_day(edtf) ? day == edtf : day.empty()) return fmt::format("<{}>", edtf);
    return fmt::format("<{},{}{}>", edtf, day.empty() ? "" : " ", day);
}

std::string flat_when(const When& when) {
    std::string text = squeezed_and_escaped(when.text, k_when_marks);
    const bool lone = is_day(text) && text == when.date && text == when.edtf;
    if (lone && when.qualifier == Qualifier::exact) return text;
    std::string out = text;
    const auto append = [&out](const std::string& part) {
        if (!out.empty()) out += ' ';
        out += part;
    };
    // Without "<>" a text that is a day would read as that very day.
    const std::string period = bracketed(when);
    if (period != "<>" || is_day(text)) append(period);
    const string_view word = word_of(when.qualifier);
    if (!word.empty()) append(fmt::format("[{}]", word));
    return out;
}

bool take_period(string_view& rest, When& when) {
    if (!rest.starts_with('<')) return true;
    const std::size_t end = find_unescaped(rest, ">", 1);
    if (end == string_view::npos) return false;
    const string_view inner = rest.substr(1, end - 1);
    const std::size_t comma = find_unescaped(inner, ",");
    when.edtf = unescape(trim(inner.substr(0, comma)));
    if (comma != string_view::npos) {
        when.date = unescape(trim(inner.substr(comma + 1)));
    } else if (is_day(when.edtf)) {
        when.date = when.edtf;
    }
    rest = trim(rest.substr(end + 1));
    return true;
}

bool take_qualifier(string_view& rest, When& when) {
    if (!rest.starts_with('[') || !rest.ends_with(']')) return rest.empty();
    const auto qualifier = value_of<Qualifier>(rest.substr(1, rest.size() - 2));
    if (qualifier) when.qualifier = *qualifier;
    rest = {};
    return qualifier.has_value();
}

When parse_flat_when(string_view part) {
    if (is_day(part)) {
        const std::string day(part);
        return {.date = day, .edtf = day, .text = day, .qualifier = Qualifier::exact};
    }
    const std::size_t marks = std::min(find_unescaped(part, "<["), part.size());
    When when{.text = unescape(trim(part.substr(0, marks)))};
    string_view rest = part.substr(marks);
    if (take_period(rest, when) && take_qualifier(rest, when)) return when;
    return When{.text = unescape(part)};
}

}  // namespace

void append_flat_whens(const std::vector<When>& whens, std::string& out) {
    const std::size_t first = out.size();
    for (const When& when : whens) {
        const std::string flat = flat_when(when);
        if (out.size() > first && !flat.empty()) out += "; ";
        out += flat;
    }
}

std::string flat_whens(const std::vector<When>& whens) {
    std::string out;
    append_flat_whens(whens, out);
    return out;
}

std::vector<When> parse_flat_whens(string_view text) {
    std::vector<When> whens;
    for (const string_view part : split_unescaped(text, ';')) {
        if (!trim(part).empty()) whens.push_back(parse_flat_when(trim(part)));
    }
    return whens;
}

void append_flat_list(const std::vector<std::string>& items, std::string& out) {
    const std::size_t first = out.size();
    for (const std::string& item : items) {
        const std::string_view trimmed = trim(item);
        if (trimmed.empty()) continue;
        if (out.size() > first) out += "; ";
        append_escaped(trimmed, k_list_marks, out);
    }
}

std::vector<std::string> parse_flat_list(string_view text) {
    std::vector<std::string> items;
    for (const string_view part : split_unescaped(text, ';')) {
        if (!trim(part).empty()) items.push_back(unescape(trim(part)));
    }
    return items;
}

}  // namespace tidytracker
