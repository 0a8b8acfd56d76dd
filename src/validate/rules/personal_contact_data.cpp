// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "validate/cells.hpp"
#include "validate/check.hpp"
#include "validate/rules/rules.hpp"

namespace tidytracker {
namespace {

bool is_address_byte(char c) {
    return (is_word_byte(c) && static_cast<unsigned char>(c) < 0x80) || c == '.' || c == '-' ||
           c == '_' || c == '+';
}

/// An e-mail address of a person; empty if there is none. "info@..." and its like are nobody's.
std::string_view address_in(std::string_view text) {
    constexpr auto k_shared = std::to_array<std::string_view>(
        {"info", "enquiries", "enquiry", "admin", "office", "contact", "mail", "help", "noreply",
         "no-reply", "clerk", "committee", "democratic.services", "team", "hello"});
    for (std::size_t at = text.find('@'); at != std::string_view::npos;
         at = text.find('@', at + 1)) {
        std::size_t first = at;
        while (first > 0 && is_address_byte(text[first - 1])) --first;
        std::size_t last = at + 1;
        while (last < text.size() && is_address_byte(text[last])) ++last;
        const std::string_view host = text.substr(at + 1, last - at - 1);
        const std::size_t dot = host.find('.');
        if (first == at || dot == std::string_view::npos || dot == 0 || dot + 2 >= host.size())
            continue;
        const std::string name = lower_ascii(text.substr(first, at - first));
        if (std::ranges::find(k_shared, name) == k_shared.end())
            return text.substr(first, last - first);
    }
    return {};
}

/// A mobile telephone number of the United Kingdom: 07 and nine digits, or +44 7. Other numbers
/// are mostly those of offices.
std::string_view mobile_in(std::string_view text) {
    const auto next = [text](std::size_t from) {
        return std::min(text.find("07", from), text.find("+44", from));
    };
    for (std::size_t first = next(0); first < text.size(); first = next(first + 1)) {
        const bool starts = text.substr(first).starts_with("07") ||
                            text.substr(first).starts_with("+447") ||
                            text.substr(first).starts_with("+44 7");
        if (!starts || (first > 0 && is_word_byte(text[first - 1]))) continue;
        const std::size_t wanted = text[first] == '+' ? 12 : 11;
        std::size_t digits = 0;
        std::size_t at = first;
        for (; at < text.size() && digits < wanted; ++at) {
            if (is_digit(text[at])) {
                ++digits;
            } else if (text[at] != ' ' && text[at] != '+') {
                break;
            }
        }
        const bool ends = at >= text.size() || !is_word_byte(text[at]);
        if (digits == wanted && ends) return text.substr(first, at - first);
    }
    return {};
}

void check_personal_contact_data(const Subject& subject, Findings& findings) {
    for_each_cell(subject, [&](const SourceReading& reading, const MappedTable& mapped,
                               const Row& row, const Cell& cell) {
        const std::string_view text = text_of(reading, cell);
        const std::string_view address = address_in(text);
        const std::string_view found = address.empty() ? mobile_in(text) : address;
        if (found.empty()) return;
        Finding finding =
            about_cells(k_personal_contact_data, reading, mapped.table.sheet,
                        std::array{CellAddress{row.index, cell.column}},
                        fmt::format("this cell holds a person's {}",
                                    address.empty() ? "mobile number" : "e-mail address"));
        finding.text = found;
        finding.help = "take it out before the tracker is published";
        findings.push_back(std::move(finding));
    });
}

}  // namespace

constinit const Rule k_personal_contact_data{
    .name = "personal-contact-data",
    .family = Family::document,
    .severity = Severity::info,
    .needs_source = true,
    .what = "Finds e-mail addresses and mobile numbers of persons in a tracker.",
    .why =
        "Trackers are published with agenda papers; the address of a private person should not be.",
    .example = "\"Call Ms Tamm on 07700 900123\"",
    .remedy = "Take it out before the tracker is published, or say in [[allow]] why it may stay.",
    .related = "formula-injection",
    .check = check_personal_contact_data,
};

}  // namespace tidytracker
