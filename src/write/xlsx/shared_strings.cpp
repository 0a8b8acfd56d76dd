// SPDX-License-Identifier: Apache-2.0
#include "write/xlsx/shared_strings.hpp"

#include <functional>
#include <utility>

#include "base/xml_markup.hpp"
#include "write/excel_text.hpp"
#include "write/xlsx/parts.hpp"

namespace tidytracker {
namespace {

constexpr std::size_t k_first_slots = 1024;

std::uint32_t hash_of(std::string_view text) {
    const std::uint64_t hash = std::hash<std::string_view>{}(text);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

}  // namespace

SharedStrings::SharedStrings() : slots_(k_first_slots) {}

SharedStrings::Slot& SharedStrings::slot_of(std::string_view text, std::uint32_t hash) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].handle != 0 &&
           (slots_[at].hash != hash || texts_[slots_[at].handle] != text)) {
        at = (at + 1) & mask;
    }
    return slots_[at];
}

/// Doubles the places. The hashes are kept, so that no text is looked at again.
void SharedStrings::grow() {
    const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : before) {
        if (slot.handle == 0) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].handle != 0) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

std::uint32_t SharedStrings::index_of(std::string_view text) {
    ++uses_;
    const std::uint32_t hash = hash_of(text);
    Slot* slot = &slot_of(text, hash);
    if (slot->handle != 0) return slot->handle - 1;
    if (2 * texts_.size() > slots_.size()) {
        grow();
        slot = &slot_of(text, hash);
    }
    *slot = {hash, texts_.add(text)};
    return slot->handle - 1;
}

std::string SharedStrings::part() const {
    constexpr std::string_view k_open = "<si><t xml:space=\"preserve\">";
    constexpr std::string_view k_close = "</t></si>";
    std::string out(k_xml_head);
    const std::size_t count = texts_.size() - 1;
    out.reserve(texts_.bytes() + count * (k_open.size() + k_close.size()) + 1024);
    append(out, "<sst xmlns=\"{}\" count=\"{}\" uniqueCount=\"{}\">", k_sheet_namespace, uses_,
           count);
    for (std::uint32_t handle = 1; handle <= count; ++handle) {
        out += k_open;
        append_xml(excel_text(texts_[handle]), out);
        out += k_close;
    }
    out += "</sst>";
    return out;
}

}  // namespace tidytracker
