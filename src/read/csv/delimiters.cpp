// SPDX-License-Identifier: Apache-2.0
#include "read/csv/delimiters.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "read/line_ends.hpp"

namespace tidytracker {
namespace {

struct KnownDelimiter {
    std::string_view text{};
    std::string_view name{};
    double prior{};
    std::size_t min_columns{};
};

/// Colon, tilde and caret also part times, labels and names, two of them to a line; the pipe draws
/// tables in plain text. The last ones are marks of sums, addresses and lists first of all.
constexpr std::array k_known_delimiters{
    KnownDelimiter{",", "comma", 1, 2},
    KnownDelimiter{";", "semicolon", 1, 2},
    KnownDelimiter{"\t", "tab", 1, 2},
    KnownDelimiter{"|", "pipe", 0.95, 2},
    KnownDelimiter{", ", "comma and space", 0.99, 2},
    KnownDelimiter{"; ", "semicolon and space", 0.99, 2},
    KnownDelimiter{" | ", "spaced pipe", 0.95, 2},
    KnownDelimiter{"||", "double pipe", 0.95, 2},
    KnownDelimiter{"::", "double colon", 0.9, 2},
    KnownDelimiter{";;", "double semicolon", 0.9, 2},
    KnownDelimiter{"~~", "double tilde", 0.9, 2},
    KnownDelimiter{"^^", "double caret", 0.9, 2},
    KnownDelimiter{"\u00AC", "not sign", 0.9, 2},
    KnownDelimiter{"\u00A6", "broken bar", 0.9, 2},
    KnownDelimiter{"\x1F", "unit separator", 1, 2},
    KnownDelimiter{"^", "caret", 0.8, 3},
    KnownDelimiter{"~", "tilde", 0.8, 3},
    KnownDelimiter{":", "colon", 0.6, 3},
    KnownDelimiter{"\u00A7", "section sign", 0.6, 3},
    KnownDelimiter{"#", "hash", 0.6, 3},
    KnownDelimiter{"*", "asterisk", 0.5, 3},
    KnownDelimiter{"@", "at sign", 0.5, 3},
    KnownDelimiter{"$", "dollar sign", 0.5, 3},
    KnownDelimiter{"%", "percent sign", 0.5, 3},
    KnownDelimiter{"!", "exclamation mark", 0.5, 3},
    KnownDelimiter{"=", "equals sign", 0.5, 3},
    KnownDelimiter{"+", "plus sign", 0.5, 3},
};

/// Of these, invented delimiters consist. Quotes, brackets, full stops, dashes and slashes stand
/// side by side in texts, too.
constexpr std::string_view k_delimiter_marks = "|~^;:,#$%&*@!+=<>`";
constexpr std::string_view k_delimiter_blanks = " \t";
constexpr std::size_t k_longest_run = 8;
constexpr std::size_t k_lines_looked_at = 512;
constexpr std::size_t k_most_invented = 4;

std::size_t occurrences_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos;
         at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

bool is_among(char c, std::string_view marks) {
    return marks.find(c) != std::string_view::npos;
}

/// May the stretch between two cells be a delimiter that somebody invented: two marks and more, or
/// one with blanks on either side? "; " and ": " are prose, and ",," and "|  |" are empty cells.
bool is_invented(std::string_view run) {
    if (run.size() < 2 || run.size() > k_longest_run) return false;
    const std::size_t first = run.find_first_not_of(k_delimiter_blanks);
    if (first == std::string_view::npos) return false;
    const std::size_t last = run.find_last_not_of(k_delimiter_blanks);
    const std::string_view marks = run.substr(first, last + 1 - first);
    if (marks.find_first_of(k_delimiter_blanks) != std::string_view::npos) return false;
    if (marks.size() == 1) return first > 0 && last + 1 < run.size();
    return marks.find_first_not_of(marks[0]) != std::string_view::npos;
}

std::set<std::string_view> invented_in_line(std::string_view line) {
    std::set<std::string_view> found;
    const auto belongs = [](char c) {
        return is_among(c, k_delimiter_marks) || is_among(c, k_delimiter_blanks);
    };
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (!belongs(line[at])) continue;
        const std::size_t first = at;
        while (at < line.size() && belongs(line[at])) ++at;
        const std::string_view run = line.substr(first, at - first);
        if (is_invented(run)) found.insert(run);
    }
    return found;
}

/// Stretches of marks that most lines have, the most frequent ones first.
std::vector<std::string_view> invented_delimiters(std::string_view sample) {
    std::map<std::string_view, std::size_t> lines_with;
    std::size_t lines = 0;
    for (std::size_t at = 0; at < sample.size() && lines < k_lines_looked_at;) {
        const std::size_t end = find_line_end(sample, at);
        const std::string_view line = sample.substr(at, end - at);
        at = end + 1;
        if (trim(line).empty()) continue;
        ++lines;
        for (const std::string_view run : invented_in_line(line)) ++lines_with[run];
    }
    std::vector<std::string_view> found;
    for (const auto& [run, count] : lines_with) {
        if (count * 2 > lines) found.push_back(run);
    }
    std::ranges::stable_sort(found, [&lines_with](std::string_view a, std::string_view b) {
        return lines_with.find(a)->second > lines_with.find(b)->second;
    });
    if (found.size() > k_most_invented) found.resize(k_most_invented);
    return found;
}

/// Do most of the colons part hours from minutes?
bool stands_in_times(std::string_view sample) {
    const auto is_digit_at = [sample](std::size_t at) {
        return at < sample.size() && is_digit(sample[at]);
    };
    std::size_t colons = 0;
    std::size_t in_times = 0;
    for (std::size_t at = sample.find(':'); at != std::string_view::npos;
         at = sample.find(':', at + 1)) {
        ++colons;
        if (at > 0 && is_digit_at(at - 1) && is_digit_at(at + 1) && is_digit_at(at + 2)) ++in_times;
    }
    return in_times * 2 > colons;
}

/// Does the delimiter occur only within a longer one? Then it would make every other column empty,
/// or every cell begin with a blank.
bool is_part_of_longer(std::string_view sample, std::string_view delimiter,
                       const std::vector<DelimiterCandidate>& candidates) {
    const std::size_t count = occurrences_of(sample, delimiter);
    return std::ranges::any_of(candidates, [&](const DelimiterCandidate& longer) {
        const std::size_t times = occurrences_of(longer.text, delimiter);
        return longer.text.size() > delimiter.size() && times > 0 &&
               occurrences_of(sample, longer.text) * times == count;
    });
}

}  // namespace

std::vector<DelimiterCandidate> delimiter_candidates(std::string_view sample) {
    std::vector<DelimiterCandidate> all;
    for (const KnownDelimiter& known : k_known_delimiters) {
        if (sample.find(known.text) == std::string_view::npos) continue;
        if (known.text == ":" && stands_in_times(sample)) continue;
        all.push_back({std::string(known.text), known.prior, known.min_columns});
    }
    for (const std::string_view invented : invented_delimiters(sample)) {
        const bool is_known = std::ranges::any_of(
            all, [invented](const DelimiterCandidate& known) { return known.text == invented; });
        if (!is_known) all.push_back({std::string(invented), 0.9, 3});
    }
    std::vector<DelimiterCandidate> whole;
    for (const DelimiterCandidate& candidate : all) {
        if (!is_part_of_longer(sample, candidate.text, all)) whole.push_back(candidate);
    }
    return whole;
}

std::string delimiter_name(std::string_view delimiter) {
    if (delimiter.empty()) return "one column";
    const auto* const known =
        std::ranges::find(k_known_delimiters, delimiter, &KnownDelimiter::text);
    if (known != k_known_delimiters.end()) return std::string(known->name);
    return fmt::format("'{}'", delimiter);
}

}  // namespace tidytracker
