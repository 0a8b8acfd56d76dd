// SPDX-License-Identifier: Apache-2.0
#include "cli/offer.hpp"

#include <tidytracker/fields.hpp>
#include <tidytracker/read.hpp>
#include <tidytracker/validate.hpp>
#include <tidytracker/write.hpp>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "cli/completions.hpp"
#include "cli/parsed_values.hpp"

namespace tidytracker::cli {
namespace {

using Words = std::vector<std::string_view>;

void add_once(std::string_view word, Words& words) {
    if (std::ranges::find(words, word) == words.end()) words.push_back(word);
}

Words rules_and_families() {
    Words words;
    for (const Rule& rule : all_rules()) words.push_back(rule.name);
    for (const Rule& rule : all_rules()) add_once(to_string(rule.family), words);
    return words;
}

Words fields_to_parse() {
    Words words{"when"};
    for (const FieldInfo& field : all_fields()) {
        if (is_parsed(field.field)) words.push_back(field.name);
    }
    return words;
}

Words names_of_commands() {
    Words words;
    for (const Command& command : all_commands()) words.push_back(command.name);
    return words;
}

Words formats_to_read() {
    Words words;
    for (const Reader& reader : all_readers()) words.push_back(reader.name);
    return words;
}

Words formats_to_write() {
    Words words;
    for (const Writer& writer : all_writers()) words.push_back(writer.name);
    return words;
}

Words whose_values_count() {
    return {"newest", "oldest", "master"};
}

/// What a value may be that is called so in the tables of flags and commands. Of other values
/// (numbers, days) nothing can be said.
struct Vocabulary {
    std::string_view value{};
    Words (*words)(){};
    bool files{};
    bool list{};
};

constexpr auto k_vocabularies = std::to_array<Vocabulary>({
    {.value = "FILE", .files = true},
    {.value = "WHO", .words = whose_values_count, .files = true},
    {.value = "RULE", .words = rules_and_families},
    {.value = "RULE,...", .words = rules_and_families, .list = true},
    {.value = "FIELD", .words = fields_to_parse},
    {.value = "COMMAND", .words = names_of_commands},
    {.value = "SHELL", .words = known_shells},
});

Offer offer_for_value(std::string_view value) {
    const auto found = std::ranges::find(k_vocabularies, value, &Vocabulary::value);
    if (found == k_vocabularies.end()) return {};
    return {.words = found->words == nullptr ? Words{} : found->words(),
            .files = found->files,
            .list = found->list};
}

}  // namespace

Offer offer_for_flag(const Command& command, const Flag& flag) {
    if (!flag.choices.empty()) return {.words = words_of(flag.choices)};
    if (flag.name == "--format") return {.words = words_of(command.formats)};
    if (flag.name == "--from") return {.words = formats_to_read()};
    if (flag.name == "--to") return {.words = formats_to_write()};
    return offer_for_value(flag.value);
}

Offer offer_for_operands(const Command& command) {
    return offer_for_value(command.operands);
}

std::vector<std::string_view> flag_groups() {
    Words groups;
    for (const Flag& flag : all_flags()) add_once(flag.group, groups);
    return groups;
}

}  // namespace tidytracker::cli
