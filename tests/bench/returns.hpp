// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/record.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// Invented returns of partners on common actions, with the truth of which rows are one action: the
// same for the same seed on every machine.
namespace tidytracker::bench {

/// An action as its owner would put it, in parts that partners word in their own way.
struct Task {
    std::size_t verb{};     ///< a group of verbs that mean the same
    std::string sort{};     ///< "joint"
    std::string kind{};     ///< "lone worker"
    std::string thing{};    ///< "policy"
    std::string place{};    ///< "at Tern Court"; may be empty
    std::string purpose{};  ///< "before the winter"; may be empty
    std::string person{};
    std::string body{};
    std::string ref{};
    int due{};  ///< days after 1 January 2024
};

/// The rows of all returns and, for each, the number of its action.
struct ReturnSet {
    std::vector<Source> sources{};
    std::vector<Record> records{};
    std::vector<std::uint32_t> truth{};
};

class ReturnMaker {
  public:
    explicit ReturnMaker(std::uint32_t seed) : random_(seed) {}
    /// About `rows` rows in `sources` returns. Each action is in one to four of them: reworded,
    /// mistyped, without reference, with a moved date. One action in ten is a look-alike of
    /// another: it differs in one word, number or place, and has the same lead.
    [[nodiscard]] ReturnSet make(std::size_t rows, std::size_t sources);

  private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    bool chance(unsigned percent) { return below(100) < percent; }
    std::string_view pick(const std::vector<std::string_view>& choices) {
        return choices[below(choices.size())];
    }
    std::string name();
    std::string place_name();
    std::string person();
    Task task(std::size_t number);
    Task look_alike(const Task& task, std::size_t number);
    std::string worded(const Task& task);
    std::string mistyped(std::string text);
    Record row(const Task& task, bool returns_refs);

    /// The standard fixes the numbers of this engine, but not those of the distributions.
    std::mt19937 random_;
    std::size_t names_{1};  ///< of places and families
};

}  // namespace tidytracker::bench
