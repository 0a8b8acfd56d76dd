// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// The length at which databases and form tools cut a line of text.
constexpr std::size_t k_cut_length = 255;

/// Words that no sentence ends with.
constexpr auto k_never_last = std::to_array<std::string_view>(
    {"the", "a", "an", "and", "or", "of", "from", "their", "its", "your", "our"});

/// A text field of records, and its name.
struct TextField {
    std::string_view name{};
    std::string Record::*member{};
};
constexpr auto k_text_fields = std::to_array<TextField>(
    {{"action", &Record::action}, {"outcome", &Record::outcome}, {"evidence", &Record::evidence}});

std::size_t length_of(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) static_cast<void>(take_character(text));
    return count;
}

/// Why the text seems to be cut; empty if it does not.
std::string sign_of_cut(std::string_view text) {
    const std::size_t gap = text.find_last_of(" \n");
    const std::string_view last = text.substr(gap == std::string_view::npos ? 0 : gap + 1);
    const bool open = std::ranges::find(k_never_last, last) != k_never_last.end();
    const bool cut = text.size() >= k_cut_length && length_of(text) == k_cut_length;
    if (!open && (!cut || ends_sentence(text))) return {};
    // A few words are a title, which may end with anything.
    constexpr std::size_t k_shortest_sentence = 6;
    if (words_of(text).size() < k_shortest_sentence) return {};
    return open ? fmt::format("it ends with \"{}\"", last)
                : fmt::format("it breaks off after {} characters", k_cut_length);
}

void check_truncated_text(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        for (const TextField& field : k_text_fields) {
            const std::string sign = sign_of_cut(record.*field.member);
            if (sign.empty()) continue;
            Finding finding =
                about(k_truncated_text, record, field.name,
                      fmt::format("the {} of {} seems to be cut off", field.name, name_of(record)));
            finding.text = record.*field.member;
            finding.note = sign;
            finding.help = "look up the rest where the text came from";
            findings.push_back(std::move(finding));
        }
    }
}

}  // namespace

constinit const Rule k_truncated_text{
    .name = "truncated-text",
    .family = Family::content,
    .severity = Severity::warning,
    .by_record = true,
    .what =
        "Finds texts that break off: after exactly 255 characters, or with a word that no sentence "
        "ends with.",
    .why = "The rest may hold what matters: who, by when, or a \"not\".",
    .example = "\"Circulate the revised terms of reference to all members of the\"",
    .remedy = "Look up the rest where the text came from.",
    .related = "split-row, vague-action",
    .check = check_truncated_text,
};

}  // namespace tidytracker
