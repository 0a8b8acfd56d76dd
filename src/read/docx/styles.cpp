// SPDX-License-Identifier: Apache-2.0
// In: the style sheet of a Word document. Out: what its styles say of bold and struck text, lists
// and headings. Never looks at sizes, margins and the like.
#include "read/docx/styles.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/parse_number.hpp"
#include "base/text.hpp"

namespace tidytracker::docx {
namespace {

constexpr std::size_t k_longest_ancestry = 32;
/// Outline level 9 is body text (17.3.1.20).
constexpr unsigned k_body_level = 9;

struct HighlightColour {
    std::string_view name{};
    std::uint32_t colour{};
};

/// 17.18.40; white paper is no mark.
constexpr std::array<HighlightColour, 15> k_highlights{{{"yellow", 0xFFFF00},
                                                        {"green", 0x00FF00},
                                                        {"cyan", 0x00FFFF},
                                                        {"magenta", 0xFF00FF},
                                                        {"blue", 0x0000FF},
                                                        {"red", 0xFF0000},
                                                        {"darkBlue", 0x000080},
                                                        {"darkCyan", 0x008080},
                                                        {"darkGreen", 0x008000},
                                                        {"darkMagenta", 0x800080},
                                                        {"darkRed", 0x800000},
                                                        {"darkYellow", 0x808000},
                                                        {"darkGray", 0x808080},
                                                        {"lightGray", 0xC0C0C0},
                                                        {"black", 0x000000}}};

std::optional<std::uint32_t> highlight_colour(std::string_view name) {
    const auto* const at = std::ranges::find(k_highlights, name, &HighlightColour::name);
    return at != k_highlights.end() ? std::optional(at->colour) : std::nullopt;
}

ListPlace read_list_place(XmlScanner& xml) {
    ListPlace place;
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        const auto value = parse_number<unsigned>(xml.raw_attribute("val"));
        if (xml.name() == "numId") place.list = value.value_or(0);
        if (xml.name() == "ilvl") place.level = value;
        xml.skip_element();
    }
    return place;
}

void read_style_paragraph(XmlScanner& xml, Style& style) {
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "numPr") {
            style.list = read_list_place(xml);
            continue;
        }
        if (xml.name() == "outlineLvl") {
            style.outline_level = parse_number<unsigned>(xml.raw_attribute("val"));
        }
        xml.skip_element();
    }
}

/// The conditional format of a table style for its first row (17.7.6.6).
bool first_row_is_bold(XmlScanner& xml) {
    if (xml.raw_attribute("type") != "firstRow") {
        xml.skip_element();
        return false;
    }
    bool bold = false;
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "rPr") {
            bold = read_run_properties(xml).bold.value_or(false);
        } else {
            xml.skip_element();
        }
    }
    return bold;
}

Style read_style(XmlScanner& xml) {
    Style style{.id = xml.attribute("styleId")};
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        if (xml.name() == "rPr") {
            style.run = read_run_properties(xml);
            continue;
        }
        if (xml.name() == "pPr") {
            read_style_paragraph(xml, style);
            continue;
        }
        if (xml.name() == "tblStylePr") {
            style.bold_first_row = first_row_is_bold(xml) || style.bold_first_row;
            continue;
        }
        if (xml.name() == "name") style.name = xml.attribute("val");
        if (xml.name() == "basedOn") style.based_on = xml.attribute("val");
        xml.skip_element();
    }
    return style;
}

/// What `heir` lacks it takes from the style that it is based on.
void inherit_from(const Style& parent, Style& heir) {
    RunProperties run = parent.run;
    run.override_with(heir.run);
    heir.run = std::move(run);
    if (!heir.list) heir.list = parent.list;
    if (!heir.outline_level) heir.outline_level = parent.outline_level;
    heir.bold_first_row = heir.bold_first_row || parent.bold_first_row;
}

}  // namespace

bool is_switched_on(const XmlScanner& xml) {
    if (!xml.has_attribute("val")) return true;
    const std::string_view value = xml.raw_attribute("val");
    return value == "1" || value == "true" || value == "on";
}

void RunProperties::override_with(const RunProperties& stronger) {
    if (stronger.bold) bold = stronger.bold;
    if (stronger.strike) strike = stronger.strike;
    if (stronger.hidden) hidden = stronger.hidden;
    if (stronger.raised) raised = stronger.raised;
    if (stronger.highlight) highlight = stronger.highlight;
    if (!stronger.font.empty()) font = stronger.font;
    if (!stronger.style.empty()) style = stronger.style;
}

RunProperties read_run_properties(XmlScanner& xml) {
    RunProperties run;
    const std::size_t depth = xml.depth();
    while (xml.next_element(depth)) {
        const std::string_view name = xml.name();
        if (name == "b") {
            run.bold = is_switched_on(xml);
        } else if (name == "strike" || name == "dstrike") {
            run.strike = is_switched_on(xml) || run.strike.value_or(false);
        } else if (name == "vanish") {
            run.hidden = is_switched_on(xml);
        } else if (name == "vertAlign") {
            run.raised = xml.raw_attribute("val") == "superscript";
        } else if (name == "highlight") {
            run.highlight = highlight_colour(xml.raw_attribute("val"));
        } else if (name == "rFonts") {
            run.font = xml.attribute("ascii");
        } else if (name == "rStyle") {
            run.style = xml.attribute("val");
        }
        xml.skip_element();  // rPrChange holds the properties of before
    }
    return run;
}

bool Style::heading() const {
    if (outline_level) return *outline_level < k_body_level;
    return starts_with_ignoring_case(name, "heading ") || equals_ignoring_case(name, "title");
}

void Styles::read(XmlScanner& xml) {
    while (xml.next_element(0)) {
        if (xml.name() == "rPrDefault") {
            const std::size_t depth = xml.depth();
            while (xml.next_element(depth)) {
                if (xml.name() == "rPr") defaults_.run = read_run_properties(xml);
            }
        } else if (xml.name() == "style") {
            const bool is_default =
                xml.raw_attribute("type") == "paragraph" &&
                (xml.raw_attribute("default") == "1" || xml.raw_attribute("default") == "true");
            Style style = read_style(xml);
            if (is_default) default_id_ = style.id;
            std::string id = style.id;
            styles_.insert_or_assign(std::move(id), std::move(style));
        }
    }
    inherit();
}

/// Resolves each style by walking its ancestors from the eldest down. The walk is bounded: a
/// damaged sheet may hold a ring.
void Styles::inherit() {
    std::map<std::string, Style, std::less<>> resolved;
    for (const auto& [id, style] : styles_) {
        std::vector<const Style*> line{&style};
        while (line.size() < k_longest_ancestry) {
            const auto parent = styles_.find(line.back()->based_on);
            if (parent == styles_.end()) break;
            line.push_back(&parent->second);
        }
        Style made = style;
        for (std::size_t i = 1; i < line.size(); ++i) inherit_from(*line[i], made);
        inherit_from(defaults_, made);
        resolved.emplace(id, std::move(made));
    }
    styles_ = std::move(resolved);
    plain_ = defaults_;
}

const Style& Styles::find(std::string_view id) const {
    const auto at = styles_.find(id.empty() ? std::string_view(default_id_) : id);
    return at != styles_.end() ? at->second : plain_;
}

}  // namespace tidytracker::docx
