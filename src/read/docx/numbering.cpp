// SPDX-License-Identifier: Apache-2.0
#include "read/docx/numbering.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/parse_number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "read/docx/symbols.hpp"

namespace tidytracker::docx {
namespace {

constexpr std::string_view k_bullet = "\xE2\x80\xA2";

std::string roman(std::uint32_t number) {
    constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> k_parts{{{1000, "m"},
                                                                                  {900, "cm"},
                                                                                  {500, "d"},
                                                                                  {400, "cd"},
                                                                                  {100, "c"},
                                                                                  {90, "xc"},
                                                                                  {50, "l"},
                                                                                  {40, "xl"},
                                                                                  {10, "x"},
                                                                                  {9, "ix"},
                                                                                  {5, "v"},
                                                                                  {4, "iv"},
                                                                                  {1, "i"}}};
    // Nobody prints more, and each thousand is a letter.
    if (number == 0 || number >= 4000) return fmt::format("{}", number);
    std::string out;
    for (const auto& [value, letters] : k_parts) {
        for (; number >= value; number -= value) out += letters;
    }
    return out;
}

/// a to z, then aa, bb, cc (17.18.59).
std::string letters(std::uint32_t number) {
    constexpr std::uint32_t k_alphabet = 26;
    if (number == 0 || number > k_alphabet * 10) return fmt::format("{}", number);
    const std::size_t times = (number - 1) / k_alphabet + 1;
    return std::string(times,
                       static_cast<char>('a' + static_cast<char>((number - 1) % k_alphabet)));
}

std::string in_capitals(std::string text) {
    for (char& c : text) {
        if (is_lower(c)) c = static_cast<char>(c - ('a' - 'A'));
    }
    return text;
}

std::string ordinal(std::uint32_t number) {
    constexpr std::array<std::string_view, 4> k_endings{"th", "st", "nd", "rd"};
    const bool teen = number % 100 >= 11 && number % 100 <= 13;
    const std::uint32_t last = number % 10;
    return fmt::format("{}{}", number, k_endings[teen || last > 3 ? 0 : last]);
}

/// The kinds of numbers in English use; all others are printed as digits.
std::string formatted(std::uint32_t number, std::string_view format) {
    if (format == "lowerLetter") return letters(number);
    if (format == "upperLetter") return in_capitals(letters(number));
    if (format == "lowerRoman") return roman(number);
    if (format == "upperRoman") return in_capitals(roman(number));
    if (format == "decimalZero") return fmt::format("{:02}", number);
    if (format == "ordinal") return ordinal(number);
    return fmt::format("{}", number);
}

/// A bullet is a character of a symbol font, nearly always.
std::string bullet_of(std::string_view text) {
    std::string_view rest = text;
    if (rest.empty()) return {};
    const char32_t first = take_character(rest);
    if (first == U'o' && rest.empty()) return "\xE2\x97\xA6";
    return is_private_use(first) ? std::string(k_bullet) : std::string(text);
}

}  // namespace

void Numbering::read(XmlScanner& xml) {
    while (xml.next_element(0)) {
        if (xml.name() == "abstractNum") {
            read_list(xml);
        } else if (xml.name() == "num") {
            read_instance(xml);
        }
    }
}

void Numbering::read_level(XmlScanner& xml, Level& level) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "start") {
            level.start = parse_number<std::uint32_t>(xml.raw_attribute("val")).value_or(1);
        } else if (xml.name() == "numFmt") {
            level.format = xml.attribute("val");
        } else if (xml.name() == "lvlText") {
            level.text = xml.attribute("val");
            if (!is_valid_utf8(level.text)) level.text = repair_utf8(level.text);
        } else if (xml.name() == "pStyle") {
            level.style = xml.attribute("val");
        } else if (xml.name() == "isLgl") {
            level.legal = is_switched_on(xml);
        }
        xml.skip_element();
    }
}

void Numbering::read_list(XmlScanner& xml) {
    List& list = lists_[xml.attribute("abstractNumId")];
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        const auto level = parse_number<std::size_t>(xml.raw_attribute("ilvl"));
        if (xml.name() == "lvl" && level && *level < k_levels) {
            read_level(xml, list.levels[*level]);
        } else {
            xml.skip_element();
        }
    }
}

void Numbering::read_instance(XmlScanner& xml) {
    const auto id = parse_number<unsigned>(xml.raw_attribute("numId"));
    if (!id) return xml.skip_element();
    Instance& instance = instances_[*id];
    std::size_t level = k_levels;
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "abstractNumId") {
            instance.list = xml.attribute("val");
        } else if (xml.name() == "lvlOverride") {
            level = parse_number<std::size_t>(xml.raw_attribute("ilvl")).value_or(k_levels);
        } else if (xml.name() == "startOverride" && level < k_levels) {
            instance.restarts[level] = parse_number<std::uint32_t>(xml.raw_attribute("val"));
        } else if (xml.name() == "lvl") {
            xml.skip_element();  // a level of its own; its looks are all that mostly differs
        }
    }
}

std::size_t Numbering::level_of(const List& list, const ListPlace& place, std::string_view style) {
    if (place.level) return std::min<std::size_t>(*place.level, k_levels - 1);
    const auto at = std::ranges::find(list.levels, style, &Level::style);
    const bool named = !style.empty() && at != list.levels.end();
    return named ? static_cast<std::size_t>(at - list.levels.begin()) : 0;
}

void Numbering::advance(List& list, Instance& instance, std::size_t level) {
    if (!instance.used) {
        instance.used = true;
        for (std::size_t i = 0; i < k_levels; ++i) {
            // Counting up makes it the start.
            if (instance.restarts[i]) list.counters[i] = std::nullopt;
        }
    }
    std::optional<std::uint32_t>& counter = list.counters[level];
    if (counter) {
        ++*counter;
    } else {
        counter = instance.restarts[level].value_or(list.levels[level].start);
    }
    for (std::size_t i = level + 1; i < k_levels; ++i) list.counters[i] = std::nullopt;
}

std::string Numbering::label_of(const List& list, std::size_t level) {
    const Level& own = list.levels[level];
    if (own.format == "none") return {};
    if (own.format == "bullet") return bullet_of(own.text);
    std::string label;
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        const bool number = own.text[i] == '%' && i + 1 < own.text.size() &&
                            own.text[i + 1] >= '1' && own.text[i + 1] <= '9';
        if (!number) {
            label += own.text[i];
            continue;
        }
        const auto of = static_cast<std::size_t>(own.text[++i] - '1');
        const std::uint32_t value = list.counters[of].value_or(list.levels[of].start);
        label += formatted(value, own.legal ? "decimal" : list.levels[of].format);
    }
    return label;
}

std::string Numbering::count(const ListPlace& place, std::string_view style) {
    const auto instance = instances_.find(place.list);
    if (instance == instances_.end()) return {};
    const auto list = lists_.find(instance->second.list);
    if (list == lists_.end()) return {};
    const std::size_t level = level_of(list->second, place, style);
    advance(list->second, instance->second, level);
    return label_of(list->second, level);
}

bool Numbering::is_bullet(std::string_view label) {
    return std::ranges::none_of(label, [](char c) { return is_letter(c) || is_digit(c); });
}

}  // namespace tidytracker::docx
