// SPDX-License-Identifier: Apache-2.0
#include "pipeline_account.hpp"

#include <tidytracker/place.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "pipeline_register.hpp"

namespace tidytracker {
namespace {

enum class Whereabouts : std::uint8_t { record, extra, heading };

/// Where the cells of one sheet went.
using Ledger = std::unordered_map<std::uint64_t, Whereabouts>;

std::uint64_t key_of(CellAddress at) {
    return std::uint64_t{at.row} << 32 | at.column;
}

void enter(Ledger& ledger, const std::vector<CellAddress>& cells, Whereabouts where) {
    for (const CellAddress& at : cells) ledger.try_emplace(key_of(at), where);
}

void enter_rows(const Sheet& sheet, std::uint32_t end_row, Ledger& ledger) {
    for (const Row& row : sheet.rows) {
        if (row.index >= end_row) break;
        for (const Cell& cell : sheet.cells_of(row)) {
            ledger.try_emplace(key_of({row.index, cell.column}), Whereabouts::heading);
        }
    }
}

/// A register of ours has titles and notes of its own, and sheets that tell of its records.
void enter_register(const SourceReading& reading, std::vector<Ledger>& ledgers) {
    if (reading.register_sheets.empty()) return;
    const std::vector<Sheet>& sheets = reading.workbook.sheets;
    for (const std::uint32_t index : reading.register_sheets) {
        enter_rows(sheets[index], UINT32_MAX, ledgers[index]);
    }
    for (const MappedTable& mapped : reading.tables) {
        if (!mapped.mapping.own || mapped.table.header_rows.empty()) continue;
        const std::uint32_t index = mapped.table.sheet;
        enter_rows(sheets[index], mapped.table.header_rows.front(), ledgers[index]);
    }
}

std::vector<Ledger> ledgers_of(const SourceReading& reading, const std::vector<Record>& records) {
    std::vector<Ledger> ledgers(reading.workbook.sheets.size());
    for (const Record& record : records) {
        for (const FieldCells& field : record.provenance) {
            enter(ledgers[field.sheet], field.cells,
                  field.field == "extra" ? Whereabouts::extra : Whereabouts::record);
        }
    }
    for (const MappedTable& mapped : reading.tables) {
        if (!mapped.mapping.tracker) continue;
        Ledger& ledger = ledgers[mapped.table.sheet];
        for (const Column& column : mapped.table.columns) {
            enter(ledger, column.caption_cells, Whereabouts::heading);
        }
        // A heading that no row stands under says nothing in any record: it is not converted.
        for (const TableRow& row : mapped.table.rows) {
            enter(ledger, mapped.table.sections[row.section].cells, Whereabouts::heading);
        }
    }
    enter_register(reading, ledgers);
    return ledgers;
}

/// Why the rows of a sheet did not become part of a record.
class Reasons {
  public:
    Reasons(const SourceReading& reading, std::uint32_t sheet)
        : labels_(reading.labels[sheet]), special_(labels_.size()) {
        const bool visible = reading.workbook.sheets[sheet].visibility == Visibility::visible;
        if (labels_.empty()) outside_ = visible ? "sheet not chosen" : "hidden sheet";
        title_ = reading.tables.empty() ? outside_ : "title";
        for (const MappedTable& mapped : reading.tables) {
            if (mapped.table.sheet != sheet || mapped.mapping.tracker) continue;
            const CellRange& range = mapped.table.range;
            set(range.first.row, range.last.row,
                "table that is no tracker: " + mapped.mapping.reason);
        }
        for (const Key& key : reading.keys) {
            if (key.sheet != sheet) continue;
            for (const KeyEntry& entry : key.entries) {
                for (const CellAddress& at : entry.cells) set(at.row, at.row, "key");
            }
        }
    }
    [[nodiscard]] std::string of(std::uint32_t row) const {
        const auto label = std::ranges::lower_bound(labels_, row, {}, &RowLabel::row);
        if (label == labels_.end() || label->row != row) return outside_;
        const std::string& special = special_[static_cast<std::size_t>(label - labels_.begin())];
        if (!special.empty()) return special;
        switch (label->role) {
            case RowRole::title:
                return title_;
            case RowRole::note:
                return "note";
            case RowRole::total:
                return "total";
            case RowRole::section:
                return "heading without rows";
            case RowRole::empty:
                return "row without action";
            case RowRole::header:
            case RowRole::data:
                break;
        }
        return outside_;
    }

  private:
    const std::vector<RowLabel>& labels_;
    std::vector<std::string> special_;  ///< of each label; mostly empty
    std::string outside_{"text outside a table"};
    std::string title_{};

    /// Tables of one band do not overlap, so that all of them together set each row once.
    void set(std::uint32_t first, std::uint32_t last, const std::string& reason) {
        auto at = std::ranges::lower_bound(labels_, first, {}, &RowLabel::row);
        for (; at != labels_.end() && at->row <= last; ++at) {
            std::string& special = special_[static_cast<std::size_t>(at - labels_.begin())];
            if (special.empty()) special = reason;
        }
    }
};

/// Collects left-over cells; neighbouring rows with the same reason are one entry.
class LeftOvers {
  public:
    LeftOvers(const SourceReading& reading, std::uint32_t sheet, std::vector<Unconverted>& out)
        : reading_(reading), sheet_(sheet), reasons_(reading, sheet), out_(out) {}

    void add(std::uint32_t row, std::vector<CellAddress> cells, const std::string& text) {
        std::string reason = reasons_.of(row);
        const bool next_to_last = open_ && row == last_row_ + 1 && out_.back().reason == reason;
        if (!next_to_last) {
            close();
            out_.push_back(Unconverted{
                .source = reading_.source.id, .reason = std::move(reason), .sheet = sheet_});
            open_ = true;
        }
        Unconverted& entry = out_.back();
        if (!entry.text.empty()) entry.text += '\n';
        entry.text += text;
        entry.cells.insert(entry.cells.end(), cells.begin(), cells.end());
        last_row_ = row;
    }
    void close() {
        if (open_) {
            out_.back().place = place_text(reading_.workbook.sheets[sheet_], out_.back().cells);
        }
        open_ = false;
    }

  private:
    const SourceReading& reading_;
    std::uint32_t sheet_;
    Reasons reasons_;
    std::vector<Unconverted>& out_;
    bool open_{};
    std::uint32_t last_row_{};
};

void count_cell(const Ledger& ledger, CellAddress at, CellAccount& account) {
    const auto entry = ledger.find(key_of(at));
    if (entry == ledger.end()) return;
    switch (entry->second) {
        case Whereabouts::record:
            ++account.records;
            return;
        case Whereabouts::extra:
            ++account.extra;
            return;
        case Whereabouts::heading:
            ++account.headings;
            return;
    }
}

void settle_sheet(SourceReading& reading, std::uint32_t sheet, const Ledger& ledger,
                  std::vector<Unconverted>& unconverted) {
    const Sheet& in = reading.workbook.sheets[sheet];
    LeftOvers left(reading, sheet, unconverted);
    for (const Row& row : in.rows) {
        std::vector<CellAddress> cells;
        std::string text;
        for (const Cell& cell : in.cells_of(row)) {
            const std::string displayed = reading.workbook.displayed(cell);
            if (trim(displayed).empty()) continue;
            ++reading.account.cells;
            const CellAddress at{row.index, cell.column};
            if (ledger.contains(key_of(at))) {
                count_cell(ledger, at, reading.account);
                continue;
            }
            ++reading.account.unconverted;
            cells.push_back(at);
            if (!text.empty()) text += " | ";
            text += squeeze_lines(displayed);
        }
        if (!cells.empty()) left.add(row.index, std::move(cells), text);
    }
    left.close();
}

/// Which notes of a sheet records have: those on their cells, and on gaps in their rows.
class TakenNotes {
  public:
    TakenNotes(const SourceReading& reading, std::uint32_t sheet,
               const std::vector<Record>& records, const Ledger& ledger)
        : ledger_(ledger) {
        for (const MappedTable& mapped : reading.tables) {
            if (mapped.table.sheet != sheet || !mapped.mapping.tracker) continue;
            Extent& extent = extents_.emplace_back();
            for (const Column& column : mapped.table.columns) {
                if (column.caption_cells.empty()) continue;
                extent.columns.insert(column.caption_cells.back().column);
            }
            for (const TableRow& row : mapped.table.rows) {
                extent.rows.insert(row.sheet_rows.begin(), row.sheet_rows.end());
            }
        }
        for (const Record& record : records) {
            for (const FieldCells& field : record.provenance) {
                if (field.sheet != sheet) continue;
                for (const CellAddress& at : field.cells) rows_.insert(at.row);
            }
        }
    }
    [[nodiscard]] bool contain(CellAddress at) const {
        const auto entry = ledger_.find(key_of(at));
        if (entry != ledger_.end()) return entry->second != Whereabouts::heading;
        return rows_.contains(at.row) && std::ranges::any_of(extents_, [at](const Extent& extent) {
                   return extent.rows.contains(at.row) && extent.columns.contains(at.column);
               });
    }

  private:
    /// Tables stand beside each other, too.
    struct Extent {
        std::unordered_set<std::uint32_t> columns{};
        std::unordered_set<std::uint32_t> rows{};
    };

    const Ledger& ledger_;
    std::vector<Extent> extents_{};
    std::unordered_set<std::uint32_t> rows_{};  ///< of records
};

/// A register of ours explains its columns in notes.
bool is_register(const SourceReading& reading, std::uint32_t sheet) {
    const auto is_own = [sheet](const MappedTable& mapped) {
        return mapped.mapping.own && mapped.table.sheet == sheet;
    };
    const auto& sheets = reading.register_sheets;
    return std::ranges::find(sheets, sheet) != sheets.end() ||
           std::ranges::any_of(reading.tables, is_own);
}

/// Lists the notes that no record has: on captions, titles and what else is no record.
void settle_notes(const SourceReading& reading, std::uint32_t sheet,
                  const std::vector<Record>& records, const Ledger& ledger,
                  std::vector<Unconverted>& unconverted) {
    const Sheet& in = reading.workbook.sheets[sheet];
    if (in.notes.empty() || is_register(reading, sheet)) return;
    const TakenNotes taken(reading, sheet, records, ledger);
    for (const Note& note : in.notes) {
        if (taken.contain(note.at)) continue;
        std::string text = squeeze_lines(note.text);
        if (!note.author.empty()) text.insert(0, note.author + ": ");
        unconverted.push_back(Unconverted{.source = reading.source.id,
                                          .place = place_text(in, std::array{note.at}),
                                          .reason = "note on a cell of no record",
                                          .text = std::move(text),
                                          .sheet = sheet});
    }
}

}  // namespace

void settle_account(SourceReading& reading, const std::vector<Record>& records,
                    std::vector<Unconverted>& unconverted, Findings& findings) {
    reading.account = {};
    const std::vector<Ledger> ledgers = ledgers_of(reading, records);
    for (std::uint32_t i = 0; i < ledgers.size(); ++i) {
        settle_sheet(reading, i, ledgers[i], unconverted);
        settle_notes(reading, i, records, ledgers[i], unconverted);
    }
    std::ranges::move(listed_unconverted(reading), std::back_inserter(unconverted));
    if (reading.account.missing() == 0) return;
    findings.push_back(Finding{
        .rule = "lost-cells",
        .severity = Severity::error,
        .message = fmt::format("{} not accounted for", count_of(reading.account.missing(), "cell")),
        .help = "this is a bug of tidytracker; please report it"});
}

}  // namespace tidytracker
