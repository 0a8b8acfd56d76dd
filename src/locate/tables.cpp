// SPDX-License-Identifier: Apache-2.0
#include "locate/tables.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "locate/bands.hpp"
#include "locate/blocks.hpp"
#include "locate/columns.hpp"
#include "locate/header.hpp"
#include "locate/hints.hpp"
#include "locate/joins.hpp"
#include "locate/keys.hpp"
#include "locate/roles.hpp"
#include "locate/row_roles.hpp"
#include "schema/wording.hpp"

namespace tidytracker {
namespace {

/// A table while its rows are collected.
struct Draft {
    std::vector<Segment> segments{};
    ColumnList list{};
    std::vector<const GridRow*> titles{};  ///< lines above its header that belong to it alone
};

/// Rows that are read together, with the role of each.
struct Stream {
    std::span<const GridRow> rows{};
    std::vector<RowRole> roles{};
    std::vector<bool> taken{};  ///< by a key
    bool known_captions{};      ///< at least one header holds captions that trackers use
};

/// Takes rows off the end of the last segment that are remarks below the table: lone texts after
/// a gap, and page numbers.
void drop_trailing_notes(Draft& draft, Stream& stream) {
    auto& body = draft.segments.back().body;
    std::size_t keep = body.size();
    for (std::size_t i = body.size(); i-- > 0;) {
        const GridRow& row = *body[i];
        const bool in_table = row.table != 0 || continues_row(row.flow);
        if (row.cells.size() > 1 || in_table) break;
        const bool gap = i > 0 && row.row > body[i - 1]->row + 1;
        if (gap || is_page_furniture(row.cells[0].text)) keep = i;
    }
    for (std::size_t i = keep; i < body.size(); ++i) {
        stream.roles[static_cast<std::size_t>(body[i] - stream.rows.data())] = RowRole::note;
    }
    body.resize(keep);
}

/// Rows above the header of another table, after a gap or right above it, are its title.
void move_titles(Draft& from, Draft& to, Stream& stream) {
    if (from.segments.empty()) return;
    auto& body = from.segments.back().body;
    std::uint32_t next = to.segments.front().header.rows.front();
    constexpr std::size_t k_most_titles = 3;
    std::size_t keep = body.size();
    while (keep > 0 && body.size() - keep < k_most_titles) {
        const GridRow& row = *body[keep - 1];
        if (row.cells.size() > 1 || next > row.row + 2) break;
        next = row.row;
        --keep;
    }
    // Without a gap above it, a lone text is as likely the last heading or row of the table.
    if (keep == 0 || keep == body.size() || next <= body[keep - 1]->row + 1) return;
    for (std::size_t i = keep; i < body.size(); ++i) {
        to.titles.push_back(body[i]);
        stream.roles[static_cast<std::size_t>(body[i] - stream.rows.data())] = RowRole::title;
    }
    body.resize(keep);
}

/// Takes the heading of the table that comes next, and what follows it, from the table above.
void move_heading(const GridRow& heading, std::vector<Draft>& drafts, Stream& stream) {
    const auto role_of_row = [&stream](const GridRow& row) -> RowRole& {
        return stream.roles[static_cast<std::size_t>(&row - stream.rows.data())];
    };
    if (drafts.size() > 1) {
        auto& body = drafts[drafts.size() - 2].segments.back().body;
        while (!body.empty() && body.back()->row >= heading.row) {
            role_of_row(*body.back()) = RowRole::title;
            body.pop_back();
        }
    }
    role_of_row(heading) = RowRole::section;
    drafts.back().titles.push_back(&heading);
}

/// Cuts the rows at the headers. A header that repeats the table's own begins a segment; one with
/// other captions begins a table.
std::vector<Draft> cut_at_headers(Stream& stream, std::span<const RowRun> headers) {
    std::vector<Draft> drafts;
    std::size_t next = 0;
    for (std::size_t i = 0; i < stream.rows.size(); ++i) {
        if (stream.taken[i]) continue;
        if (next < headers.size() && i == headers[next].first) {
            const RowRun run = headers[next++];
            Segment segment{.header = make_header(stream.rows.subspan(i, run.end - i))};
            if (drafts.empty() || !drafts.back().list.is_repeated_by(segment.header)) {
                drafts.emplace_back();
            }
            drafts.back().list.note(segment.header);
            drafts.back().segments.push_back(std::move(segment));
            std::fill(stream.roles.begin() + static_cast<std::ptrdiff_t>(run.first),
                      stream.roles.begin() + static_cast<std::ptrdiff_t>(run.end), RowRole::header);
            const bool opens_table = drafts.back().segments.size() == 1;
            const GridRow* heading = opens_table ? heading_above(stream.rows, i) : nullptr;
            if (heading != nullptr) {
                move_heading(*heading, drafts, stream);
            } else if (drafts.size() > 1 && opens_table) {
                move_titles(drafts[drafts.size() - 2], drafts.back(), stream);
            }
            i = run.end - 1;
        } else if (!drafts.empty()) {
            drafts.back().segments.back().body.push_back(&stream.rows[i]);
        } else if (stream.known_captions) {
            stream.roles[i] = RowRole::title;
        }
    }
    return drafts;
}

TableRow table_row(const GridRow& row, const Segment& segment, std::size_t columns) {
    TableRow made{.sheet_rows = {row.row}, .hidden = row.hidden, .struck = row.struck};
    made.cells.resize(columns);
    for (const GridCell& cell : row.cells) {
        const std::optional<std::size_t> column = segment.column_of(cell.column);
        if (!column) continue;
        TableCell& target = made.cells[*column];
        if (!target.text.empty()) target.text += '\n';
        target.text += cell.text;
        target.cells.push_back(cell.at);
    }
    return made;
}

/// Collects the headings of a table. A heading that a line break parted ("10 March 2022" over
/// "Meeting") is one: the second line only says what kind of heading it is.
class Headings {
  public:
    explicit Headings(Table& table) : table_(table) {}

    void add(const GridRow& row) {
        const std::string text = squeeze(row.cells[0].text);
        const bool rest = row_of_last_ + 1 == row.row && open_ && is_meeting_word(text);
        if (rest) {
            table_.sections.back().text += " " + text;
        } else {
            table_.sections.push_back(Section{.text = text});
        }
        for (const GridCell& cell : row.cells) table_.sections.back().cells.push_back(cell.at);
        open_ = true;
        row_of_last_ = row.row;
    }
    /// The index of the heading that applies to rows added now.
    [[nodiscard]] std::uint32_t current() {
        open_ = false;
        return static_cast<std::uint32_t>(table_.sections.size() - 1);
    }

  private:
    Table& table_;
    bool open_{};  ///< no row has come since the last heading
    std::uint32_t row_of_last_{};
};

/// The rows of a draft with their sections, before joining.
std::vector<BrokenRow> collect_rows(const Draft& draft, Table& table, bool wrapped,
                                    Stream& stream) {
    std::vector<BrokenRow> rows;
    Headings headings(table);
    if (!draft.titles.empty()) headings.add(*draft.titles.back());
    for (std::size_t s = 0; s < draft.segments.size(); ++s) {
        const Segment& segment = draft.segments[s];
        const auto& header = segment.header.rows;
        table.header_rows.insert(table.header_rows.end(), header.begin(), header.end());
        for (const GridRow* row : segment.body) {
            RowRole& role = stream.roles[static_cast<std::size_t>(row - stream.rows.data())];
            if (stream.known_captions) {
                role = role_of(*row, segment, table.columns.size(), wrapped);
            }
            if (role == RowRole::section) headings.add(*row);
            if (role != RowRole::data) continue;
            BrokenRow made{.row = table_row(*row, segment, table.columns.size()),
                           .segment = s,
                           .flow = row->flow};
            made.row.section = headings.current();
            rows.push_back(std::move(made));
        }
    }
    return rows;
}

/// On a page rows are whole; only the first below a page break may be the rest of one.
void mark_breaks(std::vector<BrokenRow>& rows, const Sheet& sheet) {
    const Block* last = nullptr;
    for (BrokenRow& row : rows) {
        const Block* block = sheet.block_of(row.row.sheet_rows.front());
        const bool first = block != nullptr && block != last && block->continues;
        row.flow = first ? block->first_record : RowFlow::begins;
        last = block;
    }
}

bool segment_shows(const Segment& segment, std::size_t column) {
    return std::ranges::any_of(segment.columns,
                               [column](const auto& bound) { return bound.second == column; });
}

CellRange range_of(const Draft& draft, const Table& table) {
    CellRange range{{UINT32_MAX, UINT32_MAX}, {0, 0}};
    const auto include = [&range](CellAddress at) {
        range.first.row = std::min(range.first.row, at.row);
        range.first.column = std::min(range.first.column, at.column);
        range.last.row = std::max(range.last.row, at.row);
        range.last.column = std::max(range.last.column, at.column);
    };
    for (const Segment& segment : draft.segments) {
        for (const Caption& caption : segment.header.captions) {
            std::ranges::for_each(caption.cells, include);
        }
    }
    for (const TableRow& row : table.rows) {
        for (const TableCell& cell : row.cells) std::ranges::for_each(cell.cells, include);
    }
    return range;
}

/// Are there more rows times columns than an ordinary computer holds? Then none of the rows is
/// read, rather than some: the account lists them all.
bool is_too_large(const Draft& draft, Stream& stream, Findings& findings) {
    constexpr std::size_t k_most_cells = 40'000'000;
    const std::size_t columns = draft.list.columns().size();
    std::size_t rows = 0;
    for (const Segment& segment : draft.segments) rows += segment.body.size();
    if (rows * columns <= k_most_cells) return false;
    for (const Segment& segment : draft.segments) {
        for (const GridRow* row : segment.body) {
            stream.roles[static_cast<std::size_t>(row - stream.rows.data())] = RowRole::note;
        }
    }
    findings.push_back(
        Finding{.rule = "table-too-large",
                .severity = Severity::error,
                .message = fmt::format("a table of {} and {} is too large to convert",
                                       count_of(rows, "row"), count_of(columns, "column")),
                .note = "its rows are listed as not converted",
                .help = "delete columns that are not needed, or split the file"});
    return true;
}

void report_too_wide(std::size_t columns, Findings& findings) {
    if (columns == 0) return;
    findings.push_back(Finding{
        .rule = "table-too-large",
        .severity = Severity::warning,
        .message = fmt::format("a table has {} more than the {} that are converted",
                               count_of(columns, "column"), k_most_columns),
        .note = "the cells of the columns furthest to the right are listed as not converted",
        .help = "delete columns that are not needed"});
}

/// Rows of a grid are whole, but for remarks that run on, blank cells that mean "as above", and
/// rows that nobody has used yet.
void settle_grid_rows(Table& table, const Sheet& sheet, Stream& stream, Findings& findings) {
    const ColumnHints hints = hints_of(table.columns);
    join_references(table.rows, hints, sheet, findings);
    std::erase_if(table.rows, [&](const TableRow& row) {
        if (!is_unused(row, hints)) return false;
        const auto at =
            std::ranges::lower_bound(stream.rows, row.sheet_rows.front(), {}, &GridRow::row);
        stream.roles[static_cast<std::size_t>(at - stream.rows.begin())] = RowRole::empty;
        return true;
    });
    join_remarks(table.rows, hints, sheet, findings);
    fill_down(table, hints, sheet, findings);
    fill_recommendations(table, sheet, findings);
}

/// Where headings name the meetings of the rows below them, the first one may stand above the
/// header, as if it were a title.
void take_first_meeting(Draft& draft, const Sheet& sheet, Stream& stream) {
    const Segment& first = draft.segments.front();
    // On a page the line above a table may be the end of a paragraph.
    const bool titled = sheet.places == PlaceStyle::a1 && stream.known_captions;
    if (!draft.titles.empty() || first.header.rows.empty() || !titled) return;
    const std::uint32_t top = first.header.rows.front();
    const auto at = std::ranges::lower_bound(stream.rows, top, {}, &GridRow::row);
    if (at == stream.rows.begin()) return;
    const GridRow& above = *(at - 1);
    RowRole& role = stream.roles[static_cast<std::size_t>(at - stream.rows.begin()) - 1];
    const bool title = role == RowRole::title && above.row + 1 == top && is_meeting_line(above);
    const bool more = std::ranges::any_of(draft.segments, [](const Segment& segment) {
        return std::ranges::any_of(segment.body,
                                   [](const GridRow* row) { return is_meeting_line(*row); });
    });
    if (!title || !more) return;
    role = RowRole::section;
    draft.titles.push_back(&above);
}

Table table_from(Draft& draft, const Sheet& sheet, Stream& stream, Findings& findings) {
    const bool wrapped = sheet.has_wrapped_rows();
    std::size_t too_many = 0;
    drop_trailing_notes(draft, stream);
    take_first_meeting(draft, sheet, stream);
    // Anew, so that the columns of the first header come in the order of the sheet.
    draft.list = ColumnList();
    for (Segment& segment : draft.segments) too_many += bind_columns(segment, draft.list);
    report_too_wide(too_many, findings);
    Table table;
    table.columns = draft.list.columns();
    table.range = range_of(draft, table);
    for (const GridRow* title : draft.titles) table.titles.push_back(squeeze(title->cells[0].text));
    if (is_too_large(draft, stream, findings)) return table;
    std::vector<BrokenRow> rows = collect_rows(draft, table, wrapped, stream);
    if (wrapped || sheet.places == PlaceStyle::page) {
        if (!wrapped) mark_breaks(rows, sheet);
        const std::optional<std::size_t> key = key_column(rows, table.columns.size());
        for (BrokenRow& row : rows) {
            row.segment_has_key = key && segment_shows(draft.segments[row.segment], *key);
        }
        table.rows = join_continued(std::move(rows), key, wrapped);
        if (key) part_listed(table.rows, *key);
        if (wrapped) part_fused(table.rows, key, sheet, findings);
    } else {
        for (BrokenRow& row : rows) table.rows.push_back(std::move(row.row));
    }
    if (!wrapped) settle_grid_rows(table, sheet, stream, findings);
    table.range = range_of(draft, table);
    return table;
}

/// "Key: AB = Ada Birch; CD = Cy Dorn": wherever a line by itself says so, it is no row.
std::optional<FoundKey> key_in_line(const GridRow& row) {
    if (row.cells.size() != 1) return std::nullopt;
    std::optional<Key> key = key_of_line(row);
    if (!key || key->entries.size() < 2) return std::nullopt;
    return FoundKey{.key = std::move(*key), .rows = 1};
}

/// Finds the keys among the rows and takes their rows away from the tables.
void take_keys(Stream& stream, std::string_view sheet, std::vector<Key>& keys) {
    for (std::size_t i = 0; i < stream.rows.size(); ++i) {
        if (stream.rows[i].cells.size() > 4) continue;
        std::optional<FoundKey> found = key_at(stream.rows.subspan(i), i == 0 ? sheet : "");
        if (!found) found = key_in_line(stream.rows[i]);
        if (!found) continue;
        for (std::size_t row = i; row < i + found->rows; ++row) stream.taken[row] = true;
        i += found->rows - 1;
        keys.push_back(std::move(found->key));
    }
}

/// The roles of the rows by the model. Of a long sheet only both ends are asked: titles and header
/// stand at the one, totals and notes at the other.
void guess_roles(Stream& stream, std::span<const RowRun> headers) {
    constexpr std::size_t k_whole = 4000;
    constexpr std::size_t k_end = 200;
    std::vector<std::optional<RowRole>> pinned(stream.rows.size());
    for (const RowRun& run : headers) pinned[run.first] = RowRole::header;
    for (std::size_t i = 0; i < pinned.size(); ++i) {
        if (stream.taken[i]) pinned[i] = RowRole::note;
    }
    const auto guess = [&](std::size_t first, std::size_t count) {
        const auto shapes = shapes_of(stream.rows.subspan(first, count));
        const auto roles = likeliest_roles(
            shapes, std::span<const std::optional<RowRole>>(pinned).subspan(first, count),
            role_model());
        std::ranges::copy(roles, stream.roles.begin() + static_cast<std::ptrdiff_t>(first));
    };
    if (stream.rows.size() <= k_whole) {
        guess(0, stream.rows.size());
    } else {
        guess(0, k_end);
        guess(stream.rows.size() - k_end, k_end);
    }
}

/// The rows that hold captions of trackers, or are the first of a table by the layout.
std::vector<RowRun> known_headers(const Stream& stream) {
    std::vector<RowRun> headers;
    for (std::size_t i = 0; i < stream.rows.size(); ++i) {
        if (stream.taken[i]) continue;
        if (stream.rows[i].captions || begins_other_table(stream.rows, i)) {
            headers.push_back(RowRun{i, i + 1});
        }
    }
    return headers;
}

/// Where no caption is known: the runs of rows that the model takes for headers.
std::vector<RowRun> likely_headers(const Stream& stream) {
    std::vector<RowRun> headers;
    for (std::size_t i = 0; i < stream.rows.size(); ++i) {
        if (stream.taken[i] || stream.roles[i] != RowRole::header) continue;
        if (!headers.empty() && headers.back().end == i) {
            headers.back().end = i + 1;
        } else {
            headers.push_back(RowRun{i, i + 1});
        }
    }
    return headers;
}

/// Takes the rows next to known captions into the header.
void widen_headers(const Stream& stream, std::vector<RowRun>& headers) {
    std::vector<RowRun> widened;
    for (const RowRun& run : headers) {
        RowRun wide = header_around(stream.rows, run.first, stream.roles);
        if (!widened.empty() && wide.first < widened.back().end) {
            widened.back().end = std::max(widened.back().end, wide.end);
        } else {
            widened.push_back(wide);
        }
    }
    headers = std::move(widened);
}

std::vector<Table> tables_of(Stream& stream, const Sheet& sheet, std::vector<Key>& keys,
                             Findings& findings) {
    take_keys(stream, sheet.name, keys);
    std::vector<RowRun> headers = known_headers(stream);
    stream.known_captions = !headers.empty();
    // Lines of a text line up by chance: there only known captions prove anything. A document
    // says where its tables are.
    const bool grid = sheet.places == PlaceStyle::a1;
    if (grid || (!sheet.has_wrapped_rows() && stream.known_captions)) {
        guess_roles(stream, headers);
        if (stream.known_captions) {
            widen_headers(stream, headers);
        } else {
            headers = likely_headers(stream);
        }
    }
    std::vector<Draft> drafts = cut_at_headers(stream, headers);
    std::vector<Table> tables;
    for (Draft& draft : drafts) {
        tables.push_back(table_from(draft, sheet, stream, findings));
    }
    for (std::size_t i = 0; i < stream.rows.size(); ++i) {
        if (stream.taken[i]) stream.roles[i] = RowRole::note;
        if (stream.roles[i] != RowRole::note && stream.roles[i] != RowRole::title) continue;
        if (stream.taken[i]) continue;
        if (std::optional<Key> key = key_of_line(stream.rows[i])) keys.push_back(std::move(*key));
    }
    return tables;
}

/// The labels of all rows; what the main band says of a row counts before the others.
void append_labels(std::span<const Stream> streams, std::vector<RowLabel>& labels) {
    for (const Stream& stream : streams) {
        const std::size_t before = labels.size();
        for (std::size_t i = 0; i < stream.rows.size(); ++i) {
            labels.push_back(RowLabel{stream.rows[i].row, stream.roles[i]});
        }
        std::inplace_merge(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(before),
                           labels.end(),
                           [](const RowLabel& a, const RowLabel& b) { return a.row < b.row; });
    }
    const auto again =
        std::unique(labels.begin(), labels.end(),
                    [](const RowLabel& a, const RowLabel& b) { return a.row == b.row; });
    labels.erase(again, labels.end());
}

}  // namespace

std::vector<Table> locate_grid_tables(const Sheet& sheet, std::span<const GridRow> rows,
                                      SheetLayout& layout, Findings& findings) {
    std::vector<Band> bands;
    if (sheet.places == PlaceStyle::a1) {
        bands = bands_of(rows);
    } else {
        bands.push_back(Band{.rows = rows});
    }
    std::vector<Stream> streams;
    std::vector<Table> tables;
    for (const Band& band : bands) {
        Stream& stream = streams.emplace_back();
        stream.rows = band.rows;
        stream.roles.assign(band.rows.size(),
                            sheet.places == PlaceStyle::a1 ? RowRole::data : RowRole::title);
        stream.taken.resize(band.rows.size());
        std::ranges::move(tables_of(stream, sheet, layout.keys, findings),
                          std::back_inserter(tables));
    }
    append_labels(streams, layout.labels);
    return tables;
}

}  // namespace tidytracker
