// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "merge/text_comparison.hpp"

// What matching looks at, taken from the records once and packed, so that a million records need a
// few hundred megabytes and a comparison touches little memory.
namespace tidytracker::matching {

/// Stretch of a pool.
struct Range {
    std::uint32_t first{};
    std::uint32_t count{};
};

/// A reference, levelled: "A-013", "a 13" and "A13" are one.
struct Reference {
    std::uint64_t key{};     ///< 0: none
    std::uint32_t scheme{};  ///< how the source numbers: "A#", "#", "#/#/AL"
    friend bool operator==(const Reference&, const Reference&) = default;
};

/// A person or body, as keys that are equal where the names are.
struct PartyKeys {
    std::uint64_t person{};
    std::uint64_t surname{};  ///< with the first initial
    std::uint64_t body{};
    std::uint64_t post{};
};

/// A row of a source.
struct Position {
    std::uint32_t source{};
    std::uint64_t place{};  ///< hash
    friend auto operator<=>(const Position&, const Position&) = default;
};

/// Days since 1970; k_no_day where there is none.
using DayNumber = std::int32_t;
inline constexpr DayNumber k_no_day = INT32_MIN;

struct Feature {
    Range words{};
    Range ids{};
    Range leads{};
    Range references{};  ///< its own first, then those that other sources gave it
    Range positions{};
    float weight{};        ///< of the words
    bool generic{};        ///< a source uses the same text for several actions
    std::uint64_t text{};  ///< key of the words in their order; 0 without words
    std::uint64_t item{};
    std::uint64_t section{};
    DayNumber due{k_no_day};
    DayNumber raised{k_no_day};
    DayNumber meeting{k_no_day};
};

class Features {
  public:
    explicit Features(std::span<const Record> records);
    Features(const Features&) = delete;
    Features& operator=(const Features&) = delete;
    Features(Features&&) = delete;
    Features& operator=(Features&&) = delete;
    ~Features() = default;

    [[nodiscard]] std::size_t size() const { return features_.size(); }
    [[nodiscard]] const Feature& operator[](std::size_t index) const { return features_[index]; }
    [[nodiscard]] TextView text(const Feature& feature) const {
        return {.words = view(words_, feature.words),
                .ids = view(ids_, feature.ids),
                .weight = double{feature.weight}};
    }
    [[nodiscard]] std::span<const std::uint32_t> ids(const Feature& feature) const {
        return view(ids_, feature.ids);
    }
    [[nodiscard]] std::span<const PartyKeys> leads(const Feature& feature) const {
        return view(leads_, feature.leads);
    }
    [[nodiscard]] std::span<const Reference> references(const Feature& feature) const {
        return view(references_, feature.references);
    }
    /// Ascending.
    [[nodiscard]] std::span<const Position> positions(const Feature& feature) const {
        return view(positions_, feature.positions);
    }
    [[nodiscard]] const TextComparer& texts() const { return comparer_; }
    [[nodiscard]] std::size_t sources() const { return source_ids_.size(); }
    /// Do two records tell of one source? Then of two rows of it.
    [[nodiscard]] bool share_source(std::size_t a, std::size_t b) const;

  private:
    template <class T>
    static std::span<const T> view(const std::vector<T>& pool, Range range) {
        return std::span(pool).subspan(range.first, range.count);
    }
    void add(const Record& record);
    void add_words(const Record& record, Feature& feature);
    void add_references(const Record& record, Feature& feature);
    void add_positions(const Record& record, Feature& feature);
    [[nodiscard]] Reference reference_from(std::string_view text);
    void find_generic_texts();

    std::vector<Feature> features_{};
    std::vector<Word> words_{};
    std::vector<std::uint32_t> ids_{};
    std::vector<PartyKeys> leads_{};
    std::vector<Reference> references_{};
    std::vector<Position> positions_{};
    std::unordered_map<std::string, std::uint32_t> schemes_{};
    std::unordered_map<std::string, std::uint32_t> source_ids_{};
    Vocabulary vocabulary_{};
    TextComparer comparer_;
};

/// The caption in `extra` under which a merged record keeps the references that other sources gave
/// the action, parted by "; ".
inline constexpr std::string_view k_other_references = "Other references";

/// For comparing references: lower case, groups of letters and of digits parted by one "-", without
/// leading zeros and words such as "action" or "ref".
[[nodiscard]] std::string reference_key(std::string_view ref);

}  // namespace tidytracker::matching
