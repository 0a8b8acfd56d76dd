// SPDX-License-Identifier: Apache-2.0
#include "read/xlsx/package.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "read/damage.hpp"
#include "read/xml_ending.hpp"

namespace tidytracker::xlsx {
namespace {

/// "xl/_rels/workbook.xml.rels" for "xl/workbook.xml", "_rels/.rels" for the package.
std::string relationships_part(std::string_view part) {
    const std::size_t name = part.rfind('/') + 1;
    return fmt::format("{}_rels/{}.rels", part.substr(0, name), part.substr(name));
}

/// A target as the name of a part: relative to the folder of `source`, or absolute.
std::string resolve(std::string_view source, std::string_view target) {
    std::string path = replace_all(target, "\\", "/");
    if (!path.starts_with('/')) path.insert(0, source.substr(0, source.rfind('/') + 1));
    std::vector<std::string> segments;
    for (const std::string_view segment : split(path, '/')) {
        if (segment == "..") {
            if (!segments.empty()) segments.pop_back();
        } else if (!segment.empty() && segment != ".") {
            segments.emplace_back(segment);
        }
    }
    return join(segments, "/");
}

}  // namespace

const Relationship* find_by_id(const Relationships& all, std::string_view id) {
    const auto at = std::ranges::find(all, id, &Relationship::id);
    return at != all.end() ? &*at : nullptr;
}

const Relationship* find_by_type(const Relationships& all, std::string_view type) {
    const auto at = std::ranges::find(all, type, &Relationship::type);
    return at != all.end() ? &*at : nullptr;
}

Package::Package(const Archive& archive, const Limits& limits, Findings& findings)
    : archive_(archive),
      budget_(limits.inflated_bytes, limits.cells, limits.seconds),
      findings_(findings) {
    if (archive.directory_lost()) {
        report_damage("truncated-file", Severity::error, "",
                      "the directory of the file is damaged or missing", findings_);
    }
}

Result<bool> Package::scan(std::string_view part, std::string_view place,
                           const std::function<void(XmlScanner&)>& visit) {
    const ArchiveEntry* entry = archive_.find(part);
    if (entry == nullptr) return false;
    EntrySource source(archive_.file(), *entry, budget_);
    XmlScanner xml(source);
    visit(xml);
    while (xml.next() != XmlToken::end) {
    }
    const Result<void> told = report_ending(xml, source.damage(), part, place, findings_);
    if (!told) return tl::unexpected(told.error());
    return true;
}

Result<std::optional<std::string>> Package::read(std::string_view part, std::string_view place) {
    const ArchiveEntry* entry = archive_.find(part);
    if (entry == nullptr) return std::nullopt;
    EntryDamage damage{};
    Result<std::string> bytes = archive_.read(*entry, budget_, &damage);
    if (!bytes) return tl::unexpected(bytes.error());
    report_entry_damage(damage, part, place, findings_);
    return *std::move(bytes);
}

Result<Relationships> Package::relationships_of(std::string_view part) {
    Relationships all;
    const auto visit = [&](XmlScanner& xml) {
        while (xml.next_element(0)) {
            if (xml.name() != "Relationship") continue;
            const std::string type = xml.attribute("Type");
            const bool external = equals_ignoring_case(xml.raw_attribute("TargetMode"), "external");
            const std::string target = xml.attribute("Target");
            all.push_back({.id = xml.attribute("Id"),
                           .type = type.substr(type.rfind('/') + 1),
                           .target = external ? target : resolve(part, target),
                           .external = external});
        }
    };
    const Result<bool> found = scan(relationships_part(part), "", visit);
    if (!found) return tl::unexpected(found.error());
    return all;
}

}  // namespace tidytracker::xlsx
