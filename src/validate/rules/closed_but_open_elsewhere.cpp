// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "base/shape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

/// Short texts come again for good reasons.
constexpr std::size_t k_fewest_action_words = 5;

bool is_complete(const Record& record) {
    return record.status == Status::complete;
}

bool is_open_still(const Record& record) {
    return record.status != Status::unknown && !is_finished(record);
}

/// A plain number counts from 1 in each table and names nothing outside it.
bool has_own_ref(const Record& record) {
    return !record.ref.empty() && whole_number(record.ref) < 0;
}

using References = std::unordered_set<std::string_view>;

References references_of(const Subject& subject, bool (*counts)(const Record&)) {
    References references;
    for (const Record& record : subject.records()) {
        if (has_own_ref(record) && counts(record)) references.insert(record.ref);
    }
    return references;
}

/// The same action in another table: the same reference and the same words. Without a reference of
/// its own, the words and the lead. Empty where no action of the others can be the same.
std::string key_of_action(const Record& record, const References& others) {
    const bool by_ref = has_own_ref(record);
    if (by_ref && !others.contains(record.ref)) return {};
    if (words_of(record.action).size() < k_fewest_action_words) return {};
    std::string key = fold(record.action) + '\n';
    if (by_ref) return key + record.ref;
    if (record.leads.empty()) return {};
    return key + fold(record.leads.front().text) + '\n' +
           (record.raised ? record.raised->date : IsoDay());
}

struct Closed {
    const Record* record{};
    std::size_t table{};
};

void report_open_copy(const Record& open, const Record& closed, const Subject& subject,
                      Findings& findings) {
    Finding finding = about(k_closed_but_open_elsewhere, open, "status",
                            fmt::format("{} is open here, but complete elsewhere", name_of(open)));
    finding.text = open.status_text;
    std::string where = closed.place;
    if (closed.source == open.source) {
        finding.other_place = closed.place;
    } else {
        const auto& sources = subject.document->sources;
        const auto source = std::ranges::find(sources, closed.source, &Source::id);
        if (source != sources.end()) where = source->name + ":" + where;
    }
    finding.note = "complete at " + where;
    finding.help = "close it here too, or open it again there";
    findings.push_back(std::move(finding));
}

void check_closed_but_open_elsewhere(const Subject& subject, Findings& findings) {
    const References open_references = references_of(subject, is_open_still);
    std::unordered_map<std::string, Closed> closed;
    for (std::size_t i = 0; i < subject.records().size(); ++i) {
        const Record& record = subject.records()[i];
        if (!is_complete(record)) continue;
        std::string key = key_of_action(record, open_references);
        if (!key.empty()) closed.try_emplace(std::move(key), Closed{&record, subject.table_of[i]});
    }
    if (closed.empty()) return;
    const References closed_references = references_of(subject, is_complete);
    for (std::size_t i = 0; i < subject.records().size(); ++i) {
        const Record& record = subject.records()[i];
        if (!is_open_still(record)) continue;
        const std::string key = key_of_action(record, closed_references);
        if (key.empty()) continue;
        const auto found = closed.find(key);
        if (found == closed.end() || found->second.table == subject.table_of[i]) continue;
        report_open_copy(record, *found->second.record, subject, findings);
    }
}

}  // namespace

constinit const Rule k_closed_but_open_elsewhere{
    .name = "closed-but-open-elsewhere",
    .family = Family::status,
    .severity = Severity::warning,
    .needs_source = true,
    .what = "Finds actions that are open in one table or file and complete in another.",
    .why = "Reports that count both are wrong whichever is right.",
    .example = "A-007 is Open on the sheet \"Board\" and Closed on \"Finance\"",
    .remedy = "Bring the two into line; tidytracker merge makes one register of them.",
    .related = "probable-duplicate, duplicate-ref",
    .check = check_closed_but_open_elsewhere,
};

}  // namespace tidytracker
