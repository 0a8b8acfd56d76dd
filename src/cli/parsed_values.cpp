// SPDX-License-Identifier: Apache-2.0
// A text is put into a table of one column and one row, and goes the way of every table: what
// `parse` shows is what `convert` would do.
#include "cli/parsed_values.hpp"

#include <tidytracker/normalise.hpp>

#include <algorithm>
#include <array>

#include "base/json_text.hpp"
#include "base/text.hpp"

namespace tidytracker::cli {
namespace {

constexpr auto k_parsed_fields = std::to_array<Field>(
    {Field::ref, Field::kind, Field::action, Field::leads, Field::support, Field::raised_by,
     Field::raised, Field::due, Field::completed, Field::review, Field::status, Field::rag,
     Field::percent, Field::priority, Field::response, Field::progress});

/// The members of a JSON object, one after the other.
class JsonMembers {
  public:
    void add(std::string_view name, std::string_view text) {
        begin(name);
        append_json_or_null(text, out_);
    }
    void add_raw(std::string_view name, std::string_view json) {
        begin(name);
        out_ += json;
    }
    [[nodiscard]] std::string object() const { return "{" + out_ + "}"; }

  private:
    void begin(std::string_view name) {
        if (!out_.empty()) out_ += ',';
        append_json(name, out_);
        out_ += ':';
    }
    std::string out_{};
};

template <class Value, class ToObject>
std::string array_of(const std::vector<Value>& values, ToObject to_object) {
    std::string out;
    for (const Value& value : values) out += (out.empty() ? "" : ",") + to_object(value);
    return "[" + out + "]";
}

std::string object_of(const Party& party) {
    JsonMembers members;
    members.add("person", party.person);
    members.add("title", party.title);
    members.add("post", party.post);
    members.add("organisation", party.organisation);
    members.add("text", party.text);
    return members.object();
}

std::string object_of(const When& when) {
    JsonMembers members;
    members.add("date", when.date);
    members.add("edtf", when.edtf);
    members.add("qualifier", to_string(when.qualifier));
    members.add("text", when.text);
    return members.object();
}

std::string object_of(const Progress& entry) {
    JsonMembers members;
    members.add("date", entry.date);
    members.add("label", entry.label);
    members.add("author", entry.author);
    members.add("text", entry.text);
    return members.object();
}

template <class Value>
std::string array_of(const std::vector<Value>& values) {
    return array_of(values, [](const Value& value) { return object_of(value); });
}

void add_if(std::string_view name, const std::vector<Party>& parties, JsonMembers& members) {
    if (!parties.empty()) members.add_raw(name, array_of(parties));
}

void add_if(std::string_view name, const std::optional<When>& when, JsonMembers& members) {
    if (when) members.add_raw(name, object_of(*when));
}

void add_if(std::string_view name, std::string_view text, JsonMembers& members) {
    if (!text.empty()) members.add(name, text);
}

/// What the record holds beyond an empty one.
void add_values(const Record& record, Field field, JsonMembers& members) {
    add_if("ref", record.ref, members);
    if (field == Field::action || field == Field::kind) members.add("kind", to_string(record.kind));
    add_if("action", record.action, members);
    add_if("leads", record.leads, members);
    add_if("support", record.support, members);
    add_if("raised_by", record.raised_by, members);
    add_if("raised", record.raised, members);
    add_if("due", record.due, members);
    if (!record.due_history.empty()) members.add_raw("due_history", array_of(record.due_history));
    add_if("completed", record.completed, members);
    add_if("review", record.review, members);
    if (record.status != Status::unknown || field == Field::status) {
        members.add("status", to_string(record.status));
    }
    add_if("rag", to_string(record.rag), members);
    if (record.percent) members.add_raw("percent", std::to_string(*record.percent));
    add_if("priority", to_string(record.priority), members);
    add_if("response", to_string(record.response), members);
    if (!record.progress.empty()) members.add_raw("progress", array_of(record.progress));
    for (const auto& [caption, text] : record.extra) {
        if (!text.empty()) members.add("not_read", text);
    }
}

}  // namespace

bool is_parsed(Field field) {
    return std::ranges::find(k_parsed_fields, field) != k_parsed_fields.end();
}

std::string parsed_line(std::string_view text, Field field, const Instructions& instructions) {
    Workbook workbook;
    workbook.sheets.push_back(Sheet{.places = PlaceStyle::line});
    const std::vector<CellAddress> at{CellAddress{}};
    Table table;
    table.columns.push_back(Column{.caption = std::string(info(field).caption)});
    table.rows.push_back(TableRow{.cells = {TableCell{squeeze(text), at}}, .sheet_rows = {0}});
    const Mapping mapping{.columns = {Binding{.field = field}}, .tracker = true};
    const BoundTable bound{
        .workbook = &workbook, .table = &table, .mapping = &mapping, .written = instructions.as_of};
    Findings findings;
    const std::vector<Record> records = normalise(bound, Source{}, instructions, findings);
    JsonMembers members;
    members.add("text", text);
    if (!records.empty()) add_values(records.front(), field, members);
    return members.object() + "\n";
}

}  // namespace tidytracker::cli
