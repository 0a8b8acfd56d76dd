// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/text.hpp"
#include "report/formats.hpp"
#include "report/lines.hpp"
#include "report/order.hpp"

namespace tidytracker {
namespace {

/// Escapes of workflow commands, as the runner undoes them: "%" first, then line ends.
std::string command_data(std::string_view text) {
    return replace_all(replace_all(replace_all(text, "%", "%25"), "\r", "%0D"), "\n", "%0A");
}

/// In properties "," and ":" are separators too.
std::string command_property(std::string_view text) {
    return replace_all(replace_all(command_data(text), ":", "%3A"), ",", "%2C");
}

std::string_view command_of(Severity severity) {
    switch (severity) {
        case Severity::info:
            return "notice";
        case Severity::warning:
            return "warning";
        case Severity::error:
            break;
    }
    return "error";
}

/// Source: "Workflow commands for GitHub Actions", setting a notice, warning or error message.
std::string render_github(const Report& report) {
    std::string out;
    FindingLines lines(report.sources);
    for (const PlacedFinding& placed : in_order(report.findings, report.sources)) {
        const Finding& finding = *placed.finding;
        const std::string_view path = path_of(placed, report.sources);
        out += fmt::format("::{} title={}", command_of(finding.severity),
                           command_property(finding.rule));
        if (!path.empty()) out += ",file=" + command_property(path);
        if (const auto line = lines.line_of(placed)) out += fmt::format(",line={}", *line);
        // A workbook has no lines; its cell is named in the message.
        std::string message = finding.message;
        if (!finding.place.empty()) message = fmt::format("{}: {}", finding.place, message);
        if (!finding.note.empty()) message += "\n" + finding.note;
        if (!finding.help.empty()) message += "\n" + finding.help;
        out += "::" + command_data(message) + "\n";
    }
    for (const Error& error : report.unread) {
        out += "::error title=unread::" + command_data(error.message) + "\n";
    }
    return out;
}

}  // namespace

extern constinit const Reporter k_github_reporter{
    .name = "github", .description = "annotations of GitHub Actions", .render = render_github};

}  // namespace tidytracker
