// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tidytracker {

/// What a column of a tracker can mean. Each is a column of the flat register (CSV, XLSX, ODS).
enum class Field : std::uint8_t {
    none,  ///< no field: the column goes to `extra`
    id,
    ref,
    ref_text,
    parent,
    kind,
    meeting_name,
    meeting_date,
    section,
    item,
    action,
    leads,
    support,
    raised_by,
    raised,
    raised_edtf,
    raised_text,
    raised_qualifier,
    due,
    due_edtf,
    due_text,
    due_qualifier,
    due_history,
    completed,
    completed_edtf,
    completed_text,
    completed_qualifier,
    review,
    review_edtf,
    review_text,
    review_qualifier,
    status,
    status_text,
    overdue,
    rag,
    rag_text,
    percent,
    priority,
    priority_text,
    response,
    response_text,
    progress,
    outcome,
    evidence,
    links,
    extra,
    source,
    place,
    count_
};

/// How a field's text is read and written.
enum class FieldType : std::uint8_t {
    text,  ///< kept as it is
    day,   ///< ISO 8601 calendar day
    edtf,  ///< ISO 8601-2 EDTF
    word,  ///< one of FieldInfo::allowed
    integer,
    boolean,
    parties,  ///< parted by "; "
    entries,  ///< progress entries, one a line
    whens,    ///< dates, parted by "; "
    list,     ///< parted by "; "
    pairs,    ///< "caption: text", one a line
};

/// A line of the field table, the source of JSON Schema, CSV header, templates and documentation.
struct FieldInfo {
    Field field{};
    std::string_view name{};     ///< the CSV caption, snake_case
    std::string_view caption{};  ///< for people: the caption in workbooks and pages
    FieldType type{};
    std::span<const std::string_view> allowed{};  ///< FieldType::word
    bool in_template{};              ///< shown in the blank template and in the officer's sheet
    int width{};                     ///< of the sheet's column, in characters
    std::string_view description{};  ///< one sentence
};

/// All fields, in the order of the register's columns; Field::none is not among them.
[[nodiscard]] std::span<const FieldInfo> all_fields();
[[nodiscard]] const FieldInfo& info(Field field);
/// By its name in CSV ("due_text"), exactly.
[[nodiscard]] std::optional<Field> field_from_name(std::string_view name);

/// The JSON Schema of the document, version 1.
[[nodiscard]] std::string json_schema();
/// The field table as Markdown.
[[nodiscard]] std::string schema_markdown();

}  // namespace tidytracker
