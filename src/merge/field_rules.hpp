// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <span>
#include <string>
#include <string_view>

// The fields of a record of which one value counts: how two values compare and how one is taken.
// Merging and comparing versions both go by this table.
namespace tidytracker::merging {

/// What a value is to another.
enum class Agreement : std::uint8_t {
    same,
    less,  ///< says the same with less detail
    more,
    differs,
};

struct FieldRule {
    std::string_view name{};
    /// The oldest value stays: what an action was when it began is not news.
    bool keeps_oldest{};
    /// Two wordings of one thing: to be told, but nobody need decide.
    bool wording{};
    bool (*has)(const Record&){};
    Agreement (*compare)(const Record& value, const Record& other){};
    void (*take)(Record& into, const Record& from){};
    std::string (*text)(const Record&){};
    /// Under these names Record::cells keeps its places, parted by spaces.
    std::string_view cells{};
};

[[nodiscard]] std::span<const FieldRule> field_rules();
[[nodiscard]] const FieldRule* find_field_rule(std::string_view name);

/// Of two texts: the same apart from case, quotes, spaces and final stops; or one in the other.
[[nodiscard]] Agreement compare_texts(std::string_view a, std::string_view b);
[[nodiscard]] Agreement compare_parties(const Party& a, const Party& b);
[[nodiscard]] Agreement compare_whens(const When& a, const When& b);
[[nodiscard]] std::string text_of(const When& when);

/// Is the field one that Record::cells calls `name`?
[[nodiscard]] const FieldRule* rule_of_cells(std::string_view name);

}  // namespace tidytracker::merging
