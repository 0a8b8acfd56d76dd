// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>
#include <tidytracker/settings.hpp>
#include <tidytracker/table.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// What a document's keys say of its signs: "DH = Dana Hale", "G = on track", a purple fill that
// means complete.
namespace tidytracker {

/// The signs of one document and what they stand for. Only what a key states is in it.
struct Lexicon {
    std::map<std::string, Party, std::less<>> people{};     ///< by initials as printed
    std::map<std::string, Status, std::less<>> statuses{};  ///< by the sign, folded
    std::map<std::uint32_t, Status> fills{};
    std::map<Rag, Status> rags{};   ///< by the rating that a sign or a fill names
    std::optional<Status> blank{};  ///< "blank = not started"
};

/// `people` are initials and names that the user gave; they are stronger than a key.
[[nodiscard]] Lexicon lexicon_of(std::span<const Key> keys, const Wording& people);

/// The person behind initials, or null.
[[nodiscard]] const Party* find_person(const Lexicon& lexicon, std::string_view initials);

}  // namespace tidytracker
