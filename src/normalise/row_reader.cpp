// SPDX-License-Identifier: Apache-2.0
#include "normalise/row_reader.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "base/calendar.hpp"
#include "base/shape.hpp"
#include "base/text.hpp"
#include "normalise/fields.hpp"
#include "normalise/numbering.hpp"
#include "normalise/people/kinds.hpp"
#include "normalise/sections.hpp"
#include "normalise/text_repair.hpp"
#include "schema/captions.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

constexpr auto k_date_fields =
    std::to_array<Field>({Field::raised, Field::due, Field::due_history, Field::completed,
                          Field::review, Field::meeting_date});

/// A cell that its own application knows as a date needs no reading.
std::optional<DatedPart> typed_date(const TableContext& table, const TableCell& cell) {
    if (cell.cells.size() != 1) return std::nullopt;
    const Cell* source = table.sheet().find(cell.cells.front());
    if (source == nullptr || !table.bound.workbook->is_date(*source)) return std::nullopt;
    const std::optional<Day> day =
        day_from_serial(source->number, table.bound.workbook->date_system);
    if (!day) return std::nullopt;
    return DatedPart{.period = Period{.first = day,
                                      .last = day,
                                      .edtf = iso_day(*day),
                                      .qualifier = Qualifier::exact,
                                      .year_given = true},
                     .text = cell.text};
}

constexpr auto k_people_fields =
    std::to_array<Field>({Field::leads, Field::support, Field::raised_by});

/// The cells of people, each text once. A column that hardly repeats any need not be kept whole.
PartyBook texts_of_people(const TableContext& table) {
    constexpr std::size_t k_most = 4096;
    PartyBook book;
    for (const TableRow& row : table.bound.table->rows) {
        const RowReader reader(table, row);
        for (const Field field : k_people_fields) {
            for (const std::size_t column : reader.columns(field)) {
                if (book.size() == k_most) return book;
                std::string text = reader.text(field, column);
                if (!text.empty()) book.try_emplace(std::move(text));
            }
        }
    }
    return book;
}

/// Says why names are turned round.
void report_name_order(const TableContext& table, const NameOrder& order, Findings& findings) {
    const auto people = std::ranges::find_if(k_people_fields, [&table](Field field) {
        return !table.columns[static_cast<std::size_t>(field)].empty();
    });
    const std::size_t column = table.columns[static_cast<std::size_t>(*people)].front();
    const std::string& caption = table.bound.table->columns[column].caption;
    findings.push_back(
        Finding{.rule = "surname-first",
                .severity = Severity::info,
                .message = fmt::format("the names of \"{}\" are read surname first", caption),
                .field = std::string(info(*people).name),
                .source = table.source.id,
                .text = order.example,
                .note = fmt::format("{} names look like \"{}\", {} of them with a known "
                                    "forename, an initial or a title",
                                    order.alike, order.example, order.proven),
                .help = "part two people by a semicolon"});
}

/// Reads the cells of people. How the column writes names is told by all of them.
void read_people_of_table(TableContext& table, Findings& findings) {
    table.parties = texts_of_people(table);
    // Without a comma there is nothing to turn round.
    const bool commas = std::ranges::any_of(
        table.parties, [](const auto& each) { return each.first.find(',') != std::string::npos; });
    if (commas) {
        std::vector<std::string_view> texts;
        for (const auto& [text, parties] : table.parties) texts.emplace_back(text);
        const NameOrder order = name_order_of(texts);
        table.names = order.style;
        if (order.style == NameStyle::surname_first) report_name_order(table, order, findings);
    }
    for (auto& [text, parties] : table.parties) parties = read_parties(text, table.names);
}

/// What only the status column as a whole tells: the meaning of crosses, and a fill that all of its
/// cells have.
void read_status_column(TableContext& table) {
    const auto& columns = table.columns[static_cast<std::size_t>(Field::status)];
    if (columns.empty()) return;
    constexpr std::size_t k_most_texts = 64;
    constexpr std::size_t k_longest = 24;
    std::set<std::string> texts;
    for (const TableRow& row : table.bound.table->rows) {
        const std::string& text = row.cells[columns.front()].text;
        if (text.size() <= k_longest && texts.size() < k_most_texts) texts.insert(text);
    }
    const std::vector<std::string> statuses(texts.begin(), texts.end());
    table.crossed =
        meaning_of_crosses(table.bound.table->columns[columns.front()].caption, statuses);
    constexpr std::size_t k_fewest_rows = 3;
    const std::vector<TableRow>& rows = table.bound.table->rows;
    if (rows.size() < k_fewest_rows) return;
    const auto fill = RowReader(table, rows.front()).fill(Field::status);
    const bool all = fill && std::ranges::all_of(rows, [&](const TableRow& row) {
                         return RowReader(table, row).fill(Field::status) == fill;
                     });
    if (all) table.status_fill = fill;
}

/// Are most abbreviations among the people of two letters, as people's are and bodies' are not?
/// Then those of three may be people's, too.
bool are_initialled(const PartyBook& book) {
    constexpr std::size_t k_fewest = 3;
    std::size_t of_two = 0;
    std::size_t longer = 0;
    for (const auto& [text, reading] : book) {
        if (!is_initials_shaped(text)) continue;
        for (const auto& [party, role] : reading.parties) {
            of_two += are_initials(party.person);
            longer += is_acronym(party.organisation);
        }
    }
    return of_two >= k_fewest && of_two > longer;
}

/// What the caption of the action column says of its rows.
Kind kind_of_caption(const Table& table, std::string_view caption) {
    const std::string key = caption_key(caption);
    const bool recommends = key.find("recommend") != std::string::npos;
    const bool acts = key.find("action") != std::string::npos;
    if (table.shape == TableShape::list && !recommends && !acts) return Kind::request;
    return recommends && !acts ? Kind::recommendation : Kind::action;
}

/// The day in the middle of the dates of a field that are given with their year. Where they lie
/// close to one another, "31 August" among them can only be of one year.
IsoDay middle_of_dates(const TableContext& table, Field field) {
    constexpr std::size_t k_fewest = 2;
    // Wider ones leave a choice of two years.
    constexpr std::chrono::days k_widest{366};
    std::vector<Day> days;
    for (const TableRow& row : table.bound.table->rows) {
        for (const DatedPart& part : RowReader(table, row).dates(field, {})) {
            if (part.period.year_given && part.period.last) days.push_back(*part.period.last);
        }
    }
    if (days.size() < k_fewest) return {};
    const auto [first, last] = std::ranges::minmax(days);
    return last - first <= k_widest ? iso_day(first + (last - first) / 2) : IsoDay{};
}

/// What tells the years of due dates that are printed without one, where their rows do not.
void set_due_about(TableContext& context) {
    const auto tell = [&context](IsoDay day, std::string_view basis) {
        if (!context.due_about.empty() || day.empty()) return;
        context.due_about = std::move(day);
        context.due_about_basis = basis;
    };
    tell(context.bound.written, "the document's title or name");
    // A log with a column for each meeting was last written at the latest of them.
    if (!context.column_days.empty()) {
        tell(std::ranges::max(context.column_days), "the latest meeting with a column");
    }
    if (context.due_about.empty()) {
        tell(middle_of_dates(context, Field::due), "the other due dates");
    }
    if (context.due_about.empty()) {
        tell(middle_of_dates(context, Field::completed), "the dates of completion");
    }
    if (context.instructions.as_of_told) tell(context.instructions.as_of, "--as-of");
}

/// Fields whose cells may point to the row above.
bool repeats_from_above(Field field) {
    return field != Field::none && field != Field::ref && field != Field::action &&
           field != Field::progress && field != Field::outcome && field != Field::evidence;
}

/// Says which order was chosen where the dates leave room for another.
void report_order(const TableContext& table, const Column& column, const OrderEvidence& evidence,
                  DateOrder order, Findings& findings) {
    if (evidence.only_mdy == 0 && (evidence.both == 0 || evidence.only_dmy > 0)) return;
    const bool doubtful = evidence.only_mdy > 0;
    findings.push_back(
        Finding{.rule = "ambiguous-date",
                .severity = doubtful ? Severity::warning : Severity::info,
                .message = fmt::format("the dates of \"{}\" are read {} first", column.caption,
                                       order == DateOrder::mdy ? "month" : "day"),
                .source = table.source.id,
                .text = column.caption,
                .note = fmt::format("{} fit only day first, {} only month first, {} both",
                                    evidence.only_dmy, evidence.only_mdy, evidence.both),
                .help = order == DateOrder::mdy ? "--date-order dmy if they are British"
                                                : "--date-order mdy if they are American"});
}

/// Enters the links by cell. A link within the document is of no use outside it. The cells of
/// large ranges are entered up to a budget, and the first cell in any case.
void add_links(TableContext& context) {
    std::size_t budget = 200'000;
    for (const Link& link : context.sheet().links) {
        if (link.target.starts_with('#')) continue;
        context.links.emplace(link.at.first, &link);
        for (std::uint32_t row = link.at.first.row; row <= link.at.last.row; ++row) {
            for (std::uint32_t column = link.at.first.column; column <= link.at.last.column;
                 ++column) {
                if (budget == 0) break;
                --budget;
                context.links.emplace(CellAddress{row, column}, &link);
            }
            if (budget == 0) break;
        }
    }
}

}  // namespace

std::optional<Note> TableContext::thread_at(CellAddress at) const {
    const auto [first, end] = notes.equal_range(at);
    if (first == end) return std::nullopt;
    Note thread = *first->second;
    thread.text = squeeze_lines(thread.text);
    for (auto answer = std::next(first); answer != end; ++answer) {
        const Note& note = *answer->second;
        thread.text += '\n';
        const bool goes_on = note.author == std::prev(answer)->second->author;
        if (!goes_on && !note.author.empty()) thread.text.append(note.author).append(": ");
        thread.text += squeeze_lines(note.text);
    }
    return thread;
}

std::string TableContext::link_at(CellAddress at) const {
    const auto link = links.find(at);
    return link == links.end() ? std::string() : link->second->target;
}

TableContext table_context(const BoundTable& bound, const Source& source,
                           const Instructions& instructions, Findings& findings) {
    TableContext context{.bound = bound, .source = source, .instructions = instructions};
    context.wrapped = context.sheet().has_wrapped_rows();
    context.paper.date = source.meeting;
    for (const Note& note : context.sheet().notes) context.notes.emplace(note.at, &note);
    add_links(context);
    context.lexicon = lexicon_of(bound.keys, instructions.people);
    context.titled = status_of_heading(context.sheet().name).value_or(Status::unknown);
    for (const std::string& title : bound.table->titles) {
        if (const auto status = status_of_heading(title)) context.titled = *status;
    }
    const DateContext back{.reference = instructions.as_of, .looks_back = true};
    for (const Section& section : bound.table->sections) {
        context.sections.push_back(sense_of_heading(section.text, back));
    }
    for (std::size_t i = 0; i < bound.mapping->columns.size(); ++i) {
        context.columns[static_cast<std::size_t>(bound.mapping->columns[i].field)].push_back(i);
    }
    const auto columns_of = [&context](Field field) {
        return std::span<const std::size_t>(context.columns[static_cast<std::size_t>(field)]);
    };
    context.numbered = bound.table->shape == TableShape::grid && columns_of(Field::ref).empty() &&
                       is_numbered(*bound.table, columns_of(Field::action));
    read_people_of_table(context, findings);
    context.initialled = are_initialled(context.parties);
    read_status_column(context);
    const auto actions = columns_of(Field::action);
    context.kind = kind_of_caption(
        *bound.table, actions.empty() ? "" : bound.table->columns[actions.front()].caption);
    for (const Column& column : bound.table->columns) {
        IsoDay day = find_date(column.caption, back).end;
        // "Sept update": the last one.
        if (day.empty() && names_month(column.caption)) day = parse_when(column.caption, back).date;
        context.column_days.push_back(std::move(day));
    }
    context.date_orders = date_orders_of(context, findings);
    set_due_about(context);
    return context;
}

std::string clean_text(std::string_view text, bool wrapped) {
    // Locating has squeezed the text of cells already.
    std::string out = wrapped ? join_wraps(text) : std::string(trim(text));
    return needs_repair(out) ? repair_characters(out) : out;
}

std::string RowReader::raw_text(Field field) const {
    for (const std::size_t column : columns(field)) {
        if (const TableCell& found = cell(field, column); !found.text.empty()) return found.text;
    }
    return {};
}

std::string RowReader::text(Field field) const {
    return clean_text(raw_text(field), table_.wrapped);
}

std::string RowReader::text(Field field, std::size_t column) const {
    return clean_text(cell(field, column).text, table_.wrapped);
}

std::vector<const TableCell*> RowReader::cells(Field field) const {
    std::vector<const TableCell*> found;
    for (const std::size_t column : columns(field)) found.push_back(&cell(field, column));
    return found;
}

const TableCell& RowReader::cell(Field field, std::size_t column) const {
    const TableCell& own = row_.cells[column];
    if (!repeats_from_above(field) || !is_ditto(own.text)) return own;
    const std::vector<TableRow>& rows = table_.bound.table->rows;
    for (auto row = rows.begin() + (&row_ - rows.data()); row != rows.begin();) {
        const TableCell& above = (--row)->cells[column];
        if (!above.text.empty() && !is_ditto(above.text)) return above;
    }
    return own;
}

Status RowReader::heading_status() const {
    const Status section = table_.sections[row_.section].status;
    return section == Status::unknown ? table_.titled : section;
}

bool RowReader::has_column(Field field) const {
    return !columns(field).empty();
}

std::string RowReader::caption(Field field) const {
    if (columns(field).empty()) return {};
    return table_.bound.table->columns[columns(field).front()].caption;
}

std::optional<std::uint32_t> RowReader::fill_of(std::size_t column) const {
    const Sheet& sheet = table_.sheet();
    const auto& captions = table_.bound.table->columns[column].caption_cells;
    if (sheet.places != PlaceStyle::a1 || row_.sheet_rows.empty()) return std::nullopt;
    CellAddress at{row_.sheet_rows.front(), 0};
    if (!row_.cells[column].cells.empty()) {
        at = row_.cells[column].cells.front();
    } else if (!captions.empty()) {
        at.column = captions.front().column;
    } else {
        return std::nullopt;
    }
    const Cell* found = sheet.find(at);
    return found == nullptr ? std::nullopt : table_.bound.workbook->style_of(*found).fill;
}

std::optional<std::uint32_t> RowReader::fill(Field field) const {
    if (columns(field).empty()) return std::nullopt;
    const std::optional<std::uint32_t> own = fill_of(columns(field).front());
    const auto& actions = columns(Field::action);
    // A colour that the whole row has says nothing of one of its cells.
    const bool row_has_it =
        own && !actions.empty() && field != Field::action && fill_of(actions.front()) == own;
    return row_has_it ? std::nullopt : own;
}

std::vector<DatedPart> RowReader::dates(Field field, DateContext context) const {
    const auto order = table_.date_orders.find(field);
    if (order != table_.date_orders.end()) context.order = order->second;
    std::vector<DatedPart> parts;
    for (const TableCell* cell : cells(field)) {
        if (cell->text.empty()) continue;
        if (const auto typed = typed_date(table_, *cell)) {
            parts.push_back(*typed);
            continue;
        }
        const std::string text = join_wraps(cell->text);
        std::vector<DatedPart> read = read_periods(text, context);
        if (read.empty()) read.push_back(DatedPart{});
        // What stands beside a single date belongs to its printed form ("May 2024 Committee").
        if (read.size() == 1) read.front().text = text;
        parts.insert(parts.end(), read.begin(), read.end());
    }
    return parts;
}

std::map<Field, DateOrder> date_orders_of(const TableContext& table, Findings& findings) {
    std::map<Field, DateOrder> orders;
    const Setting<DateOrder>& chosen = table.instructions.date_order;
    const auto& columns = table.bound.mapping->columns;
    for (const Field field : k_date_fields) {
        orders[field] = chosen.value;
        if (chosen.origin > Origin::detected) continue;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].field != field) continue;
            std::vector<std::string_view> texts;
            for (const TableRow& row : table.bound.table->rows) {
                if (!typed_date(table, row.cells[i])) texts.emplace_back(row.cells[i].text);
            }
            const OrderEvidence evidence = tally_order(texts);
            orders[field] = proven_order(evidence);
            report_order(table, table.bound.table->columns[i], evidence, orders[field], findings);
        }
    }
    return orders;
}

}  // namespace tidytracker
