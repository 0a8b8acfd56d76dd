// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/document.hpp>

#include <string>

namespace tidytracker::testing {

/// A record in which every member has a value.
inline Record full_record() {
    Record record{.id = "A-17",
                  .ref = "A-17",
                  .ref_text = "Action 17",
                  .parent = "R3",
                  .kind = Kind::recommendation,
                  .meeting = Meeting{.name = "Parks Board", .date = "2024-03-12"},
                  .section = "Play areas",
                  .item = "Inspections",
                  .action = "Replace the \"big\" swing,\nthen re-open"};
    record.leads = {
        {.person = "Nigel Marsh", .title = "Cllr", .organisation = "Parks", .text = "Cllr N Marsh"},
        {.post = "Town Clerk", .text = "Clerk"}};
    record.support = {{.organisation = "Wexbury Housing", .text = "Wexbury Housing"}};
    record.raised_by = {{.person = "Ines Ferreira", .text = "IF"}};
    record.raised = When{"2024-03-12", "2024-03-12", "12/3/24", Qualifier::exact};
    record.due = When{"2024-05-31", "2024-05", "by May 2024", Qualifier::by};
    record.due_history = {When{"2024-04-30", "2024-04", "April", Qualifier::none_given}};
    record.completed = When{"", "", "soon", Qualifier::none_given};
    record.review = When{"2024-06-30", "2024-06", "June", Qualifier::likely};
    record.status = Status::in_progress;
    record.status_text = "Open";
    record.overdue = true;
    record.rag = Rag::amber;
    record.rag_text = "A";
    record.percent = 40;
    record.priority = Priority::high;
    record.priority_text = "1";
    record.response = Response::partially_accepted;
    record.response_text = "Agreed in part";
    record.progress = {{"2024-04-02", "Update", "K. Bo", "Bids are in."}, {"", "", "", "Ordered."}};
    record.outcome = "Café re-opened";
    record.evidence = "=1+1";
    record.links = {"https://example.org/swing"};
    record.extra = {{"Ward", "North"}, {"Cost", "£4,000"}};
    record.source = "s1";
    record.place = "Actions!A17:H17";
    record.cells = {{"action", {"Actions!C17"}}, {"due", {"Actions!F17", "Actions!G17"}}};
    return record;
}

inline Document full_document() {
    Document document{.generator = "tidytracker 0.1.0", .as_of = "2024-06-10"};
    document.sources = {{"s1", "north.xlsx", std::string(64, 'a'), "xlsx", "Parks", "2024-03-12"},
                        {"s2", "south.csv", std::string(64, 'b'), "csv", "", ""}};
    document.records = {full_record(), Record{.id = "x1", .action = "Paint", .source = "s2"}};
    document.unconverted = {{.source = "s1",
                             .place = "Notes!A1",
                             .reason = "text outside tables",
                             .text = "Chair's remarks"}};
    document.findings = {Finding{.rule = "overdue",
                                 .severity = Severity::info,
                                 .message = "due 10 days ago",
                                 .record = "A-17",
                                 .field = "due",
                                 .source = "s1",
                                 .place = "Actions!F17",
                                 .text = "by May 2024",
                                 .help = "ask the lead"}};
    return document;
}

}  // namespace tidytracker::testing
