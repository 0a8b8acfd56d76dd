// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

constexpr std::string_view k_bullet = "\xE2\x80\xA2";

/// How many list marks follow one another in a text: "1. ... 2. ...", "(a) ... (b) ...". `mark`
/// makes the one with a number from 0.
std::size_t marks_in_order(std::string_view text, std::string (*mark)(int)) {
    std::size_t at = 0;
    int count = 0;
    constexpr int k_most_marks = 9;
    while (count < k_most_marks) {
        const std::string wanted = mark(count);
        at = text.find(wanted, at);
        // "Ward 1. Then" is no list: a mark begins the text, a line or a sentence.
        while (at != std::string_view::npos && at > 0 && text[at - 1] != ' ' &&
               text[at - 1] != '\n') {
            at = text.find(wanted, at + 1);
        }
        if (at == std::string_view::npos ||
            (count == 0 && at > 0 &&
             text.substr(0, at).find_last_of(":.\n") == std::string_view::npos))
            break;
        at += wanted.size();
        ++count;
    }
    return static_cast<std::size_t>(count);
}

std::string point_mark(int number) {
    return fmt::format("{}. ", number + 1);
}
std::string bracket_mark(int number) {
    return fmt::format("{}) ", number + 1);
}
std::string letter_mark(int number) {
    return fmt::format("({}) ", static_cast<char>('a' + number));
}
std::string plain_letter_mark(int number) {
    return fmt::format("{}) ", static_cast<char>('a' + number));
}

std::size_t bullets_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(k_bullet); at != std::string_view::npos;
         at = text.find(k_bullet, at + 1))
        ++count;
    return count;
}

std::size_t parts_of(std::string_view text) {
    // Most texts have none of it.
    if (text.find(") ") == std::string_view::npos && text.find(". ") == std::string_view::npos &&
        text.find(k_bullet) == std::string_view::npos) {
        return 0;
    }
    return std::max({marks_in_order(text, point_mark), marks_in_order(text, bracket_mark),
                     marks_in_order(text, letter_mark), marks_in_order(text, plain_letter_mark),
                     bullets_in(text)});
}

void check_several_actions_in_one(const Subject& subject, Findings& findings) {
    for (const Record& record : subject.records()) {
        if (is_finished(record) || record.kind == Kind::recommendation) continue;
        const std::size_t parts = parts_of(record.action);
        if (parts < 2) continue;
        Finding finding = about(k_several_actions_in_one, record, "action",
                                fmt::format("{} is a list of {}", name_of(record), parts));
        finding.text = record.action;
        finding.help = "give each its own row, so that each can be closed";
        findings.push_back(std::move(finding));
    }
}

}  // namespace

constinit const Rule k_several_actions_in_one{
    .name = "several-actions-in-one",
    .family = Family::content,
    .severity = Severity::info,
    .by_record = true,
    .what = "Finds open actions whose text is a list of several.",
    .why = "The action stays open until the last part is done, and nobody sees which parts are.",
    .example = "\"(a) write to the landlord, (b) tell the residents\"",
    .remedy = "Give each part a row and a reference of its own.",
    .related = "vague-action",
    .check = check_several_actions_in_one,
};

}  // namespace tidytracker
