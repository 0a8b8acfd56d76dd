// SPDX-License-Identifier: Apache-2.0
#include "pipeline_register.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/calendar.hpp"
#include "base/text.hpp"
#include "schema/captions.hpp"
#include "schema/formula_guard.hpp"
#include "schema/notation.hpp"
#include "schema/register_forms.hpp"

namespace tidytracker {
namespace {

/// Title, notes and captions stand at the top.
constexpr std::size_t k_rows_searched = 8;

/// Text as displayed, a day as ISO.
std::string text_at(const Workbook& workbook, const Cell& cell) {
    if (workbook.is_date(cell)) {
        if (const auto day = day_from_serial(cell.number, workbook.date_system)) {
            return iso_day(*day);
        }
    }
    const std::string text = workbook.displayed(cell);
    const std::string_view plain = trim(text);
    return std::string(workbook.format == "datapackage" ? unguard_formula(plain) : plain);
}

std::vector<std::string> texts_of(const Workbook& workbook, const Sheet& sheet, const Row& row) {
    std::vector<std::string> texts;
    for (const Cell& cell : sheet.cells_of(row)) {
        // What stands far to the right is not of the table.
        constexpr std::size_t k_most_columns = 64;
        if (cell.kind == CellKind::empty || cell.column >= k_most_columns) continue;
        texts.resize(std::max<std::size_t>(texts.size(), cell.column + 1U));
        texts[cell.column] = text_at(workbook, cell);
    }
    return texts;
}

/// The row of captions among the sheet's rows, if it has those of the form.
std::optional<std::size_t> header_of(const Workbook& workbook, const Sheet& sheet,
                                     const RegisterForm& form) {
    const std::size_t searched = std::min(sheet.rows.size(), k_rows_searched);
    for (std::size_t i = 0; i < searched; ++i) {
        const std::vector<std::string> texts = texts_of(workbook, sheet, sheet.rows[i]);
        if (texts.size() < form.captions.size()) continue;
        if (std::equal(form.captions.begin(), form.captions.end(), texts.begin())) return i;
    }
    return std::nullopt;
}

const RegisterForm* form_of(const Workbook& workbook, const Sheet& sheet) {
    const auto* const form = std::ranges::find(k_register_forms, sheet.name, &RegisterForm::name);
    if (form == k_register_forms.end() || !header_of(workbook, sheet, *form)) return nullptr;
    return form;
}

/// A row below the captions of a sheet.
struct RegisterRow {
    std::vector<std::string> texts{};  ///< as many as captions
    const std::vector<std::string>& captions;
    const Row* row{};
    std::uint32_t sheet{};

    /// The text under a caption of a workbook, or that of a data package; empty if there is none.
    [[nodiscard]] std::string take(std::string_view caption, std::string_view name) {
        for (std::size_t i = 0; i < captions.size(); ++i) {
            if (captions[i] == caption || captions[i] == name) return std::move(texts[i]);
        }
        return {};
    }
};

/// Calls `visit` with each row of the sheet of this kind.
template <class Visit>
void for_each_row(const SourceReading& reading, RegisterSheet wanted, Visit visit) {
    const Workbook& workbook = reading.workbook;
    for (const std::uint32_t index : reading.register_sheets) {
        const Sheet& sheet = workbook.sheets[index];
        const RegisterForm* form = form_of(workbook, sheet);
        if (form == nullptr || form->sheet != wanted) continue;
        const std::size_t header = *header_of(workbook, sheet, *form);
        const std::vector<std::string> captions = texts_of(workbook, sheet, sheet.rows[header]);
        for (std::size_t i = header + 1; i < sheet.rows.size(); ++i) {
            RegisterRow row{.texts = texts_of(workbook, sheet, sheet.rows[i]),
                            .captions = captions,
                            .row = &sheet.rows[i],
                            .sheet = index};
            row.texts.resize(captions.size());
            visit(std::move(row));
        }
    }
}

void add_printed(const SourceReading& reading, RegisterDetails& details) {
    for_each_row(reading, RegisterSheet::printed, [&details](RegisterRow row) {
        auto& forms = details.printed[row.texts.front()];
        for (std::size_t i = 1; i < row.texts.size(); ++i) {
            const auto field = own_caption(row.captions[i]);
            if (field && !row.texts[i].empty()) forms.emplace_back(*field, std::move(row.texts[i]));
        }
    });
}

void add_progress(const SourceReading& reading, RegisterDetails& details) {
    for_each_row(reading, RegisterSheet::progress, [&details](RegisterRow row) {
        Progress& entry = details.progress[row.take("ID", "record")].emplace_back();
        entry.date = row.take("Date", "date");
        entry.label = row.take("Label", "label");
        entry.author = row.take("Author", "author");
        entry.text = row.take("Text", "text");
    });
}

/// The people of a data package, as a workbook would print them.
void add_parties(const SourceReading& reading, RegisterDetails& details) {
    std::map<std::pair<std::string, Field>, std::vector<Party>> people;
    for_each_row(reading, RegisterSheet::parties, [&people](RegisterRow row) {
        const auto role = field_from_name(row.take("", "role"));
        if (!role) return;
        Party& party = people[{row.take("", "record"), *role}].emplace_back();
        party.person = row.take("", "person");
        party.title = row.take("", "title");
        party.post = row.take("", "post");
        party.organisation = row.take("", "organisation");
        party.text = row.take("", "text");
    });
    for (const auto& [key, parties] : people) {
        details.printed[key.first].emplace_back(key.second, printed_parties(parties));
    }
}

}  // namespace

std::vector<std::uint32_t> register_sheets(const Workbook& workbook) {
    std::vector<std::uint32_t> sheets;
    bool has_sources = false;
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        const RegisterForm* form = form_of(workbook, workbook.sheets[i]);
        if (form == nullptr) continue;
        has_sources = has_sources || form->sheet == RegisterSheet::sources;
        sheets.push_back(static_cast<std::uint32_t>(i));
    }
    if (!has_sources) sheets.clear();
    return sheets;
}

RegisterDetails register_details(const SourceReading& reading) {
    RegisterDetails details;
    add_printed(reading, details);
    add_progress(reading, details);
    add_parties(reading, details);
    return details;
}

std::vector<Unconverted> listed_unconverted(const SourceReading& reading) {
    std::vector<Unconverted> list;
    for_each_row(reading, RegisterSheet::unconverted, [&](RegisterRow row) {
        Unconverted& left = list.emplace_back();
        left.place = row.take("Place in source", "place");
        left.reason = row.take("Reason", "reason");
        left.text = row.take("Text", "text");
        left.sheet = row.sheet;
        for (const Cell& cell : reading.workbook.sheets[row.sheet].cells_of(*row.row)) {
            left.cells.push_back({row.row->index, cell.column});
        }
    });
    std::erase_if(list, [](const Unconverted& left) { return left.text.empty(); });
    return list;
}

}  // namespace tidytracker
