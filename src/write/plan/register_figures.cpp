// SPDX-License-Identifier: Apache-2.0
#include "write/plan/register_figures.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/calendar.hpp"
#include "schema/notation.hpp"

namespace tidytracker {
namespace {

using FiguresByName = std::unordered_map<std::string, Figures>;

void count_action(const Record& record, Figures& figures) {
    ++figures.actions;
    if (record.status == Status::complete || record.status == Status::cancelled) ++figures.closed;
    if (record.overdue.value_or(false)) ++figures.overdue;
}

void count_month(const Record& record, RegisterFigures& figures) {
    if (!record.due || record.due->date.empty()) return count_action(record, figures.without_day);
    const auto day = day_from_iso(record.due->date);
    if (!day || serial_from_day(*day, DateSystem::from_1900) < 1) return;
    const std::chrono::year_month_day date(*day);
    count_action(record, figures.by_month[{date.year(), date.month()}]);
}

/// Each record counts once for each name.
void count_leads(const Record& record, FiguresByName& leads, Figures& without_lead) {
    std::set<std::string> names;
    for (const Party& party : record.leads) {
        if (std::string name = party_text(party); !name.empty()) names.insert(std::move(name));
    }
    for (const std::string& name : names) count_action(record, leads[name]);
    if (names.empty()) count_action(record, without_lead);
}

std::vector<LeadFigures> ranked(const FiguresByName& leads) {
    std::vector<LeadFigures> out;
    for (const auto& [name, figures] : leads) out.push_back({name, figures});
    std::ranges::sort(out, [](const LeadFigures& a, const LeadFigures& b) {
        const auto rank = [](const LeadFigures& lead) {
            return std::pair(lead.figures.overdue, lead.figures.open());
        };
        return rank(a) != rank(b) ? rank(a) > rank(b) : a.name < b.name;
    });
    return out;
}

}  // namespace

RegisterFigures count_register(const Document& document) {
    RegisterFigures figures;
    FiguresByName leads;
    for (const Record& record : document.records) {
        count_action(record, figures.all);
        count_action(record, figures.by_status[static_cast<std::size_t>(record.status)]);
        count_month(record, figures);
        count_leads(record, leads, figures.without_lead);
    }
    figures.by_lead = ranked(leads);
    return figures;
}

}  // namespace tidytracker
