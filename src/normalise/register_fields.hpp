// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalise/fields.hpp"

// The columns of a register of ours, and how their cells are taken as they stand.
namespace tidytracker {

inline constexpr std::pair<Field, std::string Record::*> k_register_texts[] = {
    {Field::id, &Record::id},
    {Field::ref, &Record::ref},
    {Field::ref_text, &Record::ref_text},
    {Field::parent, &Record::parent},
    {Field::section, &Record::section},
    {Field::item, &Record::item},
    {Field::action, &Record::action},
    {Field::status_text, &Record::status_text},
    {Field::rag_text, &Record::rag_text},
    {Field::priority_text, &Record::priority_text},
    {Field::response_text, &Record::response_text},
    {Field::outcome, &Record::outcome},
    {Field::evidence, &Record::evidence},
    {Field::source, &Record::source},
    {Field::place, &Record::place},
};

inline constexpr std::pair<Field, std::vector<Party> Record::*> k_register_parties[] = {
    {Field::leads, &Record::leads},
    {Field::support, &Record::support},
    {Field::raised_by, &Record::raised_by},
};

/// The four columns of a date.
struct WhenFields {
    Field date{};
    Field edtf{};
    Field text{};
    Field qualifier{};
    std::optional<When> Record::*target{};
};

inline constexpr WhenFields k_register_whens[] = {
    {Field::raised, Field::raised_edtf, Field::raised_text, Field::raised_qualifier,
     &Record::raised},
    {Field::due, Field::due_edtf, Field::due_text, Field::due_qualifier, &Record::due},
    {Field::completed, Field::completed_edtf, Field::completed_text, Field::completed_qualifier,
     &Record::completed},
    {Field::review, Field::review_edtf, Field::review_text, Field::review_qualifier,
     &Record::review},
};

/// The text of a column as it stands: line breaks and spaces belong to the notation. What guards a
/// text against being run as a formula does not.
[[nodiscard]] std::string exact_text(const RowReader& row, Field field);

/// "In progress" as "in_progress".
[[nodiscard]] std::string word_as_written(std::string_view readable);

}  // namespace tidytracker
