// SPDX-License-Identifier: Apache-2.0
// Findings for people: findings and the workbooks they point into come in, text goes out. Nothing
// here prints, judges a finding or drops one unsaid.
#include "base/text.hpp"

#include <tidytracker/report.hpp>

#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/display.hpp"
#include "model/find_place.hpp"
#include "report/order.hpp"
#include "report/paint.hpp"
#include "report/snippet.hpp"

namespace tidytracker {
namespace {

void append_remark(std::string_view kind, std::string_view text, bool colour, std::string& out) {
    if (text.empty()) return;
    out += "  = ";
    append_painted(kind, Ink::strong, colour, out);
    out.append(": ").append(printable(text)).append("\n");
}

void append_finding(const Finding& finding, const ReportedSource& source,
                    const ReportOptions& options, std::string& out) {
    const std::string label = fmt::format("{}[{}]", to_string(finding.severity), finding.rule);
    append_painted(label, ink_of(finding.severity), options.colour, out);
    out += ": ";
    append_painted(printable(finding.message), Ink::strong, options.colour, out);
    out += '\n';
    if (source.source != nullptr) {
        append_painted("  --> ", Ink::place, options.colour, out);
        out.append(printable(located(path_of(source), finding.place))).append("\n");
        append_snippet(finding, source, options, out);
    }
    append_remark("note", finding.note, options.colour, out);
    append_remark("help", finding.help, options.colour, out);
    out += '\n';
}

using Counts = std::map<std::pair<std::size_t, std::string_view>, std::size_t>;

/// Says what was folded in the file that ends here.
void append_folded(const Counts& counts, std::size_t source, const ReportedSource& reported,
                   const ReportOptions& options, std::string& out) {
    bool any = false;
    if (options.repeats == 0) return;
    for (auto at = counts.lower_bound({source, {}}); at != counts.end(); ++at) {
        const auto& [key, count] = *at;
        if (key.first != source) break;
        if (count <= options.repeats) continue;
        out += fmt::format("and {} more {}", count - options.repeats, key.second);
        if (reported.source != nullptr) out += " in " + printable(path_of(reported));
        out += "; --max-repeats 0 shows all\n";
        any = true;
    }
    if (any) out += '\n';
}

}  // namespace

std::string report_text(const Findings& findings, std::span<const ReportedSource> sources,
                        const ReportOptions& options) {
    const std::vector<PlacedFinding> placed = in_order(findings, sources);
    const auto reported = [sources](std::size_t index) {
        return index < sources.size() ? sources[index] : ReportedSource{};
    };
    std::string out;
    Counts counts;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const PlacedFinding& entry = placed[i];
        const std::size_t count = ++counts[{entry.source, entry.finding->rule}];
        if (options.repeats == 0 || count <= options.repeats) {
            append_finding(*entry.finding, reported(entry.source), options, out);
        }
        if (i + 1 == placed.size() || placed[i + 1].source != entry.source) {
            append_folded(counts, entry.source, reported(entry.source), options, out);
        }
    }
    return out;
}

std::string report_error(const Error& error, const ReportOptions& options) {
    std::string out;
    append_painted("error", Ink::error, options.colour, out);
    out += ": ";
    const std::vector<std::string_view> lines = split(error.message, '\n');
    append_painted(printable(lines.front()), Ink::strong, options.colour, out);
    out += '\n';
    // A faulty line of a profile stands below the message, spaces and all.
    for (std::size_t i = 1; i < lines.size(); ++i) out.append(lines[i]).append("\n");
    append_remark("help", error.help, options.colour, out);
    return out;
}

}  // namespace tidytracker
