// SPDX-License-Identifier: Apache-2.0
#include "read/xml_ending.hpp"

#include <fmt/format.h>

#include "read/damage.hpp"

namespace tidytracker {

Result<void> report_ending(const XmlScanner& xml, EntryDamage damage, std::string_view part,
                           std::string_view place, Findings& findings) {
    const std::string_view subject = part.empty() ? "the file" : part;
    const XmlEnd end = xml.how_it_ended();
    if (end == XmlEnd::failed) return tl::unexpected(*xml.error());
    if (end == XmlEnd::doctype) {
        return fail(ErrorKind::unreadable,
                    fmt::format("{} declares a document type, which no workbook needs", subject),
                    "open the file in a spreadsheet program and save it anew");
    }
    if (end == XmlEnd::truncated) damage = EntryDamage::truncated;
    if (end == XmlEnd::malformed && damage != EntryDamage::truncated) {
        report_damage("damaged-file", Severity::error, place,
                      fmt::format("{} is not well-formed XML", subject), findings);
    } else {
        report_entry_damage(damage, part, place, findings);
    }
    return {};
}

}  // namespace tidytracker
