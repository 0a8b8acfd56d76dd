// SPDX-License-Identifier: Apache-2.0
#include "read/docx/content.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace tidytracker::docx {

void Content::append(std::string_view text, const Look& look) {
    if (text.empty()) return;
    if (!stretches_.empty() && stretches_.back().look == look) {
        stretches_.back().length += text.size();
    } else {
        stretches_.push_back({text_.size(), text.size(), look});
    }
    text_ += text;
}

void Content::append(const Content& other, std::string_view between) {
    if (!text_.empty()) append(between, Look{});
    for (const Stretch& stretch : other.stretches_) {
        append(std::string_view(other.text_).substr(stretch.first, stretch.length), stretch.look);
    }
    links_.insert(links_.end(), other.links_.begin(), other.links_.end());
    marks_.insert(marks_.end(), other.marks_.begin(), other.marks_.end());
}

void Content::prepend(std::string_view text) {
    text_.insert(0, text);
    if (stretches_.empty()) stretches_.push_back({});
    for (Stretch& stretch : stretches_) stretch.first += text.size();
    stretches_.front().first = 0;
    stretches_.front().length += text.size();
}

bool Content::blank() const {
    return trim(text_).empty();
}

std::optional<Look> Content::common_look() const {
    std::optional<Look> common;
    for (const Stretch& stretch : stretches_) {
        if (trim(std::string_view(text_).substr(stretch.first, stretch.length)).empty()) continue;
        if (common && *common != stretch.look) return std::nullopt;
        common = stretch.look;
    }
    return common;
}

}  // namespace tidytracker::docx
